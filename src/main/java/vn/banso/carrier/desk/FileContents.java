package vn.banso.carrier.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.carrier.FolderLayout;
import vn.banso.carrier.ParcelSummary;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;

/**
 * The parcels of a file, which may be one itself, or a ZIP or a mail with some in it. Nothing longer than expected is read.
 *
 * @param why why there is none
 * @param claims whether the file looked like a parcel, or could not be looked at: that is worth a word wherever it lies
 */
record FileContents(List<byte[]> parcels, Optional<Why> why, boolean claims) {
    private static final int LONGEST_SIGN = 2_000;

    /** @param longest parcel that is read, in bytes */
    static FileContents of(Path file, int longest) {
        try {
            byte[] start = start(file);
            if (Parcel.looksLike(start)) {
                return Files.size(file) > longest ? none(Why.TOO_LARGE, true) : new FileContents(List.of(Files.readAllBytes(file)), Optional.empty(), true);
            }
            Why kind = FileKind.packed(start) ? Why.PACKED : FileKind.mail(start) ? Why.MAIL : Why.NOT_A_PARCEL;
            Unpacked inside = kind == Why.PACKED ? Unpacked.zip(file) : kind == Why.MAIL ? Unpacked.mail(file) : Unpacked.NOTHING;
            return inside.parcels().isEmpty() ? none(inside.odd() ? Why.PACKED_ODDLY : kind, false)
                    : new FileContents(inside.parcels(), Optional.empty(), true);
        } catch (IOException e) {
            return none(Why.UNREADABLE, true);
        }
    }

    private static FileContents none(Why why, boolean claims) {
        return new FileContents(List.of(), Optional.of(why), claims);
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST_SIGN);
        }
    }

    /** @param meant whether everything that lies there is meant for us */
    boolean isWorthAWord(Path file, boolean meant) {
        return claims || meant && !FolderLayout.upper(file).endsWith(FolderLayout.UNFINISHED);
    }

    /** What a parcel is that brings nothing recorded. */
    static Optional<Why> otherKind(ParcelSummary parcel) {
        return parcel.frames().stream().flatMap(frame -> otherKind(frame).stream()).findFirst();
    }

    /** A welcome brings batches along as well, but only the device that asked can take it in. */
    private static Optional<Why> otherKind(Frame frame) {
        return switch (frame) {
            case Frame.WelcomeFrame _ -> Optional.of(Why.WELCOME);
            case Frame.RequestFrame _ -> Optional.of(Why.REQUEST);
            default -> Optional.empty();
        };
    }

    static Why why(MalformedException e) {
        return e.reason() == MalformedException.Reason.NEWER_FORMAT ? Why.NEWER_FORMAT : Why.NOT_A_PARCEL;
    }
}
