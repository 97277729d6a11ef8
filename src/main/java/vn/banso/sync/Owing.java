package vn.banso.sync;

import java.util.HashMap;
import java.util.Map;
import vn.banso.ledger.FeedId;
import vn.banso.ledger.Have;
import vn.banso.ledger.Tip;

/** How far an exchange has come. What is owed is counted from the ends of feeds alone, without looking at a single batch. */
final class Owing {
    private final Progress progress;
    private double furthest;

    Owing(Progress progress) {
        this.progress = progress;
    }

    void stands(Phase phase) {
        progress.stands(phase, furthest);
    }

    /**
     * After a round.
     *
     * @param there batches to be given yet
     * @param here batches to come yet
     */
    void stands(Tally soFar, long there, long here) {
        double done = soFar.sent() + soFar.batchesNew();
        double part = there + here == 0 ? 1 : done / (done + there + here);
        furthest = Math.clamp(part, furthest, 1);
        stands(there > 0 ? Phase.SENDING : here > 0 ? Phase.RECEIVING : Phase.VERIFYING);
    }

    /** How many batches one who holds that lacks of what another holds. A fork makes it a little more than it says. */
    static long lacking(Have holder, Have other) {
        Map<FeedId, Integer> reached = new HashMap<>();
        other.tips().forEach(tip -> reached.merge(tip.feed(), tip.number(), Math::max));
        Map<FeedId, Integer> ends = new HashMap<>();
        for (Tip tip : holder.tips()) {
            ends.merge(tip.feed(), tip.number(), Math::max);
        }
        return ends.entrySet().stream().mapToLong(e -> Math.max(0, e.getValue() - reached.getOrDefault(e.getKey(), 0))).sum();
    }
}
