package vn.banso.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.trust.Province.GOVERNANCE;
import static vn.banso.trust.Province.LA_BANG;
import static vn.banso.trust.Province.SANG_MOC;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Grant;
import vn.banso.trust.governance.GrantChain;
import vn.banso.trust.governance.Role;

/** Each refusal of a governance entry alone: everything else about the change is right, so that nothing else could refuse it. */
class RefusalsTest {
    private final Province province = new Province();
    private final Laptop friend = new Laptop("Lò Văn Bạn");

    private Optional<Reason> of(Laptop author, Draft draft) {
        return of(author, Kind.CREATE.number(), draft, new TreeMap<>());
    }

    private Optional<Reason> of(Laptop author, int kind, Draft draft, SortedMap<Integer, SortedSet<ChangeId>> bases) {
        return province.grants.change(draft.scope(), Change.of(kind, draft.type().id(), draft.id(), author.keys.id(), new Stamp(1), draft.fields(), bases));
    }

    private Draft grant(Role role, Set<ScopeId> communes) {
        return province.acts.grant(friend.asks(role), role, communes, Optional.empty(), GOVERNANCE);
    }

    private static Draft without(Draft draft, String field) {
        SortedMap<Integer, Value> left = new TreeMap<>(draft.fields());
        left.remove(draft.type().field(field).id());
        return new Draft(draft.type(), draft.scope(), draft.id(), left);
    }

    @Test
    void whatIsRightIsNotRefused() {
        assertThat(of(province.province, grant(Role.AREA, Set.of(SANG_MOC)))).isEmpty();
        assertThat(of(province.root, grant(Role.PROVINCE, Set.of()))).isEmpty();
        assertThat(of(province.province, province.acts.area("Võ Nhai", Set.of(SANG_MOC)))).isEmpty();
        assertThat(of(province.root, province.acts.province("19", "Thái Nguyên", "2025-07-01", ""))).isEmpty();
        assertThat(of(province.province, revocation())).isEmpty();
    }

    private Draft revocation() {
        return province.acts.revocation(province.grants, GOVERNANCE, province.sangMoc.keys.signingKey(), List.of(), "thử");
    }

    @Test
    void whatIsNoGovernanceDoesNotStandThere() {
        for (Laptop author : List.of(province.root, province.province)) {
            assertThat(of(author, Draft.of(Catalogue.HOUSEHOLD, GOVERNANCE, province.acts.area("", Set.of()).id()).with("size", new Value.Whole(4))))
                    .contains(Reason.NOT_PERMITTED);
        }
        Draft area = province.acts.area("Võ Nhai", Set.of(SANG_MOC));
        Change unknown = Change.of(1, 250, area.id(), province.root.keys.id(), new Stamp(1), area.fields(), new TreeMap<>());
        assertThat(province.grants.change(GOVERNANCE, unknown)).contains(Reason.NOT_PERMITTED);
    }

    @Test
    void nothingIsErased() {
        assertThat(of(province.root, Kind.ERASE.number(), province.acts.area("Võ Nhai", Set.of(SANG_MOC)), new TreeMap<>())).contains(Reason.NOT_PERMITTED);
    }

    @Test
    void statementsAreWrittenOnce() {
        for (Draft draft : List.of(grant(Role.AREA, Set.of(SANG_MOC)), revocation())) {
            for (Kind kind : List.of(Kind.SET, Kind.TOMBSTONE, Kind.RESTORE, Kind.ALIAS, Kind.UNALIAS, Kind.MOVE, Kind.ERASE)) {
                assertThat(of(province.province, kind.number(), draft, new TreeMap<>())).as(kind.name()).contains(Reason.NOT_PERMITTED);
            }
            for (Kind kind : List.of(Kind.CREATE, Kind.GRANT, Kind.REVOKE)) {
                assertThat(of(province.province, kind.number(), draft, new TreeMap<>())).as(kind.name()).isEmpty();
                SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>(Map.of(16, new TreeSet<>(Set.of(new ChangeId(1)))));
                assertThat(of(province.province, kind.number(), draft, bases)).as(kind + " over another").contains(Reason.NOT_PERMITTED);
            }
        }
        Draft area = province.acts.area("Võ Nhai", Set.of(SANG_MOC));
        assertThat(of(province.province, Kind.SET.number(), area, new TreeMap<>())).as("names of areas may change").isEmpty();
    }

    @Test
    void valuesAreOfTheKindThatTheCatalogueSays() {
        assertThat(of(province.province, grant(Role.AREA, Set.of(SANG_MOC)).with("holder", new Value.Whole(1)))).contains(Reason.INVALID_VALUE);
        assertThat(of(province.province, revocation().with("reason", new Value.Whole(1)))).contains(Reason.INVALID_VALUE);
        assertThat(of(province.province, province.acts.area("Võ Nhai", Set.of()).with("name", new Value.Day(2026, 1, 1)))).contains(Reason.INVALID_VALUE);
    }

    @Test
    void aGrantIsWhole() {
        Draft whole = grant(Role.AREA, Set.of(SANG_MOC));
        for (String field : List.of("device_key", "sealing_key", "role", "communes")) {
            assertThat(of(province.province, without(whole, field))).as(field).contains(Reason.INVALID_VALUE);
        }
        assertThat(of(province.province, whole.with("device_key", new Value.Bytes(new byte[31])))).contains(Reason.INVALID_VALUE);
        assertThat(of(province.province, whole.with("sealing_key", new Value.Bytes(new byte[33])))).contains(Reason.INVALID_VALUE);
        assertThat(of(province.province, whole.with("communes", new Value.Items(new TreeSet<>(Set.of("khắp nơi")))))).contains(Reason.INVALID_VALUE);
        assertThat(of(province.root, grant(Role.PROVINCE, Set.of(SANG_MOC)))).as("a province has them all").contains(Reason.INVALID_VALUE);
        assertThat(of(province.province, without(whole, "holder"))).as("who holds it may be unsaid").isEmpty();
    }

