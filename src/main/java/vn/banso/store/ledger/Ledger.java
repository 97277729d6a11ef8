package vn.banso.store.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.FeedTips;
import vn.banso.store.batches.ImportCounts;
import vn.banso.store.batches.Receipts;
import vn.banso.store.batches.RecordState;
import vn.banso.store.engine.GroupCommit;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.Opening;
import vn.banso.store.node.Province;
import vn.banso.store.node.TrustState;
import vn.banso.trust.crypto.Redactions;
import vn.banso.trust.crypto.RunSealer;
import vn.banso.trust.crypto.ScopeKey;

/** The ledger of a node, as an exchange uses it: batches, have-lists, receipts, and how far the records have come. */
public final class Ledger {
    /** What a laptop brings of a few days, in bytes; such works of several callers become durable together. */
    private static final long LITTLE = 16 << 10;

    private final LedgerWorks works;
    private final NodeContext in;
    private final NodeLock door;
    private final TrustState trusted;
    private final FeedTips holdings;
    private final Receipts receipts;
    private final ReceiptDesk acknowledging;
    private final GroupCommit together;
    private final Confirmations confirmations;

    public Ledger(LedgerWorks works) {
        this.works = works;
        this.in = works.in;
        this.door = in.door;
        this.trusted = works.trusted;
        this.holdings = works.tips;
        this.receipts = works.receipts;
        this.acknowledging = works.receiptDesk;
        this.together = new GroupCommit(door, in.db);
        this.confirmations = new Confirmations(door, receipts, acknowledging, this::standing);
    }

    /**
     * Seals what waits: a batch or more per commune. What this node has no key for, or may not write, stays as it is, part of its
     * own register.
     */
    public List<Batch> seal() {
        return seal(_ -> true);
    }

    /**
     * The same, batch by batch: each is durable by itself, and others may use the node in between.
     *
     * @param goOn told after every batch how many changes wait yet; what waits when it says no is sealed another time
     */
    public List<Batch> seal(LongPredicate goOn) {
        List<Batch> all = new ArrayList<>();
        Optional<Batch> next = sealNext();
        while (next.isPresent()) {
            all.add(next.get());
            next = goOn.test(unsealed()) ? sealNext() : Optional.empty();
        }
        return all;
    }

    private Optional<Batch> sealNext() {
        return door.alone(() -> {
            Optional<Batch> sealed = in.db.write(works.sealing::next);
            sealed.ifPresent(batch -> {
                changed(List.of(batch));
                Opening.note(in);
            });
            return sealed;
        });
    }

    /** How many changes wait that {@link #seal} can make batches of. */
    public long unsealed() {
        return door.alone(works.sealing::waiting);
    }

    /** Takes in batches that somebody here brings by hand; safe to repeat with any of them, in any order. */
    public ImportCounts take(List<Batch> batches) {
        return take(batches, Optional.of(in.self()));
    }

    /**
     * The same of batches that came from elsewhere.
     *
     * @param from who brings them, as far as that is proven. What nobody here vouches for is kept in its name, in a small
     *     {@linkplain vn.banso.store.files.Quotas quota}, or not at all
     */
    public ImportCounts take(List<Batch> batches, Optional<DeviceId> from) {
        if (batches.isEmpty()) {
            return ImportCounts.NOTHING;
        }
        long bytes = batches.stream().mapToLong(b -> b.body().length).sum();
        if (bytes > LITTLE) {
            return door.alone(() -> taken(batches, from));
        }
        List<Batch> vouched = door.alone(() -> batches.stream().filter(b -> trusted.isVouchedFor(b.header().author(), b.header().scope())).toList());
        vouched.forEach(in.opener::look);
        try {
            return together.write(() -> taken(batches, from));
        } finally {
            vouched.forEach(in.opener::forget);
        }
    }

    private ImportCounts taken(List<Batch> batches, Optional<DeviceId> from) {
        long incarnation = in.incarnation();
        ImportCounts taken = works.taking.take(batches, from);
        if (in.incarnation() != incarnation) {
            in.db.afterCommit(() -> Opening.note(in));
        }
        changed(batches);
        return taken;
    }

    private void changed(List<Batch> batches) {
        batches.stream().map(b -> b.header().scope()).distinct().forEach(holdings::changed);
        // Who stands at the door together may have looked at what is not going to be there.
        in.db.afterRollback(holdings::changed);
    }

    /** Takes an officer's redaction in; false where it is not good, not permitted, or nothing new. */
    public boolean take(RedactionFrame redaction) {
        return door.alone(() -> {
            boolean taken = in.db.write(() -> works.erasing.take(redaction));
            holdings.changed();
            return taken;
        });
    }

    /** What to send in place of a batch whose body was redacted. */
    public Optional<RedactionFrame> redaction(Hash batch) {
        return door.alone(() -> in.stored.redaction(batch));
    }

    /** The communes this node works for: those it has the key of. Governance, which every node has, is none. */
    public List<ScopeId> communes() {
        Optional<ScopeId> governance = door.alone(trusted::province).map(Province::governance);
        return in.keys.all().stream().map(ScopeKey::scope).distinct().filter(s -> governance.filter(s::equals).isEmpty()).sorted().toList();
    }

