package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the source files look like: short, captioned, without catch-alls. */
class SourcesTest {
    private static final int LONGEST = 300;
    private static final int MEDIAN = 120;

    /** The outermost edges of the program, where whatever nobody foresaw becomes a short code and a calm sentence. */
    private static final Set<String> EDGES = Set.of("vn/banso/cli/Cli.java");

    private static final Pattern CATCH_ALL =
            Pattern.compile("catch\\s*\\([^)]*\\b(Exception|RuntimeException|Throwable|Error)\\b[^)]*\\)");
    private static final int MOST_FILES = 25;
    private static final Set<String> STILL_CROWDED = Set.of("vn/banso/desktop/kit", "vn/banso/desktop/form",
            "vn/banso/desktop/household");
    private static final List<String> EMPTY_NAMES = List.of("util", "utils", "common", "helper", "helpers", "misc");

    @Test
    void noFileIsLong() {
        assertThat(tooLong(House.sources(House.MAIN))).as("longer than " + LONGEST + " lines").isEmpty();
        assertThat(tooLong(House.sources(House.TEST))).as("longer than " + LONGEST + " lines").isEmpty();
    }

    @Test
    void mostFilesAreShort() {
        List<Long> lengths = House.sources(House.MAIN).values().stream().map(s -> s.lines().count()).sorted().toList();
        long median = lengths.get(lengths.size() / 2);
        System.out.printf("main files: %d, median %d lines, longest %d%n", lengths.size(), median, lengths.getLast());
        assertThat(median).isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void everyPackageHasACaption() {
        assertThat(withoutCaption(House.sources(House.MAIN))).isEmpty();
    }

    @Test
    void nobodyCatchesEverything() {
        assertThat(catchAlls(House.sources(House.MAIN)))
                .as("a failure is expected, and then it has a type, or it goes to the outermost edge").isEmpty();
    }

    @Test
    void noPackageOrClassIsNamedAfterNothing() {
        assertThat(namedAfterNothing(House.sources(House.MAIN).keySet())).isEmpty();
    }

    @Test
    void oneSimpleNameStandsInOnePackage() {
        assertThat(namedTwice(House.sources(House.MAIN).keySet())).as("a reader who meets the name should not have to ask which one it is").isEmpty();
    }

    @Test
    void packagesHoldWhatOneCanOverlook() {
        assertThat(crowded(House.sources(House.MAIN).keySet())).as("packages of more than " + MOST_FILES + " classes, but those still to be split")
                .containsExactlyInAnyOrderElementsOf(STILL_CROWDED);
    }

    @Test
    void plantedFaultsAreCaught() {
        Path file = Path.of("vn/banso/store/util/SyncManager.java");
        Map<Path, String> planted = Map.of(file, "try { x(); } catch (IOException | RuntimeException e) { }\n".repeat(LONGEST + 1));
        assertThat(tooLong(planted)).hasSize(1);
        assertThat(withoutCaption(planted)).hasSize(1);
        assertThat(catchAlls(planted)).hasSize(1);
        assertThat(namedAfterNothing(planted.keySet())).hasSize(1);
        assertThat(namedTwice(Set.of(file, Path.of("vn/banso/sync/SyncManager.java")))).containsExactly("SyncManager.java");
        assertThat(crowded(IntStream.rangeClosed(0, MOST_FILES).mapToObj(i -> Path.of("vn/banso/sync/C" + i + ".java")).collect(Collectors.toSet())))
                .containsExactly("vn/banso/sync");
        assertThat(catchAlls(Map.of(file, "catch (IOException e)"))).isEmpty();
        assertThat(catchAlls(Map.of(file, "catch (StoreException | PeerException e)"))).isEmpty();
    }

    private static List<String> tooLong(Map<Path, String> sources) {
        return sources.entrySet().stream().filter(e -> e.getValue().lines().count() > LONGEST)
                .map(e -> e.getKey() + ": " + e.getValue().lines().count()).toList();
    }

    private static Set<String> withoutCaption(Map<Path, String> sources) {
        Set<String> captioned = sources.entrySet().stream()
                .filter(e -> e.getKey().endsWith("package-info.java") && e.getValue().contains("/**"))
                .map(e -> e.getKey().getParent().toString()).collect(Collectors.toSet());
        return sources.keySet().stream().map(f -> f.getParent().toString()).filter(p -> !captioned.contains(p))
                .collect(Collectors.toSet());
    }

    private static List<String> catchAlls(Map<Path, String> sources) {
        List<String> found = new ArrayList<>();
        sources.forEach((file, text) -> {
            if (!EDGES.contains(file.toString().replace('\\', '/')) && CATCH_ALL.matcher(text).find()) {
                found.add(file.toString());
            }
        });
        return found;
    }

    private static Set<String> namedTwice(Set<Path> files) {
        Map<String, Long> times = files.stream().map(f -> f.getFileName().toString()).filter(f -> !f.equals("package-info.java"))
                .collect(Collectors.groupingBy(f -> f, Collectors.counting()));
        return times.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Set<String> crowded(Set<Path> files) {
        Map<String, Long> sizes = files.stream().filter(f -> !f.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(f -> f.getParent().toString().replace('\\', '/'), Collectors.counting()));
        return sizes.entrySet().stream().filter(e -> e.getValue() > MOST_FILES).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<Path> namedAfterNothing(Set<Path> files) {
        return files.stream().filter(f -> {
            String name = f.getFileName().toString().replace(".java", "");
            return name.endsWith("Manager") || name.endsWith("Service") || name.endsWith("Helper") || name.endsWith("Util")
                    || name.endsWith("Utils") || EMPTY_NAMES.contains(f.getParent().getFileName().toString());
        }).toList();
    }
}
