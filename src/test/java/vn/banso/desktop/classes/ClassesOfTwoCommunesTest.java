package vn.banso.desktop.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.testing.TwoCommunes.A;
import static vn.banso.testing.TwoCommunes.B;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.register.VillageName;
import vn.banso.store.training.ClassLine;
import vn.banso.testing.TwoCommunes;

/** Classes and sessions on a laptop that works for two communes: each is of the one it was planned for. */
class ClassesOfTwoCommunesTest {
    @TempDir
    private Path folder;
    private TwoCommunes two;

    @BeforeEach
    void open() {
        two = TwoCommunes.in(folder);
    }

    @AfterEach
    void shut() {
        two.close();
    }

    private EntryId course(ScopeId commune, EntryId village) {
        return two.saved(Draft.of(Catalogue.CLASS, commune, two.node().freshId()).with("name", new Value.Text("Lớp tối")).with("village", new Value.Ref(village)));
    }

    @Test
    void theListHoldsBothAndEachLineNamesItsCommune() {
        EntryId ofA = course(A, two.villageOfA());
        EntryId ofB = course(B, two.villageOfB());
        ClassesModel model = new ClassesModel(two.workplace());
        model.open();
        assertThat(model.classes()).extracting(ClassLine::scope, ClassLine::id).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(A, ofA), org.assertj.core.groups.Tuple.tuple(B, ofB));
        assertThat(model.classes()).extracting(c -> model.communes().told(c.village().orElseThrow().name(), c.scope(), Texts.of(Lang.VI)))
                .as("two villages of one name").doesNotHaveDuplicates().allMatch(told -> told.startsWith("Nà Lay · xã "));
        two.workplace().communes().chosen().set(Optional.of(B));
        assertThat(model.classes()).extracting(ClassLine::id).containsExactly(ofB);
        assertThat(model.communes().told("Nà Lay", B, Texts.of(Lang.VI))).as("only one is looked at").isEqualTo("Nà Lay");
    }

    @Test
    void whatIsPlannedIsOfTheCommuneThatWasNamed() {
        ShellModel shell = new ShellModel(two.workplace());
        ClassesModel model = new ClassesModel(two.workplace());
        model.fresh(B, Place.ClassRoom::new, shell);
        Place.ClassRoom at = (Place.ClassRoom) shell.place().get();
        assertThat(at.scope()).isEqualTo(B);
        ClassModel fresh = new ClassModel(two.workplace(), at.scope(), at.id());
        fresh.open();
        assertThat(fresh.sheet().get().orElseThrow().villages()).extracting(VillageName::id).containsExactly(two.villageOfB());
        fresh.form().get().orElseThrow().commitText(Catalogue.CLASS.field("name"), "Lớp tối");
        two.background().pass();
        ClassModel ofA = new ClassModel(two.workplace(), A, two.node().freshId());
        ofA.open();
        assertThat(ofA.leftOff().get()).as("the draft of another commune is not offered here").isEmpty();
        assertThat(fresh.create()).isTrue();
        assertThat(two.node().entry(B, at.id())).isPresent();
        assertThat(two.node().entries(Catalogue.SESSION, B)).isNotEmpty();
        assertThat(two.node().entries(Catalogue.SESSION, A)).isEmpty();
        assertThat(two.node().drafts().forms()).isEqualTo(List.of());
    }
}
