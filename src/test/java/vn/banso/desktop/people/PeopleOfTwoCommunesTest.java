package vn.banso.desktop.people;

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
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.testing.TwoCommunes;

/** People on a laptop that works for two communes. */
class PeopleOfTwoCommunesTest {
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

    @Test
    void somebodyWhoLooksTheSameElsewhereIsShownAndNeverMadeOne() {
        EntryId here = two.person(A, two.villageOfA(), "Lò Thị Mai");
        EntryId there = two.person(B, two.villageOfB(), "Lò Thị Mai");
        PersonModel model = new PersonModel(two.workplace(), A, here);
        model.reread();
        List<Twin> twins = model.known().get().orElseThrow().twins();
        assertThat(twins).extracting(t -> t.person().id()).containsExactly(there);
        assertThat(model.isHere(twins.getFirst())).isFalse();
        model.merge(twins.getFirst());
        assertThat(two.workplace().notice().get()).isEqualTo(Optional.empty());
        assertThat(two.node().canonical(B, there)).isEqualTo(there);
        assertThat(two.node().canonical(A, there)).isEqualTo(there);
        assertThat(two.node().entries(Catalogue.PERSON, A)).hasSize(1);
        assertThat(two.node().entries(Catalogue.PERSON, B)).hasSize(1);
    }

    @Test
    void nobodyMovesIntoAHouseholdOfAnotherCommune() {
        EntryId here = two.person(A, two.villageOfA(), "Lò Thị Mai");
        two.person(B, two.villageOfB(), "Lò Văn Bình");
        PersonModel model = new PersonModel(two.workplace(), A, here);
        model.reread();
        model.homes().typed().set("Bình");
        two.background().pass();
        assertThat(model.homes().found()).isEmpty();
        model.open().get().orElseThrow().sheet().commit(Catalogue.PERSON.field("born"), new Value.Day(1989, 0, 0));
        model.leave();
        assertThat(two.node().entry(A, here).orElseThrow().day(Catalogue.PERSON.field("born"))).contains(new Value.Day(1989, 0, 0));
        assertThat(two.node().entry(B, here)).isEmpty();
    }
}
