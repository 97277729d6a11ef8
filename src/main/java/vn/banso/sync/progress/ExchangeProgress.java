package vn.banso.sync.progress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Tip;

/** How far an exchange has come. What is owed is counted from the ends of feeds alone, without looking at a single batch. */
public final class ExchangeProgress {
    /** Of the whole way, at most this lies behind once everything is packed. */
    private static final double PACKING = 0.3;

    private final ProgressListener progress;
    private double furthest;
    /** Where the giving and taking begins on the whole way; below zero before it has begun. */
    private double begin = -1;

    public ExchangeProgress(ProgressListener progress) {
        this.progress = progress;
    }

    public void stands(ExchangePhase phase) {
        progress.stands(Position.at(phase, furthest));
    }

    /** While batches are made of changes. What is made later, between two rounds, belongs to what is given anyway. */
    public void packed(long done, long all) {
        if (all > 0) {
            furthest = begin < 0 ? Math.clamp(PACKING * done / all, furthest, PACKING) : furthest;
            progress.stands(new Position(ExchangePhase.SEALING, furthest, done, all));
        }
    }

    /** The first parcel goes, with so many batches in it; nobody has said yet what else is owed. */
    public void gives(long batches) {
        begin = begin < 0 ? furthest : begin;
        progress.stands(new Position(ExchangePhase.SENDING, furthest, 0, batches));
    }

    /**
     * After a round.
     *
     * @param there batches to be given yet
     * @param here batches to come yet
     */
    public void stands(ExchangeCounts soFar, long there, long here) {
        begin = begin < 0 ? furthest : begin;
        long done = soFar.sent() + soFar.batchesNew();
        double part = there + here == 0 ? 1 : begin + (1 - begin) * done / (done + there + here);
        furthest = Math.clamp(part, furthest, 1);
        progress.stands(there > 0 ? new Position(ExchangePhase.SENDING, furthest, soFar.sent(), soFar.sent() + there)
                : here > 0 ? new Position(ExchangePhase.RECEIVING, furthest, soFar.batchesNew(), soFar.batchesNew() + here)
                : Position.at(ExchangePhase.VERIFYING, furthest));
    }

    /** How many batches one who holds that lacks of what another holds. A fork makes it a little more than it says. */
    public static long lacking(Have holder, Have other) {
        Map<FeedId, Integer> reached = new HashMap<>();
        other.tips().forEach(tip -> reached.merge(tip.feed(), tip.number(), Math::max));
        Map<FeedId, Integer> ends = new HashMap<>();
        for (Tip tip : holder.tips()) {
            ends.merge(tip.feed(), tip.number(), Math::max);
        }
        return ends.entrySet().stream().mapToLong(e -> Math.max(0, e.getValue() - reached.getOrDefault(e.getKey(), 0))).sum();
    }

    /** The feeds of which one side holds something else than the other. */
    public static Set<FeedId> differing(Have mine, Have theirs) {
        Set<Tip> differing = new HashSet<>(mine.tips());
        theirs.tips().forEach(tip -> {
            if (!differing.remove(tip)) {
                differing.add(tip);
            }
        });
        return differing.stream().map(Tip::feed).collect(Collectors.toCollection(() -> new TreeSet<>(HaveForm.FEEDS)));
    }
}
