package vn.banso.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.TooSoonException;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.vault.VaultException;

/** Every failure that can be foreseen, in one place, with the sentence a person can act on. */
public final class Sentences {
    private Sentences() {}

    /** Empty for a failure that nobody foresaw. */
    public static Optional<List<Sentence>> of(Throwable failure) {
        return switch (failure) {
            case MalformedException malformed -> one("failure.parcel." + malformed.reason());
            case TooSoonException soon -> Optional.of(List.of(Sentence.of("failure.too_soon", soon.seconds())));
            case StoreException store -> one("store." + store.reason());
            case VaultException vault -> one("failure.vault." + vault.reason());
            case UncheckedIOException unchecked -> of(unchecked.getCause());
            case IOException io -> Optional.of(file(io));
            default -> Optional.empty();
        };
    }

    /** @param name how people call the peer */
    public static List<Sentence> peer(PeerException peer, String name) {
        Sentence what = Sentence.of("peer." + peer.reason(), name);
        return peer.retryAfter().map(wait -> List.of(what, Sentence.of("failure.retry_after", Math.max(1, wait.toSeconds()))))
                .orElse(List.of(what));
    }

    private static List<Sentence> file(IOException io) {
        String name = io instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
        String reason = String.valueOf(io instanceof FileSystemException f ? f.getReason() : io.getMessage()).toLowerCase(Locale.ROOT);
        String key = switch (io) {
            case NoSuchFileException _ -> "failure.file.missing";
            case FileAlreadyExistsException _ -> "failure.file.exists";
            case CharacterCodingException _ -> "failure.file.not_utf8";
            case AccessDeniedException _ -> "failure.file.denied";
            case NotDirectoryException _ -> "failure.file.not_a_folder";
            case DirectoryNotEmptyException _ -> "failure.file.not_empty";
            default -> reason.contains("no space") || reason.contains("not enough space") || reason.contains("quota") ? "failure.file.full"
                    : reason.contains("read-only") || reason.contains("write protected") ? "failure.file.read_only"
                    : reason.contains("is a directory") ? "failure.file.is_a_folder"
                    : reason.contains("name too long") || reason.contains("path too long") ? "failure.file.name_too_long"
                    : reason.contains("too large") ? "failure.file.too_large" : "failure.file.failed";
        };
        return List.of(Sentence.of(key, name));
    }

    private static Optional<List<Sentence>> one(String key, Object... args) {
        return Optional.of(List.of(Sentence.of(key, args)));
    }
}
