package vn.banso.ledger.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Permits.Ruling;
import vn.banso.register.values.ScopeId;

/**
 * Decides what becomes of a batch that arrives: by whatever road, in whatever order, however often.
 *
 * <p>A batch is <em>placed</em> when the batch it follows is placed; two batches that follow the same one are a fork, and
 * both branches are kept. A placed batch is applied when the grants allow it. Nothing that was genuine is ever dropped: it
 * waits or is set aside, with a reason, and is judged again whenever {@link #reconsider} is called.
 */
public final class Intake {
    private static final int FEW_REFUSED = 32;
    private static final int BYTES_PER_REFUSED = 256;

    private final BatchStore shelf;
    private final Opener opener;

    public Intake(BatchStore shelf, Opener opener) {
        this.shelf = shelf;
        this.opener = opener;
    }

    /** What became of one batch. */
    public sealed interface Outcome {
        record Known() implements Outcome {}

        /** Kept; see the standing. */
        record Kept(BatchStatus standing, Optional<Reason> reason) implements Outcome {}

        /** Not kept, because nothing shows that its author wrote it. */
        record Rejected(Reason reason) implements Outcome {}
    }

    /** Takes one batch in, and with it every batch that waited for it. */
    public Outcome take(Batch batch, Permits permits) {
        Optional<BatchStatus> held = shelf.standing(batch.hash());
        if (held.isPresent()) {
            return new Outcome.Known();
        }
        if (!opener.genuine(batch)) {
            return new Outcome.Rejected(Reason.FORGED);
        }
        if (!isPlaced(batch)) {
            keep(batch, BatchStatus.WAITING_PREVIOUS, Optional.empty());
            return new Outcome.Kept(BatchStatus.WAITING_PREVIOUS, Optional.empty());
        }
        List<Batch> placed = placed(batch);
        placed.forEach(b -> judge(b, permits));
        // The last good batch of a revoked device may just have come: now its feed can be decided.
        if (permits.batch(batch.header()) instanceof Ruling.UpTo upTo
                && placed.stream().anyMatch(b -> upTo.lastGood().contains(b.hash()))) {
            Map<Set<Hash>, GoodChain> chains = new HashMap<>();
            firsts(batch.header().scope()).filter(f -> batch.header().sameFeed(f.header())).flatMap(f -> placed(f).stream())
                    .forEach(b -> judge(b, permits, chains));
        }
        closed(placed, permits);
        return new Outcome.Kept(standing(batch), shelf.reason(batch.hash()));
    }

    /** Where a feed was closed, or the end came at which it was closed, what came after that counts no more. */
    private void closed(List<Batch> placed, Permits permits) {
        ScopeId scope = placed.getFirst().header().scope();
        DeviceId author = placed.getFirst().header().author();
        boolean closes = placed.stream().anyMatch(b -> !b.header().closes().isEmpty() || shelf.closing(b.header()).stream()
                .flatMap(c -> c.header().closes().stream()).anyMatch(c -> c.end().equals(b.hash())));
        if (closes) {
            reconsider(scope, permits, author::equals);
        }
    }

    /**
     * Takes in a batch sealed on this node, whose changes became part of the register when they were saved. Where they may not
     * count (the device was revoked in the meantime), the scope is folded anew without them, so that this node shows
     * what all others show.
     */
    public Outcome takeOwn(Batch batch, Permits permits) {
        Outcome outcome = take(batch, permits);
        if (standing(batch) != BatchStatus.APPLIED || !shelf.refused(batch.hash()).isEmpty()) {
            refold(batch.header().scope(), permits);
        }
        return outcome;
    }

    /**
     * Judges all batches of a scope again, after grants, keys or the program have changed. What may count now is folded; where
     * something may not count any more, the scope is folded anew without it.
     */
    public void reconsider(ScopeId scope, Permits permits) {
        reconsider(scope, permits, _ -> true);
    }

    /**
     * Judges the batches of some authors again.
     *
     * @param concerned the devices whose grants have changed
     */
    public void reconsider(ScopeId scope, Permits permits, Predicate<DeviceId> concerned) {
        Map<Set<Hash>, GoodChain> chains = new HashMap<>();
        List<Batch> again = new ArrayList<>();
        List<Batch> theirs = firsts(scope).filter(b -> concerned.test(b.header().author())).flatMap(f -> placed(f).stream()).toList();
        for (Batch batch : theirs) {
            if (standing(batch) != BatchStatus.APPLIED) {
                again.add(batch);
                continue;
            }
            if (!(ruling(batch, permits, chains) instanceof Ruling.Allowed)) {
                refold(scope, permits);
                return;
            }
            SortedMap<ChangeId, Reason> before = shelf.refused(batch.hash());
            SortedMap<ChangeId, Reason> now = refusedNow(batch, permits).orElse(before);
            if (!before.keySet().containsAll(now.keySet())) {
                refold(scope, permits);
                return;
            }
            if (!before.equals(now)) {
                again.add(batch);
            }
        }
        again.forEach(b -> judge(b, permits, chains));
    }

    /** Folds all of a scope anew. */
    public void refold(ScopeId scope, Permits permits) {
        Map<Set<Hash>, GoodChain> chains = new HashMap<>();
        shelf.unfold(scope);
        placed(scope).forEach(b -> judge(b, permits, chains));
    }

