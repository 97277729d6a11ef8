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
import vn.banso.store.engine.NodeLock;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.ledger.Ledger;
import vn.banso.store.ledger.LedgerWorks;
import vn.banso.store.lists.Attention;
import vn.banso.store.lists.AttentionList;
import vn.banso.store.lists.DuplicateFinder;
import vn.banso.store.lists.EntryNames;
import vn.banso.store.lists.HouseholdList;
import vn.banso.store.lists.Visits;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.Opening;
import vn.banso.store.node.Province;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.upkeep.StoreRecovery;
import vn.banso.store.upkeep.Upkeep;
import vn.banso.store.writing.Acts;
import vn.banso.store.writing.BackLinks;
import vn.banso.store.writing.Drafts;
import vn.banso.store.writing.EntryReader;
import vn.banso.store.writing.HistoryItem;
import vn.banso.store.writing.SaveResult;
import vn.banso.store.writing.Saving;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Grants;

/**
 * One unlocked installation: the one door to its data. Safe for several threads, which come in one by one; whatever a verb
 * acknowledges by returning is durable. All verbs throw {@link vn.banso.store.files.StoreException} where the disk does not let them.
 */
public final class Node implements AutoCloseable {
    private final NodeContext in;
    private final NodeLock door;
    private final LedgerWorks works;
    private final Ledger ledger;
    private final Saving saving;
    private final Acts acts;
    private final Drafts drafts;
    private final EntryReader reading;
    private final AttentionList attention;
    private final BackLinks linking;
    private final EntryNames names;
    private final Visits visits;
    private final HouseholdList households;
    private final Upkeep upkeep;
    private final FreshIds ids = new FreshIds(new SecureRandom());

    Node(NodeContext in) {
        this.in = in;
        this.door = in.door;
        this.works = new LedgerWorks(in);
        this.ledger = new Ledger(works);
        this.reading = new EntryReader(in);
        this.linking = new BackLinks(in);
        this.saving = new Saving(in, works.trusted, linking.around(reading, door));
        this.acts = new Acts(in, door, saving, works.erasing);
        this.drafts = new Drafts(in, door, saving, reading);
        DuplicateFinder duplicates = new DuplicateFinder(in);
        this.attention = new AttentionList(in, duplicates, works.trusted);
        this.names = new EntryNames(in);
        this.visits = new Visits(in, door);
        this.households = new HouseholdList(in, door, in::wakeIndex, works.receiptDesk.recordStates(), visits, duplicates);
        this.upkeep = new Upkeep(in, door, works::refold);
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
        Node node = Opening.guarded(Opening.open(dir, passphrase, options), Node::new);
        StoreRecovery.afterRestore(node.works, node.ledger, node.saving);
        return node;
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
        return ids.next();
    }

    /** Empty before the node has joined one. */
    public Optional<Province> province() {
        return door.alone(works.trusted::province);
    }

    /**
     * Belongs to that province from now on; batches that waited for it are judged again.
     *
     * @param keys of the governance scope, as the welcome brings them
     */
    public void join(Province province, Collection<ScopeKey> keys) {
        works.join(province, keys);
    }

    public Grants grants() {
        return door.alone(works.trusted::grants);
    }

    /** The scope keys this node was handed. */
    public Keyring keyring() {
        return in.keys;
    }

    /** What an exchange uses: batches, receipts, and how far the records have come. */
    public Ledger ledger() {
        return ledger;
    }

    // What people write.

    /** Makes all of it part of the register and durable. Only fields whose value becomes another are written. */
    public SaveResult save(List<Draft> list) {
        return door.write(() -> saving.save(list));
    }

    /** The same, and keeps the new scope keys that an officer's act brings, where it may be done, before anything is sealed under them. */
    public SaveResult save(Governance.Act act) {
        return door.write(() -> saving.govern(act));
    }

    /**
     * Writes in the name of a key that is not this node's, such as a province's root key: one batch or more of a feed of their own,
     * taken in here like any that came.
     *
     * @param incarnation names the feed; the next number of that feed is used
     */
    public List<Batch> writeAs(DeviceKeys author, long incarnation, ScopeId scope, Governance.Act act) {
        return door.alone(() -> {
            in.db.commit(() -> works.trusted.keep(act.keys()));
            List<Batch> batches = works.sealing.seal(author, incarnation, scope, saving.changesBy(author.id(), act.drafts()));
            ledger.take(batches);
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
        return names.of(scope, ids);
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

    /** Names found while they are typed. */
    public List<SearchIndex.Hit> search(String typed, int limit) {
        return names.search(typed, limit);
    }

    /**
     * SHA-256 over the canonical bytes of all entries, in the order of scope and id: equal on nodes that hold the same batches.
     *
     * @param scope empty for all communes; governance counts only where it is asked for
     */
    public Hash digest(Optional<ScopeId> scope) {
        return door.read(in.db, () -> reading.digest(scope, works.trusted.governance()));
    }

    public List<Attention> attention() {
        attention.prepare(door);
        return door.alone(() -> attention.gather(works.sealing::isOpen));
    }

    /** Checking, backup and passphrase. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** What the queries of this room are asked of; other rooms do not see it. */
    public NodeContext context() {
        return in;
    }

    /** The same of the ledger. */
    LedgerWorks works() {
        return works;
    }

    @Override
    public void close() {
        door.enter(in::close);
    }
}
