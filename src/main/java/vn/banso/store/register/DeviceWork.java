package vn.banso.store.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.files.StoreException;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.Province;

/**
 * What came of one device, in changes, as far as it has come here. What it wrote about devices is not in it.
 *
 * @param counted part of the register here
 * @param province what of that the province has confirmed
 * @param waiting held, and waiting for something else to come
 * @param aside held, and not counting
 * @param schema of the catalogue of the program it writes with; 0 where nothing came
 * @param newest when it wrote the newest of it, by its own clock; empty where that cannot be read here
 */
public record DeviceWork(long counted, long province, long waiting, long aside, int schema, Optional<Instant> newest) {
    public static final DeviceWork NOTHING = new DeviceWork(0, 0, 0, 0, 0, Optional.empty());

    /** Of all devices of which anything came. */
    public static Map<DeviceId, DeviceWork> of(Node node) {
        long governance = node.province().map(Province::governance).map(ScopeId::value).orElse(0L);
        NodeContext in = node.context();
        Map<DeviceId, DeviceWork> work = new HashMap<>();
        Map<DeviceId, Hash> last = new HashMap<>();
        in.door.read(in.db, () -> {
            in.db.sql("SELECT b.header, b.standing, max(l.here, l.told), b.hash FROM batch b LEFT JOIN batch_level l ON l.batch = b.n WHERE b.scope <> ? "
                    + "ORDER BY b.n").put(governance).each(row -> {
                        BatchHeader header = header(row.bytes(1));
                        if (!FeedId.governs(header.incarnation())) {
                            work.merge(header.author(), one(header, BatchStatus.valueOf(row.text(2)), row.whole(3)), DeviceWork::plus);
                            last.put(header.author(), row.hash(4));
                        }
                    });
            return true;
        });
        last.forEach((device, hash) -> work.computeIfPresent(device, (_, w) -> w.at(in.door.alone(() -> newest(in, hash)))));
        return work;
    }

    private static DeviceWork one(BatchHeader header, BatchStatus standing, int level) {
        long changes = header.changes();
        boolean counts = standing == BatchStatus.APPLIED;
        return new DeviceWork(counts ? changes : 0, counts && level >= RecordState.PROVINCE.ordinal() ? changes : 0,
                !counts && standing != BatchStatus.SET_ASIDE ? changes : 0, standing == BatchStatus.SET_ASIDE ? changes : 0, header.schema(), Optional.empty());
    }

    private DeviceWork plus(DeviceWork more) {
        return new DeviceWork(counted + more.counted, province + more.province, waiting + more.waiting, aside + more.aside, Math.max(schema, more.schema), newest);
    }

    private DeviceWork at(Optional<Instant> when) {
        return new DeviceWork(counted, province, waiting, aside, schema, when);
    }

    private static Optional<Instant> newest(NodeContext in, Hash batch) {
        return in.shelf.get(batch).flatMap(in.stored::contents).flatMap(contents -> contents.left().stream().map(Change::stamp).max(Comparable::compareTo))
                .map(stamp -> Instant.ofEpochMilli(stamp.millis()));
    }

    private static BatchHeader header(byte[] bytes) {
        try {
            return HeaderForm.read(bytes);
        } catch (MalformedException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a header that was readable when it came", e);
        }
    }
}
