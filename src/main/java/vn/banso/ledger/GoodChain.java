package vn.banso.ledger;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.Permits.Ruling;

/**
 * What a revoked device wrote before its revocation: the last good batch and those before it, as far back as they are held.
 *
 * @param lowest number of the earliest batch met; {@link Integer#MAX_VALUE} where not even the last good one is held
 */
record GoodChain(Set<Hash> hashes, int lowest) {

    /** All of it. */
    static GoodChain of(Shelf shelf, Ruling.UpTo upTo) {
        return downTo(shelf, upTo, 1);
    }

    /** As much of it as decides about one batch. */
    static GoodChain of(Shelf shelf, Ruling.UpTo upTo, Batch batch) {
        return downTo(shelf, upTo, batch.header().number());
    }

    private static GoodChain downTo(Shelf shelf, Ruling.UpTo upTo, int number) {
        Set<Hash> hashes = new HashSet<>();
        int lowest = upTo.lastGood().equals(Hash.NONE) ? 0 : Integer.MAX_VALUE;
        Optional<Batch> good = shelf.get(upTo.lastGood());
        while (good.isPresent() && lowest > number) {
            hashes.add(good.get().hash());
            lowest = good.get().header().number();
            good = shelf.get(good.get().header().previous());
        }
        return new GoodChain(hashes, lowest);
    }

    boolean holds(Batch batch) {
        return hashes.contains(batch.hash());
    }

    /** Undecided as long as something between the last good batch and this one is missing. */
    Ruling ruling(Batch batch, Ruling.UpTo upTo) {
        if (holds(batch)) {
            return Ruling.ALLOWED;
        }
        return lowest <= batch.header().number() ? new Ruling.Refused(Reason.REVOKED) : upTo;
    }
}
