package vn.banso.store.batches;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.parcel.Digest;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.RefusalPage.SetAside;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.files.StoreException;

/** What was set aside, batch by batch and change by change: here, and at other nodes as far as their pages have come. */
public final class AsideLists {
    private final Db db;

    AsideLists(Db db) {
        this.db = db;
    }

    /** Of a commune, feed by feed, in the order of the batches. */
    Map<FeedId, List<SetAside>> own(ScopeId scope) {
        record One(FeedId feed, int number, SetAside aside) {}
        List<One> all = new ArrayList<>();
        db.sql("SELECT device, incarnation, number, hash, reason FROM batch WHERE scope = ? AND standing = 'SET_ASIDE' "
                        + "AND standing <> 'APPLIED'").put(scope)
                .each(row -> all.add(new One(new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope), row.whole(3),
                        new SetAside(row.hash(4), Optional.empty(), row.whole(5)))));
        db.sql("SELECT b.device, b.incarnation, b.number, b.hash, r.change, r.reason FROM refused r JOIN batch b ON b.n = r.batch "
                        + "WHERE r.scope = ?").put(scope)
                .each(row -> all.add(new One(new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope), row.whole(3),
                        new SetAside(row.hash(4), Optional.of(new ChangeId(row.number(5))), row.whole(6)))));
        all.sort(Comparator.comparing(One::number).thenComparing(o -> o.aside().batch())
                .thenComparing(o -> o.aside().change().map(ChangeId::value).orElse(0L)));
        return all.stream().collect(Collectors.groupingBy(One::feed, Collectors.mapping(One::aside, Collectors.toList())));
    }

    /** What another node set aside, as far as it is known. */
    List<SetAside> told(Digest digest) {
        return db.sql("SELECT listed FROM receipt_aside WHERE digest = ?").put(bytes(digest)).first(row -> list(row.bytes(1))).orElse(List.of());
    }

    /** A page of what this node or another one set aside; empty where that list is not known here, or ends before. */
    public Optional<RefusalPage> page(RefusalPage.Wanted wanted) {
        List<SetAside> own = own(wanted.feed().scope()).getOrDefault(wanted.feed(), List.of());
        List<SetAside> all = !own.isEmpty() && RefusalForm.digest(own).equals(wanted.digest()) ? own : told(wanted.digest());
        return wanted.from() >= all.size() ? Optional.empty() : Optional.of(new RefusalPage(wanted.feed(), wanted.digest(), wanted.from(),
                all.subList(wanted.from(), Math.min(all.size(), wanted.from() + RefusalPage.MOST))));
    }

    /**
     * Keeps the next page; where it shows that somebody told something else, all are asked for anew.
     *
     * @param many how many the whole list has
     */
    boolean keep(RefusalPage refusals, int many) {
        List<SetAside> all = new ArrayList<>(told(refusals.digest()));
        if (refusals.from() != all.size() || refusals.page().isEmpty()) {
            return false;
        }
        all.addAll(refusals.page());
        boolean fits = all.size() < many || all.size() == many && RefusalForm.digest(all).equals(refusals.digest());
        if (fits) {
            db.sql("REPLACE INTO receipt_aside VALUES (?, ?, ?)").put(bytes(refusals.digest())).put(many).put(RefusalForm.write(all)).run();
        } else {
            db.sql("DELETE FROM receipt_aside WHERE digest = ?").put(bytes(refusals.digest())).run();
        }
        return fits;
    }

    private static byte[] bytes(Digest digest) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(digest.hi()).putLong(digest.lo()).array();
    }

    private static List<SetAside> list(byte[] bytes) {
        try {
            return RefusalForm.read(bytes);
        } catch (MalformedException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a list that was readable when it came", e);
        }
    }
}
