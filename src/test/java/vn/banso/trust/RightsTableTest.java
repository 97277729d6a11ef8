package vn.banso.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.trust.Province.ELSEWHERE;
import static vn.banso.trust.Province.LA_BANG;
import static vn.banso.trust.Province.SANG_MOC;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.Permits.Ruling;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.governance.Grants;
import vn.banso.trust.governance.Role;

/**
 * Who may do what where, case by case: every role, kind of act, type of entry, way of touching it, scope and state of revocation, against
 * an oracle that says the rules in plain words and knows nothing of the code that keeps them.
 */
class RightsTableTest {
    private static final EntryId ID = new EntryId(1, 2);
    private static final int UNKNOWN_TYPE = 90;
    private static final int UNKNOWN_KIND = 77;

    private enum Writer { ROOT, PROVINCE, AREA, COMMUNE, TRAINER, VOLUNTEER, STRANGER }

    private enum Where { OWN, OTHER_COMMUNE, OTHER_PROVINCE }

    private enum Revoked { NEVER, AFTER_THIS_FEED, WITHOUT_THIS_FEED }

    private enum Touch { NEW_VALUE, REPLACED_VALUE, TAKEN_VALUE, WRONG_VALUE, DELETED, ALIAS, ALIAS_TAKEN_BACK, MOVED }

    private final Province province = new Province();
    private final Map<Writer, Laptop> laptops = new EnumMap<>(Writer.class);
    private final Map<Revoked, Grants> grants = new EnumMap<>(Revoked.class);

    @BeforeEach
    void grantAndRevoke() {
        laptops.put(Writer.ROOT, province.root);
        laptops.put(Writer.PROVINCE, province.province);
        laptops.put(Writer.STRANGER, new Laptop(""));
        List.of(Writer.AREA, Writer.COMMUNE, Writer.TRAINER, Writer.VOLUNTEER).forEach(w -> laptops.put(w, new Laptop(w.name())));
        for (Writer writer : List.of(Writer.AREA, Writer.COMMUNE, Writer.TRAINER, Writer.VOLUNTEER)) {
            province.approve(province.province, laptops.get(writer), Role.valueOf(writer.name()), Set.of(SANG_MOC));
        }
        grants.put(Revoked.NEVER, province.grants);
        Map<Writer, Batch> last = new EnumMap<>(Writer.class);
        List.of(Writer.AREA, Writer.COMMUNE, Writer.TRAINER, Writer.VOLUNTEER).forEach(w -> {
            laptops.get(w).ring.addAll(province.sangMoc.ring.all());
            last.put(w, laptops.get(w).writes(List.of(Province.household())));
        });
        last.forEach((writer, batch) -> province.revoke(province.province, laptops.get(writer), batch));
        grants.put(Revoked.AFTER_THIS_FEED, province.grants);
        last.keySet().forEach(writer -> province.revoke(province.province, laptops.get(writer)));
        grants.put(Revoked.WITHOUT_THIS_FEED, province.grants);
    }

    @Test
    void everyCaseIsAsTheRulesSay() {
        List<String> differences = new ArrayList<>();
        int cases = 0;
        List<Integer> types = new ArrayList<>(Catalogue.types().stream().map(EntryType::id).filter(t -> t < Catalogue.FIRST_GOVERNANCE).toList());
        types.add(UNKNOWN_TYPE);
        List<Integer> kinds = IntStream.concat(Arrays.stream(Kind.values()).mapToInt(Kind::number), IntStream.of(UNKNOWN_KIND)).boxed().toList();
        for (Writer writer : Writer.values()) {
            for (Where where : Where.values()) {
                for (Revoked revoked : Revoked.values()) {
                    String batch = said(grants.get(revoked).batch(header(laptops.get(writer), where)));
                    check(differences, ofBatch(writer, where, revoked), batch, writer, where, revoked);
                    for (int type : types) {
                        for (int kind : kinds) {
                            for (Touch touch : Touch.values()) {
                                Change change = change(laptops.get(writer), kind, type, touch);
                                String found = grants.get(revoked).change(header(laptops.get(writer), where), change).map(Reason::name).orElse("GOOD");
                                check(differences, ofChange(writer, where, type, kind, touch), found, writer, where, revoked, type, kind, touch);
                                cases++;
                            }
                        }
                    }
                }
            }
        }
        System.out.printf(Locale.ROOT, "rights: %,d cases%n", cases);
        assertThat(cases).isGreaterThan(20_000);
        assertThat(differences).isEmpty();
    }

    @Test
    void nobodyWritesInTheNameOfAnother() {
        Change change = change(laptops.get(Writer.COMMUNE), Kind.CREATE.number(), Catalogue.HOUSEHOLD.id(), Touch.NEW_VALUE);
        for (Laptop other : laptops.values()) {
            assertThat(grants.get(Revoked.NEVER).change(header(other, Where.OWN), change).isEmpty()).isEqualTo(other == laptops.get(Writer.COMMUNE));
        }
    }

    @Test
    void whoIsNoOfficerWritesNoGovernanceAnywhere() {
        for (Writer writer : List.of(Writer.TRAINER, Writer.VOLUNTEER, Writer.STRANGER)) {
            for (EntryType type : Catalogue.types().stream().filter(t -> t.id() >= Catalogue.FIRST_GOVERNANCE).toList()) {
                for (Kind kind : Kind.values()) {
                    Change change = change(laptops.get(writer), kind.number(), type.id(), Touch.NEW_VALUE);
                    assertThat(grants.get(Revoked.NEVER).change(SANG_MOC, change)).as(writer + " " + type.key()).contains(Reason.NOT_PERMITTED);
                }
            }
        }
    }

