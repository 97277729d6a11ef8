package vn.banso.ledger.merge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.Permits.Ruling;

/**
 * What a revoked device wrote before its revocation: the last good batches and those before them. As long as one of the last good batches
 * is not placed here, nothing else of the feed is decided; so the answer depends on what a node holds and not on the order in which it came.
 *
 * @param decided whether all last good batches are placed, or nothing of the feed was good
 */
record GoodChain(Set<Hash> hashes, boolean decided) {

    /** All of it. */
    static GoodChain of(BatchStore shelf, Ruling.UpTo upTo) {
        return downTo(shelf, upTo, 1);
    }

    /** As much of it as decides about one batch. */
    static GoodChain of(BatchStore shelf, Ruling.UpTo upTo, Batch batch) {
        return downTo(shelf, upTo, batch.header().number());
    }

    private static GoodChain downTo(BatchStore shelf, Ruling.UpTo upTo, int number) {
        boolean decided = true;
        Set<Hash> hashes = new HashSet<>();
        for (Hash end : upTo.lastGood()) {
            boolean placed = shelf.standing(end).filter(BatchStatus::placed).isPresent();
            decided &= placed || end.equals(Hash.NONE);
            Optional<Batch> good = placed ? shelf.get(end) : Optional.empty();
            while (good.isPresent() && good.get().header().number() >= number && hashes.add(good.get().hash())) {
                good = shelf.get(good.get().header().previous());
            }
        }
        return new GoodChain(hashes, decided);
    }

    Ruling ruling(Batch batch, Ruling.UpTo upTo) {
        if (hashes.contains(batch.hash())) {
            return Ruling.ALLOWED;
        }
        return decided ? new Ruling.Refused(Reason.REVOKED) : upTo;
    }
}
