package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;

/** Every sentence exists in both languages, asks for the same things, and is said somewhere. */
class TextKeysTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_]*(?:\\.[A-Za-z0-9_]+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

    private static final Pattern MANY = Pattern.compile("\\{\\d} ((?!of |and |in |to |at |has |was |is |holds |belongs |takes |does |comes |exists |goes |waits |chooses |says |than |the |a )[a-z’-]+ ){0,2}"
            + "(?!is|was|has|does|this|as|us|its|chooses|belongs|takes|comes|exists|holds|says|always|days’|less|unless|perhaps|address|goes|stands|counts)([a-z]+[^s]s|people|children)\\b");
    /** What a choice says of several, and abbreviations. */
    private static final Pattern NOT_MANY = Pattern.compile("<\\{\\d} [a-z ]+}");

    private final Texts vi = Texts.of(Lang.VI);
    private final Texts en = Texts.of(Lang.EN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(vi.keys()).isEqualTo(en.keys());
    }

    @Test
    void everyBundleIsListed() {
        List<String> folders = House.texts(House.RESOURCES, "texts_vi.properties").keySet().stream()
                .map(file -> Path.of("vn/banso").relativize(file.getParent()).toString().replace('\\', '/')).toList();
        assertThat(Texts.rooms()).containsExactlyInAnyOrderElementsOf(folders);
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
        ComputedKeys.FAMILIES.forEach((prefix, keys) -> {
            SortedSet<String> absent = prefixed(prefix, keys.get());
            absent.removeAll(vi.keys());
            assertThat(absent).as("put together by the code, but in no bundle").isEmpty();
        });
    }

    @Test
    void everyKeyInTheBundlesIsSaid() {
        SortedSet<String> unused = new TreeSet<>(vi.keys());
        unused.removeAll(literals());
        ComputedKeys.FAMILIES.forEach((prefix, keys) -> unused.removeAll(prefixed(prefix, keys.get())));
        assertThat(unused).as("in the bundles, but nobody says them").isEmpty();
    }

    @Test
    void oneIsNotSaidAsMany() {
        assertThat(sameForOneAndMany(all(en))).as("a noun that is counted has its singular: [0:batch|batches]").isEmpty();
        assertThat(sameForOneAndMany(Map.of("a", "{0} new batches", "b", "{0} [0:batch|batches]", "c", "{0} is here", "d", "{0} of {1} entries")))
                .containsExactly("a", "d");
        assertThat(en.get("handover.only_here", 1)).isEqualTo("1 entry is on this machine alone.");
        assertThat(en.get("handover.only_here", 0)).isEqualTo("0 entries are on this machine alone.");
    }

    @Test
    void noTextShouts() {
        Stream.of(vi, en).forEach(texts -> assertThat(all(texts).values()).noneMatch(t -> t.contains("!"))
                .noneMatch(t -> t.toLowerCase(texts.lang().locale()).matches("(?s).*\\b(error|failed|lỗi hệ thống)\\b.*"))
                .noneMatch(String::isBlank));
    }

    /** A number, at most two words, and a word that ends as what there are several of. */
    private static List<String> sameForOneAndMany(Map<String, String> texts) {
        return texts.entrySet().stream().filter(t -> MANY.matcher(NOT_MANY.matcher(t.getValue()).replaceAll("")).find()).map(Map.Entry::getKey).sorted().toList();
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
}
