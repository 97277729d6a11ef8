package vn.banso.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.banso.trust.Province.GOVERNANCE;
import static vn.banso.trust.Province.LA_BANG;
import static vn.banso.trust.Province.SANG_MOC;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.PartsFormat;
import vn.banso.trust.crypto.Purpose;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** No number that somebody sends chooses ours: epochs and serials go up step by step, whatever an officer writes. */
class PeerNumbersTest {
    private final Province province = new Province();
    private final Laptop volunteer = new Laptop("Bàn Thị Mùi");
    private final Laptop other = new Laptop("Giàng A Tủa");

    @BeforeEach
    void approveBoth() {
        for (Laptop laptop : List.of(volunteer, other)) {
            province.approve(province.sangMoc, laptop, Role.VOLUNTEER, Set.of(SANG_MOC));
            laptop.ring.sealOnlyUnder(k -> province.grants.mayBeCurrent(k));
        }
        List.of(province.sangMoc, province.province).forEach(o -> {
            o.ring.addAll(province.grants.scopeKeys(o.keys));
            o.ring.sealOnlyUnder(k -> province.grants.mayBeCurrent(k));
        });
    }

    private void handOut(Laptop officer, ScopeKey key) {
        province.sees(officer.writes(List.of(province.acts.scopeKey(key, volunteer.keys.signingKey(), volunteer.keys.sealingKey()))));
        volunteer.ring.addAll(province.grants.scopeKeys(volunteer.keys));
        officer.ring.add(key);
    }

    private int epoch() {
        return volunteer.ring.current(SANG_MOC).orElseThrow().epoch();
    }

