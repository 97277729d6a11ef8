package vn.banso.store;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.banso.ledger.Change;
import vn.banso.ledger.Stamp;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;

/** Half-filled forms: durable and sealed like everything else, but no part of the register until they are saved. */
public final class Drafts {
    private static final int NO_ACT = 0;

    private final Inside in;
    private final Door door;

    Drafts(Inside in, Door door) {
        this.in = in;
        this.door = door;
    }

    /** Keeps it, in place of an earlier draft of the same entry. */
    public void keep(Draft draft) {
        Change form = Change.of(NO_ACT, draft.type().id(), draft.id(), in.self(), Stamp.NEVER, draft.fields(), new TreeMap<>());
        door.enter(() -> in.db.commit(() -> in.db.sql("REPLACE INTO draft (scope, id, type, sealed) VALUES (?, ?, ?, ?)")
                .put(draft.scope()).put(draft.id()).put(draft.type().id()).put(in.atRest.change(draft.scope(), form)).run()));
    }

    /** All of them, the one kept last at the end. */
    public List<Draft> list() {
        return door.alone(() -> in.db.sql("SELECT scope, id, sealed FROM draft ORDER BY n").list(row -> {
            ScopeId scope = row.scope(1);
            Change form = in.atRest.change(scope, row.entry(2), row.bytes(3));
            return Catalogue.type(form.type()).map(type -> new Draft(type, scope, form.entry(), form.fields()));
        }).stream().flatMap(Optional::stream).toList());
    }

    /** After it was saved, or when it is not wanted any more. */
    public void discard(ScopeId scope, EntryId id) {
        door.enter(() -> in.db.commit(() -> in.db.sql("DELETE FROM draft WHERE scope = ? AND id = ?").put(scope).put(id).run()));
    }
}