    @Test
    void nobodyGrantsWhatIsNotBelowThem() {
        assertThat(of(province.province, grant(Role.PROVINCE, Set.of()))).contains(Reason.NOT_PERMITTED);
        assertThat(of(friend, grant(Role.AREA, Set.of(SANG_MOC)))).contains(Reason.NOT_PERMITTED);
        assertThat(of(province.sangMoc, grant(Role.AREA, Set.of(SANG_MOC)))).contains(Reason.NOT_PERMITTED);
        assertThat(of(province.province, grant(Role.AREA, Set.of(SANG_MOC, Province.ELSEWHERE)))).as("of another province").contains(Reason.NOT_PERMITTED);
        assertThat(of(province.province, grant(Role.AREA, Set.of(SANG_MOC, LA_BANG)))).isEmpty();
    }

    @Test
    void aGrantReachesItsCommunesAndNoFurther() {
        Grant commune = province.grants.of(province.sangMoc.keys.id()).getFirst();
        Grant whole = province.grants.of(province.province.keys.id()).getFirst();
        assertThat(commune.covers(SANG_MOC)).isTrue();
        assertThat(commune.covers(LA_BANG)).isFalse();
        assertThat(whole.covers(LA_BANG)).isTrue();
        assertThat(commune.toString()).contains("COMMUNE").doesNotContain(commune.holder());
        assertThat(GrantChain.rules(List.of(commune), Role.VOLUNTEER, Set.of(SANG_MOC))).isTrue();
        assertThat(GrantChain.rules(List.of(commune), Role.VOLUNTEER, Set.of(SANG_MOC, LA_BANG))).isFalse();
        assertThat(GrantChain.rules(List.of(commune), Role.VOLUNTEER, Set.of())).as("nowhere").isFalse();
        assertThat(GrantChain.rules(List.of(commune), Role.COMMUNE, Set.of(SANG_MOC))).as("not below").isFalse();
        assertThat(GrantChain.rules(List.of(whole), Role.AREA, Set.of())).isTrue();
        assertThat(GrantChain.rules(List.of(whole), Role.PROVINCE, Set.of(SANG_MOC))).isFalse();
        assertThat(GrantChain.rules(List.of(), Role.VOLUNTEER, Set.of(SANG_MOC))).isFalse();
    }

    @Test
    void aRevocationNamesADeviceAndComesFromAnOfficer() {
        assertThat(of(province.province, without(revocation(), "device_key"))).contains(Reason.INVALID_VALUE);
        assertThat(of(province.province, revocation().with("device_key", new Value.Bytes(new byte[5])))).contains(Reason.INVALID_VALUE);
        assertThat(of(friend, revocation())).contains(Reason.NOT_PERMITTED);
        assertThat(of(province.root, revocation())).isEmpty();
    }

    @Test
    void aKeyIsWholeAndHandedOutByWhoAnswersForItsScope() {
        Draft whole = province.acts.scopeKey(ScopeKey.fresh(SANG_MOC, 2), friend.keys.signingKey(), friend.keys.sealingKey());
        assertThat(of(province.sangMoc, whole)).isEmpty();
        assertThat(of(province.province, whole)).isEmpty();
        for (String field : List.of("device_key", "epoch", "key_id", "sealed")) {
            assertThat(of(province.province, without(whole, field))).as(field).contains(Reason.INVALID_VALUE);
        }
        assertThat(of(province.sangMoc, whole.with("device_key", new Value.Bytes(new byte[31])))).contains(Reason.INVALID_VALUE);
        for (String name : List.of("", "khóa", "0123456789abcde", "0123456789abcdeg", "0123456789ABCDEF")) {
            assertThat(of(province.sangMoc, whole.with("key_id", new Value.Text(name)))).as(name).contains(Reason.INVALID_VALUE);
        }
        for (long epoch : new long[] {0, -1, 1L + Integer.MAX_VALUE}) {
            assertThat(of(province.sangMoc, whole.with("epoch", new Value.Whole(epoch)))).as("epoch %s", epoch).contains(Reason.INVALID_VALUE);
        }
        for (long epoch : new long[] {1, Integer.MAX_VALUE}) {
            assertThat(of(province.sangMoc, whole.with("epoch", new Value.Whole(epoch)))).as("epoch %s", epoch).isEmpty();
        }
        assertThat(of(province.laBang, whole)).as("the neighbour's officer").contains(Reason.NOT_PERMITTED);
        assertThat(of(friend, whole)).contains(Reason.NOT_PERMITTED);
    }

    @Test
    void theProvinceAloneSpeaksOfItselfAndItsAreas() {
        for (Draft draft : List.of(province.acts.area("Võ Nhai", Set.of(SANG_MOC)), province.acts.province("19", "Thái Nguyên", "2025-07-01", ""))) {
            for (Laptop other : List.of(province.sangMoc, friend)) {
                assertThat(of(other, draft)).contains(Reason.NOT_PERMITTED);
            }
            assertThat(of(province.province, draft)).isEmpty();
            assertThat(of(province.root, draft)).isEmpty();
            Draft inACommune = new Draft(draft.type(), SANG_MOC, draft.id(), draft.fields());
            for (Laptop author : List.of(province.sangMoc, province.province)) {
                assertThat(of(author, inACommune)).as("where a commune's statements stand").contains(Reason.NOT_PERMITTED);
            }
        }
    }
}
