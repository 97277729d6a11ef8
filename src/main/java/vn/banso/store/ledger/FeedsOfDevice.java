package vn.banso.store.ledger;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.store.node.NodeContext;

/** What is here of one device's feeds after given ends: what does not count where only so much of it is good. */
final class FeedsOfDevice {
    private final NodeContext in;

    FeedsOfDevice(NodeContext in) {
        this.in = in;
    }

    /** @param ends the last batches that count, of every feed; of feeds that are not named, none does */
    Uncounted after(DeviceId device, Collection<Tip> ends) {
        Map<Hash, Hash> previous = new HashMap<>();
        in.db.sql("SELECT hash, previous FROM batch WHERE device = ?").put(device.bytes()).each(row -> previous.put(row.hash(1), row.hash(2)));
        Deque<Hash> good = new ArrayDeque<>(ends.stream().map(Tip::hash).toList());
        while (!good.isEmpty()) {
            Hash before = previous.remove(good.pop());
            if (before != null) {
                good.push(before);
            }
        }
        Set<EntryId> records = new HashSet<>();
        previous.keySet().forEach(hash -> in.shelf.get(hash).flatMap(in.stored::contents).ifPresent(contents -> contents.left().stream()
                .filter(change -> change.type() < Catalogue.FIRST_GOVERNANCE).map(Change::entry).forEach(records::add)));
        return new Uncounted(previous.size(), records.size());
    }
}
