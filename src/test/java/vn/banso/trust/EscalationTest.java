package vn.banso.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Grant;
import vn.banso.trust.governance.Role;

/** People who try to get more than they were given. */
class EscalationTest {
    private static final EntryId ID = new EntryId(1, 2);
    private final Province province = new Province();
    private final Laptop volunteer = new Laptop("Bàn Thị Mùi");
    private Province.Node node;

    @BeforeEach
    void approveTheVolunteer() {
        province.approve(province.sangMoc, volunteer, Role.VOLUNTEER, Set.of(SANG_MOC));
        node = province.node().takesAll(province.written);
    }

    @Test
    void aVolunteerCannotGrantItselfAnything() {
        for (Role role : Role.values()) {
            Batch above = volunteer.writes(List.of(province.acts.grant(volunteer.asks(role), role, Set.of(), Optional.empty(), GOVERNANCE)));
            node.takes(above);
            assertThat(node.shelf.standing(above.hash())).contains(BatchStatus.WAITING_GRANT);
            refusedAlone(volunteer, province.acts.grant(volunteer.asks(role), role, Set.of(), Optional.empty(), SANG_MOC));
        }
        assertThat(node.grants.device(volunteer.keys.id()).orElseThrow().role()).isEqualTo(Role.VOLUNTEER);
    }

    @Test
    void aCommuneOfficerGrantsOnlyDownwardsAndOnlyWithinItsCommune() {
        Laptop friend = new Laptop("Lò Văn Bạn");
        refusedAlone(province.sangMoc, grant(friend, Role.COMMUNE));
        refusedAlone(province.sangMoc, province.acts.grant(friend.asks(Role.PROVINCE), Role.PROVINCE, Set.of(), Optional.empty(), SANG_MOC));
        refusedAlone(province.sangMoc, province.acts.grant(friend.asks(Role.AREA), Role.AREA, Set.of(SANG_MOC), Optional.empty(), SANG_MOC));
        refusedAlone(province.sangMoc, Reason.INVALID_VALUE,
                province.acts.grant(friend.asks(Role.VOLUNTEER), Role.VOLUNTEER, Set.of(SANG_MOC, LA_BANG), Optional.empty(), SANG_MOC));
        Batch next = province.sangMoc.writes(List.of(
                province.acts.grant(friend.asks(Role.VOLUNTEER), Role.VOLUNTEER, Set.of(), Optional.empty(), LA_BANG)));
        node.takes(next);
        assertThat(node.shelf.standing(next.hash())).contains(BatchStatus.WAITING_GRANT);
        assertThat(node.grants.device(friend.keys.id())).isEmpty();
    }

    @Test
    void aProvinceOfficerCannotMakeAnother() {
        refusedAlone(province.province, grant(new Laptop(""), Role.PROVINCE));
    }

    @Test
    void aForgedRootIsNobody() {
        Laptop forger = new Laptop("");
        forger.ring.addAll(province.root.ring.all());
        Batch batch = forger.writes(List.of(grant(forger, Role.PROVINCE)));
        node.takes(batch);
        assertThat(node.shelf.standing(batch.hash())).contains(BatchStatus.WAITING_GRANT);
        assertThat(node.grants.device(forger.keys.id())).isEmpty();
    }

    @Test
    void theRootKeyWritesGovernanceAlone() {
        province.root.ring.addAll(volunteer.ring.all());
        Batch batch = province.root.writes(List.of(Province.household()));
        node.takes(batch);
        assertThat(node.shelf.reason(batch.hash())).contains(Reason.OUT_OF_SCOPE);
    }

    /** Grants and revocations hold because nobody edits them: an edit would replace the stronger officer's words. */
    @Test
    void nobodyEditsDeletesOrErasesAGrant() {
        EntryState grant = node.shelf.states(GOVERNANCE).stream()
                .filter(s -> s.type() == Catalogue.GRANT.id()).findFirst().orElseThrow();
        for (Laptop officer : List.of(province.sangMoc, province.province, province.root)) {
            refused(officer, Kind.SET, grant, 20, new Value.Items(new TreeSet<>()));
            refused(officer, Kind.CREATE, grant, 20, new Value.Items(new TreeSet<>()));
            refused(officer, Kind.TOMBSTONE, grant, SystemField.DELETED, new Value.Text("không cần nữa"));
            refused(officer, Kind.ERASE, grant, 20, new Value.Items(new TreeSet<>()));
        }
    }

