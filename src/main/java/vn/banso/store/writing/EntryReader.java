package vn.banso.store.writing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.engine.Sql;
import vn.banso.store.node.NodeContext;

/** The register as it is shown. */
public final class EntryReader {
    private final NodeContext in;

    public EntryReader(NodeContext in) {
        this.in = in;
    }

    public Optional<Entry> entry(ScopeId scope, EntryId id) {
        return in.entries.state(scope, id).filter(s -> !s.erased()).map(s -> in.entries.shown(scope, s));
    }

    public List<Entry> entries(EntryType type, ScopeId scope, Optional<EntryId> after, int limit) {
        byte[] from = after.map(EntryId::bytes).orElse(new byte[0]);
        boolean counted = type.id() < Catalogue.FIRST_GOVERNANCE;
        String rows = counted ? "v_" + type.key() : "(SELECT scope, id FROM entry WHERE type = " + type.id() + ")";
        return in.db.sql("SELECT e.id, e.state FROM " + rows + " v JOIN entry e ON e.scope = v.scope AND e.id = v.id "
                        + "AND e.type = " + type.id() + " WHERE v.scope = ? AND v.id > ? ORDER BY v.id LIMIT ?")
                .put(scope).put(from).put(limit)
                .list(row -> in.atRest.state(scope, row.entry(1), row.bytes(2))).stream().map(state -> in.entries.shown(scope, state)).toList();
    }

    /** What was ever done to an entry, in the order of the stamps. */
    public List<HistoryItem> history(ScopeId scope, EntryId id) {
        List<HistoryItem> all = new ArrayList<>();
        in.db.sql("SELECT b.header, b.signature, b.body FROM touch t JOIN batch b ON b.n = t.batch WHERE t.scope = ?1 AND t.id = ?2 "
                        + "UNION SELECT b.header, b.signature, b.body FROM refused r JOIN batch b ON b.n = r.batch "
                        + "WHERE r.scope = ?1 AND r.id = ?2").put(scope).put(id).list(SqlShelf::batch).forEach(batch -> {
                            if (in.stored.open(batch) instanceof Opener.Opened.Changes opened) {
                                SortedMap<ChangeId, Reason> refused = in.shelf.refused(batch.hash());
                                opened.changes().stream().filter(c -> c.entry().equals(id)).forEach(c -> all.add(new HistoryItem(c,
                                        Optional.of(batch.hash()), Optional.ofNullable(refused.get(c.id())))));
                            }
                        });
        in.own.of(scope, id).forEach(c -> all.add(new HistoryItem(c, Optional.empty(), Optional.empty())));
        all.sort(Comparator.comparing((HistoryItem p) -> p.change().stamp()).thenComparing(p -> p.change().id()));
        return all;
    }

    public Hash digest(Optional<ScopeId> scope, ScopeId governance) {
        MessageDigest digest = Hash.digest();
        String which = scope.map(s -> "scope = " + s.value()).orElse("scope <> " + governance.value());
        Sql walk = in.db.fresh("SELECT scope, id, state FROM entry WHERE " + which + " ORDER BY scope, id, type");
        walk.each(row -> {
            byte[] state = in.atRest.stateBytes(row.scope(1), row.entry(2), row.bytes(3));
            digest.update(ByteBuffer.allocate(12).putLong(row.number(1)).putInt(state.length).array());
            digest.update(state);
        });
        walk.close();
        return new Hash(digest.digest());
    }
}
