package vn.banso.trust.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.trust.Province.ELSEWHERE;
import static vn.banso.trust.Province.GOVERNANCE;
import static vn.banso.trust.Province.LA_BANG;
import static vn.banso.trust.Province.SANG_MOC;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Intake.Outcome;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.trust.Laptop;
import vn.banso.trust.Province;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.crypto.Purpose;
import vn.banso.trust.crypto.ScopeKey;

/** What becomes of batches, by who wrote them. */
class GrantsTest {
    private final Province province = new Province();
    private final Laptop volunteer = new Laptop("Bàn Thị Mùi");
    private Province.Node node;

    @BeforeEach
    void approveTheVolunteer() {
        province.approve(province.sangMoc, volunteer, Role.VOLUNTEER, Set.of(SANG_MOC));
        node = province.node().takesAll(province.written);
    }

    @Test
    void grantsLeadDownFromTheRoot() {
        assertThat(province.grants.devices()).extracting(GrantedDevice::role)
                .containsExactlyInAnyOrder(Role.PROVINCE, Role.COMMUNE, Role.COMMUNE, Role.VOLUNTEER);
        GrantedDevice device = province.grants.device(volunteer.keys.id()).orElseThrow();
        assertThat(device.holder()).isEqualTo("Bàn Thị Mùi");
        assertThat(device.communes()).containsExactly(SANG_MOC);
        assertThat(device.revoked()).isFalse();
        assertThat(device.fingerprint()).isEqualTo(Fingerprint.of(volunteer.keys.signingKey()));
        assertThat(province.grants.roles(volunteer.keys.id(), LA_BANG)).isEmpty();
        assertThat(province.grants.readers(SANG_MOC)).extracting(GrantedDevice::id)
                .containsExactlyInAnyOrder(province.province.keys.id(), province.sangMoc.keys.id(), volunteer.keys.id());
    }

    @Test
    void whatIsGrantedCounts() {
        becomes(BatchStatus.APPLIED, Optional.empty(), volunteer.writes(List.of(Province.household())));
    }

    @Test
    void aBatchWaitsForItsGrant() {
        Batch batch = volunteer.writes(List.of(Province.household()));
        Province.Node early = province.node();
        early.takes(batch);
        assertThat(early.shelf.standing(batch.hash())).contains(BatchStatus.WAITING_GRANT);
        early.takesAll(province.written);
        assertThat(early.shelf.standing(batch.hash())).contains(BatchStatus.APPLIED);
    }

    @Test
    void aStrangerWaits() {
        Laptop stranger = new Laptop("");
        stranger.ring.addAll(volunteer.ring.all());
        becomes(BatchStatus.WAITING_GRANT, Optional.empty(), stranger.writes(List.of(Province.household())));
    }

    @Test
    void aForgedBatchIsNotKept() throws Exception {
        Batch batch = volunteer.writes(List.of(Province.household()));
        byte[] signature = province.sangMoc.keys.sign(Purpose.BATCH, batch.headerBytes());
        Batch forged = Batch.of(batch.headerBytes(), signature, batch.body());
        assertThat(node.takes(forged)).isEqualTo(new Outcome.Rejected(Reason.FORGED));
        assertThat(node.shelf.standing(batch.hash())).isEmpty();
        assertThat(node.takes(batch)).isEqualTo(new Outcome.Kept(BatchStatus.APPLIED, Optional.empty()));
    }

    @Test
    void aReplayedBatchIsKnown() {
        Batch batch = volunteer.writes(List.of(Province.household()));
        node.takes(batch);
        int entries = node.shelf.states(SANG_MOC).size();
        assertThat(node.takes(batch)).isEqualTo(new Outcome.Known());
        assertThat(node.shelf.states(SANG_MOC)).hasSize(entries);
    }

    @Test
    void inAnotherCommuneItIsAStranger() {
        volunteer.ring.addAll(province.laBang.ring.all());
        becomes(BatchStatus.WAITING_GRANT, Optional.empty(),
                volunteer.seals(LA_BANG, volunteer.create(Province.household())));
    }

    @Test
    void anotherProvinceIsRefusedWhoeverWrites() {
        for (Laptop writer : List.of(volunteer, province.province, new Laptop(""))) {
            writer.ring.add(ScopeKey.fresh(ELSEWHERE, 1));
            becomes(BatchStatus.SET_ASIDE, Optional.of(Reason.OTHER_PROVINCE),
                    writer.seals(ELSEWHERE, writer.create(Province.household())));
        }
    }

    @Test
    void aVolunteerDoesNotWriteGovernance() {
        becomes(BatchStatus.WAITING_GRANT, Optional.empty(),
                volunteer.writes(List.of(province.acts.area("vùng của tôi", Set.of(SANG_MOC)))));
    }

    @Test
    void whatWasWrittenBeforeTheRevocationCountsAndWhatCameAfterDoesNot() {
        Batch before = volunteer.writes(List.of(Province.household()));
        Batch after = volunteer.writes(List.of(Province.household()));
        province.revoke(province.sangMoc, volunteer, before);
        node.takesAll(List.of(before, after));
        long entries = households();
        node.takesAll(province.written);
        assertThat(node.shelf.standing(before.hash())).contains(BatchStatus.APPLIED);
        assertThat(node.shelf.standing(after.hash())).contains(BatchStatus.SET_ASIDE);
        assertThat(node.shelf.reason(after.hash())).contains(Reason.REVOKED);
        assertThat(households()).isEqualTo(entries - 1);
        assertThat(node.grants.device(volunteer.keys.id()).orElseThrow().revoked()).isTrue();
    }

