package vn.banso.ledger.merge;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.Permits.Ruling;

/**
 * Where a feed ends that its own device has closed, going on in another one. A closing counts where the batch that says it may count, and the
 * end it names is placed; of several the furthest. So the answer depends on what a node holds and not on the order in which it came.
 */
final class ClosedFeed {
    private static final Comparator<Closing> FURTHEST = Comparator.comparing(Closing::number).thenComparing(Closing::end);

    private ClosedFeed() {}

    /** Empty where the feed goes on. */
    static Optional<Closing> end(BatchStore shelf, Permits permits, BatchHeader header) {
        return shelf.closing(header).stream().filter(b -> counts(shelf, permits, b))
                .flatMap(b -> b.header().closes().stream().filter(c -> c.incarnation() == header.incarnation()))
                .filter(c -> shelf.standing(c.end()).filter(BatchStatus::placed).isPresent())
                .filter(c -> shelf.get(c.end()).filter(b -> b.header().sameFeed(header) && b.header().number() == c.number()).isPresent())
                .max(FURTHEST);
    }

    private static boolean counts(BatchStore shelf, Permits permits, Batch closing) {
        return shelf.standing(closing.hash()).filter(BatchStatus::placed).isPresent() && switch (permits.batch(closing.header())) {
            case Ruling.Allowed _ -> true;
            case Ruling.UpTo upTo -> GoodChain.of(shelf, upTo, closing).hashes().contains(closing.hash());
            case Ruling.NotYet _, Ruling.Refused _ -> false;
        };
    }

    /** @param chains down from ends, as far as they were looked at */
    static boolean isBefore(BatchStore shelf, Batch batch, Closing end, Map<Set<Hash>, GoodChain> chains) {
        if (batch.header().number() >= end.number()) {
            return batch.hash().equals(end.end());
        }
        return chains.computeIfAbsent(Set.of(end.end()), ends -> GoodChain.of(shelf, new Ruling.UpTo(ends))).hashes().contains(batch.hash());
    }
}
