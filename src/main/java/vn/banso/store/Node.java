package vn.banso.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Surroundings;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Grants;

/**
 * One unlocked installation: the one door to its data. Safe for several threads, which come in one by one; whatever a verb
 * acknowledges by returning is durable. All verbs throw {@link StoreException} where the disk does not let them.
 */
public final class Node extends LedgerDoor implements AutoCloseable {
    private final Saving saving;
    private final Acts acts;
    private final Drafts drafts;
    private final EntryReader reading;
    private final AttentionList attention;
    private final BackLinks linking;
    private final DisplayNames callings;
    private final Visits visits;
    private final HouseholdList households;
    private final Upkeep upkeep;
    private final FreshIds ids = new FreshIds(new SecureRandom());

    Node(NodeContext in) {
        super(in);
        this.reading = new EntryReader(in);
        this.linking = new BackLinks(in);
        this.saving = new Saving(in, trusted, linking.around(reading, door));
        this.acts = new Acts(in, door, saving, erasing);
        this.drafts = new Drafts(in, door, saving, reading);
        DuplicateFinder duplicates = new DuplicateFinder(in);
        this.attention = new AttentionList(in, duplicates, trusted);
        this.callings = new DisplayNames(in.db);
        this.visits = new Visits(in, door);
        this.households = new HouseholdList(in, door, this::wakeIndex, recordStates(), visits, duplicates);
        this.upkeep = new Upkeep(in, door, this::refold);
    }

    /**
     * Makes a node that belongs to nobody yet: a device with fresh keys, until it {@linkplain #join joins}.
     *
     * @param dir made if it is not there
     * @param passphrase wiped by the caller
     * @throws StoreException EXISTS, IN_USE, READ_ONLY, FULL
     */
    public static Node create(Path dir, char[] passphrase, NodeOptions options) {
        return Opening.guarded(Opening.create(dir, passphrase, options), Node::new);
    }

    /**
     * Unlocks a node. A copy, or a node restored or moved, is noticed and goes on in a new incarnation.
     *
     * @throws StoreException NOT_A_NODE, IN_USE, WRONG_PASSPHRASE, NEWER, READ_ONLY, FULL; DAMAGED, and then the database was
     *     set aside in the same folder, as {@code node.db.damaged-1} or the next free number
     */
    public static Node open(Path dir, char[] passphrase, NodeOptions options) {
        return StoreRecovery.afterRestore(Opening.guarded(Opening.open(dir, passphrase, options), Node::new));
    }

    public Path dir() {
        return in.files.dir();
    }

    /** Where the user's settings and the log are, outside the store. */
    public Path home() {
        return in.options.home();
    }

    public DeviceKeys device() {
        return in.device;
    }

    public DeviceId id() {
        return in.self();
    }

    public long incarnation() {
        return door.alone(in::incarnation);
    }

    /** A new entry id, at once. */
    public EntryId freshId() {
        synchronized (ids) {
            return ids.next();
        }
    }

    /** Empty before the node has joined one. */
    public Optional<Province> province() {
        return door.alone(trusted::province);
    }

    /**
     * Belongs to that province from now on; batches that waited for it are judged again.
     *
     * @param keys of the governance scope, as the welcome brings them
     */
    public void join(Province province, Collection<ScopeKey> keys) {
        door.enter(() -> {
            trusted.join(province, keys);
            ledgerChanged();
        });
    }

    /**
     * From now on this officer can help where the passphrase is forgotten, and no earlier one.
     *
     * @param recoveryKey public X25519 key of the officer
     */
    public void withRecovery(byte[] recoveryKey) {
        door.enter(() -> Opening.withRecovery(in, recoveryKey));
    }

    public Grants grants() {
        return door.alone(trusted::grants);
    }

    /** The scope keys this node was handed. */
    public Keyring keyring() {
        return in.keys;
    }

    /** What an exchange uses: batches, receipts, and how far the records have come. */
    public LedgerDoor ledger() {
        return this;
    }

    // What people write.

    /** Makes all of it part of the register and durable. Only fields whose value becomes another are written. */
    public SaveResult save(List<Draft> list) {
        return door.write(() -> saving.save(list));
    }

