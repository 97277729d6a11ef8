package vn.banso.ledger.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.change.ValueForm;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * Everything known about one entry: the fold of all its changes.
 *
 * <p>Per field it keeps the <em>heads</em>, the values that no known change replaced, and the names of all replaced changes,
 * so that a change which arrives after its successor never comes back. {@link #apply} is therefore commutative,
 * associative and idempotent: any order, any repetition, the same state.
 *
 * @param erased all values are gone for ever; nothing that comes later brings one back
 */
public record EntryState(int type, EntryId id, boolean erased, SortedMap<Integer, FieldState> fields) {

    /** A value that no known change replaced. */
    public record Head(ChangeId change, Stamp stamp, DeviceId author, Value value) {
        /**
         * Highest stamp first; then by name, so that every node shows the same. Author and value decide only between two changes
         * that somebody made to have the same name.
         */
        static final Comparator<Head> SHOWN_FIRST = Comparator.comparing(Head::stamp).thenComparing(Head::change)
                .thenComparing(Head::author).thenComparing(h -> ValueForm.bytes(h.value()), Arrays::compareUnsigned).reversed();
    }

    /**
     * @param heads the value to show first; more than one are parallel
     * @param replaced every change of this field that a later one named as seen
     */
    public record FieldState(List<Head> heads, SortedSet<ChangeId> replaced) {
        static final FieldState EMPTY = new FieldState(List.of(), Collections.emptySortedSet());

        /** With one value more, whose author had seen these. */
        private FieldState with(Head head, SortedSet<ChangeId> seen) {
            SortedSet<ChangeId> gone = gone(seen);
            if (heads.isEmpty()) {
                return new FieldState(gone.contains(head.change()) ? List.of() : List.of(head), gone);
            }
            List<Head> left = new ArrayList<>(heads);
            if (!left.contains(head)) {
                left.add(head);
            }
            return new FieldState(shown(left, gone), gone);
        }

        /** Without these: somebody saw and replaced them, by no value of this field. */
        private FieldState without(SortedSet<ChangeId> seen) {
            SortedSet<ChangeId> gone = gone(seen);
            return new FieldState(shown(new ArrayList<>(heads), gone), gone);
        }

        private SortedSet<ChangeId> gone(SortedSet<ChangeId> seen) {
            if (seen.isEmpty() || replaced.containsAll(seen)) {
                return replaced;
            }
            SortedSet<ChangeId> gone = new TreeSet<>(replaced);
            gone.addAll(seen);
            return Collections.unmodifiableSortedSet(gone);
        }

        private static List<Head> shown(List<Head> all, SortedSet<ChangeId> gone) {
            all.removeIf(h -> gone.contains(h.change()));
            all.sort(Head.SHOWN_FIRST);
            return List.copyOf(all);
        }
    }

    public static EntryState empty(int type, EntryId id) {
        return new EntryState(type, id, false, Collections.emptySortedMap());
    }

    /**
     * The state after this change, whatever came before or comes later. An entry is its type and its id: who writes a household
     * under the id of an assessment writes another entry, or whoever may write only households could change assessments.
     */
    public EntryState apply(Change change) {
        if (change.type() != type || !change.entry().equals(id)) {
            throw new IllegalArgumentException("a change of another entry");
        }
        if (erased || change.kind() == Kind.ERASE.number()) {
            return new EntryState(type, id, true, Collections.emptySortedMap());
        }
        SortedMap<Integer, FieldState> next = new TreeMap<>(fields);
        change.fields().forEach((field, value) -> {
            Head head = new Head(change.id(), change.stamp(), change.author(), value);
            next.put(field, next.getOrDefault(field, FieldState.EMPTY)
                    .with(head, change.bases().getOrDefault(field, Collections.emptySortedSet())));
        });
        change.bases().forEach((field, seen) -> {
            if (!change.fields().containsKey(field)) {
                next.put(field, next.getOrDefault(field, FieldState.EMPTY).without(seen));
            }
        });
        return new EntryState(type, id, false, Collections.unmodifiableSortedMap(next));
    }

    /** The highest stamp among the values shown or waiting; {@link Stamp#NEVER} where there is none. */
    public Stamp highest() {
        return fields.values().stream().flatMap(f -> f.heads().stream()).map(Head::stamp)
                .max(Comparator.naturalOrder()).orElse(Stamp.NEVER);
    }

    public List<Head> heads(int field) {
        return fields.getOrDefault(field, FieldState.EMPTY).heads();
    }

    /** The changes a writer of this field has seen when it writes now. */
    public SortedSet<ChangeId> bases(int field) {
        return heads(field).stream().map(Head::change).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The changes that a deletion, an alias or a move has seen when it is written now: all of them. */
    public SortedSet<ChangeId> allBases() {
        return fields.values().stream().flatMap(f -> f.heads().stream()).map(Head::change)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether the entry counts as gone: somebody deleted it, and nobody wrote to it without having seen the deletion.
     * An entry that was deleted here and edited there stays, as a {@linkplain Conflicts conflict}, until somebody decides.
     */
    public boolean deleted() {
        return isSet(SystemField.DELETED) && unseenBy(SystemField.DELETED).isEmpty();
    }

    /**
     * Values, links among them, that were written in parallel to a deletion, an alias or a move, and that nobody sees any more
     * because of it; empty where the entry is not deleted, an alias or moved.
     */
    public SortedSet<ChangeId> unseenBy(int systemField) {
        if (!isSet(systemField)) {
            return Collections.emptySortedSet();
        }
        SortedSet<ChangeId> unseen = new TreeSet<>();
        SortedSet<ChangeId> seen = new TreeSet<>(fields.get(systemField).replaced());
        heads(systemField).forEach(h -> seen.add(h.change()));
        fields.forEach((field, state) -> {
            if (field != systemField && field != SystemField.DELETED && !knew(field, systemField)) {
                state.heads().stream().filter(h -> field >= SystemField.FIRST_DECLARED || !isBlank(h))
                        .map(Head::change).filter(c -> !seen.contains(c)).forEach(unseen::add);
            }
        });
        return unseen;
    }

    /** Whether an alias or a move was written by somebody who had seen that other act: then there is nothing to decide between them. */
    private boolean knew(int field, int of) {
        return field < SystemField.FIRST_DECLARED && fields.get(field).replaced().containsAll(bases(of));
    }

    private static boolean isBlank(Head head) {
        return head.value() instanceof Value.Blank;
    }

    /** The value of the first head as a link; empty where it was never set or taken back. */
    public Optional<EntryId> link(int systemField) {
        return heads(systemField).stream().findFirst().map(h -> h.value() instanceof Value.Ref r ? r.entry() : null);
    }

    private boolean isSet(int field) {
        return heads(field).stream().findFirst().filter(h -> !isBlank(h)).isPresent();
    }
}
