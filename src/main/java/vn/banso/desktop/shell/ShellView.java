package vn.banso.desktop.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import vn.banso.desktop.kit.CommuneChooser;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Reveal;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.say.Sentence;

/** The window while a node is open: rail, page, notice, truth. */
public final class ShellView extends StackPane {
    /** As wide as the bar and the room that pages leave for it. */
    private static final Insets BESIDE = new Insets(0, -12, 0, 0);
    private static final String SLOW = "slow";
    private static final int DIGITS = 9;

    private final Ui ui;
    private final ShellModel model;
    private final Function<Place, Page> pages;
    private final List<Shortcut> everywhere = new ArrayList<>();
    /** One for each place on the rail, which follow the role. */
    private final List<Shortcut> places = new ArrayList<>();
    private final Map<Place, Page> built = new HashMap<>();
    private final HBox head = Ui.styled(new HBox(), "bs-head");
    private final StackPane host = Ui.styled(new StackPane(), "bs-page");
    private final CommuneChooser chooser;
    private final Shortcut choose;
    /** Holds the chooser where there is something to choose: its list costs as much as half a page to make. */
    private final HBox communes = new HBox();
    private final HeldKeys keys;
    private final OpeningWatch watch;
    private final Subscription ties;
    private Optional<Page> now = Optional.empty();
    private Optional<Node> help = Optional.empty();

    /** @param pages builds the page of a place; built once and kept for the way back */
    public ShellView(Ui ui, ShellModel model, Function<Place, Page> pages, Runnable lock) {
        this.ui = ui;
        this.model = model;
        this.pages = pages;
        this.chooser = new CommuneChooser(ui, model.workplace().communes());
        chooser.visibleProperty().subscribe(there -> communes.getChildren().setAll(there ? List.of(chooser) : List.of()));
        communes.managedProperty().bind(chooser.visibleProperty());
        everywhere.add(Shortcut.of("F1", "shell.key.help", this::toggleHelp));
        everywhere.add(Shortcut.of("F2", "shell.key.new_household", () -> model.go(new Place.NewHousehold())));
        everywhere.add(Shortcut.of("Shortcut+K", "shell.key.search", () -> model.go(Place.Households.all())));
        choose = Shortcut.of("Shortcut+M", "commune.which", chooser::open);
        everywhere.add(choose);
        everywhere.add(Shortcut.of("Alt+Left", "shell.key.back", model::back));
        everywhere.add(Shortcut.of("Shortcut+L", "shell.key.lock", lock));
        StatusLine truth = new StatusLine(ui, model);
        NoticeBar notices = new NoticeBar(ui, model);
        NavigationBar rail = new NavigationBar(ui, model, lock);
        VBox page = new VBox(head, host, below(notices));
        VBox.setVgrow(host, Priority.ALWAYS);
        host.setMinHeight(0);
        // Whatever a page wants, the rail stays where it is.
        page.setMinWidth(0);
        BorderPane right = new BorderPane(page, null, null, truth, null);
        right.setMinWidth(0);
        BorderPane frame = new BorderPane(right, null, null, null, rail);
        frame.setMinWidth(0);
        getChildren().add(frame);
        watch = new OpeningWatch(model.workplace().background());
        KeyRepeat repeat = new KeyRepeat(this);
        keys = new HeldKeys(this, event -> help.isPresent() || Stream.concat(everywhere.stream(), places.stream()).anyMatch(s -> s.matches(event)), repeat::letGo);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ties = Subscription.combine(model.workplace().me().subscribe(me -> number(RolePlaces.of(me).keySet())), rail::release, chooser::release, truth::release, notices::release, watch::release,
                watch.slow().subscribe(this::slow), model.place().subscribe(this::show),
                model.workplace().unanswered().subscribe((_, _) -> watch.failed()), model.workplace().changes().subscribe((_, _) -> now.ifPresent(Page::changed)));
    }

    /** By the digits, in the order of the rail; there are nine. */
    private void number(Set<Place> stops) {
        places.clear();
        stops.stream().limit(DIGITS).forEach(place -> places.add(Shortcut.of("Shortcut+" + (places.size() + 1), RolePlaces.name(place), () -> model.go(place))));
    }

    /** Beneath the page, which has that much less room: nothing is covered, and nothing moves but the page's foot. */
    private HBox below(NoticeBar notices) {
        HBox below = Ui.styled(new HBox(notices), "bs-noticed");
        HBox.setHgrow(notices, Priority.ALWAYS);
        below.setMinHeight(Region.USE_PREF_SIZE);
        below.managedProperty().bind(notices.visibleProperty());
        below.visibleProperty().bind(notices.visibleProperty());
        host.heightProperty().subscribe((was, is) -> {
            if (getScene() != null) {
                onceLaidOut(getScene(), Reveal.keepLists(host));
            }
            if (is.doubleValue() < was.doubleValue()) {
                Platform.runLater(() -> reveal(was.doubleValue() - is.doubleValue()));
            }
        });
        return below;
    }

