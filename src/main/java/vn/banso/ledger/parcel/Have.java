package vn.banso.ledger.parcel;

import java.util.List;
import java.util.Set;
import vn.banso.ledger.batch.FeedId;
import vn.banso.register.values.ScopeId;

/**
 * What a node holds of one scope, computed each time it is needed.
 *
 * @param tips the ends of all feeds, placed batches in any standing
 * @param receipts the {@linkplain Receipt.Head#mark marks} of the newest receipts held
 * @param redactions the marks of the redactions that stand in the place of batches
 */
public record Have(ScopeId scope, List<Tip> tips, List<Long> receipts, List<Long> redactions) {

    /** Without redactions. */
    public Have(ScopeId scope, List<Tip> tips, List<Long> receipts) {
        this(scope, tips, receipts, List.of());
    }

    /** As if nothing of these feeds were held, so that all of them is sent again. */
    public Have without(Set<FeedId> feeds) {
        return feeds.isEmpty() ? this : new Have(scope, tips.stream().filter(t -> !feeds.contains(t.feed())).toList(), receipts, redactions);
    }
}
