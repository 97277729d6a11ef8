package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written stays written: one class of the house writes files and gives them their names, and it forces both. */
class DurableFilesTest {
    private static final Pattern NAMING = Pattern.compile("\\bFiles\\s*\\.\\s*move\\b|ATOMIC_MOVE|renameTo");
    private static final Pattern WRITING = Pattern.compile(
            "\\bFiles\\s*\\.\\s*(write|writeString|newOutputStream|newBufferedWriter|copy)\\b|StandardOpenOption\\s*\\.\\s*CREATE|FileOutputStream|RandomAccessFile|FileWriter");
    private static final String HOME = "vn/banso/store/files/DurableFile.java";

    /** Files whose loss costs nobody anything, or which are given their name by {@code DurableFile}. */
    private static final Set<String> WRITERS = Set.of(HOME,
            // The lock of a node has no content.
            "vn/banso/store/files/NodeFiles.java",
            // A copy of a backup, before it becomes a register.
            "vn/banso/store/upkeep/Backups.java",
            // What is read back before it is given its name.
            "vn/banso/carrier/VerifiedFile.java",
            // Sample data, which can be made again.
            "vn/banso/register/sample/SampleFile.java");

    @Test
    void oneClassGivesFilesTheirNames() {
        assertThat(found(NAMING, Set.of(HOME), House.sources(House.MAIN)))
                .as("a move that is not followed by forcing the folder is undone by a power cut").isEmpty();
    }

    @Test
    void oneClassWritesFiles() {
        assertThat(found(WRITING, WRITERS, House.sources(House.MAIN)))
                .as("what is written beside nothing and never forced may be half there, or not at all").isEmpty();
    }

    @Test
    void plantedFaultsAreCaught() {
        Map<Path, String> planted = Map.of(Path.of("vn/banso/sync/Own.java"), "Files.move(a, b, StandardCopyOption.ATOMIC_MOVE);",
                Path.of("vn/banso/sync/Other.java"), "Files.write(file, bytes, StandardOpenOption.CREATE_NEW);");
        assertThat(found(NAMING, Set.of(HOME), planted)).containsExactly("vn/banso/sync/Own.java");
        assertThat(found(WRITING, WRITERS, planted)).containsExactly("vn/banso/sync/Other.java");
    }

    private static List<String> found(Pattern pattern, Set<String> allowed, Map<Path, String> sources) {
        return sources.entrySet().stream().filter(e -> pattern.matcher(e.getValue()).find())
                .map(e -> e.getKey().toString().replace('\\', '/')).filter(f -> !allowed.contains(f)).toList();
    }
}
