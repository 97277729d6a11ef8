package vn.banso.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import vn.banso.ledger.ChangeId;
import vn.banso.ledger.Conflicts;
import vn.banso.ledger.EntryState;
import vn.banso.ledger.Kind;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.ScopeId;
import vn.banso.register.SystemField;
import vn.banso.register.Value;
import vn.banso.store.Saving.Act;

/** What people do to whole entries. Each is one transaction, durable on return, and all but erasing can be undone. */
public final class Acts {
    private final Inside in;
    private final Door door;
    private final Saving saving;
    private final Erasing erasing;

    Acts(Inside in, Door door, Saving saving, Erasing erasing) {
        this.in = in;
        this.door = door;
        this.saving = saving;
        this.erasing = erasing;
    }

    /** @param reason in the user's words; not a person's name */
    public SaveResult delete(ScopeId scope, EntryId id, String reason) {
        return one(scope, id, (step, state) -> step.act(act(Kind.TOMBSTONE, scope, state, SystemField.DELETED,
                new Value.Text(reason), state.allBases())));
    }

    public SaveResult restore(ScopeId scope, EntryId id) {
        return one(scope, id, (step, state) -> step.act(act(Kind.RESTORE, scope, state, SystemField.DELETED, Value.BLANK,
                state.bases(SystemField.DELETED))));
    }

    /**
     * Two entries of one type are one: from now on {@code into} stands for both.
     *
     * @throws IllegalArgumentException where they are the same entry
     */
    public SaveResult alias(ScopeId scope, EntryId id, EntryId into) {
        if (id.equals(into)) {
            throw new IllegalArgumentException("an entry is one with itself already");
        }
        return one(scope, id, (step, state) -> step.act(act(Kind.ALIAS, scope, state, SystemField.ALIAS, new Value.Ref(into),
                state.allBases())));
    }

    /** They are two after all; they are not proposed as duplicates again. */
    public SaveResult unalias(ScopeId scope, EntryId id) {
        return one(scope, id, (step, state) -> step.act(act(Kind.UNALIAS, scope, state, SystemField.ALIAS, Value.BLANK,
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
     * The entry goes on in another commune, a household with its members. Its new id follows from the old one and the commune, so
     * that two people who move it make one.
     *
     * @throws StoreException NO_KEY where this node cannot write in that commune: nobody would ever see the entry again
     */
    public SaveResult move(ScopeId scope, EntryId id, ScopeId to) {
        if (in.keys.current(to).isEmpty()) {
            throw new StoreException(StoreException.Reason.NO_KEY, "no key for the commune to move to");
        }
        return one(scope, id, (step, state) -> {
            List<EntryState> all = new ArrayList<>(List.of(state));
            if (state.type() == Catalogue.HOUSEHOLD.id()) {
                in.tables.linking(Catalogue.PERSON, "household", scope, id)
                        .forEach(p -> in.entries.state(scope, p, Catalogue.PERSON.id()).filter(s -> !s.deleted()).ifPresent(all::add));
            }
            SortedMap<EntryId, EntryId> names = new TreeMap<>();
            all.forEach(s -> names.put(s.id(), EntryId.derived("move/" + to, s.id())));
            for (EntryState s : all) {
                EntryId next = names.get(s.id());
                step.draft(new Draft(type(s), to, next, renamed(Conflicts.shown(scope, s), names)));
                step.act(act(Kind.MOVE, scope, s, SystemField.MOVED, new Value.Ref(next), s.allBases()));
            }
        });
    }

    /** The same values, with links among those that move leading to their new names. */
    private static SortedMap<Integer, Value> renamed(Entry entry, Map<EntryId, EntryId> names) {
        SortedMap<Integer, Value> fields = new TreeMap<>(entry.fields());
        fields.replaceAll((_, v) -> v instanceof Value.Ref r ? new Value.Ref(names.getOrDefault(r.entry(), r.entry())) : v);
        return fields;
    }

    private static EntryType type(EntryState state) {
        return Catalogue.type(state.type()).orElseThrow(() -> new IllegalArgumentException("a type only a newer version knows"));
    }

    /**
     * An officer drops all values for ever, from the register and, as far as this node can, from the batches that hold them.
     * Only the id stays, so that nothing late brings a value back.
     */
    public SaveResult erase(ScopeId scope, EntryId id) {
        return door.alone(() -> in.db.write(() -> {
            SaveResult result = one(scope, id, (step, state) -> step.act(
                    new Act(Kind.ERASE.number(), state.type(), scope, id, Collections.emptySortedMap(), Collections.emptySortedMap())));
            if (result.isSaved()) {
                erasing.sweep(scope, id);
            }
            return result;
        }));
    }

    private static Act act(Kind kind, ScopeId scope, EntryState state, int field, Value value, SortedSet<ChangeId> seen) {
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        if (!seen.isEmpty()) {
            bases.put(field, seen);
        }
        return new Act(kind.number(), state.type(), scope, state.id(), new TreeMap<>(Map.of(field, value)), bases);
    }

    private interface Doing {
        void to(Saving.Step step, EntryState state);
    }

    private SaveResult one(ScopeId scope, EntryId id, Doing doing) {
        return door.alone(() -> in.entries.state(scope, id)
                .map(state -> saving.together(step -> doing.to(step, state)))
                .orElseThrow(() -> new IllegalArgumentException("no entry of this id")));
    }
}
