package vn.banso.desktop.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;

/** The places of a role, words with pictures; a count only where something waits. Person, lock and settings at the foot. */
final class NavigationBar extends VBox {
    private final Ui ui;
    private final ShellModel model;
    private final VBox places = Ui.styled(new VBox(), "bs-rail-places");
    private final Map<Place, ToggleButton> items = new LinkedHashMap<>();
    private final Label attention = Ui.styled(new Label(), "bs-count");
    private final ScrollPane between;
    private List<Place> shown = List.of();
    private Subscription ties = () -> { };

    NavigationBar(Ui ui, ShellModel model, Runnable lock) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("bs-rail");
        ToggleButton settings = item(new Place.Preferences(), Icon.SETTINGS);
        // Where the letters are large and the window is low, the places scroll: the window keeps its head and its foot.
        between = Ui.scrolled(places);
        Ui.ringed(places, between);
        between.setMinHeight(0);
        setVgrow(between, Priority.ALWAYS);
        getChildren().addAll(head(), between, foot(settings, lock));
        ties = Subscription.combine(ties, model.workplace().me().subscribe(me -> fill(RolePlaces.of(me))), model.place().subscribe(_ -> light()), model.truth().subscribe(_ -> count()));
    }

    /** The name of the program, and beneath it what this register is where it is not the usual one. */
    private VBox head() {
        Label mark = Ui.styled(ui.text(""), "bs-rail-mark", "bs-small");
        ties = Subscription.combine(ties, model.workplace().mark().subscribe(said -> {
            mark.setText(said.map(s -> s.in(ui.texts())).orElse(""));
            mark.setVisible(said.isPresent());
            mark.setManaged(said.isPresent());
        }));
        return new VBox(Ui.styled(new Label(ui.say("shell.brand")), "bs-brand"), mark);
    }

    /** Another rail comes in its place. */
    void release() {
        ties.unsubscribe();
    }

    private void fill(Map<Place, Icon> stops) {
        if (List.copyOf(stops.keySet()).equals(shown)) {
            return;
        }
        shown.forEach(items::remove);
        shown = List.copyOf(stops.keySet());
        places.getChildren().setAll(stops.entrySet().stream().map(stop -> item(stop.getKey(), stop.getValue())).toList());
        light();
        count();
    }

    private ToggleButton item(Place place, Icon icon) {
        ToggleButton item = Ui.styled(new ToggleButton(ui.say(RolePlaces.name(place)), ui.icon(icon)), "bs-rail-item");
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            light();
            model.go(place);
        });
        if (place instanceof Place.Attention) {
            HBox all = new HBox(ui.icon(icon), new Label(item.getText()), Ui.spring(), attention);
            all.getStyleClass().add("bs-rail-counted");
            attention.setMinWidth(USE_PREF_SIZE);
            item.setGraphic(all);
            item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        items.put(place, item);
        return item;
    }

    private VBox foot(ToggleButton settings, Runnable lock) {
        Label person = Ui.styled(new Label(), "bs-line", "bs-small", "bs-soft");
        person.setMaxWidth(Double.MAX_VALUE);
        Runnable name = () -> person.setText(model.workplace().me().get().map(me -> me.holder())
                .orElseGet(() -> model.truth().get() == ShellModel.Truth.UNKNOWN ? "" : ui.say("shell.nobody")));
        ties = Subscription.combine(ties, model.workplace().me().subscribe(_ -> name.run()), model.truth().subscribe(_ -> name.run()));
        Button lockButton = Ui.styled(ui.button(Icon.LOCK, "shell.lock", lock), "bs-rail-item");
        VBox foot = Ui.styled(new VBox(Ui.styled(new VBox(person), "bs-rail-person"), settings, lockButton), "bs-rail-foot");
        foot.setFillWidth(true);
        return foot;
    }

    private void light() {
        items.forEach((place, item) -> item.setSelected(place.equals(model.place().get().root())));
        int at = shown.indexOf(model.place().get().root());
        if (at >= 0) {
            between.setVvalue((double) at / (shown.size() - 1));
        }
    }

    private void count() {
        int waiting = model.truth().get().attention();
        attention.setText(ui.formats().number(waiting));
        attention.setVisible(waiting > 0);
        attention.setManaged(waiting > 0);
        items.get(new Place.Attention()).setAccessibleText(
                ui.say(RolePlaces.name(new Place.Attention())) + (waiting > 0 ? ", " + attention.getText() : ""));
    }
}
