package vn.banso.carrier;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import vn.banso.ledger.batch.Hash;
import vn.banso.store.files.DurableFile;

/**
 * Writes a {@linkplain DurableFile durable file} on a medium that may lie about what it holds: what is written beside is read back
 * before it gets its name.
 */
public final class VerifiedFile {
    private static final int BLOCK = 1 << 16;
    /** What even a slow stick takes in about a second. */
    private static final int SLICE = 4 << 20;

    private VerifiedFile() {}

    /** What was read back is not what was written: a worn-out or counterfeit stick. */
    static final class ReadBackException extends IOException {
        private static final long serialVersionUID = 1L;

        ReadBackException() {
            super("read back differently");
        }
    }

    /** Once this returns, the medium may be taken away. */
    public static void write(Path target, Path unfinished, byte[] bytes) throws IOException {
        write(target, unfinished, bytes, (_, _) -> { }, (_, _) -> { });
    }

    /** Told how many of all bytes lie behind; what it throws ends the writing, and nothing of it stays. */
    interface Watch {
        void at(long bytes, long all) throws IOException;
    }

    /**
     * @param written told while it is written, each time that much of it rests on the medium
     * @param verified told while it is read back
     */
    static void write(Path target, Path unfinished, byte[] bytes, Watch written, Watch verified) throws IOException {
        boolean done = false;
        try {
            Files.deleteIfExists(unfinished);
            try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    written.at(rest.position(), bytes.length);
                    rest.limit(Math.min(bytes.length, rest.position() + SLICE));
                    while (rest.hasRemaining()) {
                        out.write(rest);
                    }
                    out.force(false);
                    rest.limit(bytes.length);
                }
                out.force(true);
            }
            verify(unfinished, bytes, verified);
            DurableFile.move(unfinished, target);
            done = true;
        } finally {
            if (!done) {
                discard(unfinished);
            }
        }
    }

    /** @throws ReadBackException where the medium does not hold these bytes */
    static void verify(Path file, byte[] bytes) throws IOException {
        verify(file, bytes, (_, _) -> { });
    }

    private static void verify(Path file, byte[] bytes, Watch verified) throws IOException {
        if (!hash(file, verified).equals(Hash.sha256(bytes))) {
            throw new ReadBackException();
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // The medium is gone or full of trouble; the next visit clears it away.
        }
    }

    private static Hash hash(Path file, Watch verified) throws IOException {
        try {
            return hash(file, Set.of(StandardOpenOption.READ, ExtendedOpenOption.DIRECT), verified);
        } catch (ReadBackException | InterruptedIOException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            return hash(file, Set.of(StandardOpenOption.READ), verified);
        }
    }

    /** Past the system's cache where possible: the question is what the stick holds, not what we just told the system. */
    private static Hash hash(Path file, Set<OpenOption> options, Watch verified) throws IOException {
        int align = Math.toIntExact(Files.getFileStore(file).getBlockSize());
        ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK + 2 * align).alignedSlice(align);
        buffer.limit(BLOCK / align * align);
        var digest = Hash.digest();
        try (FileChannel in = FileChannel.open(file, options)) {
            int limit = buffer.limit();
            for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                verified.at(in.position(), in.size());
                digest.update(buffer.flip());
                buffer.clear().limit(limit);
            }
        }
        return new Hash(digest.digest());
    }

    /** Whether the file holds exactly these bytes. */
    static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }
}
