package vn.banso.ledger.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.RandomChanges;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** The merge gives one state whatever the order, and its bytes are as equal as the states are. */
class EntryStateTest {
    private static final EntryId ENTRY = new EntryId(7, 7);
    private static final int TYPE = 2;
    private static final DeviceId ONE = new DeviceId(1, 1);
    private static final DeviceId OTHER = new DeviceId(2, 2);
    private static final int[] KINDS = {1, 2, 2, 2, 3, 4, 77};

    private static EntryState fold(List<Change> changes) {
        EntryState state = EntryState.empty(TYPE, ENTRY);
        for (Change change : changes) {
            state = state.apply(change);
        }
        return state;
    }

    private static List<Change> acts(long seed) {
        Random random = new Random(seed);
        RandomChanges making = new RandomChanges(seed, ONE);
        List<Change> acts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            acts.add(making.on(ENTRY, TYPE, KINDS[random.nextInt(KINDS.length)]));
        }
        return acts;
    }

    @Test
    void anyOrderAndAnyRepetitionGiveTheSameBytes() throws MalformedException {
        for (long seed = 0; seed < 2_000; seed++) {
            List<Change> acts = acts(seed);
            EntryState state = fold(acts);
            byte[] bytes = StateForm.write(state);
            assertThat(StateForm.read(bytes)).as("seed " + seed).isEqualTo(state);
            for (int order = 0; order < 6; order++) {
                List<Change> mixed = new ArrayList<>(acts);
                mixed.addAll(acts.subList(0, order % acts.size()));
                Collections.shuffle(mixed, new Random(seed * 31 + order));
                EntryState other = fold(mixed);
                assertThat(other).as("seed " + seed).isEqualTo(state);
                assertThat(StateForm.write(other)).as("seed " + seed).isEqualTo(bytes);
            }
        }
    }

    @Test
    void aStateThatWasReadFoldsOnLikeOneThatWasNot() throws MalformedException {
        for (long seed = 0; seed < 500; seed++) {
            List<Change> acts = acts(seed);
            EntryState rested = EntryState.empty(TYPE, ENTRY);
            for (Change change : acts) {
                rested = StateForm.read(StateForm.write(rested.apply(change)));
            }
            assertThat(rested).as("seed " + seed).isEqualTo(fold(acts));
        }
    }

    @Test
    void twoChangesThatWereMadeToHaveOneNameAreStillOrdered() {
        Change real = set(ONE, 5, 16, new Value.Text("một"));
        Change forged = new Change(2, TYPE, ENTRY, ONE, real.stamp(), new TreeMap<>(Map.of(16, new Value.Text("hai"))),
                new TreeMap<>(), real.id());
        assertThat(fold(List.of(real, forged))).isEqualTo(fold(List.of(forged, real)));
        assertThat(StateForm.write(fold(List.of(real, forged)))).isEqualTo(StateForm.write(fold(List.of(forged, real))));
    }

    @Test
    void anEraseWinsInAnyOrder() {
        for (long seed = 0; seed < 300; seed++) {
            List<Change> acts = acts(seed);
            acts.add(Change.of(Kind.ERASE.number(), TYPE, ENTRY, ONE, new Stamp(1), new TreeMap<>(), new TreeMap<>()));
            Collections.shuffle(acts, new Random(seed));
            EntryState state = fold(acts);
            assertThat(state.erased()).isTrue();
            assertThat(state.fields()).as("seed " + seed).isEmpty();
            assertThat(StateForm.write(state)).hasSizeLessThan(30);
        }
    }

    @Test
    void whoDeletedWithoutSeeingAnEditDoesNotWinSilently() {
        Change created = set(ONE, 1, 16, new Value.Text("nhà ông Sáu"));
        Change edited = set(OTHER, 2, 17, new Value.Code(1));
        Change deletedUnseen = deletion(3, ids(created));
        Change deletedSeen = deletion(3, ids(created, edited));
        for (List<Change> order : List.of(List.of(created, edited, deletedUnseen), List.of(deletedUnseen, edited, created))) {
            assertThat(fold(order).deleted()).isFalse();
            assertThat(Conflicts.of(fold(order))).contains(SystemField.DELETED);
        }
        assertThat(fold(List.of(edited, deletedSeen, created)).deleted()).isTrue();
        assertThat(fold(List.of(created, deletedUnseen)).deleted()).isTrue();
    }

    @Test
    void aValueThatWasReplacedNeverComesBack() {
        Change first = set(ONE, 9, 16, new Value.Code(1));
        Change second = Change.of(2, TYPE, ENTRY, OTHER, new Stamp(2), new TreeMap<>(Map.of(16, new Value.Code(2))),
                new TreeMap<>(Map.of(16, ids(first))));
        assertThat(fold(List.of(second, first)).heads(16)).extracting(EntryState.Head::change).containsExactly(second.id());
    }

    private static Change set(DeviceId author, long stamp, int field, Value value) {
        return Change.of(Kind.SET.number(), TYPE, ENTRY, author, new Stamp(stamp), new TreeMap<>(Map.of(field, value)),
                new TreeMap<>());
    }

    private static Change deletion(long stamp, SortedSet<ChangeId> seen) {
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>(Map.of(SystemField.DELETED, seen));
        return Change.of(Kind.TOMBSTONE.number(), TYPE, ENTRY, ONE, new Stamp(stamp),
                new TreeMap<>(Map.of(SystemField.DELETED, new Value.Text("ghi hai lần"))), bases);
    }

    private static SortedSet<ChangeId> ids(Change... changes) {
        SortedSet<ChangeId> ids = new TreeSet<>();
        for (Change change : changes) {
            ids.add(change.id());
        }
        return ids;
    }
}