    private static void onceLaidOut(Scene scene, Runnable act) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                act.run();
            }
        });
    }

    private void reveal(double lost) {
        if (getScene() != null && getScene().getFocusOwner() != null && host.isFocusWithin()) {
            Reveal.above(getScene().getFocusOwner(), lost);
        }
    }

    /** A title wraps between its words, never within one. */
    private static double longestWord(Label title) {
        return Stream.of(title.getText().split(" ")).mapToDouble(word -> {
            Text measured = new Text(word);
            measured.setFont(title.getFont());
            return Math.ceil(measured.getLayoutBounds().getWidth()) + 1;
        }).max().orElse(0);
    }

    private void show(Place place) {
        now.ifPresent(Page::leaving);
        help.ifPresent(_ -> toggleHelp());
        // A form is opened anew each time, and a list behind a number; what else is a list keeps its place.
        boolean kept = place.equals(place.root()) && !(place instanceof Place.Households);
        Page page = kept ? built.computeIfAbsent(place, pages) : pages.apply(place);
        now = Optional.of(page);
        head.getChildren().clear();
        if (!place.equals(place.root())) {
            head.getChildren().add(ui.iconButton(Icon.BACK, "shell.key.back", model::back));
        }
        Label title = Ui.styled(new Label(), "bs-title");
        title.textProperty().bind(page.heading());
        title.minWidthProperty().bind(Bindings.createDoubleBinding(() -> longestWord(title), title.textProperty(), title.fontProperty()));
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        head.getChildren().add(title);
        chooser.at(isOfCommunes(place));
        head.getChildren().addAll(communes, Ui.spring());
        head.getChildren().addAll(page.actions());
        // A page that scrolls as a whole keeps its bar beside what it shows, which ends where the head of the page ends.
        StackPane.setMargin(page.node(), page.node().getStyleClass().contains("bs-scroll") ? BESIDE : Insets.EMPTY);
        host.getChildren().setAll(page.node());
        keys.arrive(page);
        // Before it asks for anything: also a page that breaks off there is watched.
        watch.arrive(page.opening());
        page.shown();
        beginInPage();
    }

    /** The page says that it does not open, and can be asked again; one can go elsewhere at any time. */
    private void slow(boolean slow) {
        host.getChildren().removeIf(node -> SLOW.equals(node.getId()));
        if (slow) {
            keys.letGo();
            Button again = ui.button(Icon.RETRY, "shell.slow.again", () -> show(model.place().get()));
            Node card = ui.failing(why(), again, ui.button(Icon.TODAY, "shell.place.today", () -> model.go(new Place.Today())));
            card.setId(SLOW);
            StackPane.setAlignment(card, Pos.TOP_CENTER);
            ((Region) card).setMaxHeight(Region.USE_PREF_SIZE);
            host.getChildren().add(card);
            again.requestFocus();
        }
    }

    /** What failed is said on the page, and not beside it once more. */
    private List<Sentence> why() {
        Optional<Notice> told = model.workplace().notice().get().filter(_ -> watch.hasFailed());
        told.ifPresent(_ -> model.workplace().notice().set(Optional.empty()));
        return told.map(Notice::sentences).orElse(List.of(Sentence.of("shell.slow")));
    }

    /** Whether the page shows what lies in communes, all of them or the one that is looked at. */
    private static boolean isOfCommunes(Place place) {
        return switch (place) {
            case Place.Today _, Place.Households _, Place.Villages _, Place.Units _, Place.Classes _, Place.Attention _, Place.Reporting _ -> true;
            default -> false;
        };
    }

    /** The keyboard goes on in the page: what was pressed on the rail is done. */
    private void beginInPage() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == host || at == head) {
                return;
            }
        }
        host.requestFocus();
    }

    /** Before the window is put away, or built anew in another language. */
    public void leave() {
        now.ifPresent(Page::leaving);
        now = Optional.empty();
        ties.unsubscribe();
        keys.release();
    }

    private void key(KeyEvent event) {
        // Held for the page that opens: it comes again, and a key acts once.
        if (event.isConsumed()) {
            return;
        }
        if (help.isPresent() && event.getCode() == KeyCode.ESCAPE) {
            toggleHelp();
            event.consume();
            return;
        }
        for (Shortcut shortcut : all()) {
            if (shortcut.matches(event)) {
                event.consume();
                shortcut.act().run();
                return;
            }
        }
    }

    private List<Shortcut> all() {
        List<Shortcut> all = new ArrayList<>(now.map(Page::shortcuts).orElse(List.of()));
        all.addAll(everywhere);
        all.addAll(places);
        return all;
    }

    private void toggleHelp() {
        if (help.isPresent()) {
            getChildren().remove(help.get());
            help = Optional.empty();
            return;
        }
        StackPane veil = Ui.styled(new StackPane(
                new HelpCard(ui, now.map(Page::shortcuts).orElse(List.of()),
                        Stream.concat(everywhere.stream().filter(key -> key != choose || chooser.isVisible()), places.stream()).toList(), this::toggleHelp)), "bs-veil");
        help = Optional.of(veil);
        getChildren().add(veil);
    }
}