    /** All placed batches of a scope, every one after the one it follows. */
    private List<Batch> placed(ScopeId scope) {
        return firsts(scope).flatMap(f -> placed(f).stream()).toList();
    }

    private Stream<Batch> firsts(ScopeId scope) {
        return shelf.firsts(scope).stream()
                .filter(b -> b.header().number() == 1 && b.header().previous().equals(Hash.NONE));
    }

    /** This batch and all that stand after it. Who names a batch of another feed as its previous follows nothing. */
    private List<Batch> placed(Batch from) {
        List<Batch> placed = new ArrayList<>();
        Deque<Batch> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            Batch batch = next.pop();
            placed.add(batch);
            shelf.after(batch.hash()).stream().filter(b -> follows(b, batch)).forEach(next::add);
        }
        return placed;
    }

    private boolean isPlaced(Batch batch) {
        Hash previous = batch.header().previous();
        return batch.header().number() == 1
                ? previous.equals(Hash.NONE)
                : shelf.get(previous).filter(p -> follows(batch, p) && standing(p).placed()).isPresent();
    }

    private static boolean follows(Batch batch, Batch previous) {
        return batch.header().number() == previous.header().number() + 1 && batch.header().sameFeed(previous.header());
    }

    private BatchStatus standing(Batch batch) {
        return shelf.standing(batch.hash()).orElseThrow();
    }

    /** Judges one placed batch again that may have become readable. */
    public void judgeAgain(Batch batch, Permits permits) {
        judge(batch, permits);
    }

    private void judge(Batch batch, Permits permits) {
        Map<Set<Hash>, GoodChain> asMuchAsNeeded = new HashMap<>();
        if (permits.batch(batch.header()) instanceof Ruling.UpTo upTo) {
            asMuchAsNeeded.put(upTo.lastGood(), GoodChain.of(shelf, upTo, batch));
        }
        judge(batch, permits, asMuchAsNeeded);
    }

    private void judge(Batch batch, Permits permits, Map<Set<Hash>, GoodChain> chains) {
        switch (ruling(batch, permits, chains)) {
            case Ruling.NotYet _, Ruling.UpTo _ -> keep(batch, BatchStatus.WAITING_GRANT, Optional.empty());
            case Ruling.Refused r -> keep(batch, BatchStatus.SET_ASIDE, Optional.of(r.reason()));
            case Ruling.Allowed _ -> open(batch, permits);
        }
    }

    private Ruling ruling(Batch batch, Permits permits, Map<Set<Hash>, GoodChain> chains) {
        Ruling ruling = permits.batch(batch.header());
        Ruling here = ruling instanceof Ruling.UpTo upTo
                ? chains.computeIfAbsent(upTo.lastGood(), _ -> GoodChain.of(shelf, upTo)).ruling(batch, upTo)
                : ruling;
        boolean late = here instanceof Ruling.Allowed && ClosedFeed.end(shelf, permits, batch.header())
                .filter(end -> !ClosedFeed.isBefore(shelf, batch, end, chains)).isPresent();
        return late ? new Ruling.Refused(Reason.CLOSED) : here;
    }

    /** What would be refused of a batch now; empty where it cannot be opened. */
    private Optional<SortedMap<ChangeId, Reason>> refusedNow(Batch batch, Permits permits) {
        if (!(opener.open(batch) instanceof Opener.Opened.Changes opened)) {
            return Optional.empty();
        }
        SortedMap<ChangeId, Reason> refused = new TreeMap<>();
        opened.changes().forEach(c -> permits.change(batch.header(), c).ifPresent(r -> refused.put(c.id(), r)));
        return Optional.of(refused);
    }

    private void open(Batch batch, Permits permits) {
        switch (opener.open(batch)) {
            case Opener.Opened.NoKey _ -> keep(batch, BatchStatus.WAITING_KEY, Optional.empty());
            case Opener.Opened.Newer _ -> keep(batch, BatchStatus.WAITING_UPDATE, Optional.empty());
            case Opener.Opened.Unreadable _ -> keep(batch, BatchStatus.SET_ASIDE, Optional.of(Reason.DAMAGED));
            case Opener.Opened.Changes opened -> apply(batch, opened.changes(), permits);
        }
    }

    private void apply(Batch batch, List<Change> changes, Permits permits) {
        if (changes.stream().anyMatch(c -> Kind.mustWait(c.kind()))) {
            keep(batch, BatchStatus.WAITING_UPDATE, Optional.empty());
            return;
        }
        List<Change> good = new ArrayList<>(changes.size());
        List<BatchStore.Refusal> refused = new ArrayList<>();
        for (Change change : changes) {
            permits.change(batch.header(), change)
                    .ifPresentOrElse(r -> refused.add(new BatchStore.Refusal(change, r)), () -> good.add(change));
        }
        if (refused.size() > mostRefused(batch.header())) {
            keep(batch, BatchStatus.SET_ASIDE, Optional.of(refused.getFirst().reason()));
            return;
        }
        keep(batch, BatchStatus.APPLIED, Optional.empty());
        shelf.fold(batch, good, refused);
    }

    /** Of a batch in which more is refused nothing counts: what it costs to tell it change by change stays small beside what was sent. */
    static int mostRefused(BatchHeader header) {
        return FEW_REFUSED + header.sealedLength() / BYTES_PER_REFUSED;
    }

    private void keep(Batch batch, BatchStatus standing, Optional<Reason> reason) {
        shelf.put(batch, standing, reason);
    }
}
