package vn.banso.desktop.shell;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.store.batches.RecordState;
import vn.banso.store.ledger.LastReceipt;

/** Where one is and came from, and the one line that says where the work lies. */
public final class ShellModel implements Navigator {
    private static final int LONGEST_WAY_BACK = 50;
    /** Nobody waits for the count of things to look at; it is taken when nothing has been saved for so long. */
    private static final int QUIET_MILLIS = 2_000;
    private static final int SOON_MILLIS = 300;

    /**
     * The truth about where the work lies.
     *
     * @param states how many records stand in each state
     * @param receipt the newest one of an office
     * @param attention how many things somebody should look at
     */
    public record Truth(Map<RecordState, Long> states, Optional<LastReceipt> receipt, int attention) {
        static final Truth UNKNOWN = new Truth(Map.of(), Optional.empty(), 0);

        /** Whether anything was ever saved here that a receipt could be about. */
        boolean isAnythingSaved() {
            return states.entrySet().stream().anyMatch(s -> s.getKey() != RecordState.DRAFT && s.getValue() > 0);
        }

        public long count(RecordState state) {
            return states.getOrDefault(state, 0L);
        }
    }

    private final OpenRegister workplace;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Today());
    private final ObjectProperty<Truth> truth = new SimpleObjectProperty<>(Truth.UNKNOWN);
    private final Deque<Place> cameFrom = new ArrayDeque<>();
    private boolean counted;
    /** Which page is shown: the same place again is another one. */
    private int steps;

    public ShellModel(OpenRegister workplace) {
        this.workplace = workplace;
        workplace.changes().addListener(_ -> reread());
    }

    /** Asks the node who this is and where the work lies. */
    public void open() {
        workplace.passTime();
        workplace.refreshMe();
        reread();
    }

    private void reread() {
        workplace.ask(node -> new Truth(new EnumMap<>(node.ledger().states()), node.ledger().lastReceipt(), truth.get().attention()), answer -> {
            truth.set(answer);
            workplace.background().later(this, counted ? QUIET_MILLIS : SOON_MILLIS, this::lookForAttention);
        });
    }

    /** Takes longer than the rest in a large register, so it comes after. */
    private void lookForAttention() {
        workplace.ask(node -> node.attention().size(), count -> {
            counted = true;
            truth.set(new Truth(truth.get().states(), truth.get().receipt(), count));
        });
    }

    public ObjectProperty<Truth> truth() {
        return truth;
    }

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    public OpenRegister workplace() {
        return workplace;
    }

    public Instant now() {
        return workplace.clock().instant();
    }

    @Override
    public void go(Place to) {
        if (to.equals(place.get())) {
            return;
        }
        steps++;
        cameFrom.push(place.get());
        if (cameFrom.size() > LONGEST_WAY_BACK) {
            cameFrom.removeLast();
        }
        place.set(to);
    }

    @Override
    public Consumer<Place> from(Place at) {
        return to -> {
            if (place.get().equals(at)) {
                go(to);
            }
        };
    }

    @Override
    public Consumer<Place> fromHere() {
        int asked = steps;
        return to -> {
            if (asked == steps) {
                go(to);
            }
        };
    }

    @Override
    public void back() {
        steps++;
        if (!cameFrom.isEmpty()) {
            place.set(cameFrom.pop());
        } else {
            place.set(place.get().root());
        }
    }
}
