package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.banso.cli.CliWords;
import vn.banso.ledger.Kind;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Reason;
import vn.banso.ledger.Standing;
import vn.banso.register.Catalogue;
import vn.banso.register.CodeList;
import vn.banso.register.Field;
import vn.banso.register.Lang;
import vn.banso.register.Texts;
import vn.banso.sync.PeerException;

/** Every sentence exists in both languages, asks for the same things, and is said somewhere. */
class TextKeysTest {

    /** Keys that the code puts together: the prefix, and exactly which keys may come out. */
    private static final Map<String, Supplier<Set<String>>> COMPUTED = Map.of(
            "type.", () -> Catalogue.types().stream().map(t -> t.key()).collect(Collectors.toSet()),
            "field.", () -> Catalogue.types().stream()
                    .flatMap(t -> t.fields().stream().map(f -> t.key() + "." + f.key())).collect(Collectors.toSet()),
            "code.", () -> Stream.concat(Stream.of("newer"), Catalogue.types().stream().flatMap(t -> t.fields().stream())
                    .map(Field::codes).flatMap(c -> c.stream()).flatMap(TextKeysTest::choices)).collect(Collectors.toSet()),
            "peer.", () -> names(PeerException.Reason.values()),
            "cli.parcel.", () -> names(MalformedException.Reason.values()),
            "cli.frame.", () -> Set.of("batch", "receipt", "have", "have_digest", "intro", "auth", "request", "welcome", "redaction",
                    "newer"),
            "cli.signature.", () -> Set.of("good", "bad", "unknown"),
            "cli.help.", CliWords::helpKeys);

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_]*(?:\\.[A-Za-z0-9_]+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

    private final Texts vi = Texts.of(Lang.VI);
    private final Texts en = Texts.of(Lang.EN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(vi.keys()).isEqualTo(en.keys());
    }

    @Test
    void bothLanguagesFillInTheSameThings() {
        assertThat(differentPlaces(all(vi), all(en))).isEmpty();
        assertThat(differentPlaces(map("a", "{0} và {1}"), map("a", "{0}"))).containsExactly("a");
    }

    @Test
    void everyKeyInTheCodeExists() {
        SortedSet<String> missing = new TreeSet<>(literals());
        missing.removeAll(vi.keys());
        assertThat(missing).as("said in the code, but in no bundle").isEmpty();
        COMPUTED.forEach((prefix, keys) -> {
            SortedSet<String> absent = prefixed(prefix, keys.get());
            absent.removeAll(vi.keys());
            assertThat(absent).as("put together by the code, but in no bundle").isEmpty();
        });
    }

    @Test
    void everyKeyInTheBundlesIsSaid() {
        SortedSet<String> unused = new TreeSet<>(vi.keys());
        unused.removeAll(literals());
        COMPUTED.forEach((prefix, keys) -> unused.removeAll(prefixed(prefix, keys.get())));
        assertThat(unused).as("in the bundles, but nobody says them").isEmpty();
    }

    @Test
    void noTextShouts() {
        Stream.of(vi, en).forEach(texts -> assertThat(all(texts).values()).noneMatch(t -> t.contains("!"))
                .noneMatch(t -> t.toLowerCase(texts.lang().locale()).matches("(?s).*\\b(error|failed|lỗi hệ thống)\\b.*"))
                .noneMatch(String::isBlank));
    }

    /** The families of keys that the bundles have: a literal of another family is a system property or a file name. */
    private SortedSet<String> literals() {
        Set<String> families = vi.keys().stream().map(k -> k.substring(0, k.indexOf('.') + 1)).collect(Collectors.toSet());
        SortedSet<String> found = new TreeSet<>();
        for (String source : House.sources(House.MAIN).values()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                String key = literal.group(1);
                if (families.contains(key.substring(0, key.indexOf('.') + 1))) {
                    found.add(key);
                }
            }
        }
        return found;
    }

    private static List<String> differentPlaces(SortedMap<String, String> one, SortedMap<String, String> other) {
        List<String> different = new ArrayList<>();
        one.forEach((key, text) -> {
            if (!places(text).equals(places(other.getOrDefault(key, "")))) {
                different.add(key);
            }
        });
        return different;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, String> all(Texts texts) {
        SortedMap<String, String> all = new TreeMap<>();
        texts.keys().forEach(k -> all.put(k, texts.find(k).orElseThrow()));
        return all;
    }

    private static SortedMap<String, String> map(String key, String text) {
        return new TreeMap<>(Map.of(key, text));
    }

    private static SortedSet<String> prefixed(String prefix, Set<String> keys) {
        return keys.stream().map(k -> prefix + k).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> choices(CodeList list) {
        return list.codes().values().stream().map(c -> list.key() + "." + c);
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> v.name()).collect(Collectors.toSet());
    }
}