    @Test
    void aRevocationReachesOnlyWhomItsAuthorCouldGrant() {
        Laptop target = province.laBang;
        Batch batch = province.sangMoc.writes(List.of(
                province.acts.revocation(node.grants, SANG_MOC, target.keys.signingKey(), List.of(), "không ưa"),
                province.acts.revocation(node.grants, SANG_MOC, province.province.keys.signingKey(), List.of(), "không ưa")));
        node.takes(batch);
        assertThat(node.grants.isLive(target.keys.id(), LA_BANG)).isTrue();
        assertThat(node.grants.isLive(province.province.keys.id(), SANG_MOC)).isTrue();
    }

    @Test
    void aCommuneCannotBeginKeysOfTheProvinceOrOfItsNeighbour() {
        Laptop officer = province.sangMoc;
        byte[] target = volunteer.keys.signingKey();
        List<Batch> batches = officer.carriesOut(List.of(
                province.acts.scopeKey(ScopeKey.fresh(GOVERNANCE, 1_000), target, volunteer.keys.sealingKey()),
                province.acts.scopeKey(ScopeKey.fresh(LA_BANG, 1_000), target, volunteer.keys.sealingKey()),
                province.acts.scopeKey(ScopeKey.fresh(SANG_MOC, 2), target, volunteer.keys.sealingKey())));
        batches.forEach(node::takes);
        Keyring learnt = Keyring.of(node.grants.scopeKeys(volunteer.keys));
        assertThat(learnt.all()).extracting(ScopeKey::scope, ScopeKey::epoch).contains(
                tuple(SANG_MOC, 2));
        assertThat(learnt.all()).noneMatch(k -> k.epoch() == 1_000);
    }

    @Test
    void mergingAndErasingAreTheOfficersWork() {
        Change alias = change(volunteer, Kind.ALIAS, Catalogue.HOUSEHOLD, SystemField.ALIAS, new Value.Ref(ID));
        assertThat(refusal(volunteer, alias)).contains(Reason.NOT_PERMITTED);
        assertThat(refusal(province.sangMoc, change(province.sangMoc, Kind.ALIAS, Catalogue.HOUSEHOLD, SystemField.ALIAS,
                new Value.Ref(ID)))).isEmpty();
        assertThat(refusal(volunteer, change(volunteer, Kind.ERASE, Catalogue.PERSON, 0, Value.BLANK)))
                .contains(Reason.NOT_PERMITTED);
    }

    /** All kinds fold alike, so the fields say what is done. */
    @Test
    void anActUnderTheNameOfAnEditIsStillThatAct() {
        for (int kind : new int[] {Kind.CREATE.number(), Kind.SET.number(), Kind.MOVE.number(), 77}) {
            SortedMap<Integer, Value> fields = new TreeMap<>(Map.of(SystemField.ALIAS, new Value.Ref(ID)));
            Change disguised = Change.of(kind, Catalogue.HOUSEHOLD.id(), ID, volunteer.keys.id(), new Stamp(1), fields,
                    new TreeMap<>());
            assertThat(refusal(volunteer, disguised)).as("kind " + kind).contains(Reason.NOT_PERMITTED);
        }
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        bases.put(SystemField.ALIAS, new TreeSet<>(Set.of(new ChangeId(1))));
        Change undoing = Change.of(Kind.SET.number(), 1, ID, volunteer.keys.id(), new Stamp(1), new TreeMap<>(), bases);
        assertThat(refusal(volunteer, undoing)).contains(Reason.NOT_PERMITTED);
    }

    @Test
    void eventsAreSupersededNotEdited() {
        Laptop officer = province.sangMoc;
        EntryType event = Catalogue.ASSESSMENT;
        int score = event.field("score").id();
        assertThat(refusal(officer, change(officer, Kind.CREATE, event, score, new Value.Whole(7)))).isEmpty();
        assertThat(refusal(officer, change(officer, Kind.SET, event, score, new Value.Whole(9))))
                .contains(Reason.EVENT_EDITED);
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        bases.put(score, new TreeSet<>(Set.of(new ChangeId(1))));
        Change disguised = Change.of(Kind.CREATE.number(), event.id(), ID, officer.keys.id(), new Stamp(1), new TreeMap<>(),
                bases);
        assertThat(refusal(officer, disguised)).contains(Reason.EVENT_EDITED);
        Value reason = new Value.Text("nhầm người");
        assertThat(refusal(officer, change(officer, Kind.TOMBSTONE, event, SystemField.DELETED, reason))).isEmpty();
    }

