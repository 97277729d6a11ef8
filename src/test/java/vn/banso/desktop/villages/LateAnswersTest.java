package vn.banso.desktop.villages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Held;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What an answer finds that comes when somebody has gone on meanwhile. */
class LateAnswersTest {
    private static final ScopeId COMMUNE = Neighbourhood.SANG_MOC;
    private static final EntryType VILLAGE = Catalogue.VILLAGE;

    @TempDir
    private Path folder;
    private Laptop laptop;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 0);
    }

    @AfterEach
    void shut() {
        laptop.close();
    }

    private OpenRegister at(Background background) {
        OpenRegister workplace = new OpenRegister(laptop.node(), background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        return workplace;
    }

    @Test
    void whoHasGoneElsewhereIsNotTakenToTheNewVillage() {
        OpenRegister workplace = at(new AtOnce());
        ShellModel shell = new ShellModel(workplace);
        shell.go(new Place.Villages());
        VillagesModel model = new VillagesModel(workplace);
        model.shown();
        model.begin(COMMUNE);
        model.fresh().get().orElseThrow().commitText(VILLAGE.field("name"), "Nà Lay");
        Subscription away = workplace.changes().subscribe((_, _) -> shell.go(new Place.Today()));
        model.create(shell);
        assertThat(shell.place().get()).isEqualTo(new Place.Today());
        away.unsubscribe();
        shell.go(new Place.Villages());
        model.begin(COMMUNE);
        model.fresh().get().orElseThrow().commitText(VILLAGE.field("name"), "Bó Mười");
        EntryId id = model.fresh().get().orElseThrow().id();
        model.create(shell);
        assertThat(shell.place().get()).isEqualTo(new Place.Village(COMMUNE, id));
    }

    @Test
    void whatIsTypedWhileTheVillageIsReadAgainStays() {
        Held held = new Held();
        OpenRegister workplace = at(held);
        EntryId id = laptop.node().freshId();
        laptop.node().save(List.of(Draft.of(VILLAGE, COMMUNE, id).with("name", new Value.Text("Nà Lay"))));
        VillageModel model = new VillageModel(workplace, COMMUNE, id);
        model.shown();
        answer(held);
        EntryModel sheet = model.open().get().orElseThrow().sheet();
        model.shown();
        sheet.typing(VILLAGE.field("household_count"), "4");
        laptop.node().save(List.of(Draft.of(VILLAGE, COMMUNE, sheet.id()).with("name", new Value.Text("Nà Lạy"))));
        answer(held);
        assertThat(model.open().get().orElseThrow().sheet()).isSameAs(sheet);
        sheet.typing(VILLAGE.field("household_count"), "");
        model.shown();
        answer(held);
        assertThat(model.open().get().orElseThrow().now().text(VILLAGE.field("name"))).as("nobody writes: it is read anew").contains("Nà Lạy");
        model.shown();
        model.leave();
        answer(held);
        assertThat(model.open().get()).as("nobody looks at it any more").isEmpty();
    }

    private static void answer(Held held) {
        while (held.isWaiting()) {
            held.letGo();
        }
    }
}
