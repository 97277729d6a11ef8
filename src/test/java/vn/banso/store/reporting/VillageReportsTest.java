package vn.banso.store.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.CountPeriod;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What came of a village in a period, and what an officer says of it, on both sides of the road. */
class VillageReportsTest {
    private static final CountPeriod NOVEMBER = new CountPeriod(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;
    private EntryId near;
    private EntryId far;

    @BeforeEach
    void twoVillages() throws Exception {
        people = new Neighbourhood(folder, "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        mai = people.laptop("mai", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        near = village("Bó Mười");
        far = village("Khuổi Hin");
        Draft team = Draft.of(Catalogue.TEAM, Neighbourhood.SANG_MOC, office.freshId()).with("village", new Value.Ref(far));
        Draft member = Draft.of(Catalogue.TEAM_MEMBER, Neighbourhood.SANG_MOC, office.freshId()).with("team", new Value.Ref(team.id()))
                .with("name", new Value.Text("Vàng A Tủa")).with("phone", new Value.Text("0912345678"));
        assertThat(office.save(List.of(team, member)).isSaved()).isTrue();
        mai.ledger().take(office.ledger().seal());
    }

    @AfterEach
    void close() {
        people.close();
    }

    private EntryId village(String name) {
        Draft village = Draft.of(Catalogue.VILLAGE, Neighbourhood.SANG_MOC, office.freshId()).with("name", new Value.Text(name));
        assertThat(office.save(List.of(village)).isSaved()).isTrue();
        return village.id();
    }

    private void visited(EntryId village, int households, String on) {
        assertThat(mai.save(IntStream.range(0, households).mapToObj(i -> Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, mai.freshId())
                .with("village", new Value.Ref(village)).with("last_visit", Value.Day.parse(on))).toList()).isSaved()).isTrue();
        office.ledger().take(mai.ledger().seal());
    }

    private List<VillageReport> all(Node node) {
        return new VillageReports(node, Neighbourhood.SANG_MOC, NOVEMBER).all();
    }

    private VillageReport of(Node node, EntryId village) {
        return all(node).stream().filter(r -> r.village().id().equals(village)).findFirst().orElseThrow();
    }

    @Test
    void whoHasSentNothingComesFirstWithSomebodyToCall() {
        visited(near, 3, "2026-11-12");
        visited(far, 2, "2026-10-30");
        assertThat(all(office)).extracting(r -> r.village().id()).containsExactly(far, near);
        VillageReport missing = of(office, far);
        assertThat(missing.progress()).isEqualTo(Progress.NOT_SENT);
        assertThat(missing.households()).as("of October").isEqualTo(2);
        assertThat(missing.team()).containsExactly(new VillageReport.Contact("Vàng A Tủa", "0912345678"));
        assertThat(of(office, near)).satisfies(sent -> {
            assertThat(sent.progress()).isEqualTo(Progress.SENT);
            assertThat(sent.figures()).isEqualTo(new VillageFigures(3, 0));
            assertThat(sent.newest()).contains(Value.Day.parse("2026-11-12"));
        });
    }

    @Test
    void aReturnReachesTheLaptopAndWhatIsSentAgainIsToldBesideTheOldReason() {
        visited(near, 3, "2026-11-12");
        VillageReports reports = new VillageReports(office, Neighbourhood.SANG_MOC, NOVEMBER);
        assertThat(reports.giveBack(List.of(of(office, near)), "Còn thiếu xóm trên").isSaved()).isTrue();
        mai.ledger().take(office.ledger().seal());
        assertThat(of(mai, near).progress()).isEqualTo(Progress.RETURNED);
        assertThat(of(mai, near).reason()).isEqualTo("Còn thiếu xóm trên");

        visited(near, 2, "2026-11-20");
        VillageReport again = of(office, near);
        assertThat(again.progress()).isEqualTo(Progress.SENT_AGAIN);
        assertThat(again.reason()).isEqualTo("Còn thiếu xóm trên");
        assertThat(again.since()).isEqualTo(new VillageFigures(2, 0));

        assertThat(reports.approve(List.of(again)).isSaved()).isTrue();
        assertThat(of(office, near).progress()).isEqualTo(Progress.APPROVED);
        visited(near, 1, "2026-11-28");
        assertThat(of(office, near).progress()).isEqualTo(Progress.CHANGED);
        assertThat(of(office, near).since()).isEqualTo(new VillageFigures(1, 0));
    }

    @Test
    void onlyAnOfficerDecides() {
        visited(near, 3, "2026-11-12");
        assertThat(new VillageReports(mai, Neighbourhood.SANG_MOC, NOVEMBER).approve(List.of(of(mai, near))).isSaved()).isFalse();
    }

    @Test
    void anotherMonthIsAnotherReport() {
        visited(near, 3, "2026-11-12");
        new VillageReports(office, Neighbourhood.SANG_MOC, NOVEMBER).approve(all(office));
        CountPeriod december = new CountPeriod(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));
        assertThat(new VillageReports(office, Neighbourhood.SANG_MOC, december).all()).extracting(VillageReport::progress).containsOnly(Progress.NOT_SENT);
    }
}
