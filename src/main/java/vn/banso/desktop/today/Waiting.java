package vn.banso.desktop.today;

import java.util.Map;
import java.util.Optional;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.ledger.LastReceipt;

/** Where the work lies, as far as it has not come home. */
record Waiting(Map<RecordState, Long> states, Optional<LastReceipt> receipt) {
    static Waiting at(Node node) {
        return new Waiting(node.ledger().states(), node.ledger().lastReceipt());
    }

    private long count(RecordState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Saved here and given to nobody yet. */
    long here() {
        return count(RecordState.HERE);
    }

    /** Given to somebody; no office has said that it arrived. */
    long under() {
        return count(RecordState.HANDED_OVER);
    }

    /** Confirmed by an office. */
    long received() {
        return count(RecordState.COMMUNE) + count(RecordState.PROVINCE);
    }

    boolean isNothing() {
        return here() + under() + received() == 0;
    }
}
