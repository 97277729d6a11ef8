package vn.banso.desktop.handover;

import java.util.Optional;
import vn.banso.carrier.HandOver.Found;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.Sticks;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.trust.governance.Role;

/**
 * The state of the page: every sentence on it and what its button does follow from this one value, so that no two can contradict
 * each other.
 *
 * @param found the roads, empty while they are looked for
 * @param last what came of the last run; empty before the first one and while one goes on
 * @param lying where everything lies, empty before it has been read
 * @param role of this device, empty before anybody let it in
 */
record Situation(Optional<Found> found, Optional<Running> running, Optional<Result> last, Optional<WorkLocation> lying, Optional<Role> role) {
    static final Situation UNKNOWN =
            new Situation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What the button does. */
    sealed interface Press {
        /** By this road. */
        record By(Road road) implements Press {}

        /** Looks for a road, and takes the first there is: none is known yet, or the receiver did not answer when it was last asked. */
        record Best() implements Press {}

        /** Nobody ever named a receiver, and there is no stick: somebody chooses a folder. */
        record Choose() implements Press {}

        /** Nobody would take it. */
        record Nobody() implements Press {}
    }

    Press press() {
        if (found.isEmpty()) {
            return new Press.Best();
        }
        Found now = found.get();
        if (now.noLine().filter(why -> why.reason() == Reason.NOT_JOINED).isPresent()) {
            return new Press.Nobody();
        }
        return now.road().<Press>map(Press.By::new).orElseGet(() -> now.noLine().isPresent() ? new Press.Best() : new Press.Choose());
    }

    /** Whether the network may be tried again beside the button. */
    boolean canRetry() {
        return found.flatMap(Found::noLine).isPresent() && press() instanceof Press.By;
    }

    /** Whether a folder can be chosen beside the button. */
    boolean canChooseFolder() {
        return press() instanceof Press.By || press() instanceof Press.Best;
    }

    boolean isNobody() {
        return press() instanceof Press.Nobody;
    }

    /** Whether the receiver answers just now. */
    boolean hasLine() {
        return found.flatMap(Found::road).filter(Road.Line.class::isInstance).isPresent();
    }

    /** Whether this stick is plugged in; yes while nobody has looked. */
    boolean isPlugged(Sticks.Plugged stick) {
        return found.map(now -> now.sticks().stream().anyMatch(other -> other.folder().equals(stick.folder()))).orElse(true);
    }

    long count(RecordState state) {
        return lying.map(at -> at.count(state)).orElse(0L);
    }

    /** Whether all that was ever saved here has a receipt, and no draft waits. */
    boolean isAllReceived() {
        return lying.isPresent() && count(RecordState.DRAFT) + count(RecordState.HERE) + count(RecordState.HANDED_OVER) == 0;
    }

    Situation withFound(Optional<Found> now) {
        return new Situation(now, running, last, lying, role);
    }

    Situation runs(Running now) {
        return new Situation(found, Optional.of(now), Optional.empty(), lying, role);
    }

    /** What the roads are like after that nobody knows until they are looked for again. */
    Situation ended(Optional<Result> result) {
        return new Situation(Optional.empty(), Optional.empty(), result, lying, role);
    }

    Situation withLying(WorkLocation now, Optional<Role> me) {
        return new Situation(found, running, last, Optional.of(now), me);
    }

    /** Somebody comes back to the page. What the last hand-over came to is told until more was saved here: then it speaks of what was. */
    Situation seenAgain(WorkLocation now, Optional<Role> me) {
        boolean more = lying.filter(before -> now.count(RecordState.HERE) > before.count(RecordState.HERE)).isPresent();
        return new Situation(found, running, more ? Optional.empty() : last, Optional.of(now), me);
    }
}
