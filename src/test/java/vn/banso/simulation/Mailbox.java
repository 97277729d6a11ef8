package vn.banso.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.values.ScopeId;

/** The newest receipts a node has seen of every other, to believe and to pass on. */
final class Mailbox {
    private record From(int device, long incarnation, ScopeId scope) {}

    private final Map<From, Receipt> newest = new HashMap<>();
    private long serial;

    Mailbox copy() {
        Mailbox copy = new Mailbox();
        copy.newest.putAll(newest);
        copy.serial = serial;
        return copy;
    }

    long nextSerial() {
        return ++serial;
    }

    void take(Receipt receipt) {
        newest.merge(new From(Cast.device(receipt.nodeKey()), receipt.incarnation(), receipt.scope()), receipt,
                (old, now) -> now.serial() > old.serial() ? now : old);
    }

    Collection<Receipt> receipts() {
        return List.copyOf(newest.values());
    }
}
