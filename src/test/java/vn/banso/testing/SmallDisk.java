package vn.banso.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real file system of a few pages that can fill up, refuse writing and be pulled. Needs Linux and root; otherwise its tests are skipped. */
public final class SmallDisk implements AutoCloseable {
    private final Path at;
    private boolean mounted = true;

    private SmallDisk(Path at) {
        this.at = at;
    }

    /** @param at an empty folder, which becomes the stick */
    public static SmallDisk plug(Path at, int bytes) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/mount")), "no mount here");
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", at.toString()), "mounting needs root");
        return new SmallDisk(at);
    }

    public void lock() throws IOException, InterruptedException {
        Assumptions.assumeTrue(run("mount", "-o", "remount,ro", at.toString()));
    }

    /** The stick goes; the folder it was seen in stays, empty, on the laptop's disk. */
    public void pull() throws IOException, InterruptedException {
        if (mounted) {
            mounted = !run("umount", "-l", at.toString());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        pull();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
