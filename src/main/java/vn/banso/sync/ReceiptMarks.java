package vn.banso.sync;

import java.util.List;
import vn.banso.ledger.parcel.Have;

/**
 * Compares the marks by which a have-list names {@linkplain vn.banso.ledger.parcel.Receipt.Head#mark receipts} and
 * {@linkplain vn.banso.trust.crypto.Redactions#mark redactions}: of two with the same line, the one with the greater serial replaces the other.
 */
final class ReceiptMarks {
    private ReceiptMarks() {}

    /** Which node, incarnation and scope, or which batch. */
    static int line(long mark) {
        return (int) (mark >>> 32);
    }

    static long serial(long mark) {
        return mark & 0xffff_ffffL;
    }

    /** Whether whoever named these lacks that one, or a newer one of its line. */
    static boolean lacks(List<Long> named, long mark) {
        return named.stream().noneMatch(m -> line(m) == line(mark) && serial(m) >= serial(mark));
    }

    /** Whether the other names one that is not here. */
    static boolean lacks(Have mine, Have theirs) {
        return lacksAny(mine.receipts(), theirs.receipts()) || lacksAny(mine.redactions(), theirs.redactions());
    }

    /** Those of the same line as that mark. */
    static List<Long> ofLine(List<Long> marks, long mark) {
        return marks.stream().filter(m -> line(m) == line(mark)).toList();
    }

    /** Whether others name one that is not here. */
    static boolean lacksAny(List<Long> mine, List<Long> theirs) {
        return theirs.stream().anyMatch(mark -> lacks(mine, mark));
    }
}
