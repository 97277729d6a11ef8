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
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.governance.Role;

/** Who may say what about devices, case by case, against an oracle that says the rules in plain words and knows nothing of the code that keeps them. */
class GovernanceTableTest {
    private static final EntryId ID = new EntryId(1, 2);
    private static final int UNKNOWN_KIND = 77;

    private enum Writer { ROOT, PROVINCE, AREA, COMMUNE, TRAINER, VOLUNTEER, STRANGER }

    private final Province province = new Province();
    private final Map<Writer, Laptop> laptops = new EnumMap<>(Writer.class);

    @BeforeEach
    void grant() {
        laptops.put(Writer.ROOT, province.root);
        laptops.put(Writer.PROVINCE, province.province);
        laptops.put(Writer.STRANGER, new Laptop(""));
        for (Writer writer : List.of(Writer.AREA, Writer.COMMUNE, Writer.TRAINER, Writer.VOLUNTEER)) {
            laptops.put(writer, new Laptop(writer.name()));
            province.approve(province.province, laptops.get(writer), Role.valueOf(writer.name()), Set.of(SANG_MOC));
        }
    }

    /** What may be said about devices: by whom, where, under which name of act, said once or over somebody's words, whole or not. */
    @Test
    void everyActOfGovernanceIsAsTheRulesSay() {
        List<String> differences = new ArrayList<>();
        int cases = 0;
        List<EntryType> types = Catalogue.types().stream().filter(t -> t.id() >= Catalogue.FIRST_GOVERNANCE).toList();
        List<Integer> kinds = IntStream.concat(Arrays.stream(Kind.values()).mapToInt(Kind::number), IntStream.of(UNKNOWN_KIND)).boxed().toList();
        for (Writer writer : Writer.values()) {
            for (ScopeId scope : List.of(Province.GOVERNANCE, SANG_MOC, LA_BANG, ELSEWHERE)) {
                for (EntryType type : types) {
                    for (int kind : kinds) {
                        for (Said said : Said.values()) {
                            String found = province.grants.change(scope, governing(laptops.get(writer), kind, type, said)).map(Reason::name).orElse("GOOD");
                            check(differences, ofGovernance(writer, scope, type.key(), kind, said), found, writer, scope, type.key(), kind, said);
                            cases++;
                        }
                    }
                }
            }
        }
        System.out.printf(Locale.ROOT, "rights over devices: %,d cases%n", cases);
        assertThat(differences).isEmpty();
    }

    private enum Said { WHOLE, OVER_OTHERS, WITHOUT_A_KEY, OF_WRONG_KIND }

    private static String ofGovernance(Writer writer, ScopeId scope, String type, int kind, Said said) {
        boolean ofProvince = scope.equals(Province.GOVERNANCE);
        boolean officer = switch (writer) {
            case ROOT -> ofProvince;
            case PROVINCE -> !scope.equals(ELSEWHERE);
            case AREA, COMMUNE -> scope.equals(SANG_MOC);
            case TRAINER, VOLUNTEER, STRANGER -> false;
        };
        boolean statement = Set.of("grant", "revocation", "scope_key", "recovery").contains(type);
        boolean once = Set.of(1, 8, 9).contains(kind) && said != Said.OVER_OTHERS;
        boolean erases = kind == 138;
        if (!officer || erases || statement && !once) {
            return "NOT_PERMITTED";
        }
        if (said == Said.OF_WRONG_KIND || statement && said == Said.WITHOUT_A_KEY) {
            return "INVALID_VALUE";
        }
        // A volunteer is let in by the commune; what the province is and which areas it has it says itself.
        return type.equals("grant") && ofProvince || !statement && !ofProvince ? "NOT_PERMITTED" : "GOOD";
    }

    private Change governing(Laptop author, int kind, EntryType type, Said said) {
        Laptop about = laptops.get(Writer.VOLUNTEER);
        SortedMap<Integer, Value> fields = new TreeMap<>();
        for (Field field : type.fields()) {
            boolean left = said == Said.WITHOUT_A_KEY && field.key().equals("device_key") || field.key().equals("communes") || field.key().equals("until");
            if (!left) {
                fields.put(field.id(), switch (field.key()) {
                    case "device_key" -> new Value.Bytes(about.keys.signingKey());
                    case "sealing_key", "one_time_key" -> new Value.Bytes(about.keys.sealingKey());
                    case "role" -> Role.VOLUNTEER.code();
                    case "key_id" -> new Value.Text("0123456789abcdef");
                    default -> good(field);
                });
            }
        }
        if (said == Said.OF_WRONG_KIND) {
            fields.put(type.fields().getFirst().id(), new Value.Day(2026, 1, 1));
        }
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        if (said == Said.OVER_OTHERS) {
            bases.put(type.fields().getFirst().id(), new TreeSet<>(Set.of(new ChangeId(1))));
        }
        return Change.of(kind, type.id(), ID, author.keys.id(), new Stamp(1), fields, bases);
    }

    private static Value good(Field field) {
        return switch (field.type()) {
            case TEXT -> new Value.Text("được");
            case WHOLE, DECIMAL -> new Value.Whole(1);
            case DAY -> new Value.Day(2026, 11, 20);
            case CODE -> new Value.Code(1);
            case REF -> new Value.Ref(ID);
            case ITEMS -> new Value.Items(new TreeSet<>(Set.of("1")));
            case BYTES -> new Value.Bytes(new byte[] {1});
        };
    }

    private static void check(List<String> differences, String expected, String found, Object... of) {
        if (!expected.equals(found) && differences.size() < 20) {
            differences.add(Arrays.toString(of) + ": " + found + " instead of " + expected);
        }
    }
}
