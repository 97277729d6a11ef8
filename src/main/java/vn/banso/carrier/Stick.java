package vn.banso.carrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * A folder, and the certainty that it is still the same: where a stick is pulled, its place in the file system may stay behind
 * as an empty folder of the laptop's own disk, and nothing must be written there.
 */
public final class Stick {
    private final Path folder;
    private final Object identity;

    private Stick(Path folder, Object identity) {
        this.folder = folder;
        this.identity = identity;
    }

    /** @throws PeerException GONE where there is no such folder */
    public static Stick at(Path folder) throws PeerException {
        try {
            return new Stick(folder, identity(folder));
        } catch (IOException e) {
            throw new PeerException(Reason.GONE, e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** @throws PeerException GONE where it is not there any more, or another one lies in its place */
    public void stillThere() throws PeerException {
        try {
            if (!identity(folder).equals(identity)) {
                throw new PeerException(Reason.GONE, null);
            }
        } catch (IOException e) {
            throw new PeerException(Reason.GONE, e);
        }
    }

    public PeerException failure(IOException e, long needed) {
        return FolderFailure.of(e, folder, needed);
    }

    /** @throws PeerException FULL, READ_ONLY before anything is written, as far as the system knows */
    public void roomFor(long bytes) throws PeerException {
        try {
            var store = Files.getFileStore(folder);
            if (store.isReadOnly()) {
                throw new PeerException(Reason.READ_ONLY, null);
            }
            // Some network folders say that they have no room at all, and take files.
            long usable = store.getUsableSpace();
            if (usable > 0 && usable < bytes) {
                throw new PeerException(Reason.FULL, null);
            }
        } catch (IOException e) {
            throw failure(e, bytes);
        }
    }

    private static Object identity(Path folder) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
            throw new IOException("not a folder");
        }
        // Windows has no such key; there a pulled stick takes its drive letter along.
        return Optional.ofNullable(attributes.fileKey()).orElse(Objects.toString(folder.toRealPath(LinkOption.NOFOLLOW_LINKS)));
    }
}
