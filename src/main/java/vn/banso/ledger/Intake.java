package vn.banso.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.Permits.Ruling;
import vn.banso.register.ScopeId;

/**
 * Decides what becomes of a batch that arrives: by whatever road, in whatever order, however often.
 *
 * <p>A batch is <em>placed</em> when the batch it follows is placed; two batches that follow the same one are a fork, and
 * both branches are kept. A placed batch is applied when the grants allow it. Nothing that was genuine is ever dropped: it
 * waits or is set aside, with a reason, and is judged again whenever {@link #reconsider} is called.
 */
public final class Intake {
    private final Shelf shelf;
    private final Opener opener;

    public Intake(Shelf shelf, Opener opener) {
        this.shelf = shelf;
        this.opener = opener;
    }

    /** What became of one batch. */
    public sealed interface Outcome {
        record Known() implements Outcome {}

        /** Kept; see the standing. */
        record Kept(Standing standing, Optional<Reason> reason) implements Outcome {}

        /** Not kept, because nothing shows that its author wrote it. */
        record Rejected(Reason reason) implements Outcome {}
    }

    /** Takes one batch in, and with it every batch that waited for it. */
    public Outcome take(Batch batch, Permits permits) {
        Optional<Standing> held = shelf.standing(batch.hash());
        if (held.isPresent()) {
            return new Outcome.Known();
        }
        if (!opener.genuine(batch)) {
            return new Outcome.Rejected(Reason.FORGED);
        }
        if (!isPlaced(batch)) {
            return keep(batch, Standing.WAITING_PREVIOUS, Optional.empty());
        }
        Outcome outcome = judge(batch, permits);
        Deque<Batch> following = new ArrayDeque<>(shelf.after(batch.hash()));
        while (!following.isEmpty()) {
            Batch next = following.pop();
            judge(next, permits);
            following.addAll(shelf.after(next.hash()));
        }
        // The last good batch of a revoked device may just have come: what stands before it counts now.
        if (permits.batch(batch.header()) instanceof Ruling.UpTo) {
            reconsider(batch.header().scope(), permits);
        }
        return shelf.standing(batch.hash()).map(s -> (Outcome) new Outcome.Kept(s, reasonOf(outcome))).orElse(outcome);
    }

    /**
     * Judges all batches of a scope again, after grants, keys or the program have changed. Where one that was applied may
     * not count any more, the scope is folded anew without it.
     */
    public void reconsider(ScopeId scope, Permits permits) {
        List<Batch> placed = placed(scope);
        boolean takenBack = placed.stream().anyMatch(b -> shelf.standing(b.hash()).orElseThrow() == Standing.APPLIED
                && !(ruling(b, permits) instanceof Ruling.Allowed));
        if (takenBack) {
            shelf.unfold(scope);
        }
        for (Batch batch : placed) {
            if (takenBack || shelf.standing(batch.hash()).orElseThrow() != Standing.APPLIED) {
                judge(batch, permits);
            }
        }
    }

    private List<Batch> placed(ScopeId scope) {
        List<Batch> placed = new ArrayList<>();
        Deque<Batch> next = new ArrayDeque<>(shelf.firsts(scope));
        while (!next.isEmpty()) {
            Batch batch = next.pop();
            placed.add(batch);
            next.addAll(shelf.after(batch.hash()));
        }
        return placed;
    }

    private boolean isPlaced(Batch batch) {
        Hash previous = batch.header().previous();
        return batch.header().number() == 1
                ? previous.equals(Hash.NONE)
                : shelf.get(previous).filter(p -> p.feed().equals(batch.feed())
                        && p.header().number() == batch.header().number() - 1
                        && shelf.standing(previous).orElseThrow().placed()).isPresent();
    }

    private Outcome judge(Batch batch, Permits permits) {
        return switch (ruling(batch, permits)) {
            case Ruling.NotYet _ -> keep(batch, Standing.WAITING_GRANT, Optional.empty());
            case Ruling.UpTo _ -> keep(batch, Standing.WAITING_GRANT, Optional.empty());
            case Ruling.Refused r -> keep(batch, Standing.SET_ASIDE, Optional.of(r.reason()));
            case Ruling.Allowed _ -> open(batch, permits);
        };
    }

    private Ruling ruling(Batch batch, Permits permits) {
        Ruling ruling = permits.batch(batch.header());
        return ruling instanceof Ruling.UpTo upTo ? chain(batch, upTo) : ruling;
    }

    /** Walks back from the last good batch: what it meets was written before the revocation. */
    private Ruling chain(Batch batch, Ruling.UpTo upTo) {
        Hash at = upTo.lastGood();
        while (!at.equals(Hash.NONE)) {
            if (at.equals(batch.hash())) {
                return Ruling.ALLOWED;
            }
            Optional<Batch> good = shelf.get(at);
            if (good.isEmpty()) {
                return upTo;
            }
            if (good.get().header().number() <= batch.header().number()) {
                break;
            }
            at = good.get().header().previous();
        }
        return new Ruling.Refused(Reason.REVOKED);
    }

    private Outcome open(Batch batch, Permits permits) {
        return switch (opener.open(batch)) {
            case Opener.Opened.NoKey _ -> keep(batch, Standing.WAITING_KEY, Optional.empty());
            case Opener.Opened.Newer _ -> keep(batch, Standing.WAITING_UPDATE, Optional.empty());
            case Opener.Opened.Unreadable _ -> keep(batch, Standing.SET_ASIDE, Optional.of(Reason.DAMAGED));
            case Opener.Opened.Changes opened -> apply(batch, opened.changes(), permits);
        };
    }

    private Outcome apply(Batch batch, List<Change> changes, Permits permits) {
        if (changes.stream().anyMatch(c -> Kind.mustWait(c.kind()))) {
            return keep(batch, Standing.WAITING_UPDATE, Optional.empty());
        }
        List<Change> good = new ArrayList<>(changes.size());
        List<Shelf.Refusal> refused = new ArrayList<>();
        for (Change change : changes) {
            permits.change(batch.header(), change)
                    .ifPresentOrElse(r -> refused.add(new Shelf.Refusal(change, r)), () -> good.add(change));
        }
        Outcome kept = keep(batch, Standing.APPLIED, Optional.empty());
        shelf.fold(batch, good, refused);
        return kept;
    }

    private Outcome keep(Batch batch, Standing standing, Optional<Reason> reason) {
        shelf.put(batch, standing, reason);
        return new Outcome.Kept(standing, reason);
    }

    private static Optional<Reason> reasonOf(Outcome outcome) {
        return outcome instanceof Outcome.Kept kept ? kept.reason() : Optional.empty();
    }
}
