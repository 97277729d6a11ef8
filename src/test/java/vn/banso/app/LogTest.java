package vn.banso.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as it is shipped: warnings and failures only, without what people typed. */
class LogTest {
    @TempDir
    private Path home;

    @Test
    void failuresAreLoggedWithoutTheirMessages() throws JoranException, IOException {
        LoggerContext log = new LoggerContext();
        log.setMDCAdapter(new LogbackMDCAdapter());
        log.putProperty("banso.home", home.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(log);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        log.getLogger("vn.banso.x").info("nothing to write down");
        assertThat(home.resolve("banso.log")).isEmptyFile();

        log.getLogger("vn.banso.x").error("unforeseen {}", "5VC6-HSDV",
                new IllegalStateException("Nông Thị Hạnh", new IOException("Lò Văn Páo")));
        log.stop();

        String written = Files.readString(home.resolve("banso.log"));
        assertThat(written).contains("unforeseen 5VC6-HSDV", "java.lang.IllegalStateException", "java.io.IOException", "LogTest")
                .doesNotContain("Hạnh", "Páo", "nothing to write down");
    }
}