    private static void check(List<String> differences, String expected, String found, Object... of) {
        if (!expected.equals(found) && differences.size() < 20) {
            differences.add(Arrays.toString(of) + ": " + found + " instead of " + expected);
        }
    }

    // What the design says.

    private static String ofBatch(Writer writer, Where where, Revoked revoked) {
        if (where == Where.OTHER_PROVINCE) {
            return "OTHER_PROVINCE";
        }
        if (writer == Writer.ROOT) {
            return "OUT_OF_SCOPE";
        }
        if (writer == Writer.STRANGER) {
            return "not yet";
        }
        if (where == Where.OTHER_COMMUNE && writer != Writer.PROVINCE) {
            // The province tells everybody where an area ends; who works in one commune is a stranger in the next.
            return writer == Writer.AREA ? "OUT_OF_SCOPE" : "not yet";
        }
        if (writer == Writer.PROVINCE || revoked == Revoked.NEVER) {
            return "allowed";
        }
        return revoked == Revoked.AFTER_THIS_FEED ? "up to" : "REVOKED";
    }

    /** Of a change alone, whenever it was written: that a batch comes after a revocation is told of the batch. */
    private static String ofChange(Writer writer, Where where, int type, int kind, Touch touch) {
        boolean works = switch (writer) {
            case ROOT, STRANGER -> false;
            case PROVINCE -> where != Where.OTHER_PROVINCE;
            case AREA, COMMUNE, TRAINER, VOLUNTEER -> where == Where.OWN;
        };
        String name = Catalogue.type(type).map(EntryType::key).orElse("unknown");
        boolean officer = writer == Writer.PROVINCE || writer == Writer.AREA || writer == Writer.COMMUNE;
        boolean officersWork = Set.of("team", "report", "criteria_set", "target", "external_statistic", "campaign", "choice", "village_change", "data_request").contains(name);
        boolean trainersWork = Set.of("class", "session", "assessment").contains(name);
        boolean merges = kind == 5 || kind == 6 || touch == Touch.ALIAS || touch == Touch.ALIAS_TAKEN_BACK;
        boolean erases = kind == 138;
        boolean may = works && (officer || !officersWork && !merges && !erases && (writer == Writer.TRAINER || !trainersWork));
        if (!may) {
            return "NOT_PERMITTED";
        }
        boolean event = Set.of("assessment", "vneid_confirmation", "disclosure", "erasure_receipt").contains(name);
        boolean values = touch == Touch.NEW_VALUE || touch == Touch.REPLACED_VALUE || touch == Touch.WRONG_VALUE;
        boolean replaces = touch == Touch.REPLACED_VALUE || touch == Touch.TAKEN_VALUE;
        boolean first = kind == 1;
        if (event && (replaces || values && !first)) {
            return "EVENT_EDITED";
        }
        return touch == Touch.WRONG_VALUE && !name.equals("unknown") ? "INVALID_VALUE" : "GOOD";
    }

    // The cases.

    private static String said(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Allowed _ -> "allowed";
            case Ruling.NotYet _ -> "not yet";
            case Ruling.UpTo _ -> "up to";
            case Ruling.Refused r -> r.reason().name();
        };
    }

    private static BatchHeader header(Laptop author, Where where) {
        ScopeId scope = switch (where) {
            case OWN -> SANG_MOC;
            case OTHER_COMMUNE -> LA_BANG;
            case OTHER_PROVINCE -> ELSEWHERE;
        };
        return new BatchHeader(author.keys.signingKey(), Laptop.INCARNATION, scope, 1, Hash.NONE, Catalogue.SCHEMA, 0, new byte[12], 1, 1, 1, Hash.NONE);
    }

    private static Change change(Laptop author, int kind, int type, Touch touch) {
        SortedMap<Integer, Value> fields = new TreeMap<>();
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        Optional<Field> field = Catalogue.type(type).map(t -> t.fields().getFirst());
        int id = field.map(Field::id).orElse(SystemField.FIRST_DECLARED);
        switch (touch) {
            case NEW_VALUE -> fields.put(id, good(field));
            case REPLACED_VALUE -> {
                fields.put(id, good(field));
                bases.put(id, new TreeSet<>(Set.of(new ChangeId(1))));
            }
            case TAKEN_VALUE -> bases.put(id, new TreeSet<>(Set.of(new ChangeId(1))));
            case WRONG_VALUE -> fields.put(id, field.filter(f -> f.type() == Field.ValueType.TEXT).isPresent() ? new Value.Day(2026, 1, 1) : new Value.Text("sai kiểu"));
            case DELETED -> fields.put(SystemField.DELETED, new Value.Text("ghi hai lần"));
            case ALIAS -> fields.put(SystemField.ALIAS, new Value.Ref(ID));
            case ALIAS_TAKEN_BACK -> bases.put(SystemField.ALIAS, new TreeSet<>(Set.of(new ChangeId(1))));
            case MOVED -> fields.put(SystemField.MOVED, new Value.Ref(ID));
        }
        return Change.of(kind, type, ID, author.keys.id(), new Stamp(1), fields, bases);
    }

    private static Value good(Optional<Field> field) {
        return field.map(f -> switch (f.type()) {
            case TEXT -> new Value.Text("được");
            case WHOLE, DECIMAL -> new Value.Whole(1);
            case DAY -> new Value.Day(2026, 11, 20);
            case CODE -> new Value.Code(1);
            case REF -> new Value.Ref(ID);
            case ITEMS -> new Value.Items(new TreeSet<>(Set.of("1")));
            case BYTES -> new Value.Bytes(new byte[] {1});
        }).orElse(new Value.Text("mới"));
    }
}
