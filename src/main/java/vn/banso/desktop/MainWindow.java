package vn.banso.desktop;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.OtherRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.shell.FailureCard;
import vn.banso.desktop.shell.Look;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.desktop.shell.ShellView;
import vn.banso.register.catalogue.Texts;
import vn.banso.say.Sentence;
import vn.banso.store.Node;

/** The one window: shut, it shows how to come in; open, the shell of a node. A change of language builds it anew where one is. */
public final class MainWindow {
    /** Less than any screen it runs on has free: a laptop of 1366×768 that enlarges everything leaves 958×535. */
    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 480;

    private final Background background;
    private final Dialogs dialogs;
    private final Clock clock;
    private final ObjectProperty<Settings> settings;
    /** The page below, a failure that nobody foresaw over it. */
    private final StackPane root = new StackPane();
    private final StackPane page = new StackPane();
    private final Scene scene = new Scene(root, 1366, 768);
    private Optional<ShellView> shell = Optional.empty();
    /** Where the keyboard was when a failure was told. */
    private Optional<javafx.scene.Node> under = Optional.empty();
    private Optional<Runnable> rebuild = Optional.empty();
    private Navigator navigator = new ShutDoor();
    /** How the open node is shown, also while it is locked away. */
    private Optional<Supplier<Parent>> opened = Optional.empty();

    public MainWindow(Background background, Dialogs dialogs, Clock clock, ObjectProperty<Settings> settings) {
        this.background = background;
        this.dialogs = dialogs;
        this.clock = clock;
        this.settings = settings;
        EnterKey.install(root);
        root.getChildren().add(page);
        Look.apply(scene, settings.get());
        settings.addListener((_, before, after) -> changed(before, after));
    }

    /** Puts it on this stage; the stage is shown by who owns it. */
    public void on(Stage stage) {
        stage.setTitle(texts().get("shell.brand"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
    }

    public Scene scene() {
        return scene;
    }

    /** From now on this node is open in it. @return what its screens work with */
    public OpenRegister open(Node node, Runnable lock) {
        return open(node, lock, _ -> { });
    }

    /** @param elsewhere opens the register in another folder instead */
    OpenRegister open(Node node, Runnable lock, Consumer<OtherRegister> elsewhere) {
        OpenRegister workplace = new OpenRegister(node, background, clock, dialogs, settings);
        ShellModel model = new ShellModel(workplace);
        Screens screens = new Screens(workplace, model, elsewhere);
        Supplier<Parent> frame = () -> {
            Ui ui = new Ui(texts());
            ShellView view = new ShellView(ui, model, screens.in(ui), lock);
            shell = Optional.of(view);
            return view;
        };
        navigator = model;
        opened = Optional.of(frame);
        show(frame);
        model.open();
        return workplace;
    }

    /** Goes from place to place in the node that is open; nowhere where none is. */
    public Navigator navigator() {
        return navigator;
    }

    /** The open node again, where one was. */
    void showOpened() {
        opened.ifPresent(this::show);
    }

    /** Shows something else than a node: how to come in. Built anew where the language changes. */
    public void show(Supplier<Parent> view) {
        Runnable build = () -> {
            leave();
            page.getChildren().setAll(view.get());
        };
        rebuild = Optional.of(build);
        build.run();
    }

    /** Keeps what was typed; before it locks or closes. */
    public void leave() {
        shell.ifPresent(ShellView::leave);
        shell = Optional.empty();
    }

    /** Says what nobody foresaw, over whatever is shown; the page below stays as it was. */
    void tell(List<Sentence> failure) {
        Ui ui = new Ui(texts());
        cover(new FailureCard(ui, ui.say(failure), "kit.failure.close", this::uncover));
    }

    /** Says that the program has to end. */
    void tellEnding(String code, Runnable read) {
        Ui ui = new Ui(texts());
        cover(new FailureCard(ui, ui.say("kit.failure.ending", code), "kit.failure.end", read));
    }

    private void cover(FailureCard card) {
        uncover();
        under = Optional.ofNullable(scene.getFocusOwner());
        root.getChildren().add(card);
    }

    private void uncover() {
        root.getChildren().removeIf(FailureCard.class::isInstance);
        under.ifPresent(javafx.scene.Node::requestFocus);
        under = Optional.empty();
    }

    /** There is nowhere to go. */
    private static final class ShutDoor implements Navigator {
        @Override
        public void go(Place place) {}

        @Override
        public void back() {}
    }

    private Texts texts() {
        return Texts.of(settings.get().lang());
    }

    private void changed(Settings before, Settings after) {
        if (before.theme() != after.theme()) {
            Look.apply(scene, after);
        }
        if (before.textSize() != after.textSize()) {
            Look.size(root, after);
        }
        if (before.lang() != after.lang()) {
            rebuild.ifPresent(Runnable::run);
        }
    }
}
