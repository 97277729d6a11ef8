package vn.banso.store.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that other users of the machine may not even open, sealed as they are: 0600 and 0700. Where the file system
 * knows no such thing (FAT, Windows, where a folder of the user is the user's already), nothing is done.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes the folder where there is none, and only then closes it to others: what people made is theirs to open. */
    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            set(folder, FOLDER);
        }
    }

    /** Closes a file to others, if there is one. */
    public static void file(Path file) throws IOException {
        if (Files.exists(file)) {
            set(file, FILE);
        }
    }

    private static void set(Path path, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            if (!view.readAttributes().permissions().equals(permissions)) {
                view.setPermissions(permissions);
            }
        } catch (FileSystemException _) {
            // A mounted stick that cannot hold permissions, or a file of another user who shares the folder: still usable.
        }
    }
}
