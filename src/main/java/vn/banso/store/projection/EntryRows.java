package vn.banso.store.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.AddedChoices;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.RowSealing;
import vn.banso.store.search.Roll;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.tables.Aliases;
import vn.banso.store.tables.EntryFlags;
import vn.banso.store.tables.RegisterTables;
import vn.banso.store.tables.RegisterTables.Presence;
import vn.banso.store.tables.SearchedFields;

/** The folded entries: sealed states in the file, and in memory the register and the search index that follow from them. */
public final class EntryRows {
    private static final String INSERT =
            "INSERT INTO entry (scope, id, type, flags, state) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String UPDATE = "UPDATE entry SET flags = ?, state = ? WHERE scope = ? AND id = ? AND type = ?";

    private final Db db;
    private final RowSealing atRest;
    private final Projection projection;
    private final SearchIndex index;
    private final Aliases aliases;
    private final Roll roll;
    private final Map<ScopeId, Long> written = new HashMap<>();
    private final Set<ScopeId> governed = new HashSet<>();
    private WriteWatcher watcher = WriteWatcher.NOBODY;

    public EntryRows(Db db, RowSealing atRest, Projection projection, SearchIndex index, Aliases aliases, Roll roll) {
        this.db = db;
        this.atRest = atRest;
        this.projection = projection;
        this.index = index;
        this.aliases = aliases;
        this.roll = roll;
        aliases.whenJoined(this::join);
        projection.whenMade(scope -> aliases.joined(scope).forEach(id -> join(scope, id)));
    }

    public void watch(WriteWatcher who) {
        watcher = who;
    }

    /** A row as it will be written: the costly part, made on any thread. */
    public record Made(ScopeId scope, EntryState state, Entry shown, int flags, String text, byte[] sealed) {}

    public Made make(ScopeId scope, EntryState state) {
        int flags = EntryFlags.of(state);
        Entry shown = MergedEntry.alone(scope, state, flags);
        return new Made(scope, state, shown, flags, SearchedFields.of(shown), atRest.state(scope, state));
    }

    public static EntryState fold(EntryState state, List<Change> changes) {
        EntryState next = state;
        for (Change change : changes) {
            next = next.apply(change);
        }
        return next;
    }

    public Optional<EntryState> state(ScopeId scope, EntryId id, int type) {
        return db.sql("SELECT state FROM entry WHERE scope = ? AND id = ? AND type = ?").put(scope).put(id).put(type)
                .first(row -> atRest.state(scope, id, row.bytes(1)));
    }

    /** Whether an officer erased the entry. */
    public boolean isErased(ScopeId scope, int type, EntryId id) {
        return state(scope, id, type).filter(EntryState::erased).isPresent();
    }

    /** Of whatever type; an id names one entry. */
    public Optional<EntryState> state(ScopeId scope, EntryId id) {
        return db.sql("SELECT state FROM entry WHERE scope = ? AND id = ? ORDER BY type LIMIT 1").put(scope).put(id)
                .first(row -> atRest.state(scope, id, row.bytes(1)));
    }

    /** @return false where a row of that entry stands there already; then nothing was written */
    public boolean insert(Made made) {
        if (db.sql(INSERT).put(made.scope()).put(made.state().id()).put(made.state().type()).put(made.flags()).put(made.sealed()).run() == 0) {
            return false;
        }
        follow(made, Presence.NEW, 0);
        return true;
    }

    /** Folds changes into an entry that may stand there already; nothing is written where nothing is new. */
    public void fold(ScopeId scope, EntryId id, int type, List<Change> changes) {
        Optional<EntryState> before = state(scope, id, type);
        EntryState known = before.orElseGet(() -> EntryState.empty(type, id));
        write(scope, known, fold(known, changes));
    }

    /** Writes a state in place of the one that was read just now; {@link EntryState#empty} where there was none. */
    public void write(ScopeId scope, EntryState before, EntryState after) {
        if (before.fields().isEmpty() && !before.erased()) {
            insert(make(scope, after));
        } else if (!before.equals(after)) {
            update(make(scope, after), EntryFlags.of(before));
        }
    }

    private void update(Made made, int flagsBefore) {
        db.sql(UPDATE).put(made.flags()).put(made.sealed()).put(made.scope()).put(made.state().id()).put(made.state().type()).run();
        follow(made, Presence.KNOWN, flagsBefore);
    }

