package vn.banso.desktop.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.store.Node;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/**
 * A window with the memory that the launcher gives it goes to every page on every width of screen and hands over. The number of
 * households is told by {@code -Dwalk.households}, 1,500 unless told; performance.md has the figures of 20,000.
 */
@Tag("slow")
@Timeout(600)
class StandstillTest {
    private static final Pattern OPTIONS = Pattern.compile("speed=\"\\$speed (-Xmx[^\"]+)\"");
    /**
     * Widths in use. The platform without a display fails now and then where a window outgrows its screen, so wider ones are walked on
     * a display, when they are asked for: {@code -Dwalk.sizes=1366x768,1920x1080,2560x1440}.
     */
    private static final List<String> SIZES = List.of(System.getProperty("walk.sizes", "1366x768").split(","));

    @TempDir
    Path folder;

    @Test
    void everyPageOnEveryWidthAndAHandOverFitTheMemoryThatIsShipped() throws Exception {
        List<String> said = walk(options());
        assertThat(said).as("what the window said").last().isEqualTo("done");
        assertThat(said).noneMatch(line -> line.contains("OutOfMemoryError"));
    }

    private static List<String> options() throws IOException {
        Matcher options = OPTIONS.matcher(Files.readString(Path.of("packaging/bin/banso")));
        assertThat(options.find()).as("the launcher gives a window its memory").isTrue();
        assertThat(Files.readString(Path.of("packaging/bin/banso.cmd"))).contains(options.group(1));
        return List.of(options.group(1).split(" "));
    }

    private List<String> walk(List<String> options) throws Exception {
        try (Neighbourhood around = new Neighbourhood(folder)) {
            Node node = around.laptop("laptop", around.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
            Generator.acts(new Commune("2025-07-01", "05719", Region.MOUNTAIN, Integer.getInteger("walk.households", 1_500),
                    LocalDate.now(), 7)).forEach(node::save);
        }
        Path to = Files.createDirectory(folder.resolve("stick"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw",
                "-Dglass.platform=" + (System.getProperty("walk.sizes") == null ? "Headless" : "gtk"), "-Dbanso.home=" + folder.resolve("home"), "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(options);
        command.addAll(List.of(WindowWalk.class.getName(), around("laptop"), around("home-laptop"),
                new String(Neighbourhood.PASSPHRASE), to.toString()));
        command.addAll(SIZES);
        Path out = folder.resolve("said");
        Process walk = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try {
            assertThat(walk.waitFor(8, TimeUnit.MINUTES)).as("it ends; so far: " + Files.readString(out)).isTrue();
        } finally {
            walk.destroyForcibly();
        }
        List<String> said = Files.readAllLines(out);
        said.forEach(System.out::println);
        return said;
    }

    private String around(String name) {
        return folder.resolve(name).toString();
    }
}
