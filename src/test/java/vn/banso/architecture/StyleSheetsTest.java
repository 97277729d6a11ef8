package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One rule for one selector: all sheets hold for the whole window, and a name that is given twice changes pages nobody looked at. */
class StyleSheetsTest {
    private static final Path FOLDER = Path.of("src/main/resources/vn/banso/desktop");
    private static final Pattern RULE = Pattern.compile("(?:^|\\})\\s*([^{}@]+?)\\s*\\{", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    /** Themes say the same selectors again, with other colours. */
    private static final List<String> THEMES = List.of("dark.css", "contrast.css");

    @Test
    void everySelectorStandsOnce() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> sheets = files.filter(f -> f.toString().endsWith(".css") && !THEMES.contains(f.getFileName().toString())).sorted().toList();
            assertThat(sheets).hasSizeGreaterThan(8);
            assertThat(twice(sheets.stream().map(StyleSheetsTest::read).toList())).isEmpty();
        }
    }

    @Test
    void aNameGivenTwiceIsCaught() {
        assertThat(twice(List.of(".bs-mark { -fx-padding: 0; }\n.bs-a, .bs-b { }", "/* .bs-a { } */ .bs-mark:focused { }\n.bs-mark {\n}")))
                .containsExactly(".bs-mark");
    }

    private static List<String> twice(List<String> sheets) {
        Set<String> seen = new HashSet<>();
        return sheets.stream().map(sheet -> COMMENT.matcher(sheet).replaceAll(" "))
                .flatMap(sheet -> RULE.matcher(sheet).results().map((MatchResult rule) -> rule.group(1).replaceAll("\\s+", " ")))
                .filter(selector -> !seen.add(selector)).toList();
    }

    private static String read(Path sheet) {
        try {
            return Files.readString(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