    /**
     * What is shown of an entry: what it says itself, and where it stands for others, what they alone say. Of one that goes on elsewhere the
     * others went along: it says here what they said, such as that somebody does not want to be counted.
     */
    public Entry shown(ScopeId scope, EntryState state) {
        Entry lead = Conflicts.shown(scope, state);
        int gone = RegisterTables.HIDDEN & ~(EntryFlags.of(state) & EntryFlags.MOVED);
        List<Entry> others = aliases.namesOf(scope, state.id()).stream().skip(1).flatMap(name -> state(scope, name, state.type()).stream())
                .filter(s -> (EntryFlags.of(s) & gone) == 0).map(s -> Conflicts.shown(scope, s)).toList();
        return MergedEntry.of(lead, others);
    }

    /** Writes the row of an entry that stands for others than before. */
    private void join(ScopeId scope, EntryId id) {
        state(scope, id).ifPresent(state -> {
            roll.before(scope, id, state.type(), Presence.KNOWN);
            projection.write(shown(scope, state), EntryFlags.of(state), SearchedFields.of(Conflicts.shown(scope, state)), Presence.KNOWN);
            roll.after(scope, id, state.type());
            written.merge(scope, 1L, Long::sum);
        });
    }

    /** Grows with everything that is written. */
    long written() {
        return written.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same of one scope. */
    public long written(ScopeId scope) {
        return written.getOrDefault(scope, 0L);
    }

    private void follow(Made made, Presence presence, int flagsBefore) {
        ScopeId scope = made.scope();
        EntryId id = made.state().id();
        written.merge(scope, 1L, Long::sum);
        if (made.state().type() >= Catalogue.FIRST_GOVERNANCE) {
            governed.add(scope);
        }
        watcher.written(scope, made.state().type(), id);
        roll.before(scope, id, made.state().type(), presence);
        projection.write(made.shown(), made.flags(), made.text(), presence);
        roll.after(scope, id, made.state().type());
        if (made.state().type() == Catalogue.CHOICE.id()) {
            db.afterCommit(this::holdChoices);
        }
        if (presence == Presence.NEW) {
            aliases.came(scope, id);
        }
        Catalogue.type(made.state().type()).ifPresent(type -> aliases.wrote(scope, type, made.shown()));
        if (((made.flags() | flagsBefore) & EntryFlags.ALIASED) != 0) {
            aliases.link(scope, id, made.state().link(SystemField.ALIAS));
        }
        if (((made.flags() ^ flagsBefore) & (EntryFlags.DELETED | EntryFlags.ERASED)) != 0) {
            aliases.lives(scope);
        }
        boolean listed = (made.flags() & (RegisterTables.HIDDEN | EntryFlags.ALIASED)) == 0 && !made.text().isEmpty();
        if (listed || presence == Presence.KNOWN) {
            int type = made.state().type();
            if (index.isAwake()) {
                db.afterCommit(listed ? () -> index.put(scope, id, type, made.text()) : () -> index.remove(scope, id));
            }
        }
    }

    /** Whether anything was written about devices since the last time somebody asked where. */
    public boolean isGoverned() {
        return !governed.isEmpty();
    }

    /** The scopes in which something was written about devices since the last time. */
    public Set<ScopeId> takeGoverned() {
        Set<ScopeId> taken = Set.copyOf(governed);
        governed.clear();
        return taken;
    }

    /** Forgets all entries of a scope. */
    public void clear(ScopeId scope) {
        governed.add(scope);
        for (String table : List.of("entry", "touch", "refused", "link", "alias")) {
            db.sql("DELETE FROM " + table + " WHERE scope = ?").put(scope).run();
        }
        projection.clear(scope);
        aliases.clear(scope);
        written.merge(scope, 1L, Long::sum);
        roll.reread(scope);
        watcher.cleared(scope);
        db.afterCommit(() -> {
            index.clear(scope);
            holdChoices();
        });
    }

    /** Forms and words follow the choices that stand in these registers. */
    public void holdChoices() {
        record Key(ScopeId scope, EntryId id) {}
        AddedChoices.hold(this, db.sql("SELECT scope, id FROM entry e WHERE type = " + Catalogue.CHOICE.id() + " AND flags & " + RegisterTables.HIDDEN
                        + " = 0 AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = e.scope AND a.id = e.id)")
                .list(row -> new Key(row.scope(1), row.entry(2))).stream()
                .flatMap(k -> state(k.scope(), k.id(), Catalogue.CHOICE.id()).map(s -> shown(k.scope(), s)).stream()).toList());
    }

    /** Whether the row says exactly this. */
    public boolean holds(ScopeId scope, EntryState state) {
        return db.sql("SELECT state FROM entry WHERE scope = ? AND id = ? AND type = ?")
                .put(scope).put(state.id()).put(state.type())
                .first(row -> atRest.isState(scope, state, row.bytes(1))).orElse(false);
    }
}
