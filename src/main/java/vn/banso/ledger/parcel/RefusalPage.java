package vn.banso.ledger.parcel;

import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.ChangeId;

/**
 * A page of what a node set aside of a feed. A {@link Receipt} says how much that is and its digest; whoever wants to know what asks for
 * it, page by page, of anybody who knows.
 *
 * @param digest of the whole list
 * @param from how many stand before this page
 */
public record RefusalPage(FeedId feed, Digest digest, int from, List<SetAside> page) {
    /** No page has more. */
    public static final int MOST = 1_000;

    /** @param change empty where the whole batch was set aside */
    public record SetAside(Hash batch, Optional<ChangeId> change, int reason) {}

    /** A page is asked for: this is how many of the list are held already. */
    public record Wanted(FeedId feed, Digest digest, int from) {}
}
