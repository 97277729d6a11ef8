package vn.banso.store.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.banso.ledger.merge.Intake;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.FeedTips;
import vn.banso.store.batches.Meta;
import vn.banso.store.batches.Receipts;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.Province;
import vn.banso.store.node.TrustState;
import vn.banso.store.node.Unvouched;
import vn.banso.trust.crypto.ScopeKey;

/** The works of an open node's ledger, put together once; its verbs, and those of people, are made with them. */
public final class LedgerWorks {
    public final NodeContext in;
    public final TrustState trusted;
    public final Sealing sealing;
    public final Erasing erasing;
    public final ReceiptDesk receiptDesk;
    final FeedTips tips;
    final Receipts receipts;
    final BatchImport taking;
    private final Intake intake;

    public LedgerWorks(NodeContext in) {
        this.in = in;
        this.intake = new Intake(in.shelf, in.stored);
        this.tips = new FeedTips(in.db, in.ends);
        this.trusted = new TrustState(in, intake, this::letIn);
        this.receipts = new Receipts(in.db, in.device, in.meta);
        this.sealing = new Sealing(in, intake, trusted, new FeedClosing(in, receipts));
        this.erasing = new Erasing(in, intake, trusted);
        this.taking = new BatchImport(in, intake, trusted, erasing);
        this.receiptDesk = new ReceiptDesk(in, trusted, receipts, tips);
        upgrade();
    }

    /** Judges again what a newer program may understand. */
    private void upgrade() {
        long now = Catalogue.SCHEMA;
        if (in.meta.number(Meta.SCHEMA).filter(s -> s == now).isPresent()) {
            return;
        }
        in.db.commit(() -> {
            in.shelf.scopes().forEach(scope -> intake.reconsider(scope, trusted.grants()));
            in.meta.put(Meta.SCHEMA, now);
        });
    }

    /** The node belongs to that province from now on; batches that waited for it are judged again. */
    public void join(Province province, Collection<ScopeKey> keys) {
        in.door.enter(() -> {
            trusted.join(province, keys);
            changed();
        });
    }

    /** The whole register anew from the ledger, in one transaction. */
    public void refold() {
        in.db.commit(() -> {
            Set<ScopeId> scopes = new HashSet<>(in.shelf.scopes());
            scopes.addAll(in.own.scopes());
            scopes.forEach(scope -> intake.refold(scope, trusted.grants()));
            trusted.settle();
        });
        changed();
    }

    /** Batches have come or moved, or whom we trust has changed. */
    public void changed() {
        tips.changed();
    }

    private void letIn(List<Unvouched.Waiting> batches) {
        if (!batches.isEmpty()) {
            changed();
            batches.stream().filter(Unvouched.Waiting::handed).forEach(w -> receiptDesk.markHandedOver(List.of(w.batch())));
        }
    }
}
