package vn.banso.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import vn.banso.ledger.Batch;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.EntryState;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Have;
import vn.banso.ledger.Intake;
import vn.banso.ledger.Receipt;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.FreshIds;
import vn.banso.register.ScopeId;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Governance;
import vn.banso.trust.Grants;
import vn.banso.trust.Keyring;
import vn.banso.trust.ScopeKey;

/**
 * One unlocked installation: the one door to its data. Safe for several threads, which come in one by one; whatever a verb
 * acknowledges by returning is durable. All verbs throw {@link StoreException} where the disk does not let them.
 */
public final class Node implements AutoCloseable {
    private final ReentrantLock door = new ReentrantLock();
    private final Inside in;
    private final Intake intake;
    private final Trusted trusted;
    private final Receipts receipts;
    private final Holdings holdings;
    private final Saving saving;
    private final Acts acts;
    private final Sealing sealing;
    private final Taking taking;
    private final Reading reading;
    private final FreshIds ids = new FreshIds(new SecureRandom());

    private Node(Inside in) {
        this.in = in;
        this.intake = new Intake(in.shelf, in.opener);
        this.trusted = new Trusted(in, intake);
        this.receipts = new Receipts(in.db, in.device, in.meta);
        this.holdings = new Holdings(in.db, receipts);
        this.saving = new Saving(in, trusted);
        this.acts = new Acts(in, saving);
        this.sealing = new Sealing(in, intake, trusted);
        this.taking = new Taking(in, intake, trusted);
        this.reading = new Reading(in);
        Opening.upgrade(in, intake, trusted);
        Opening.fillIndex(in);
    }

    /**
     * Makes a node that belongs to nobody yet: a device with fresh keys, until it {@linkplain #join joins}.
     *
     * @param dir made if it is not there
     * @param passphrase wiped by the caller
     * @throws StoreException EXISTS, IN_USE, READ_ONLY, FULL
     */
    public static Node create(Path dir, char[] passphrase, NodeOptions options) {
        return new Node(Opening.create(dir, passphrase, options));
    }

    /**
     * Unlocks a node. A copy, or a node restored or moved, is noticed and goes on in a new incarnation.
     *
     * @throws StoreException NOT_A_NODE, IN_USE, WRONG_PASSPHRASE, NEWER, READ_ONLY, FULL; DAMAGED, and then the database was
     *     set aside in the same folder, as {@code node.db.damaged-1} or the next free number
     */
    public static Node open(Path dir, char[] passphrase, NodeOptions options) {
        return new Node(Opening.open(dir, passphrase, options));
    }

    private <T> T alone(Supplier<T> work) {
        door.lock();
        try {
            return work.get();
        } finally {
            door.unlock();
        }
    }

    // Who it is.

    public DeviceKeys device() {
        return in.device;
    }

    public DeviceId id() {
        return in.self();
    }

    public long incarnation() {
        return alone(in::incarnation);
    }

    /** A new entry id. */
    public EntryId freshId() {
        return alone(ids::next);
    }

    /** Empty before the node has joined one. */
    public Optional<Province> province() {
        return alone(trusted::province);
    }

    /**
     * Belongs to that province from now on; batches that waited for it are judged again.
     *
     * @param keys of the governance scope, as the welcome brings them
     */
    public void join(Province province, Collection<ScopeKey> keys) {
        alone(() -> {
            trusted.join(province, keys);
            holdings.changed();
            return Optional.empty();
        });
    }

    public Grants grants() {
        return alone(trusted::grants);
    }

    /** The scope keys this node was handed. */
    public Keyring keyring() {
        return in.keys;
    }

    // What people write.

    /** Makes all of it part of the register and durable. Only fields whose value becomes another are written. */
    public SaveResult save(List<Draft> drafts) {
        return alone(() -> saving.save(drafts));
    }

