package vn.banso.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Durable files, for the whole house: under a name there is at any moment nothing, the old content or the whole new one, and what
 * was there once this returned is there after a power cut too. So content is written beside and forced, then moved, and then the folder
 * is forced, without which the move itself may be undone.
 */
public final class DurableFile {
    private DurableFile() {}

    /** Writes the file, in the place of one that may be there. */
    public static Path write(Path target, byte[] bytes) throws IOException {
        return write(target, bytes, _ -> { });
    }

    /** The same, of a file that nobody else of this machine may open. */
    public static Path writePrivate(Path target, byte[] bytes) throws IOException {
        return write(target, bytes, OwnerOnly::file);
    }

    /** What is done to the unfinished file before anything is in it. */
    private interface Preparing {
        void prepare(Path unfinished) throws IOException;
    }

    private static Path write(Path target, byte[] bytes, Preparing preparing) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".new");
        try {
            try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                preparing.prepare(unfinished);
                fill(out, bytes);
            }
            move(unfinished, target);
            return target;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Writes a file where there is none.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one
     */
    public static void writeNew(Path target, byte[] bytes) throws IOException {
        boolean made = false;
        boolean whole = false;
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            made = true;
            fill(out, bytes);
            whole = true;
        } finally {
            if (made && !whole) {
                Files.deleteIfExists(target);
            }
        }
        forceFolder(target);
    }

    private static void fill(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            out.write(rest);
        }
        out.force(true);
    }

    /** Gives a file that was just written its name, in the place of one that may be there. */
    public static void move(Path from, Path to) throws IOException {
        forceContent(from);
        rename(from, to);
        // Where folders cannot be forced, forcing the file takes its name along.
        forceContent(to);
    }

    /** Gives a file that has long been durable another name in its folder, in the place of one that may be there. */
    public static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(to);
    }

    /** A file and its name in the folder. */
    public static void force(Path file) throws IOException {
        forceContent(file);
        forceFolder(file);
    }

    /** The names in the folder of this file: what was made, moved or taken away there stays so. Windows opens no folders. */
    public static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void forceContent(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
