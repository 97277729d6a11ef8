package vn.banso.sync;

import java.util.List;
import vn.banso.ledger.Have;

/** Compares the {@linkplain vn.banso.ledger.Receipt.Signed#mark marks} of receipts. */
final class Marks {
    private Marks() {}

    /** Which node, incarnation and scope. */
    static int line(long mark) {
        return (int) (mark >>> 32);
    }

    static long serial(long mark) {
        return mark & 0xffff_ffffL;
    }

    /** Whether the other names a receipt that is not here, nor a newer one of its line. */
    static boolean lacks(Have mine, Have theirs) {
        return theirs.receipts().stream().anyMatch(mark -> lacks(mine.receipts(), mark));
    }

    private static boolean lacks(List<Long> mine, long mark) {
        return mine.stream().noneMatch(m -> line(m) == line(mark) && serial(m) >= serial(mark));
    }
}
