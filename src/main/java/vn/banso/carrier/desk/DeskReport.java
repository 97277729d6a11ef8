package vn.banso.carrier.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * What a desk made of the files it was given.
 *
 * @param taken handed to the node, in the order of their names
 * @param left not taken, still where they lay
 * @param strangers files of a folder that do not claim to be parcels, passed over
 * @param stopped why it ended before all were seen: the stick went away
 * @param safeToRemove whether all answers are written, read back and forced
 */
public record DeskReport(List<Taken> taken, List<Left> left, int strangers, Optional<Reason> stopped, boolean safeToRemove) {

    /**
     * @param complete whether the parcel was whole; of a damaged one the whole frames were taken
     * @param answer where the answer lies
     * @param unanswered why it could not be written: what was taken is taken all the same
     */
    public record Taken(Path file, long bytes, boolean complete, Optional<Path> answer, Optional<Reason> unanswered) {}

    public record Left(Path file, Why why) {
        /** The text that says it, with the file name as {@code {0}}. */
        public String textKey() {
            return "folder.left." + why;
        }
    }

    /** Why a file was left. */
    public enum Why {
        NOT_A_PARCEL,
        /** A device asks to be let in; this is approved, not taken in. */
        REQUEST,
        /** An officer lets a device in; this is opened by that device. */
        WELCOME,
        /** Something packed in which no parcel was found: a ZIP with a password or without one, a gz and the like. */
        PACKED,
        /** Something packed as people pack nothing: it unpacks to far more than it is, or out of its folder. */
        PACKED_ODDLY,
        /** A whole mail in which no parcel was found. */
        MAIL,
        NEWER_FORMAT, TOO_LARGE, UNREADABLE, OTHER_PROVINCE, NOT_JOINED, REFUSED, NOT_NOW
    }

    /** Whether all files were seen, none was left, and none came in part only. */
    public boolean isWhole() {
        return stopped.isEmpty() && left.isEmpty() && taken.stream().allMatch(Taken::complete);
    }

    public long bytes() {
        return taken.stream().mapToLong(Taken::bytes).sum();
    }
}
