package vn.banso.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another process of this program, with little memory of its own: what a fresh start costs cannot be seen from inside a warm one. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param heap the most that its heap may become, such as {@code 112m}; the other options are those of the launcher */
    static Child start(Class<?> main, String heap, String... args) throws IOException {
        return start(List.of(), main, heap, args);
    }

    /** @param more options of the JVM */
    static Child start(List<String> more, Class<?> main, String heap, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
        command.addAll(more);
        command.add(main.getName());
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return new Child(builder.start());
    }

    /** The next line it says. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the other process ended without an answer");
        }
        return line;
    }

    /** Resident memory in MB, the highest so far; empty where the system does not tell. */
    Optional<Double> peakMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM:"))
                .map(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024).findFirst();
    }

    /** Until it has ended by itself. */
    void awaitEnd() {
        process.onExit().join();
    }

    /** It ends when nobody speaks to it any more. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
