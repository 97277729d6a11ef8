package vn.banso.store.personal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.node.NodeContext;
import vn.banso.trust.governance.GrantedDevice;

/** Says, in the name of this device, that what was erased is gone from it, and tells who has said so. */
public final class ErasureReceipts {
    private ErasureReceipts() {}

    /**
     * Writes the confirmations that this node still owes: one per erased entry, once neither its register, its drafts nor any of its
     * batches holds a value of it. Called before it seals what it is about to send.
     */
    public static void confirm(Node node) {
        NodeContext in = node.context();
        List<Draft> owed = new ArrayList<>();
        List<SqlShelf.Erased> settled = new ArrayList<>();
        Value.Day today = Value.Day.of(LocalDate.now(in.clock()));
        for (SqlShelf.Erased erased : in.door.alone(in.shelf::unconfirmed)) {
            EntryId id = NaturalId.erasureReceipt(erased.id(), node.id().bytes());
            if (node.state(erased.scope(), id).isPresent()) {
                settled.add(erased);
            } else if (!node.grants().roles(node.id(), erased.scope()).isEmpty() && in.door.alone(() -> isGone(in, erased))) {
                settled.add(erased);
                owed.add(Draft.of(Catalogue.ERASURE_RECEIPT, erased.scope(), id).with("subject", new Value.Text(erased.id().toString())).with("dropped_on", today));
            }
        }
        if (owed.isEmpty() || node.save(owed).isSaved()) {
            in.door.enter(() -> settled.forEach(in.shelf::confirmed));
        }
    }

    private static boolean isGone(NodeContext in, SqlShelf.Erased erased) {
        return in.db.sql("SELECT b.header, b.signature, b.body FROM touch t JOIN batch b ON b.n = t.batch WHERE t.scope = ? AND t.id = ?")
                .put(erased.scope()).put(erased.id()).list(SqlShelf::batch).stream()
                .allMatch(batch -> in.stored.contents(batch).filter(held -> held.left().stream()
                        .noneMatch(c -> c.entry().equals(erased.id()) && c.kind() != Kind.ERASE.number())).isPresent());
    }

    /** @param confirmed when it said that all of it is gone; empty where it has not yet */
    public record Confirmation(GrantedDevice device, Optional<Value.Day> confirmed) {}

    /** What the devices that may read the commune say of these erased entries; those that have not said so first. */
    public static List<Confirmation> of(Node node, ScopeId scope, Collection<EntryId> erased) {
        return node.grants().readers(scope).stream().map(device -> new Confirmation(device, erased.stream()
                        .map(id -> said(node, scope, id, device)).reduce((a, b) -> a.isEmpty() || b.isEmpty() ? Optional.empty() : a.get().compareTo(b.get()) > 0 ? a : b)
                        .orElse(Optional.empty())))
                .sorted(Comparator.comparing((Confirmation c) -> c.confirmed().isPresent()).thenComparing(c -> c.device().holder()).thenComparing(c -> c.device().id())).toList();
    }

    private static Optional<Value.Day> said(Node node, ScopeId scope, EntryId erased, GrantedDevice device) {
        EntryId id = NaturalId.erasureReceipt(erased, device.id().bytes());
        // Its own word alone counts: anybody could write such an entry in its name.
        return node.entry(scope, id).filter(_ -> node.history(scope, id).stream().anyMatch(h -> h.refused().isEmpty() && h.change().author().equals(device.id())))
                .flatMap(e -> e.day(Catalogue.ERASURE_RECEIPT.field("dropped_on")));
    }
}
