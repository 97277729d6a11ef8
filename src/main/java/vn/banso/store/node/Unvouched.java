package vn.banso.store.node;

import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.ImportCounts;
import vn.banso.store.batches.KeptQuota;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.files.Quotas.Room;
import vn.banso.trust.crypto.BatchSealer;

/**
 * Batches of authors whom nobody here has heard of. They lie in a table of their own, so that they are part of nothing: no have-list, no
 * receipt, no answer, no line of what to look at. When a grant comes for their author they are taken in; when they grow old they
 * go, for whoever brought them has them.
 */
public final class Unvouched {
    private static final byte[] ALL_STRANGERS = {};

    private final NodeContext in;
    private final TrustState trusted;

    Unvouched(NodeContext in, TrustState trusted) {
        this.in = in;
        this.trusted = trusted;
    }

    /**
     * Keeps it, where there is room, in the name of who brings it. Nothing is looked at that costs anything before there is room.
     *
     * @param from empty for somebody who did not prove who it is: then nothing is kept
     */
    public ImportCounts keep(Batch batch, Optional<DeviceId> from) {
        if (from.isEmpty()) {
            return ImportCounts.TURNED_AWAY;
        }
        boolean known = from.get().equals(in.self()) || !trusted.grants().of(from.get()).isEmpty();
        byte[] holder = known ? from.get().bytes() : ALL_STRANGERS;
        Room quota = known ? in.options.quotas().newcomers() : in.options.quotas().strangers();
        if (isFull(holder, quota) && (!forgetOld() || isFull(holder, quota))) {
            return ImportCounts.TURNED_AWAY;
        }
        if (in.db.sql("SELECT count(*) FROM unvouched WHERE hash = ?").put(batch.hash().bytes()).number() > 0) {
            return ImportCounts.KNOWN;
        }
        if (!BatchSealer.isGenuine(batch)) {
            return ImportCounts.REJECTED;
        }
        in.db.sql("INSERT INTO unvouched VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)").put(batch.hash().bytes())
                .put(batch.header().author().bytes()).put(batch.header().scope()).put(batch.header().incarnation()).put(batch.header().number()).put(holder)
                .put(in.clock().instant().getEpochSecond()).put(batch.headerBytes()).put(batch.signature()).put(batch.body()).run();
        return new ImportCounts(1, 0, 1, 0, 0, 0);
    }

    private boolean isFull(byte[] holder, Room quota) {
        Room used = KeptQuota.used(in.db, holder, "UNVOUCHED");
        return used.batches() >= quota.batches() || used.bytes() >= quota.bytes();
    }

    /** @return whether anything went */
    private boolean forgetOld() {
        long now = in.clock().instant().getEpochSecond();
        long patience = in.options.quotas().patience().toSeconds();
        return in.db.sql("DELETE FROM unvouched WHERE since < ? OR since > ?").put(now - patience).put(now + patience).run() > 0;
    }

    /** @param handed whether it was given to somebody already */
    public record Waiting(Batch batch, boolean handed) {}

    /** The batches whose authors somebody vouches for by now, who may write first; they lie here no longer. */
    List<Waiting> vouchedFor() {
        record Writer(DeviceId device, ScopeId scope) {}
        List<Waiting> waiting = in.db.sql("SELECT DISTINCT device, scope FROM unvouched")
                .list(row -> new Writer(DeviceId.of(row.bytes(1)), row.scope(2))).stream().filter(w -> trusted.isVouchedFor(w.device(), w.scope()))
                .flatMap(w -> in.db.sql("SELECT header, signature, body, handed FROM unvouched "
                        + "WHERE device = ? AND scope = ? ORDER BY incarnation & 1 DESC, number").put(w.device().bytes()).put(w.scope())
                        .list(row -> new Waiting(SqlShelf.batch(row), row.whole(4) == 1)).stream()).toList();
        waiting.forEach(w -> in.db.sql("DELETE FROM unvouched WHERE hash = ?").put(w.batch().hash().bytes()).run());
        return waiting;
    }
}
