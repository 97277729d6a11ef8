package vn.banso.store.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.RecordState;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.engine.ResultRow;
import vn.banso.store.ledger.Whereabouts.Carried;
import vn.banso.store.node.NodeContext;

/** Tells of every own batch where it lies, and notes what batches are carried off with. */
final class WhereaboutsList {
    private final NodeContext in;
    private final RecordStates states;

    WhereaboutsList(NodeContext in, RecordStates states) {
        this.in = in;
        this.states = states;
    }

    /** Newest first, commune by commune; what waits to be sealed stands before the batches of its commune. */
    List<Whereabouts> gather() {
        List<Whereabouts> all = new ArrayList<>();
        List<ScopeId> scopes = in.db.sql("SELECT scope FROM own WHERE type < 100 UNION SELECT scope FROM batch WHERE own = 1 AND incarnation & 1 = 0 ORDER BY scope")
                .list(row -> row.scope(1));
        for (ScopeId scope : scopes) {
            in.db.sql("SELECT count(*), count(DISTINCT id) FROM own WHERE type < 100 AND scope = ?").put(scope).first(row -> waiting(scope, row))
                    .filter(w -> w.changes() > 0).ifPresent(all::add);
            all.addAll(batches(scope));
        }
        return all;
    }

    private static Whereabouts waiting(ScopeId scope, ResultRow row) {
        return new Whereabouts(scope, 0, Optional.empty(), row.number(2), row.number(1), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), RecordState.HERE);
    }

    private List<Whereabouts> batches(ScopeId scope) {
        RecordStates.OfBatches of = states.ofBatches(scope);
        Map<Long, Carried> carried = carried(scope);
        Map<Long, Long> records = new HashMap<>();
        in.db.sql("SELECT batch, count(*) FROM touch WHERE scope = ? AND batch IN (SELECT n FROM batch WHERE own = 1) GROUP BY batch")
                .put(scope).each(row -> records.put(row.number(1), row.number(2)));
        return in.db.sql("SELECT n, hash, sealed_at, header, signature, body FROM batch WHERE scope = ? AND own = 1 AND incarnation & 1 = 0 ORDER BY n DESC")
                .put(scope).list(row -> {
                    Batch batch = SqlShelf.batch(row, 4);
                    Hash hash = row.hash(2);
                    return new Whereabouts(scope, batch.header().number(), Optional.of(hash), records.getOrDefault(row.number(1), 0L),
                            batch.header().changes(), at(row.number(3)), Optional.ofNullable(carried.get(row.number(1))),
                            Optional.ofNullable(of.communes().get(hash)), Optional.ofNullable(of.provinces().get(hash)),
                            of.state(hash));
                });
    }

    private static Optional<Instant> at(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private Map<Long, Carried> carried(ScopeId scope) {
        Map<Long, Carried> carried = new HashMap<>();
        in.db.sql("SELECT c.batch, c.at, c.name FROM carried c JOIN batch b ON b.n = c.batch WHERE b.scope = ?").put(scope)
                .each(row -> carried.put(row.number(1), new Carried(in.atRest.label(scope, seat(row.number(1)), row.bytes(3)),
                        Instant.ofEpochMilli(row.number(2)))));
        return carried;
    }

    /** Batches have no entry id; this one stands for none. */
    private static EntryId seat(long batch) {
        return new EntryId(0, batch);
    }

    /** Within the transaction of whoever calls. */
    void carry(List<Batch> batches, String name) {
        long now = in.clock().millis();
        for (Batch batch : batches) {
            ScopeId scope = batch.header().scope();
            in.db.sql("SELECT n FROM batch WHERE hash = ? AND own = 1").put(batch.hash().bytes()).first(row -> row.number(1))
                    .ifPresent(n -> in.db.sql("REPLACE INTO carried VALUES (?, ?, ?)").put(n).put(now)
                            .put(in.atRest.label(scope, seat(n), name)).run());
        }
    }
}
