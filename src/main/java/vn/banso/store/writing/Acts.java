package vn.banso.store.writing;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.files.StoreException;
import vn.banso.store.ledger.Erasing;
import vn.banso.store.node.NodeContext;
import vn.banso.store.tables.EntryFlags;
import vn.banso.store.writing.Saving.Act;

/** What people do to whole entries. Each is one transaction, durable on return, and all but erasing can be undone. */
public final class Acts {
    private final NodeContext in;
    private final NodeLock door;
    private final Saving saving;
    private final Erasing erasing;
    private final Dependants below;
    private final VillageActs villages;

    public Acts(NodeContext in, NodeLock door, Saving saving, Erasing erasing) {
        this.in = in;
        this.door = door;
        this.saving = saving;
        this.erasing = erasing;
        this.below = new Dependants(in);
        this.villages = new VillageActs(in, door, saving);
    }

    /**
     * Deletes an entry under all names it goes by. What belonged to it stays as it was, not counted, and comes back with it; who adds
     * something without knowing of the deletion is asked.
     *
     * @param reason in the user's words; not a person's name
     */
    public SaveResult delete(ScopeId scope, EntryId id, String reason) {
        return all(scope, id, (step, states) -> {
            SortedSet<ChangeId> theirs = below.seen(scope, states);
            for (EntryState state : states) {
                if (!state.erased() && (EntryFlags.of(state) & EntryFlags.MOVED) == 0) {
                    SortedSet<ChangeId> seen = new TreeSet<>(state.allBases());
                    seen.addAll(theirs);
                    step.act(act(Kind.TOMBSTONE, scope, state, SystemField.DELETED, new Value.Text(reason), seen));
                }
            }
        });
    }

    /** Takes a deletion back, of all names that it was meant for. */
    public SaveResult restore(ScopeId scope, EntryId id) {
        return all(scope, id, (step, states) -> states.stream().filter(s -> !s.heads(SystemField.DELETED).isEmpty())
                .forEach(state -> step.act(act(Kind.RESTORE, scope, state, SystemField.DELETED, Value.BLANK, state.bases(SystemField.DELETED)))));
    }

    /** Two entries of one type are one: from now on {@code into} stands for both. */
    public SaveResult alias(ScopeId scope, EntryId id, EntryId into) {
        return alias(scope, Map.of(id, into));
    }

    /**
     * The same of several at once, such as two households and those of their people who are the same: all of it, or nothing.
     *
     * @param into by the entry that goes, the one that stands for it
     * @throws IllegalArgumentException where they are the same entry
     */
    public SaveResult alias(ScopeId scope, Map<EntryId, EntryId> into) {
        if (into.entrySet().stream().anyMatch(e -> e.getKey().equals(e.getValue()))) {
            throw new IllegalArgumentException("an entry is one with itself already");
        }
        return each(scope, into.keySet(), (step, state) -> step.act(act(Kind.ALIAS, scope, state, SystemField.ALIAS,
                new Value.Ref(into.get(state.id())), state.allBases())));
    }

    /** They are two after all; they are not proposed as duplicates again. */
    public SaveResult unalias(ScopeId scope, EntryId id) {
        return unalias(scope, List.of(id));
    }

    /** The same of several at once: all of it, or nothing. */
    public SaveResult unalias(ScopeId scope, Collection<EntryId> ids) {
        return each(scope, ids, (step, state) -> step.act(act(Kind.UNALIAS, scope, state, SystemField.ALIAS, Value.BLANK,
                state.bases(SystemField.ALIAS))));
    }

    /** Somebody decides what is right: the values replace everything that anybody wrote to these fields. */
    public SaveResult resolve(ScopeId scope, EntryId id, Map<Integer, Value> values) {
        return one(scope, id, (step, state) -> {
            SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
            values.keySet().stream().filter(f -> !state.bases(f).isEmpty())
                    .forEach(f -> bases.put(f, f < SystemField.FIRST_DECLARED ? state.allBases() : state.bases(f)));
            step.act(new Act(Kind.SET.number(), state.type(), scope, id, new TreeMap<>(values), bases));
        });
    }

    /**
     * A decision is taken back: what stood side by side in a declared field does so again, so that whoever looks at it has to decide.
     *
     * @param values that stood there; the last one is shown meanwhile
     */
    public SaveResult reopen(ScopeId scope, EntryId id, int field, List<Value> values) {
        return one(scope, id, (step, state) -> {
            SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>(Map.of(field, state.bases(field)));
            values.forEach(value -> step.act(new Act(Kind.SET.number(), state.type(), scope, id, new TreeMap<>(Map.of(field, value)), bases)));
        });
    }

