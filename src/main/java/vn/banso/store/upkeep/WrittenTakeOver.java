package vn.banso.store.upkeep;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;
import vn.banso.store.pages.FoundRecord;
import vn.banso.store.upkeep.DamagedFile.OwnRow;

/** Takes what was written on this machine and is in no batch yet out of a damaged file: own changes, and half-filled forms. */
final class WrittenTakeOver {
    private final NodeContext in;
    private final TrustState trusted;
    private final DamagedFile file;

    WrittenTakeOver(NodeContext in, TrustState trusted, DamagedFile file) {
        this.in = in;
        this.trusted = trusted;
        this.file = file;
    }

    /** @return how many changes came that are neither waiting here nor in a batch of this device, and were not erased */
    long changes() {
        return in.door.alone(() -> in.db.write(() -> {
            in.own.scopes().forEach(this::leaveOutSealed);
            Map<ScopeId, Set<ChangeId>> known = new HashMap<>();
            List<OwnRow> fresh = file.own.values().stream().filter(row -> known.computeIfAbsent(row.scope(), this::known).add(row.change().id()))
                    .filter(row -> row.change().kind() == Kind.ERASE.number() || !in.entries.isErased(row.scope(), row.change().type(), row.change().entry()))
                    .toList();
            fresh.forEach(row -> {
                in.entries.fold(row.scope(), row.change().entry(), row.change().type(), List.of(row.change()));
                in.own.add(row.scope(), row.change());
            });
            if (fresh.stream().anyMatch(row -> row.change().type() >= Catalogue.FIRST_GOVERNANCE)) {
                trusted.settle();
            }
            in.aliases.settle();
            return (long) fresh.size();
        }));
    }

    /** What waits here to be sealed, and was sealed meanwhile in a batch that came just now. */
    private void leaveOutSealed(ScopeId scope) {
        Set<ChangeId> sealed = sealed(scope, " AND standing = 'APPLIED'");
        in.own.first(scope, Integer.MAX_VALUE).stream().filter(waiting -> sealed.contains(waiting.change().id())).forEach(waiting -> {
            in.db.sql("DELETE FROM own WHERE n = ?").put(waiting.n()).run();
            in.reached.touched(scope, waiting.change().entry());
        });
    }

    private Set<ChangeId> known(ScopeId scope) {
        Set<ChangeId> known = sealed(scope, "");
        in.own.of(scope).stream().map(Change::id).forEach(known::add);
        return known;
    }

    private Set<ChangeId> sealed(ScopeId scope, String where) {
        Set<ChangeId> sealed = new HashSet<>();
        in.db.sql("SELECT header, signature, body FROM batch WHERE scope = ? AND own = 1" + where).put(scope).list(SqlShelf::batch)
                .forEach(batch -> in.stored.contents(batch).ifPresent(c -> c.left().stream().map(Change::id).forEach(sealed::add)));
        return sealed;
    }

    /** @return how many forms */
    long drafts() {
        List<FoundRecord> rows = new ArrayList<>(file.drafts.values());
        in.door.enter(() -> in.db.commit(() -> rows.forEach(row -> in.db
                .sql("REPLACE INTO draft (scope, form, page, id, type, sealed) VALUES (?, ?, ?, ?, ?, ?)").put(row.whole("scope"))
                .put(row.bytes("form")).put(row.bytes("page")).put(row.bytes("id")).put(row.whole("type")).put(row.bytes("sealed")).run())));
        record Form(long scope, ByteBuffer id) {}
        return rows.stream().map(row -> new Form(row.whole("scope"), ByteBuffer.wrap(row.bytes("form")))).distinct().count();
    }
}
