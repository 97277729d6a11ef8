package vn.banso.store.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.pages.WriteAheadLog;

/** The files of a node: {@code node.db}, {@code vault} and {@code lock} in one folder, and the lock held on it. */
public final class NodeFiles implements AutoCloseable {
    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    /** The database engine takes no more bytes for a path, its helping files included. */
    private static final int LONGEST_PATH = 512;
    private static final String LONGEST_NAME = "node.db-journal";

    private final Path dir;
    private final FileChannel channel;

    private NodeFiles(Path dir, FileChannel channel) {
        this.dir = dir;
        this.channel = channel;
    }

    /**
     * Looks whether the folder can be a node's at all, before anything is said about what is in it.
     *
     * @throws StoreException NOT_A_FOLDER, DENIED, PATH_TOO_LONG
     */
    public static void requireReachable(Path dir) {
        Path folder = dir.toAbsolutePath().normalize();
        if (folder.resolve(LONGEST_NAME).toString().getBytes(StandardCharsets.UTF_8).length >= LONGEST_PATH) {
            throw new StoreException(Reason.PATH_TOO_LONG, "a path of more than " + LONGEST_PATH + " bytes");
        }
        Path at = folder;
        while (at != null && Files.notExists(at)) {
            at = at.getParent();
        }
        if (at != null && Files.isRegularFile(at)) {
            throw new StoreException(Reason.NOT_A_FOLDER, "a file where a folder should be");
        }
        boolean shut = at != null && (!Files.exists(at) || Files.isDirectory(at) && !Files.isExecutable(at));
        if (shut || isShut(folder.resolve("vault")) || isShut(folder.resolve("node.db"))) {
            throw new StoreException(Reason.DENIED, "the folder belongs to somebody else");
        }
    }

    private static boolean isShut(Path file) {
        return Files.exists(file) && !Files.isReadable(file);
    }

    /** @throws StoreException IN_USE where another program, or this one, has the folder open; READ_ONLY */
    public static NodeFiles lock(Path dir) {
        requireReachable(dir);
        Path folder = dir.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            OwnerOnly.folder(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StoreException(Reason.IN_USE, "another program holds the lock");
            }
            return new NodeFiles(folder, channel);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw new StoreException(Reason.IN_USE, "this program holds the lock already", e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw failed(e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // The failure that led here is the one to tell.
        }
    }

    public Path dir() {
        return dir;
    }

    public Path database() {
        return dir.resolve("node.db");
    }

    public boolean hasDatabase() {
        return Files.exists(database());
    }

    /** Closes to other users of the machine what the database engine and older programs left open. */
    public void keepToOwner() {
        try {
            for (String part : PARTS) {
                OwnerOnly.file(dir.resolve("node.db" + part));
            }
            OwnerOnly.file(dir.resolve("vault"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Whether the program was stopped without closing the store. */
    public boolean wasCutOff() {
        try {
            Path wal = dir.resolve("node.db-wal");
            return Files.exists(wal) && Files.size(wal) > 0;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Where what was made durable stands behind a damaged part of the log, the engine would go on without it. */
    public void requireWholeLog() {
        try {
            if (wasCutOff() && WriteAheadLog.hidesCommits(database())) {
                throw new StoreException(Reason.DAMAGED, "a damaged log");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Of the database, with what is written ahead of it. */
    public long bytes() {
        return PARTS.stream().mapToLong(part -> dir.resolve("node.db" + part).toFile().length()).sum();
    }

    public byte[] vault() {
        return read(dir.resolve("vault"));
    }

    public void vault(byte[] bytes) {
        write(dir.resolve("vault"), bytes);
    }

    public boolean hasVault() {
        return Files.exists(dir.resolve("vault"));
    }

    /** Whether a damaged store was set aside here and nothing took its place. */
    public boolean hasSetAside() {
        return Files.exists(aside(1));
    }

    /** Moves the database out of the way, to the first free of {@code node.db.damaged-1}, {@code -2} … */
    public Path setAside() {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        Path to = aside(number);
        try {
            for (String part : PARTS) {
                Path from = dir.resolve("node.db" + part);
                if (Files.exists(from)) {
                    DurableFile.rename(from, to.resolveSibling(to.getFileName() + part));
                }
            }
            return to;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The damaged database that was set aside last. */
    public Optional<Path> newestAside() {
        return asides().stream().findFirst();
    }

    /** All that were set aside, the newest first. */
    public List<Path> asides() {
        List<Path> all = new ArrayList<>();
        for (int number = 1; Files.exists(aside(number)); number++) {
            all.addFirst(aside(number));
        }
        return all;
    }

    /** Moves a vault that cannot be read out of the way: nothing is ever written over it. */
    public void setVaultAside() {
        int number = 1;
        while (Files.exists(dir.resolve("vault.damaged-" + number))) {
            number++;
        }
        try {
            DurableFile.rename(dir.resolve("vault"), dir.resolve("vault.damaged-" + number));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Path aside(int number) {
        return dir.resolve("node.db.damaged-" + number);
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Durable, and closed to other users of the machine. */
    public static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            DurableFile.writePrivate(file, bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Takes away what is left of a database that was not finished. */
    public static void drop(Path file) {
        try {
            for (String part : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
            }
        } catch (IOException _) {
            // It lies beside what counts, and is written over the next time.
        }
    }

    /** What the file system said, in our words. */
    public static StoreException failed(IOException e) {
        String told = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        Reason reason = switch (e) {
            case NotDirectoryException _ -> Reason.NOT_A_FOLDER;
            case FileAlreadyExistsException _ -> Reason.NOT_A_FOLDER;
            case AccessDeniedException _ -> Reason.READ_ONLY;
            default -> says(told, "not a directory") ? Reason.NOT_A_FOLDER
                    : says(told, "name too long", "too long") ? Reason.PATH_TOO_LONG
                    : says(told, "read-only", "write protected") ? Reason.READ_ONLY
                    : says(told, "no space left", "not enough space", "quota") ? Reason.FULL : Reason.BROKEN;
        };
        return new StoreException(reason, e.getClass().getSimpleName(), e);
    }

    private static boolean says(String told, String... words) {
        return Stream.of(words).anyMatch(told::contains);
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
