package vn.banso.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Marked;
import vn.banso.store.Node;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/**
 * What a whole evening leaves beside the paper that somebody named: nothing that somebody typed. A report that the JVM itself writes when it
 * crashes is not looked at here: it may hold what registers pointed to (decision 0050).
 */
@Tag("slow")
class TracesLeftTest {
    private static final Marked MARKED = new Marked("Quýt Hồng Nà Lạng", 7_129_384_651_203_948_517L, new Value.Day(1937, 9, 13));

    @TempDir
    Path folder;

    @TempDir
    Path lib;

    @Test
    void logTemporaryFilesStickBackupAndClassArchiveSayNothing() throws IOException, InterruptedException {
        Path paper = folder.resolve("papers/list.pdf");
        for (String place : List.of("tmp", "work", "stick", "papers")) {
            Files.createDirectory(folder.resolve(place));
        }
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
            List<Draft> drafts = Marked.types().stream().map(type -> MARKED.draft(an, type)).toList();
            land.province.writeAs(land.province.device(), 77_000, Land.SANG_MOC, new Governance.Act(drafts, List.of()));
            Land.exchange(land.province, an);
            an.close();
        }
        assertThat(run("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + folder.resolve("home/start.jsa"))).as(this::said).isZero();
        assertThat(Files.size(folder.resolve("home/start.jsa"))).isPositive();
        assertThat(Files.readString(folder.resolve("home/banso.log"))).contains("unforeseen 5VC6-HSDV", "IllegalStateException", "MarkedSession");
        assertThat(files("stick")).anyMatch(f -> f.toString().endsWith(".BSO")).anyMatch(f -> f.toString().endsWith(".backup"));
        assertThat(files("papers")).as("nothing beside the paper").containsExactly(paper);
        assertThat(MARKED.in(files(""))).containsExactly(paper);

        Path careless = Files.writeString(folder.resolve("tmp/careless"), MARKED.text());
        assertThat(MARKED.in(files(""))).containsExactlyInAnyOrder(paper, careless);
    }

    private int run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"), "-Dbanso.home=" + folder.resolve("home"),
                "-Dlogback.configurationFile=" + Path.of("src/main/resources/logback.xml").toAbsolutePath()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", jars(),
                MarkedSession.class.getName(), folder.resolve("an").toString(), folder.resolve("home").toString(),
                folder.resolve("stick").toString(), folder.resolve("papers/list.pdf").toString()));
        Process evening = new ProcessBuilder(command).directory(folder.resolve("work").toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("work/said").toFile()).start();
        try (var told = evening.outputWriter(StandardCharsets.UTF_8)) {
            told.write(MARKED.text() + "\n" + MARKED.number() + "\n" + MARKED.day() + "\n");
        } finally {
            evening.waitFor();
        }
        return evening.exitValue();
    }

    /** The class archive keeps what comes from jars only, as the program that ships does. */
    private String jars() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath()).filter(Files::exists)
                .map(part -> (Files.isDirectory(part) ? jar(part) : part).toString()).collect(Collectors.joining(File.pathSeparator));
    }

    private Path jar(Path classes) {
        Path jar = lib.resolve(classes.getFileName() + ".jar");
        if (!Files.exists(jar)) {
            assertThat(ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--no-compress", "--file", jar.toString(),
                    "-C", classes.toString(), ".")).isZero();
        }
        return jar;
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("work/said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