    @Test
    void valuesAreOfTheKindThatTheCatalogueSays() {
        int size = Catalogue.HOUSEHOLD.field("size").id();
        assertThat(ofHousehold(Kind.SET, size, new Value.Text("bốn"))).contains(Reason.INVALID_VALUE);
        assertThat(ofHousehold(Kind.SET, size, Value.BLANK)).isEmpty();
        assertThat(ofHousehold(Kind.SET, 120, new Value.Text("mới"))).as("of a newer version").isEmpty();
        assertThat(ofHousehold(Kind.TOMBSTONE, SystemField.DELETED, new Value.Text("ghi hai lần"))).isEmpty();
        assertThat(ofHousehold(Kind.TOMBSTONE, SystemField.DELETED, new Value.Text(" "))).as("without a reason")
                .contains(Reason.INVALID_VALUE);
    }

    @Test
    void eachRoleHasItsWork() {
        assertThat(refusal(volunteer, change(volunteer, Kind.CREATE, Catalogue.SESSION, 22, new Value.Text("nhà văn hóa"))))
                .contains(Reason.NOT_PERMITTED);
        assertThat(refusal(volunteer, change(volunteer, Kind.CREATE, Catalogue.TARGET, 16, new Value.Text("I01"))))
                .contains(Reason.NOT_PERMITTED);
        assertThat(refusal(volunteer, change(volunteer, Kind.GRANT, Catalogue.GRANT, 18, new Value.Text("tôi"))))
                .as("governance in a commune's feed").contains(Reason.NOT_PERMITTED);
        Change ofAnother = change(province.sangMoc, Kind.CREATE, Catalogue.HOUSEHOLD, 27, new Value.Whole(4));
        Batch own = volunteer.writes(List.of(Province.household()));
        assertThat(node.grants.change(own.header(), ofAnother)).contains(Reason.NOT_PERMITTED);
    }

    private Optional<Reason> ofHousehold(Kind kind, int field, Value value) {
        return refusal(volunteer, change(volunteer, kind, Catalogue.HOUSEHOLD, field, value));
    }

    private Optional<Reason> refusal(Laptop author, Change change) {
        assertThat(change.author()).isEqualTo(author.keys.id());
        return node.grants.change(SANG_MOC, change);
    }

    private void refusedAlone(Laptop officer, Draft draft) {
        refusedAlone(officer, Reason.NOT_PERMITTED, draft);
    }

    private void refusedAlone(Laptop officer, Reason why, Draft draft) {
        Batch batch = officer.writes(List.of(draft));
        node.takes(batch);
        assertThat(node.shelf.standing(batch.hash())).contains(BatchStatus.APPLIED);
        assertThat(node.shelf.refused(batch.hash()).values()).containsExactly(why);
    }

    private void refused(Laptop officer, Kind kind, EntryState entry, int field, Value value) {
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        bases.put(field, entry.allBases());
        Change edit = Change.of(kind.number(), entry.type(), entry.id(), officer.keys.id(), new Stamp(Long.MAX_VALUE),
                new TreeMap<>(Map.of(field, value)), bases);
        assertThat(node.grants.change(GOVERNANCE, edit)).as(kind.name()).contains(Reason.NOT_PERMITTED);
    }

    private Draft grant(Laptop device, Role role) {
        return province.acts.grant(device.asks(role), role, role == Role.AREA ? Set.of(SANG_MOC) : Set.of(), Optional.empty(),
                Grant.isOfProvince(role) ? GOVERNANCE : SANG_MOC);
    }

    private static Change change(Laptop author, Kind kind, EntryType type, int field, Value value) {
        SortedMap<Integer, Value> fields = new TreeMap<>();
        if (field > 0) {
            fields.put(field, value);
        }
        return Change.of(kind.number(), type.id(), ID, author.keys.id(), new Stamp(1), fields, new TreeMap<>());
    }
}
