package vn.banso.desktop.villages;

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
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.TwoCommunes;

/** Villages and teams on a laptop that works for two communes. */
class VillagesOfTwoCommunesTest {
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

    private VillagesModel model() {
        VillagesModel model = new VillagesModel(two.workplace());
        model.shown();
        return model;
    }

    @Test
    void aVillageBegunInOneCommuneIsOfTheOtherAfterAll() {
        two.saved(Draft.of(Catalogue.VILLAGE, A, two.villageOfA()).with("kind", Codes.VILLAGE_KIND.code("xom").orElseThrow()));
        two.saved(Draft.of(Catalogue.VILLAGE, B, two.villageOfB()).with("kind", Codes.VILLAGE_KIND.code("ban").orElseThrow()));
        VillagesModel model = model();
        assertThat(model.all().get().orElseThrow()).extracting(VillageRow::scope).containsExactlyInAnyOrder(A, B);
        model.begin(A);
        EntryModel first = model.fresh().get().orElseThrow();
        first.commitText(Catalogue.VILLAGE.field("name"), "Khuổi Mười");
        two.background().pass();
        model.begin(B);
        two.background().pass();
        assertThat(two.node().drafts().forms()).singleElement().matches(f -> f.scope().equals(B));
        EntryId id = model.fresh().get().orElseThrow().id();
        model.create(new ShellModel(two.workplace()));
        Entry made = two.node().entry(B, id).orElseThrow();
        assertThat(made.text(Catalogue.VILLAGE.field("name"))).contains("Khuổi Mười");
        assertThat(made.text(Catalogue.VILLAGE.field("commune"))).as("its own commune's code").contains("05818");
        assertThat(two.node().entries(Catalogue.VILLAGE, A)).hasSize(1);
        assertThat(two.node().drafts().forms()).isEqualTo(List.of());
    }

    @Test
    void aMemberHalfWrittenForOneCommuneIsNotGoneOnWithInTheOther() {
        EntryId draft = begun(A);
        assertThat(begun(B)).as("a sheet of its own").isNotEqualTo(draft);
        two.workplace().communes().chosen().set(Optional.of(A));
        TeamModel ofA = model().communeTeam().get().orElseThrow();
        assertThat(ofA.member().get().map(o -> o.entry().id())).contains(draft);
    }

    /** A member of the team of this commune, of whom a name is typed. */
    private EntryId begun(ScopeId commune) {
        two.saved(Draft.of(Catalogue.TEAM, commune, two.node().freshId()).with("team_level", Codes.TEAM_LEVEL.code("commune").orElseThrow())
                .with("decision_number", new Value.Text("12/QĐ-UBND")));
        two.workplace().communes().chosen().set(Optional.of(commune));
        TeamModel team = model().communeTeam().get().orElseThrow();
        team.add();
        EntryModel member = team.member().get().orElseThrow().entry();
        member.commitText(Catalogue.TEAM_MEMBER.field("name"), "Lò Văn Bình");
        two.background().pass();
        team.leave();
        return member.id();
    }
}
