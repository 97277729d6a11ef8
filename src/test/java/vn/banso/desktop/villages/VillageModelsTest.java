package vn.banso.desktop.villages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.desktop.saving.SaveState;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What the pages of villages and teams know and do, without a page. */
class VillageModelsTest {
    private static final ScopeId COMMUNE = Neighbourhood.SANG_MOC;
    private static final EntryType VILLAGE = Catalogue.VILLAGE;
    private static final Value XOM = Codes.VILLAGE_KIND.code("xom").orElseThrow();
    private static final Value PENDING = Codes.VILLAGE_STATUS.code("pending").orElseThrow();

    @TempDir
    private Path folder;
    private Laptop laptop;
    private final AtOnce background = new AtOnce();

    private OpenRegister at(Node node) {
        OpenRegister workplace = new OpenRegister(node, background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        return workplace;
    }

    private OpenRegister volunteer(int households) {
        laptop = Laptop.of(folder, Role.VOLUNTEER, households);
        return at(laptop.node());
    }

    @AfterEach
    void shut() {
        laptop.close();
    }

    private static EntryId village(Node node, String name, Value kind) {
        EntryId id = node.freshId();
        node.save(List.of(Draft.of(VILLAGE, COMMUNE, id).with("name", new Value.Text(name)).with("kind", kind)));
        return id;
    }

    @Test
    void villagesStandInTheOrderOfTheNumbersInTheirNames() {
        OpenRegister workplace = volunteer(0);
        village(laptop.node(), "10", XOM);
        village(laptop.node(), "2", XOM);
        VillagesModel model = new VillagesModel(workplace);
        model.shown();
        assertThat(rows(model)).extracting(VillageRow::name).containsExactly("2", "10");
    }

    @Test
    void aNewVillageKnowsItsCommuneAndMayAwaitItsDecision() {
        OpenRegister workplace = volunteer(0);
        village(laptop.node(), "Nà Lay", XOM);
        VillagesModel model = new VillagesModel(workplace);
        model.shown();
        model.begin(COMMUNE);
        var fresh = model.fresh().get().orElseThrow();
        assertThat(fresh.valueOf(VILLAGE.field("kind"))).as("as most of the commune").isEqualTo(XOM);
        model.create(new ShellModel(workplace));
        assertThat(model.fresh().get()).as("without a name it is not written").isPresent();

        fresh.commitText(VILLAGE.field("name"), "Nà Lay");
        assertThat(model.namesake()).map(VillageRow::name).contains("Nà Lay");
        fresh.commitText(VILLAGE.field("name"), "Khuổi Mười");
        fresh.commit(VILLAGE.field("status"), PENDING);
        assertThat(model.namesake()).isEmpty();
        model.create(new ShellModel(workplace));

        VillageRow row = rows(model).stream().filter(r -> r.name().equals("Khuổi Mười")).findFirst().orElseThrow();
        assertThat(row.isPending()).isTrue();
        assertThat(row.sheet().text(VILLAGE.field("commune"))).contains("05719");
        assertThat(model.chosen().get()).contains(row.id());
    }

    @Test
    void aVillageThatIsHalfTypedIsThereAgain() {
        VillagesModel model = new VillagesModel(volunteer(0));
        model.shown();
        model.begin(COMMUNE);
        model.fresh().get().orElseThrow().typing(VILLAGE.field("name"), "Khuổi");
        background.pass();
        assertThat(DraftPlace.of(laptop.node().drafts().forms().getFirst())).isEqualTo(new Place.Villages());
        laptop = laptop.reopened();
        OpenRegister workplace = at(laptop.node());
        VillagesModel again = new VillagesModel(workplace);
        again.shown();
        assertThat(again.fresh().get().orElseThrow().valueOf(VILLAGE.field("name"))).isEqualTo(new Value.Text("Khuổi"));
        again.create(new ShellModel(workplace));
        assertThat(laptop.node().drafts().forms()).isEmpty();
        assertThat(rows(again)).extracting(VillageRow::name).containsExactly("Khuổi");
    }

    @Test
    void theSheetIsSavedAMomentAfterItIsWrittenAndNotBefore() {
        OpenRegister workplace = volunteer(0);
        EntryId id = village(laptop.node(), "Nà Lay", XOM);
        VillageModel model = new VillageModel(workplace, COMMUNE, id);
        model.shown();
        var open = model.open().get().orElseThrow();
        open.sheet().commitText(VILLAGE.field("household_count"), "47");
        assertThat(open.saving().state().get()).isInstanceOf(SaveState.Writing.class);
        assertThat(entry(id).whole(VILLAGE.field("household_count"))).isEmpty();
        background.pass();
        assertThat(open.saving().state().get()).isInstanceOf(SaveState.Saved.class);
        assertThat(entry(id).whole(VILLAGE.field("household_count"))).contains(47L);
    }

    @Test
    void whatCannotBeReadYetIsThereAgainAfterAPulledPlug() {
        OpenRegister workplace = volunteer(0);
        EntryId id = village(laptop.node(), "Nà Lay", XOM);
        VillageModel model = new VillageModel(workplace, COMMUNE, id);
        model.shown();
        var sheet = model.open().get().orElseThrow().sheet();
        sheet.commitText(VILLAGE.field("household_count"), "bốn bảy");
        sheet.commit(VILLAGE.field("coverage"), Codes.COVERAGE.code("patchy").orElseThrow());
        background.pass();
        assertThat(entry(id).value(VILLAGE.field("coverage"))).as("the rest is saved").isPresent();

        laptop = laptop.reopened();
        VillageModel again = new VillageModel(at(laptop.node()), COMMUNE, id);
        again.shown();
        var reopened = again.open().get().orElseThrow();
        assertThat(reopened.sheet().typed(VILLAGE.field("household_count")).get()).contains("bốn bảy");
        assertThat(reopened.saving().state().get()).isInstanceOf(SaveState.Blocked.class);
        reopened.sheet().commitText(VILLAGE.field("household_count"), "47");
        background.pass();
        assertThat(laptop.node().drafts().list()).isEmpty();
    }

    @Test
    void aVillageThatIsNotHereSaysSo() {
        VillageModel model = new VillageModel(volunteer(0), COMMUNE, new EntryId(1, 2));
        model.shown();
        assertThat(model.missing().get()).isTrue();
    }

    @Test
    void officersWriteTheTeamAndVolunteersItsMembers() {
        OpenRegister field = volunteer(0);
        EntryId id = village(laptop.office(), "Nà Lay", XOM);
        TeamModel office = new TeamModel(at(laptop.office()), COMMUNE, Optional.of(id));
        office.reread();
        assertThat(office.mayWriteTeam()).isTrue();
        office.found();
        var facts = office.facts().get().orElseThrow();
        facts.entry().commitText(Catalogue.TEAM.field("decision_number"), "12/QĐ-UBND");
        background.pass();
        laptop.node().ledger().take(laptop.office().ledger().seal());

        TeamModel mine = new TeamModel(field, COMMUNE, Optional.of(id));
        mine.reread();
        assertThat(mine.mayWriteTeam()).isFalse();
        assertThat(mine.mayWriteMembers()).isTrue();
        assertThat(mine.facts().get()).as("nothing to write").isEmpty();
        mine.found();
        assertThat(field.notice().get().orElseThrow().sentences().getFirst().key()).isEqualTo("saving.refused.act");
        assertThat(mine.known().get().orElseThrow().team().flatMap(t -> t.text(Catalogue.TEAM.field("decision_number"))))
                .contains("12/QĐ-UBND");
        mine.add();
        mine.member().get().orElseThrow().entry().commitText(Catalogue.TEAM_MEMBER.field("name"), "Nguyễn Thị Phương Thảo Nguyên");
        background.pass();
        assertThat(mine.known().get().orElseThrow().members()).as("nobody has saved it yet").isEmpty();
        mine.saveMember();
        Entry member = mine.known().get().orElseThrow().members().getFirst();
        assertThat(TeamModel.name(member)).isEqualTo("Nguyễn Thị Phương Thảo Nguyên");

        mine.end(member);
        assertThat(mine.isActive(mine.known().get().orElseThrow().members().getFirst())).isFalse();
        field.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(mine.isActive(mine.known().get().orElseThrow().members().getFirst())).isTrue();
    }

    @Test
    void aMemberThatNobodyNamedLeavesNothingBehind() {
        volunteer(0);
        EntryId id = village(laptop.office(), "Nà Lay", XOM);
        TeamModel team = new TeamModel(at(laptop.office()), COMMUNE, Optional.of(id));
        team.reread();
        team.found();
        team.add();
        team.close();
        background.pass();
        assertThat(team.known().get().orElseThrow().members()).isEmpty();
        assertThat(laptop.office().drafts().list()).isEmpty();
    }

    @Test
    void aMemberLeftHalfWrittenIsThereAgain() {
        volunteer(0);
        EntryId id = village(laptop.office(), "Nà Lay", XOM);
        TeamModel team = new TeamModel(at(laptop.office()), COMMUNE, Optional.of(id));
        team.reread();
        team.found();
        team.add();
        team.member().get().orElseThrow().entry().commitText(Catalogue.TEAM_MEMBER.field("phone"), "0912 345 678");
        team.leave();
        assertThat(laptop.office().drafts().list()).as("nobody without a name is a member yet").hasSize(1);

        TeamModel later = new TeamModel(at(laptop.office()), COMMUNE, Optional.of(id));
        later.reread();
        var again = later.member().get().orElseThrow();
        assertThat(again.entry().valueOf(Catalogue.TEAM_MEMBER.field("phone"))).isNotEqualTo(Value.BLANK);
        again.entry().commitText(Catalogue.TEAM_MEMBER.field("name"), "Lò Thị Mai");
        later.saveMember();
        assertThat(later.known().get().orElseThrow().members()).extracting(TeamModel::name).containsExactly("Lò Thị Mai");
        assertThat(laptop.office().drafts().list()).isEmpty();
    }

    @Test
    void whatIsMissingIsToldApartFromWhatNobodyAsked() {
        OpenRegister workplace = volunteer(0);
        Node node = laptop.node();
        sheet(node, village(node, "1", XOM), "coverage_viettel", "dark", "grid_power", "yes", "best_technology", "3g");
        sheet(node, village(node, "2", XOM), "coverage_viettel", "patchy", "grid_power", "no", "best_technology", "none");
        village(node, "3", XOM);
        VillagesModel model = new VillagesModel(workplace);
        model.shown();
        List<Gaps> gaps = Gaps.of(rows(model));
        Gaps viettel = find(gaps, Gaps.What.VIETTEL);
        assertThat(viettel.lines()).extracting(l -> l.village().name()).containsExactly("1", "2");
        assertThat(viettel.unknown()).isEqualTo(1);
        Gaps fourG = find(gaps, Gaps.What.FOUR_G);
        assertThat(fourG.lines()).extracting(l -> l.village().name()).as("without power 4G is not asked for").containsExactly("1");
        assertThat(fourG.all()).isEqualTo(2);
        assertThat(find(gaps, Gaps.What.MOBIFONE).isUnasked()).isTrue();
    }

    private static void sheet(Node node, EntryId id, String... answers) {
        Draft draft = Draft.of(VILLAGE, COMMUNE, id);
        for (int i = 0; i < answers.length; i += 2) {
            draft = draft.with(answers[i], VILLAGE.field(answers[i]).codes().orElseThrow().code(answers[i + 1]).orElseThrow());
        }
        node.save(List.of(draft));
    }

    private static Gaps find(List<Gaps> all, Gaps.What what) {
        return all.stream().filter(g -> g.what() == what).findFirst().orElseThrow();
    }

    private static List<VillageRow> rows(VillagesModel model) {
        return model.all().get().orElseThrow();
    }

    private Entry entry(EntryId id) {
        return laptop.node().entry(COMMUNE, id).orElseThrow();
    }
}
