package vn.banso.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.ScopeId;

/** The histories are about something: whatever can go wrong does so in many of them, often enough to be found out. */
@Tag("slow")
class VarietyTest {
    private static final int HISTORIES = 3_000;
    private static final int OFTEN = 5;

    private enum Event { CONFLICT, MERGED, MOVED, DELETED, ERASED, FORK, GAP, REVOKED, CLOSED, REFUSED_ALONE, OUT_OF_SCOPE, NO_GRANT, NO_KEY, OLD_PROGRAM,
        LOST_WITH_A_DISK, SEVERAL_INCARNATIONS }

    private final Map<Event, Integer> seen = new EnumMap<>(Event.class);

    @Test
    void whateverCanGoWrongGoesWrong() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Schedule schedule = Schedule.of(seed);
            World world = new World(schedule, Craft.HONEST);
            Map<Event, Boolean> here = new EnumMap<>(Event.class);
            for (Step step : schedule.steps()) {
                world.play(step);
                world.nodes.forEach(node -> look(node, here));
            }
            world.talkItOut();
            world.nodes.forEach(node -> look(node, here));
            if (!world.lost.isEmpty()) {
                here.put(Event.LOST_WITH_A_DISK, true);
            }
            here.keySet().forEach(e -> seen.merge(e, 1, Integer::sum));
        }
        System.out.println("of " + HISTORIES + " histories: " + seen);
        assertThat(seen).containsOnlyKeys(Event.values());
        assertThat(seen.values()).allMatch(times -> times >= OFTEN);
    }

    private static void look(ModelNode node, Map<Event, Boolean> here) {
        node.shelf.batches().forEach(hash -> {
            switch (node.shelf.standing(hash).orElseThrow()) {
                case WAITING_PREVIOUS -> here.put(Event.GAP, true);
                case WAITING_GRANT -> here.put(Event.NO_GRANT, true);
                case WAITING_KEY -> here.put(Event.NO_KEY, true);
                case WAITING_UPDATE -> here.put(Event.OLD_PROGRAM, true);
                case SET_ASIDE -> here.put(switch (node.shelf.reason(hash).orElseThrow()) {
                    case REVOKED -> Event.REVOKED;
                    case CLOSED -> Event.CLOSED;
                    default -> Event.OUT_OF_SCOPE;
                }, true);
                case APPLIED -> { }
            }
            if (!node.shelf.refused(hash).isEmpty()) {
                here.put(Event.REFUSED_ALONE, true);
            }
            long successors = node.shelf.after(hash).stream().filter(b -> node.shelf.standing(b.hash()).filter(BatchStatus::placed).isPresent())
                    .count();
            if (successors > 1) {
                here.put(Event.FORK, true);
            }
        });
        for (ScopeId scope : Cast.COMMUNES) {
            node.shelf.entries(scope).values().forEach(state -> look(state, here));
            if (node.shelf.tips(scope).stream().map(t -> t.feed().device()).distinct().count() < node.shelf.tips(scope).stream()
                    .map(t -> t.feed().incarnation()).distinct().count()) {
                here.put(Event.SEVERAL_INCARNATIONS, true);
            }
        }
    }

    private static void look(EntryState state, Map<Event, Boolean> here) {
        if (!Conflicts.of(state).isEmpty()) {
            here.put(Event.CONFLICT, true);
        }
        if (state.erased()) {
            here.put(Event.ERASED, true);
        }
        if (state.deleted()) {
            here.put(Event.DELETED, true);
        }
        if (state.link(SystemField.ALIAS).isPresent()) {
            here.put(Event.MERGED, true);
        }
        if (state.link(SystemField.MOVED).isPresent()) {
            here.put(Event.MOVED, true);
        }
    }
}
