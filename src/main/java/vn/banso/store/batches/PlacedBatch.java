package vn.banso.store.batches;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;

/** A placed batch, as receipts speak of it. */
public record PlacedBatch(FeedId feed, int number, Hash hash, Hash previous, BatchStatus standing, Optional<Integer> reason) {
    private boolean settled() {
        return standing == BatchStatus.APPLIED || standing == BatchStatus.SET_ASIDE;
    }

    public static List<PlacedBatch> of(Db db, ScopeId scope) {
        return db.sql("SELECT device, incarnation, number, hash, previous, standing, reason FROM batch "
                        + "WHERE scope = ? AND standing <> 'WAITING_PREVIOUS' ORDER BY device, incarnation, number, hash").put(scope)
                .list(row -> new PlacedBatch(new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope), row.whole(3), row.hash(4),
                        row.hash(5), BatchStatus.valueOf(row.text(6)), row.text(7) == null ? Optional.empty() : Optional.of(row.whole(7))));
    }

    /** Of every batch, up to which number of its branch everything is part of the register or set aside. */
    static Map<Hash, Integer> applied(List<PlacedBatch> placed) {
        Map<Hash, Integer> applied = new HashMap<>();
        applied.put(Hash.NONE, 0);
        placed.stream().sorted(Comparator.comparing(PlacedBatch::number)).forEach(p -> {
            int before = applied.getOrDefault(p.previous(), 0);
            applied.put(p.hash(), p.settled() && before == p.number() - 1 ? p.number() : before);
        });
        return applied;
    }
}
