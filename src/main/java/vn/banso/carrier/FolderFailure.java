package vn.banso.carrier;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/** What went wrong on a stick, in the words of {@link Reason}. */
final class FolderFailure {
    private FolderFailure() {}

    /**
     * @param folder the stick
     * @param needed bytes that were to be written; 0 where only something was read
     */
    static PeerException of(IOException failure, Path folder, long needed) {
        return new PeerException(reason(failure, folder, needed), failure);
    }

    private static Reason reason(IOException failure, Path folder, long needed) {
        if (!Files.isDirectory(folder)) {
            return Reason.GONE;
        }
        if (failure instanceof VerifiedFile.ReadBackException) {
            return Reason.DAMAGED;
        }
        String words = words(failure);
        if (failure instanceof AccessDeniedException || words.contains("read-only") || readOnly(folder)) {
            return Reason.READ_ONLY;
        }
        if (words.contains("no space") || words.contains("quota") || words.contains("not enough space") || usable(folder) < needed) {
            return Reason.FULL;
        }
        if (words.contains("file too large")) {
            return Reason.TOO_LARGE;
        }
        boolean nowhere = failure instanceof NoSuchFileException || failure instanceof NotDirectoryException
                || words.contains("not a directory") || words.contains("name too long") || words.contains("no such device");
        return nowhere ? Reason.GONE : Reason.DAMAGED;
    }

    /** The system's words, which Java passes on; where they come in another language the questions to the store decide. */
    private static String words(IOException failure) {
        String reason = failure instanceof FileSystemException f ? f.getReason() : failure.getMessage();
        return reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    }

    private static boolean readOnly(Path folder) {
        try {
            return Files.getFileStore(folder).isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
