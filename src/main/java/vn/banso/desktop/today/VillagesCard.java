package vn.banso.desktop.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.RatioBar;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WordedNames;
import vn.banso.indicators.Tally;
import vn.banso.indicators.Target;
import vn.banso.indicators.Visit;
import vn.banso.register.values.Decimal;
import vn.banso.store.search.NamedVillage;

/** How far each village is from one goal, the furthest first; the target is the thin line. */
final class VillagesCard extends VBox {
    /** More of them stand on the page of the villages. */
    private static final int SHOWN = 8;

    private static final double SHORTEST_BAR = 60;

    private final Ui ui;
    private final TodayModel model;
    private final ComboBox<TargetLine> choice = new ComboBox<>();
    private boolean showing;

    VillagesCard(Ui ui, TodayModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("bs-card", "today-card");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(ui.say("today.villages"));
        choice.setConverter(new WordedNames<>(this::name));
        choice.valueProperty().addListener((_, _, goal) -> {
            if (goal != null && !showing) {
                model.chosen().set(goal.line().key());
                show();
            }
        });
        WhileShown.follow(this, model.goals(), this::show);
        show();
    }

    private String name(TargetLine goal) {
        return goal.line().equals(Visit.VISITED) ? ui.say("today.visited", ui.formats().day(model.today().withDayOfYear(1)))
                : ui.say(goal.line().textKey());
    }

    private void show() {
        getChildren().setAll(ui.heading("today.villages"));
        Optional<List<TargetLine>> goals = model.goals().get();
        if (goals.isEmpty()) {
            getChildren().add(Ui.late(ui.soft(ui.say("today.counting"))));
            return;
        }
        TargetLine goal = goals.get().stream().filter(g -> g.line().key().equals(model.chosen().get())).findFirst()
                .orElse(goals.get().getFirst());
        showing = true;
        choice.setItems(FXCollections.observableArrayList(goals.get()));
        choice.setValue(goal);
        showing = false;
        if (goal.villages().isEmpty()) {
            getChildren().addAll(ui.soft(ui.say("today.villages.none")), ui.link(ui.say("today.villages.go"), () -> model.open(new Place.Villages())));
            return;
        }
        GridPane lines = Ui.styled(new GridPane(), "today-villages");
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        bars.setMinWidth(SHORTEST_BAR);
        lines.getColumnConstraints().addAll(new ColumnConstraints(), bars, new ColumnConstraints());
        int row = 0;
        line(lines, row++, Ui.styled(ui.link(ui.say("today.villages.all"), () -> model.open(Place.Households.all())), "bs-strong", "today-village"), goal, goal.whole(), Optional.empty());
        for (TargetLine.Share share : goal.villages().subList(0, Math.min(SHOWN, goal.villages().size()))) {
            Hyperlink village = Ui.styled(ui.link(called(share.village()), () -> model.open(share.village())), "today-village");
            village.setTooltip(new Tooltip(called(share.village())));
            line(lines, row++, village, goal, share.tally(), Optional.of(share));
        }
        getChildren().addAll(choice, lines);
        goal.target().ifPresent(t -> getChildren().add(2, Ui.styled(ui.soft(target(t)), "bs-small")));
        if (goal.villages().size() > SHOWN) {
            getChildren().add(ui.link(ui.say("today.villages.more", goal.villages().size()), () -> model.open(new Place.Villages())));
        }
    }

    private String called(NamedVillage village) {
        return model.workplace().communes().told(village.name(), village.scope(), ui.texts());
    }

    private String target(Target target) {
        String source = Stream.of(target.decision(), target.issuer()).filter(s -> !s.isEmpty()).findFirst().map(s -> ui.say("today.target.of", s)).orElse("");
        return ui.say(target.above() ? "today.target.above" : "today.target", Decimal.of(target.threshold()))
                + (target.to().equals(LocalDate.MAX) ? "" : ui.say("today.target.until", ui.formats().day(target.to()))) + source;
    }

    /** What a number opens: those who keep the village from the goal. */
    private void line(GridPane lines, int row, Node name, TargetLine goal, Tally tally, Optional<TargetLine.Share> share) {
        RatioBar bar = new RatioBar(ui, tally, TargetLine.threshold(share.isPresent() ? share.get().target() : goal.target()));
        Label percent = Ui.styled(new Label(ui.formats().percent(tally)), "bs-strong", "today-percent");
        String fraction = ui.formats().fraction(tally);
        Node figures = tally.n() < tally.d()
                ? ui.link(fraction, () -> model.openMissing(goal, share.map(TargetLine.Share::village))) : Ui.styled(new Label(fraction), "today-plain");
        lines.addRow(row, name, bar, percent, figures);
        if (goal.line().equals(Visit.VISITED)) {
            return;
        }
        lines.add(Ui.styled(new Label(ui.formats().coverage(tally)), "bs-soft", "bs-small"), 4, row);
    }
}