    /**
     * A household goes on in another commune, with its members and what they learnt; what they were taught stays counted where it was. Its
     * new id follows from the old one and the commune, so that two people who move it make one. Its village is to be chosen there.
     *
     * @throws StoreException NO_KEY where this node cannot write in that commune: nobody would ever see the entry again
     * @throws IllegalArgumentException where it is no household
     */
    public SaveResult move(ScopeId scope, EntryId id, ScopeId to) {
        requireKey(to);
        return all(scope, id, (step, states) -> {
            if (states.getFirst().type() != Catalogue.HOUSEHOLD.id()) {
                throw new IllegalArgumentException("only a household moves to another commune");
            }
            new Moving(in, below, step, scope, to).go(in.aliases.canonical(scope, id));
        });
    }

    /**
     * What was written to an entry, or into it, by somebody who did not know that it goes on in another commune, follows it there.
     *
     * @throws StoreException NO_KEY where this node cannot write there, or does not know where it is
     */
    public SaveResult follow(ScopeId scope, EntryId id) {
        return all(scope, id, (step, states) -> {
            ScopeId to = below.movedTo(scope, states).orElseThrow(() -> new StoreException(StoreException.Reason.NO_KEY, "moved to nobody knows where"));
            requireKey(to);
            new Moving(in, below, step, scope, to).follow(states);
        });
    }

    /** Renaming, merging, splitting and moving villages. */
    public VillageActs villages() {
        return villages;
    }

    /** All ids by which an entry goes: its own, and those that were merged into it. */
    public List<EntryId> everyName(ScopeId scope, EntryId id) {
        return door.alone(() -> in.aliases.everyName(scope, id));
    }

    /** The commune in which an entry goes on; empty where it does not, or this node does not know. */
    public Optional<ScopeId> movedTo(ScopeId scope, EntryId id) {
        return door.alone(() -> below.movedTo(scope, in.entries.state(scope, id).stream().toList()));
    }

    private void requireKey(ScopeId to) {
        if (in.keys.current(to).isEmpty()) {
            throw new StoreException(StoreException.Reason.NO_KEY, "no key for the commune to move to");
        }
    }

    /**
     * An officer drops all values for ever, from the register and, as far as this node can, from the batches that hold them.
     * Only the id stays, so that nothing late brings a value back.
     */
    public SaveResult erase(ScopeId scope, EntryId id) {
        return door.write(() -> in.db.write(() -> {
            List<EntryId> names = in.aliases.everyName(scope, id);
            SaveResult result = all(scope, id, (step, states) -> states.forEach(state -> step.act(
                    new Act(Kind.ERASE.number(), state.type(), scope, state.id(), Collections.emptySortedMap(), Collections.emptySortedMap()))));
            if (result.isSaved()) {
                names.forEach(name -> erasing.sweep(scope, name));
            }
            return result;
        }));
    }

    static Act act(Kind kind, ScopeId scope, EntryState state, int field, Value value, SortedSet<ChangeId> seen) {
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        if (!seen.isEmpty()) {
            bases.put(field, seen);
        }
        return new Act(kind.number(), state.type(), scope, state.id(), new TreeMap<>(Map.of(field, value)), bases);
    }

    private interface Doing {
        void to(Saving.Step step, EntryState state);
    }

    private interface DoingAll {
        void to(Saving.Step step, List<EntryState> states);
    }

    private SaveResult one(ScopeId scope, EntryId id, Doing doing) {
        return each(scope, List.of(id), doing);
    }

    /** Does it to each of these, in one transaction. */
    private SaveResult each(ScopeId scope, Collection<EntryId> ids, Doing doing) {
        return door.write(() -> {
            List<EntryState> states = ids.stream().map(id -> in.entries.state(scope, id).orElseThrow(Acts::unknown)).toList();
            return saving.together(step -> states.forEach(state -> doing.to(step, state)));
        });
    }

    /** Does it to the entry under every name it goes by, the one that stands for the others first. */
    private SaveResult all(ScopeId scope, EntryId id, DoingAll doing) {
        return door.write(() -> {
            List<EntryState> states = in.aliases.everyName(scope, id).stream().flatMap(name -> in.entries.state(scope, name).stream()).toList();
            if (states.isEmpty()) {
                throw unknown();
            }
            return saving.together(step -> doing.to(step, states));
        });
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("no entry of this id");
    }
}
