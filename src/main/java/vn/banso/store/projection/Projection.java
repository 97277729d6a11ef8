package vn.banso.store.projection;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.RowSealing;
import vn.banso.store.engine.ScopeWalk;
import vn.banso.store.engine.Sql;
import vn.banso.store.files.StoreException;
import vn.banso.store.tables.RegisterTables;
import vn.banso.store.tables.RegisterTables.Presence;
import vn.banso.store.tables.SearchedFields;

/**
 * The register in memory, made of the sealed entries: a database beside the file, on the same connection, so that a save writes both or
 * neither. A commune's part is made when somebody first asks about it; it is gone when the node is locked.
 */
public final class Projection {
    private static final int PART = 256;
    private static final int AHEAD = 8;

    private final Db db;
    private final RowSealing atRest;
    private final RegisterTables tables;
    private final Set<ScopeId> made = new HashSet<>();
    /** Of these, what was made within the transaction that is open. */
    private final Set<ScopeId> fresh = new HashSet<>();
    private Consumer<ScopeId> whenMade = _ -> { };
    private boolean all;

    public Projection(Db db, RowSealing atRest, RegisterTables tables) {
        this.db = db;
        this.atRest = atRest;
        this.tables = tables;
        define(db);
        db.fillRegister(this::need, this::undone);
    }

    /** An empty register beside the file: tables in memory, views over them and over what stands for what. */
    public static void define(Db db) {
        // Named, so that a second connection of this program can read it; nobody else can, and it lies in no file.
        attach(db, "file:/" + HexFormat.of().toHexDigits(new SecureRandom().nextLong()) + "?vfs=memdb");
        db.exec(String.join("", RegisterTables.definitions()));
    }

    /** Lets another connection read the same register. */
    static void attach(Db db, String name) {
        db.attach(name, RegisterTables.SCHEMA);
        // A commune of 5,000 households fits into the cache: what does not is copied from page to page at every question.
        db.exec("PRAGMA register.synchronous=OFF; PRAGMA register.secure_delete=OFF; PRAGMA register.cache_size=-16384");
        db.exec(String.join("", RegisterTables.views()));
    }

    /** Told of every commune once its rows are there. */
    void whenMade(Consumer<ScopeId> told) {
        whenMade = told;
    }

    boolean isMade(ScopeId scope) {
        return all || made.contains(scope);
    }

    /** Writes the row of an entry; nothing where nobody asked about that commune yet. */
    void write(Entry shown, int flags, String text, Presence presence) {
        if (isMade(shown.scope())) {
            tables.write(shown, flags, presence);
            tables.label(shown, flags, text, presence);
        }
    }

    void clear(ScopeId scope) {
        if (isMade(scope)) {
            tables.clear(scope);
        }
    }

    /** Somebody is about to ask about these; none named: about all. */
    void need(Set<ScopeId> scopes) {
        if (all) {
            return;
        }
        if (scopes.isEmpty()) {
            missing().forEach(this::make);
            all = true;
        } else {
            scopes.stream().filter(scope -> !made.contains(scope)).forEach(this::make);
        }
    }

    /** The communes that nobody asked about yet. */
    List<ScopeId> missing() {
        return ScopeWalk.of(db, "entry").stream().filter(scope -> !made.contains(scope)).toList();
    }

    private void undone() {
        if (!fresh.isEmpty()) {
            made.removeAll(fresh);
            fresh.clear();
            all = false;
        }
    }

    private void make(ScopeId scope) {
        db.commit(() -> {
            tables.clear(scope);
            fill(scope);
            made.add(scope);
            fresh.add(scope);
            db.afterCommit(fresh::clear);
            whenMade.accept(scope);
        });
    }

    /** An entry as it lies. */
    private record Lying(EntryId id, int flags, byte[] state) {}

    private record Opened(Entry shown, int flags, String text) {}

    /** Rows are read and written here; what lies between, opening them, is done by all processors. */
    private void fill(ScopeId scope) {
        Deque<FutureTask<List<Opened>>> ahead = new ArrayDeque<>();
        List<Lying> part = new ArrayList<>(PART);
        Sql walk = db.fresh("SELECT id, flags, state FROM entry WHERE scope = ? AND type < " + Catalogue.FIRST_GOVERNANCE).put(scope);
        walk.each(row -> {
            part.add(new Lying(row.entry(1), row.whole(2), row.bytes(3)));
            if (part.size() == PART) {
                open(scope, List.copyOf(part), ahead);
                part.clear();
                if (ahead.size() > AHEAD) {
                    write(ahead.poll());
                }
            }
        });
        walk.close();
        open(scope, List.copyOf(part), ahead);
        while (!ahead.isEmpty()) {
            write(ahead.poll());
        }
    }

    private void open(ScopeId scope, List<Lying> part, Deque<FutureTask<List<Opened>>> ahead) {
        FutureTask<List<Opened>> task = new FutureTask<>(() -> part.stream().map(lying -> opened(scope, lying)).toList());
        ahead.add(task);
        ForkJoinPool.commonPool().execute(task);
    }

    private Opened opened(ScopeId scope, Lying lying) {
        EntryState state = state(scope, lying);
        Entry shown = MergedEntry.alone(scope, state, lying.flags());
        return new Opened(shown, lying.flags(), SearchedFields.of(shown));
    }

    private EntryState state(ScopeId scope, Lying lying) {
        try {
            return atRest.state(scope, lying.id(), lying.state());
        } catch (StoreException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a row that is not what was sealed", e);
        }
    }

    private void write(FutureTask<List<Opened>> part) {
        // Nobody may have begun it yet: then it is done here.
        part.run();
        for (Opened one : result(part)) {
            tables.write(one.shown(), one.flags(), Presence.NEW);
            tables.label(one.shown(), one.flags(), one.text(), Presence.NEW);
        }
    }

    private static List<Opened> result(FutureTask<List<Opened>> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return part.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The communes whose rows are there. */
    public Set<ScopeId> filled() {
        return Set.copyOf(all ? scopes() : made);
    }

    private Set<ScopeId> scopes() {
        Set<ScopeId> scopes = new HashSet<>(made);
        scopes.addAll(missing());
        return scopes;
    }

    /** Makes what was made of a commune anew. @return how many rows had not been what the entries say */
    public long compare(ScopeId scope) {
        return db.write(() -> {
            RegisterTables.names().forEach(name -> db.exec("CREATE TEMP TABLE was_" + name + " AS SELECT * FROM " + name + " WHERE scope = " + scope.value()));
            made.remove(scope);
            all = false;
            make(scope);
            long wrong = 0;
            for (String name : RegisterTables.names()) {
                wrong += differing("was_" + name, name, scope) + differing(name, "was_" + name, scope);
                db.exec("DROP TABLE temp.was_" + name);
            }
            return wrong;
        });
    }

    private long differing(String one, String other, ScopeId scope) {
        return db.fresh("SELECT count(*) FROM (SELECT * FROM " + one + " WHERE scope = ?1 EXCEPT SELECT * FROM " + other + " WHERE scope = ?1)")
                .put(scope).number();
    }
}