    /** All scopes of which something is held. */
    public List<ScopeId> scopes() {
        return door.alone(holdings::scopes);
    }

    public Have have(ScopeId scope) {
        return door.alone(() -> holdings.have(scope, standing(scope).filter(receipts::isSound).map(Receipt.Head::mark).toList(),
                works.erasing.standing(scope).stream().map(Redactions::mark).toList()).without(works.erasing.lacking(scope)));
    }

    /** Whether the batch and all before it in its feed are held. */
    public boolean isPlaced(Hash batch) {
        return door.alone(() -> in.shelf.standing(batch).filter(BatchStatus::placed).isPresent());
    }

    /** Where a batch stands; empty where it is not held. */
    public Optional<BatchPlace> place(Hash batch) {
        return door.alone(() -> in.db.sql("SELECT standing, reason FROM batch WHERE hash = ?").put(batch.bytes())
                .first(row -> new BatchPlace(BatchStatus.valueOf(row.text(1)), Reason.of(row.whole(2))))
                .or(() -> in.db.sql("SELECT 1 FROM unvouched WHERE hash = ?").put(batch.bytes())
                        .first(_ -> new BatchPlace(BatchStatus.WAITING_GRANT, Optional.empty()))));
    }

    /** Lays batches out together for somebody who has their key, and takes such runs apart; nobody else waits meanwhile. */
    public RunSealer runs() {
        return in.runs;
    }

    public Optional<Batch> batch(Hash hash) {
        return door.alone(() -> in.shelf.get(hash));
    }

    /** What to send to somebody who holds that, each batch after the one it follows. */
    public List<Batch> batchesLacking(Have theirs) {
        return batchesLacking(theirs, Long.MAX_VALUE);
    }

    /** The same, the first of them only: as many as fit into that many bytes, but at least one. */
    public List<Batch> batchesLacking(Have theirs, long maxBytes) {
        return batchesLacking(theirs, maxBytes, Set.of());
    }

    /** @param except what need not be thought of again */
    public List<Batch> batchesLacking(Have theirs, long maxBytes, Set<Hash> except) {
        return door.alone(() -> holdings.load(holdings.lacking(theirs.scope(), theirs.tips()), maxBytes, except));
    }

    /** What somebody who holds that may be able to place, though this node cannot: batches before which others are missing here. */
    public List<Batch> batchesWithGaps(Have theirs, long maxBytes, Set<Hash> except) {
        return door.alone(() -> holdings.load(holdings.gapped(theirs.scope(), theirs.tips()), maxBytes, except));
    }

    /**
     * What to send where nobody says what is lacking: all that a node has signed no receipt for.
     *
     * @param node empty for a file, which goes from a laptop to its commune and from a commune to the province
     */
    public List<Batch> batchesWithoutReceipt(Optional<DeviceId> node, long maxBytes) {
        return batchesWithoutReceipt(node, maxBytes, Set.of());
    }

    /** @param except what need not be thought of again */
    public List<Batch> batchesWithoutReceipt(Optional<DeviceId> node, long maxBytes, Set<Hash> except) {
        return door.alone(() -> holdings.load(acknowledging.withoutReceipt(node), maxBytes, except));
    }

    /** This machine has given these batches to somebody: no proof that they arrived. {@code name} is what people call the stick or the receiver. */
    public void markHandedOver(List<Batch> batches, String name) {
        door.enter(() -> acknowledging.markHandedOver(batches, name));
    }

    /** Where every batch that was sealed here lies, and what waits here to be sealed: commune by commune, the newest first. */
    public List<Whereabouts> whereabouts() {
        return door.alone(acknowledging::whereabouts);
    }

    /** This node's signed statement of what it holds of a scope; empty where its role is no officer's there. */
    public Optional<Receipt.Signed> receipt(ScopeId scope) {
        return together.write(() -> acknowledging.sign(scope));
    }

    /** Keeps a whole receipt of another node; false where it is not good, not an officer's, or nothing new. */
    public boolean accept(Receipt.Signed receipt) {
        return confirmations.accept(receipt.whole());
    }

    /** The newest receipts held of all nodes and incarnations that count. */
    public List<Receipt.Signed> receiptsFor(ScopeId scope) {
        return door.alone(() -> standing(scope).map(receipts::whole).toList());
    }

    /** What is passed on of receipts, and of what was set aside. */
    public Confirmations confirmations() {
        return confirmations;
    }

    /** The redactions that stand in the place of a scope's batches, to be passed on. */
    public List<RedactionFrame> redactionsFor(ScopeId scope) {
        return door.alone(() -> works.erasing.standing(scope));
    }

    private Stream<Receipt.Head> standing(ScopeId scope) {
        return receipts.heads(scope).stream().filter(head -> trusted.grants().isLive(head.node(), scope));
    }

    /** How many records stand in each state, governance left out; never ahead of signed receipts. */
    public Map<RecordState, Long> states() {
        return door.alone(acknowledging::states);
    }

    /** How far one record has come; empty where there is none. */
    public Optional<RecordState> stateOf(ScopeId scope, EntryId id) {
        return door.alone(() -> acknowledging.state(scope, id));
    }

    /** The newest receipt of a commune or the province that came back. */
    public Optional<LastReceipt> lastReceipt() {
        return door.alone(acknowledging::last).stream().findFirst();
    }
}