    /** The same, and keeps the new scope keys that an officer's act brings, where it may be done, before anything is sealed under them. */
    public SaveResult save(Governance.Act act) {
        return door.write(() -> in.db.write(() -> {
            SaveResult result = saving.write(act.drafts());
            if (result.isSaved()) {
                trusted.keep(act.keys());
            }
            return result;
        }));
    }

    /**
     * Writes in the name of a key that is not this node's, such as a province's root key: one batch or more of a feed of their own,
     * taken in here like any that came.
     *
     * @param incarnation names the feed; the next number of that feed is used
     */
    public List<Batch> writeAs(DeviceKeys author, long incarnation, ScopeId scope, Governance.Act act) {
        return door.alone(() -> {
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

    /** Half-filled forms. */
    public Drafts drafts() {
        return drafts;
    }

    // What is there.

    /** Empty where there is none or all its values were erased. */
    public Optional<Entry> entry(ScopeId scope, EntryId id) {
        return door.alone(() -> reading.entry(scope, id));
    }

    public Optional<EntryState> state(ScopeId scope, EntryId id) {
        return door.alone(() -> in.entries.state(scope, id));
    }

    /** The entry that stands for this one after merges: itself, mostly. */
    public EntryId canonical(ScopeId scope, EntryId id) {
        return door.alone(() -> in.aliases.canonical(scope, id));
    }

    /** The live entries of a type in the order of their ids, those after the last one of the page before. */
    public List<Entry> entries(EntryType type, ScopeId scope, Optional<EntryId> after, int limit) {
        return door.read(in.db, () -> reading.entries(type, scope, after, limit));
    }

    /** All live entries of a type in a commune: for short lists such as villages. */
    public List<Entry> entries(EntryType type, ScopeId scope) {
        return entries(type, scope, Optional.empty(), Integer.MAX_VALUE);
    }

    /**
     * The live entries of a type that link to this one through that field, or to one that it stands for, in the order of their ids:
     * the members of a household, the sessions of a class.
     */
    public List<Entry> linking(EntryType type, String refField, ScopeId scope, EntryId id) {
        return door.alone(() -> linking.to(type, type.field(refField), scope, id));
    }

    /** What the rules about several entries look at. */
    public Surroundings around() {
        return linking.around(reading, door);
    }

    /** What people, members of teams and villages are called, and households by their heads; what has no name is left out. */
    public Map<EntryId, String> names(ScopeId scope, Collection<EntryId> ids) {
        return door.alone(() -> callings.names(scope, ids));
    }

    /** The households, to be listed. */
    public HouseholdList households() {
        return households;
    }

    /** The visits to make. */
    public Visits visits() {
        return visits;
    }

    /** What was ever done to an entry, in the order of the stamps, what does not count included. */
    public List<HistoryItem> history(ScopeId scope, EntryId id) {
        return door.alone(() -> reading.history(scope, id));
    }

    /**
     * Entries whose name, phone or address has words that begin like this, those with the marks that were typed before others. The first search of an open node
     * reads all names, about a second for 200,000 people.
     */
    public List<SearchIndex.Hit> search(String typed, int limit) {
        if (!in.index.isAwake()) {
            door.enter(this::wakeIndex);
        }
        List<SearchIndex.Hit> found = in.index.search(typed, Names.hasMarks(typed) ? Math.max(limit, DisplayNames.MOST_OPENED) : limit);
        return door.alone(() -> callings.exactFirst(typed, found, hit -> callings.all(hit.scope(), hit.id()))).stream().limit(limit).toList();
    }

    private void wakeIndex() {
        if (!in.index.isAwake()) {
            Opening.fillIndex(in);
        }
    }

    /**
     * SHA-256 over the canonical bytes of all entries, in the order of scope and id: equal on nodes that hold the same batches.
     *
     * @param scope empty for all communes; governance counts only where it is asked for
     */
    public Hash digest(Optional<ScopeId> scope) {
        return door.read(in.db, () -> reading.digest(scope, trusted.governance()));
    }

    public List<Attention> attention() {
        attention.prepare(door);
        return door.alone(() -> attention.gather(sealing::isOpen));
    }

    /** Checking, backup and passphrase. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** For queries over the views, in this room alone. */
    Db queries() {
        return in.db;
    }

    NodeLock door() {
        return door;
    }

    @Override
    public void close() {
        door.enter(in::close);
    }
}
