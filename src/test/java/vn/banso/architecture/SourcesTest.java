package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the source files look like: short, captioned, without catch-alls. */
class SourcesTest {
    private static final int LONGEST = 300;
    private static final int MEDIAN = 120;

    /** The outermost edges of the program, where whatever nobody foresaw becomes a short code and a calm sentence. */
    private static final Set<String> EDGES = Set.of("vn/banso/cli/Cli.java");

    private static final Pattern CATCH_ALL =
            Pattern.compile("catch\\s*\\([^)]*\\b(Exception|RuntimeException|Throwable|Error)\\b[^)]*\\)");
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
    void plantedFaultsAreCaught() {
        Path file = Path.of("vn/banso/store/util/SyncManager.java");
        Map<Path, String> planted = Map.of(file, "try { x(); } catch (IOException | RuntimeException e) { }\n".repeat(LONGEST + 1));
        assertThat(tooLong(planted)).hasSize(1);
        assertThat(withoutCaption(planted)).hasSize(1);
        assertThat(catchAlls(planted)).hasSize(1);
        assertThat(namedAfterNothing(planted.keySet())).hasSize(1);
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

    private static List<Path> namedAfterNothing(Set<Path> files) {
        return files.stream().filter(f -> {
            String name = f.getFileName().toString().replace(".java", "");
            return name.endsWith("Manager") || name.endsWith("Service") || name.endsWith("Helper") || name.endsWith("Util")
                    || name.endsWith("Utils") || EMPTY_NAMES.contains(f.getParent().getFileName().toString());
        }).toList();
    }
}