    @Test
    void ofAFeedThatTheRevocationDoesNotNameNothingCounts() {
        province.revoke(province.sangMoc, volunteer);
        node.takesAll(province.written);
        becomes(BatchStatus.SET_ASIDE, Optional.of(Reason.REVOKED), volunteer.writes(List.of(Province.household())));
    }

    @Test
    void aCorrectedRevocationLetsMoreCount() {
        Batch first = volunteer.writes(List.of(Province.household()));
        Batch onTheRoad = volunteer.writes(List.of(Province.household()));
        province.revoke(province.sangMoc, volunteer, first);
        province.revoke(province.sangMoc, volunteer, onTheRoad);
        node.takesAll(province.written).takesAll(List.of(first, onTheRoad));
        assertThat(node.shelf.standing(onTheRoad.hash())).contains(BatchStatus.APPLIED);
    }

    @Test
    void whatARevokedOfficerGrantedBeforeStands() {
        Batch grant = province.written.getLast();
        province.revoke(province.province, province.sangMoc, grant);
        node.takesAll(province.written);
        becomes(BatchStatus.APPLIED, Optional.empty(), volunteer.writes(List.of(Province.household())));
    }

    @Test
    void whatARevokedOfficerGrantedAfterIsTakenBackWithAllThatFollowed() {
        Batch good = province.written.getLast();
        Laptop late = new Laptop("Giàng A Tủa");
        Batch grant = province.approve(province.sangMoc, late, Role.VOLUNTEER, Set.of(SANG_MOC));
        Batch batch = late.writes(List.of(Province.household()));
        node.takesAll(List.of(grant, batch));
        assertThat(node.shelf.standing(batch.hash())).contains(BatchStatus.APPLIED);
        province.revoke(province.province, province.sangMoc, good);
        node.takesAll(province.written);
        assertThat(node.shelf.standing(grant.hash())).contains(BatchStatus.SET_ASIDE);
        assertThat(node.shelf.standing(batch.hash())).contains(BatchStatus.WAITING_GRANT);
    }

    @Test
    void whoIsRevokedInOneCommuneWritesOnInAnother() {
        province.approve(province.laBang, volunteer, Role.VOLUNTEER, Set.of(LA_BANG));
        province.revoke(province.sangMoc, volunteer);
        node.takesAll(province.written);
        becomes(BatchStatus.APPLIED, Optional.empty(), volunteer.seals(LA_BANG, volunteer.create(Province.household())));
        becomes(BatchStatus.SET_ASIDE, Optional.of(Reason.REVOKED),
                volunteer.seals(SANG_MOC, volunteer.create(Province.household())));
    }

    @Test
    void aWiderGrantReachesBatchesThatWereRefused() {
        volunteer.ring.addAll(province.laBang.ring.all());
        Batch early = volunteer.seals(LA_BANG, volunteer.create(Province.household()));
        becomes(BatchStatus.WAITING_GRANT, Optional.empty(), early);
        province.approve(province.laBang, volunteer, Role.VOLUNTEER, Set.of(LA_BANG));
        node.takesAll(province.written);
        assertThat(node.shelf.standing(early.hash())).contains(BatchStatus.APPLIED);
    }

    private long households() {
        return node.shelf.states(SANG_MOC).stream().filter(s -> s.type() == Catalogue.HOUSEHOLD.id()).count();
    }

    /** What is said in one commune is nobody's business in another: it takes no part in what is judged there. */
    @Test
    void whatOneCommuneSaysChangesNothingInAnother() {
        Laptop both = new Laptop("Lý Thị Hai");
        province.approve(province.province, both, Role.COMMUNE, Set.of(SANG_MOC, LA_BANG));
        Grants before = province.grants;
        province.revoke(province.sangMoc, volunteer);
        assertThat(province.grants.changedSince(before)).containsExactly(volunteer.keys.id());
        List<Batch> known = province.written.stream().filter(b -> !b.header().scope().equals(SANG_MOC)).toList();
        Province.Node neighbour = province.node().takesAll(known);
        assertThat(neighbour.grants.isLive(both.keys.id(), LA_BANG)).as("all that is needed is there").isTrue();
        assertThat(neighbour.grants.device(volunteer.keys.id())).isEmpty();
        assertThat(neighbour.grants.readers(LA_BANG)).extracting(GrantedDevice::id)
                .containsExactlyInAnyOrderElementsOf(province.grants.readers(LA_BANG).stream().map(GrantedDevice::id).toList());
    }

    @Test
    void namesAreNotPrinted() {
        assertThat(province.grants.devices().toString()).doesNotContain("Bàn Thị Mùi");
        DeviceId id = volunteer.keys.id();
        assertThat(province.grants.of(id).toString()).doesNotContain("Bàn Thị Mùi");
        assertThat(volunteer.asks(Role.VOLUNTEER).toString()).doesNotContain("Bàn Thị Mùi");
        assertThat(GOVERNANCE).isEqualTo(province.grants.governance());
    }

    private void becomes(BatchStatus standing, Optional<Reason> reason, Batch batch) {
        assertThat(node.takes(batch)).isEqualTo(new Outcome.Kept(standing, reason));
    }
}