    /** The same, and keeps the new scope keys that an officer's act brings, before anything is sealed under them. */
    public SaveResult save(Governance.Act act) {
        return alone(() -> in.db.write(() -> {
            trusted.keep(act.keys());
            return saving.save(act.drafts());
        }));
    }

    /**
     * Writes in the name of a key that is not this node's, such as a province's root key: one batch or more of a feed of their own,
     * taken in here like any that came.
     *
     * @param incarnation names the feed; the next number of that feed is used
     */
    public List<Batch> writeAs(DeviceKeys author, long incarnation, ScopeId scope, Governance.Act act) {
        return alone(() -> {
            in.db.commit(() -> trusted.keep(act.keys()));
            List<Batch> batches = sealing.seal(author, incarnation, scope, saving.changesBy(author.id(), act.drafts()));
            take(batches);
            return batches;
        });
    }

    /** Deleting, merging, moving, erasing and deciding. */
    public Acts acts() {
        return acts;
    }

    /**
     * Seals what waits: a batch or more per commune. What this node has no key for, or may not write, stays as it is, part of its
     * own register.
     */
    public List<Batch> seal() {
        return alone(() -> {
            List<Batch> batches = in.db.write(sealing::seal);
            if (!batches.isEmpty()) {
                holdings.changed();
                Opening.note(in);
            }
            return batches;
        });
    }

    // What is there.

    public Optional<Entry> entry(ScopeId scope, EntryId id) {
        return alone(() -> reading.entry(scope, id));
    }

    public Optional<EntryState> state(ScopeId scope, EntryId id) {
        return alone(() -> in.entries.state(scope, id));
    }

    /**
     * The live entries of a type in the order of their ids.
     *
     * @param after the last one of the page before
     */
    public List<Entry> entries(EntryType type, ScopeId scope, Optional<EntryId> after, int limit) {
        return alone(() -> reading.entries(type, scope, after, limit));
    }

    /** All live entries of a type in a commune: for short lists such as villages. */
    public List<Entry> entries(EntryType type, ScopeId scope) {
        return entries(type, scope, Optional.empty(), Integer.MAX_VALUE);
    }

    public List<SearchIndex.Hit> search(String typed, int limit) {
        return in.index.search(typed, limit);
    }

    /**
     * SHA-256 over the canonical bytes of all entries, in the order of scope and id: equal on nodes that hold the same batches.
     *
     * @param scope empty for all communes; governance counts only where it is asked for
     */
    public Hash digest(Optional<ScopeId> scope) {
        return alone(() -> reading.digest(scope, trusted.governance()));
    }

    // The exchange.

    /** Takes batches in; safe to repeat with any of them, in any order. */
    public Taken take(List<Batch> batches) {
        return alone(() -> {
            long incarnation = in.incarnation();
            Taken taken = taking.take(batches);
            if (in.incarnation() != incarnation) {
                Opening.note(in);
            }
            holdings.changed();
            return taken;
        });
    }

    /** All scopes of which something is held. */
    public List<ScopeId> scopes() {
        return alone(holdings::scopes);
    }

    public Have have(ScopeId scope) {
        return alone(() -> holdings.have(scope));
    }

    public Optional<Batch> batch(Hash hash) {
        return alone(() -> in.shelf.get(hash));
    }

    /** What to send to somebody who holds that, each batch after the one it follows. */
    public List<Batch> batchesLacking(Have theirs) {
        return batchesLacking(theirs, Long.MAX_VALUE);
    }

    /** The same, the first of them only: as many as fit into that many bytes, but at least one. */
    public List<Batch> batchesLacking(Have theirs, long maxBytes) {
        return alone(() -> holdings.load(holdings.lacking(theirs), maxBytes, hash -> in.shelf.get(hash).orElseThrow()));
    }

    /** How many batches {@link #batchesLacking} would be in all. */
    public int countLacking(Have theirs) {
        return alone(() -> holdings.lacking(theirs).size());
    }

    @Override
    public void close() {
        alone(() -> {
            in.db.close();
            in.files.close();
            return Optional.empty();
        });
    }
}
