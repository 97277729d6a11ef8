package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.testing.Awaited;

/** The launcher script, with small programs in place of Java, so that it is clear which one was chosen and what it was told. */
@Tag("slow")
class LauncherTest {
    private static final Path SCRIPT = Path.of("packaging/bin/banso").toAbsolutePath();

    @TempDir
    private Path temp;
    private Path app;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a shell script needs a shell");
        app = temp.resolve("thư mục có dấu cách/banso");
        Files.createDirectories(app.resolve("bin"));
        Files.createDirectories(app.resolve("lib"));
        Files.copy(SCRIPT, app.resolve("bin/banso"));
        app.resolve("bin/banso").toFile().setExecutable(true);
    }

    private record Ran(int exit, String out, String err) {}

    @Test
    void javaHomeIsTakenWhereItIsNewEnough() throws Exception {
        Path java = fakeJava("jdk", "25.0.1", true);
        Ran ran = run(app.resolve("bin/banso"), Map.of("JAVA_HOME", java.toString()), "status", "--dir", "máy của Páo");
        assertThat(ran.out()).contains("java at " + java).contains("vn.banso.app.Banso").contains("<máy của Páo>")
                .contains("<-XX:TieredStopAtLevel=1>").contains("<" + app.toRealPath().resolve("lib") + "/*>");
        assertThat(ran.exit()).isEqualTo(7);
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        Path old = fakeJava("old", "17.0.15", true);
        Path young = fakeJava("young", "26", true);
        Map<String, String> env = Map.of("JAVA_HOME", old.toString(), "PATH", young.resolve("bin") + ":/usr/bin:/bin");
        assertThat(run(app.resolve("bin/banso"), env).out()).contains("java at " + young);
    }

    @Test
    void aJavaWithoutAReleaseFileIsAskedItself() throws Exception {
        Path silent = fakeJava("silent", "25", false);
        assertThat(run(app.resolve("bin/banso"), Map.of("JAVA_HOME", silent.toString())).out()).contains("java at " + silent);
    }

    @Test
    void theRuntimeThatCameAlongGoesFirst() throws Exception {
        Path own = fakeJava("thư mục có dấu cách/banso/runtime", "25", true);
        Path other = fakeJava("other", "27", true);
        assertThat(run(app.resolve("bin/banso"), Map.of("JAVA_HOME", other.toString())).out())
                .contains("java at " + own.toRealPath());
    }

    @Test
    void throughLinksAndFromAnyFolder() throws Exception {
        Path java = fakeJava("jdk", "25", true);
        Path first = Files.createSymbolicLink(temp.resolve("first"), Path.of("thư mục có dấu cách/banso/bin/banso"));
        Path second = Files.createSymbolicLink(Files.createDirectory(temp.resolve("elsewhere")).resolve("second"), first);
        Ran ran = run(second, Map.of("JAVA_HOME", java.toString()), "demo");
        assertThat(ran.out()).contains("-Dbanso.sample=" + app.toRealPath().resolve("sample-data"))
                .doesNotContain("TieredStopAtLevel");
    }

    @Test
    void theUsualPlacesAreSearched() throws Exception {
        liveIn(temp);
        fakeJava("usr/lib/jvm/java-17", "17.0.1", true);
        Path found = fakeJava("usr/lib/jvm/temurin-25", "25.0.1", true);
        assertThat(run(app.resolve("bin/banso"), Map.of("PATH", onlyTools())).out()).contains("java at " + found);
    }

    @Test
    void withoutANewEnoughJavaOneSentenceInBothLanguages() throws Exception {
        liveIn(temp);
        fakeJava("opt/java-21", "21", true);
        Ran ran = run(app.resolve("bin/banso"), Map.of("PATH", onlyTools()));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(ran.err()).contains("cần Java 25 trở lên").contains("needs Java 25 or newer").contains("https://");
    }

    @Test
    void theWindowsLauncherHasWindowsLines() throws IOException {
        String script = Files.readString(Path.of("packaging/bin/banso.cmd"));
        assertThat(script.lines().count()).isGreaterThan(30);
        assertThat(script.replace("\r\n", "")).doesNotContain("\n");
        assertThat(script).contains("vn.banso.app.Banso %*").contains("exit /b %ERRORLEVEL%").contains("cần Java 25 trở lên");
    }

    @Test
    void theProgramAnswersAsItWillBeInstalled() throws Exception {
        pack();
        Ran ran = run(app.resolve("bin/banso"), Map.of("JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C"),
                "show", "không có tệp này");
        assertThat(ran.err()).isEqualTo("Không tìm thấy không có tệp này. Xin kiểm tra lại tên và thư mục.\n");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(run(app.resolve("bin/banso"), Map.of("JAVA_HOME", System.getProperty("java.home")), "--help", "--lang", "en").out())
                .startsWith("Usage: banso");
    }

    /** What a JVM writes of its own end prints texts that it was working on. */
    @Test
    void aCrashOfTheJvmLeavesNoReport() throws Exception {
        pack();
        Path report = temp.resolve("crash.log");
        String crash = "-Xmx6m -XX:+CrashOnOutOfMemoryError -XX:ErrorFile=" + report;
        String java = System.getProperty("java.home");
        Ran told = run(app.resolve("bin/banso"), Map.of("JAVA_HOME", java, "BANSO_JVM_OPTIONS", crash + " -XX:-SuppressFatalErrorMessage"), "--help");
        assertThat(told.exit()).isNotZero();
        assertThat(report).as("it really crashes, and would tell").isNotEmptyFile();
        Files.delete(report);
        assertThat(run(app.resolve("bin/banso"), Map.of("JAVA_HOME", java, "BANSO_JVM_OPTIONS", crash), "--help").exit()).isNotZero();
        assertThat(report).doesNotExist();
        assertThat(Files.readString(Path.of("packaging/bin/banso.cmd"))).contains("java.exe\" -XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash ");
    }

    /** The classes of this build as a jar, and every library, where the packaged program has them. */
    private void pack() throws IOException {
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (entry.endsWith(".jar")) {
                Files.copy(path, app.resolve("lib").resolve(path.getFileName()));
            } else if (Files.isDirectory(path.resolve("vn/banso/app")) && path.endsWith("classes")) {
                ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--file",
                        app.resolve("lib/banso.jar").toString(), "-C", entry, ".");
            }
        }
    }

    /** The usual places of a machine, moved below this folder. */
    private void liveIn(Path root) throws IOException {
        Path script = app.resolve("bin/banso");
        String moved = Files.readString(script).replaceAll(" (/usr/|/opt/|/Library/)", " " + root + "$1");
        Files.writeString(script, moved);
    }

    /** A PATH with the tools of a shell, but without java. */
    private String onlyTools() throws IOException {
        Path tools = Files.createDirectories(temp.resolve("tools"));
        for (String tool : List.of("sh", "readlink", "dirname", "sed", "head", "echo")) {
            Path real = List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream().filter(Files::exists).findFirst().orElseThrow();
            Files.copy(real, tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return tools.toString();
    }

    /** A folder that looks like a JDK of this version; its java tells where it lies and what it was given, and ends with 7. */
    private Path fakeJava(String name, String version, boolean release) throws IOException {
        Path home = temp.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        if (release) {
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_VERSION_DATE=\"2026\"\n");
        }
        Path java = home.resolve("bin/java");
        Files.writeString(java, String.format(Locale.ROOT, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026' >&2; exit 0; fi
                echo "java at %s"
                for a in "$@"; do printf '<%%s>\\n' "$a"; done
                exit 7
                """, version, home));
        java.toFile().setExecutable(true);
        return home;
    }

    private Ran run(Path script, Map<String, String> env, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(env);
        Path out = Files.createTempFile(temp, "out", "");
        Path err = Files.createTempFile(temp, "err", "");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(Awaited.SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
