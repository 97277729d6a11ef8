package vn.banso.desktop.measure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import vn.banso.desktop.MainWindow;
import vn.banso.desktop.household.DoorstepModel;
import vn.banso.desktop.household.HouseholdForm;
import vn.banso.desktop.household.HouseholdPage;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.Workers;
import vn.banso.desktop.saving.SaveState;
import vn.banso.desktop.shell.FxDialogs;
import vn.banso.desktop.shell.Look;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.search.NamedVillage;

/** A window at work on a large register. Says what each step took, one line each: its name and nanoseconds. */
public final class Working {
    private static final int PERSONS = 4;
    private static final int SAVES = 40;

    private final Background background = new Workers();
    private final Stopwatch watch = new Stopwatch(background);
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
    private final MainWindow window;

    private Working() {
        Look.loadFonts();
        Stage stage = new Stage();
        window = new MainWindow(background, new FxDialogs(stage, () -> new Ui(Texts.of(Lang.VI))), Clock.systemUTC(), settings);
        window.on(stage);
        stage.show();
    }

    /** Arguments: folder of the node, folder of its notes, its passphrase, then the names to type. */
    public static void main(String[] args) {
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        Platform.startup(() -> { });
        Working working = Stopwatch.onScreen(Working::new);
        try (Node node = Node.open(Path.of(args[0]), args[2].toCharArray(), NodeOptions.standard().withHome(Path.of(args[1])))) {
            working.work(node, List.of(args).subList(3, args.length));
            Stopwatch.onScreen(() -> {
                working.window.leave();
                working.background.close();
                return true;
            });
        }
        Platform.exit();
    }

    private void work(Node node, List<String> names) {
        OpenRegister workplace = Stopwatch.onScreen(() -> window.open(node, () -> { }));
        watch.untilDrawn(() -> { });
        say("list", watch.untilDrawn(() -> window.navigator().go(new Place.Households())));
        TextInputControl search = Stopwatch.onScreen(this::search);
        for (String name : names) {
            for (int letters = 1; letters <= name.length(); letters++) {
                String typed = name.substring(0, letters);
                say("keystroke", watch.untilDrawn(() -> search.setText(typed)));
            }
        }
        saves(node, workplace);
        // The memory of a window that has done all this is looked at while it waits here.
        say("done", 0);
        new java.util.Scanner(System.in).hasNextLine();
    }

    private TextInputControl search() {
        return (TextInputControl) window.scene().getRoot().lookup(".bs-head .text-input");
    }

    private void saves(Node node, OpenRegister workplace) {
        DoorstepModel model = new DoorstepModel(workplace, window.navigator());
        NamedVillage village = node.households().villages().getFirst();
        for (int i = 0; i < SAVES; i++) {
            Place place = new Place.NewHousehold(village.scope(), village.id());
            HouseholdPage page = Stopwatch.onScreen(() -> new HouseholdPage(new Ui(Texts.of(Lang.VI)), model, place));
            watch.untilDrawn(() -> window.show(() -> {
                page.shown();
                return new StackPane(page.node());
            }));
            Stopwatch.onScreen(() -> fill(model.form().get().orElseThrow(), new Value.Ref(village.id())));
            say("save", Stopwatch.untilDrawn(model::save, model.state().map(SaveState.Saved.class::isInstance)));
            watch.untilDrawn(page::leaving);
        }
    }

    private static boolean fill(HouseholdForm form, Value village) {
        EntryType household = Catalogue.HOUSEHOLD;
        form.household().commit(household.field("village"), village);
        form.household().commit(household.field("fibre_available"), new Value.Code(1));
        form.household().commit(household.field("fibre_subscribed"), new Value.Code(2));
        form.household().commit(household.field("computer"), new Value.Code(2));
        for (int person = 0; person < PERSONS; person++) {
            var line = form.members().getLast();
            line.commit(Catalogue.PERSON.field("name"), new Value.Text("Nông Thị Đo " + (char) ('A' + person)));
            line.commit(Catalogue.PERSON.field("born"), new Value.Day(1960 + person, 0, 0));
            line.commit(Catalogue.PERSON.field("smartphone"), new Value.Code(1));
        }
        return true;
    }

    private static void say(String what, long nanos) {
        System.out.println(what + " " + nanos);
        System.out.flush();
    }
}