    @Test
    void theLastEpochThereCanBeIsNobodysNext() {
        for (int epoch : new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 1, 1_000, 3}) {
            handOut(province.sangMoc, ScopeKey.fresh(SANG_MOC, epoch));
            assertThat(epoch()).as("after " + epoch).isEqualTo(1);
        }
        assertThat(volunteer.ring.all()).as("they are kept: somebody may have sealed under them").hasSizeGreaterThan(4);
        province.revoke(province.sangMoc, other);
        assertThat(province.grants.isLive(other.keys.id(), SANG_MOC)).isFalse();
        volunteer.ring.addAll(province.grants.scopeKeys(volunteer.keys));
        assertThat(epoch()).as("reached step by step; 3 was begun already").isEqualTo(3);
        assertThat(other.ring.all()).noneMatch(k -> volunteer.ring.current(SANG_MOC).orElseThrow().equals(k));
    }

    @Test
    void epochsThatAreNoneAreRefused() {
        for (long epoch : new long[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE + 1L, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Draft draft = province.acts.scopeKey(ScopeKey.fresh(SANG_MOC, 2), volunteer.keys.signingKey(), volunteer.keys.sealingKey())
                    .with("epoch", new Value.Whole(epoch));
            Batch batch = province.sangMoc.writes(List.of(draft));
            Province.Node node = province.node().takesAll(province.written);
            node.takes(batch);
            assertThat(node.shelf.refused(batch.hash()).values()).as("epoch " + epoch).containsExactly(Reason.INVALID_VALUE);
            province.sees(batch);
        }
    }

    @Test
    void aKeyThatARevokedOfficerBeganIsNeverCurrent() {
        Laptop rogue = new Laptop("Lò Văn Bạn");
        province.approve(province.province, rogue, Role.COMMUNE, Set.of(SANG_MOC));
        rogue.ring.addAll(province.grants.scopeKeys(rogue.keys));
        ScopeKey theirs = ScopeKey.fresh(SANG_MOC, 2);
        handOut(rogue, theirs);
        assertThat(volunteer.ring.current(SANG_MOC)).as("an officer may").contains(theirs);
        Batch last = province.written.getLast();
        // Nobody who could begin another key revokes: the root key is in a safe, with no key of any commune.
        province.revoke(province.root, rogue, last);
        assertThat(volunteer.ring.current(SANG_MOC)).hasValueSatisfying(k -> assertThat(k.epoch()).isEqualTo(1));
        assertThat(volunteer.ring.all()).as("what was sealed under it opens").contains(theirs);
    }

    @Test
    void whereARevokedOfficerBeganAllKeysTheNextOfficerBeginsAnother() {
        province.revoke(province.root, province.sangMoc, province.written.stream()
                .filter(b -> b.header().author().equals(province.sangMoc.keys.id())).toList().getLast());
        assertThat(volunteer.ring.current(SANG_MOC)).as("nothing is sealed for who was shut out").isEmpty();
        assertThat(province.acts.handOut(province.grants, province.sangMoc.ring, province.sangMoc.keys).keys()).as("not by itself").isEmpty();
        Governance.Act act = province.acts.handOut(province.grants, province.province.ring, province.province.keys);
        assertThat(act.keys()).extracting(ScopeKey::scope).containsExactly(SANG_MOC);
        province.province.ring.addAll(act.keys());
        province.sees(province.province.writes(act.drafts()));
        volunteer.ring.addAll(province.grants.scopeKeys(volunteer.keys));
        assertThat(volunteer.ring.current(SANG_MOC)).isEqualTo(province.province.ring.current(SANG_MOC)).isPresent();
        assertThat(province.grants.scopeKeys(province.sangMoc.keys)).doesNotContainAnyElementsOf(act.keys());
        assertThat(province.acts.handOut(province.grants, province.province.ring, province.province.keys).keys()).isEmpty();
    }

    /** Two officers begin the same epoch at once, one to shut somebody out whom the other hands its key to. */
    @Test
    void aKeyThatSomebodyShutOutWasHandedIsFollowedByAnother() {
        ScopeKey handed = ScopeKey.fresh(SANG_MOC, 3);
        province.sees(province.province.writes(List.of(province.acts.scopeKey(handed, other.keys.signingKey(), other.keys.sealingKey()),
                province.acts.scopeKey(handed, volunteer.keys.signingKey(), volunteer.keys.sealingKey()),
                province.acts.scopeKey(handed, province.sangMoc.keys.signingKey(), province.sangMoc.keys.sealingKey()))));
        province.sangMoc.ring.addAll(province.grants.scopeKeys(province.sangMoc.keys));
        province.revoke(province.sangMoc, other);
        assertThat(province.sangMoc.ring.current(SANG_MOC)).as("3 follows 2 now").contains(handed);
        Governance.Act act = province.acts.handOut(province.grants, province.sangMoc.ring, province.sangMoc.keys);
        assertThat(act.keys()).singleElement().satisfies(k -> assertThat(k.epoch()).isEqualTo(4));
        province.sangMoc.ring.addAll(act.keys());
        province.sees(province.sangMoc.writes(act.drafts()));
        assertThat(province.sangMoc.ring.current(SANG_MOC)).contains(act.keys().getFirst());
        assertThat(province.acts.handOut(province.grants, province.sangMoc.ring, province.sangMoc.keys).keys()).isEmpty();
    }

    @Test
    void aKeyThatNobodyWasToldOfIsNotSealedUnder() {
        volunteer.ring.add(ScopeKey.fresh(SANG_MOC, 1));
        volunteer.ring.add(ScopeKey.fresh(SANG_MOC, 2));
        province.province.ring.add(ScopeKey.fresh(GOVERNANCE, Integer.MAX_VALUE));
        assertThat(province.grants.mayBeCurrent(volunteer.ring.current(SANG_MOC).orElseThrow())).isTrue();
        assertThat(province.province.ring.current(GOVERNANCE)).hasValueSatisfying(k -> assertThat(k.epoch()).isEqualTo(1));
        assertThat(volunteer.ring.current(LA_BANG)).isEmpty();
    }

    /** One of two officers of equal rank writes the highest serial there is: the other can still correct the revocation. */
    @Test
    void theHighestSerialCorrectsNobodyForEver() {
        Batch good = other.writes(List.of(Province.household()));
        for (long serial : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 1, 7, 0, -1, Long.MIN_VALUE}) {
            province.sees(province.sangMoc.writes(List.of(
                    province.acts.revocation(province.grants, SANG_MOC, other.keys.signingKey(), List.of(), "thử")
                            .with("serial", new Value.Whole(serial)))));
        }
        Province.Node node = province.node().takesAll(province.written);
        node.takes(good);
        assertThat(node.shelf.reason(good.hash())).contains(Reason.REVOKED);
        province.revoke(province.sangMoc, other, good);
        node.takesAll(province.written);
        assertThat(node.shelf.reason(good.hash())).as("the correction is heard").isEmpty();
        assertThat(province.grants.nextSerial(other.keys.id(), SANG_MOC)).isBetween(2L, 8L);
    }

    @Test
    void nothingCanBeSealedToItButTheOthersGetTheirKeys() throws MalformedException {
        byte[] zero = new byte[DeviceKeys.PUBLIC_KEY];
        Enrolment.Request poisoned = new Enrolment.Request(new Laptop("").keys.signingKey(), zero, "Lò Văn Bạn", Role.VOLUNTEER);
        province.sees(province.sangMoc.writes(List.of(province.acts.grant(poisoned, Role.VOLUNTEER, Set.of(), Optional.empty(), SANG_MOC))));
        province.revoke(province.sangMoc, other);
        assertThat(province.grants.isLive(other.keys.id(), SANG_MOC)).isFalse();
        volunteer.ring.addAll(province.grants.scopeKeys(volunteer.keys));
        assertThat(epoch()).isEqualTo(2);
        assertThat(Enrolment.readRequest(Enrolment.request(volunteer.keys, "Bàn Thị Mùi", Role.VOLUNTEER)).holder()).isEqualTo("Bàn Thị Mùi");
        byte[] body = PartsFormat.write("banso request 1", volunteer.keys.signingKey(), zero, PartsFormat.text("Bàn Thị Mùi"), new byte[] {1});
        byte[] request = PartsFormat.write("banso request 1", body, volunteer.keys.sign(Purpose.REQUEST, body));
        assertThatThrownBy(() -> Enrolment.readRequest(request)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aStampAfterTheLastIsTheLast() {
        assertThat(new Stamp(Long.MAX_VALUE).next(1_000)).isEqualTo(new Stamp(Long.MAX_VALUE));
        assertThat(new Stamp(Long.MAX_VALUE - 1).next(1_000)).isEqualTo(new Stamp(Long.MAX_VALUE));
        assertThat(new Stamp(Long.MIN_VALUE).next(1_000)).isEqualTo(new Stamp(1_000));
        assertThat(Stamp.NEVER.next(-5)).as("a clock before 1970").isEqualTo(new Stamp(1));
    }

    @Test
    void aRoleThatIsNoneAndACommuneThatIsNoneAreNoGrant() {
        for (long role : new long[] {0, 6, -1, Integer.MAX_VALUE}) {
            Draft draft = province.acts.grant(new Laptop("").asks(Role.VOLUNTEER), Role.VOLUNTEER, Set.of(), Optional.empty(), SANG_MOC)
                    .with("role", new Value.Code((int) role));
            Batch batch = province.province.writes(List.of(draft));
            Province.Node node = province.node().takesAll(province.written);
            node.takes(batch);
            assertThat(node.shelf.refused(batch.hash()).values()).as("role " + role).containsExactly(Reason.INVALID_VALUE);
            province.sees(batch);
        }
        assertThat(Catalogue.GRANT.field("role").id()).isPositive();
    }
}
