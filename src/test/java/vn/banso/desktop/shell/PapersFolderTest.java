package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers are offered where the person keeps theirs. */
class PapersFolderTest {
    @TempDir
    private Path home;

    @Test
    void documentsElseTheHomeItself() throws IOException {
        assertThat(FxDialogs.papers(home)).contains(home);
        Path documents = Files.createDirectory(home.resolve("Documents"));
        assertThat(FxDialogs.papers(home)).contains(documents);
        assertThat(FxDialogs.papers(home.resolve("gone"))).isEmpty();
    }
}
