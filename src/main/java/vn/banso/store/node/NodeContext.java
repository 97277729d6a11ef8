package vn.banso.store.node;

import java.time.Clock;
import java.util.List;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.catalogue.AddedChoices;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Ahead;
import vn.banso.store.batches.FeedEnds;
import vn.banso.store.batches.KeptQuota;
import vn.banso.store.batches.Meta;
import vn.banso.store.batches.PendingChanges;
import vn.banso.store.batches.RecordLevels;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.batches.StoredOpener;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.engine.RowSealing;
import vn.banso.store.files.NodeFiles;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.projection.EntryRows;
import vn.banso.store.projection.Projection;
import vn.banso.store.search.Roll;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.tables.Aliases;
import vn.banso.store.tables.RegisterTables;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.RunSealer;
import vn.banso.trust.vault.Vault;

/** What the verbs of one unlocked node share. All of it belongs to whoever holds the node's lock. */
public final class NodeContext {
    public final NodeLock door = new NodeLock();
    public final NodeFiles files;
    public final NodeOptions options;
    public final Db db;
    final Vault.Unlocked vault;
    public final DeviceKeys device;
    public final RowSealing atRest;
    public final Meta meta;
    public final RegisterTables tables;
    public final Projection projection;
    public final SearchIndex index = new SearchIndex();
    public final Aliases aliases;
    public final Roll roll;
    public final EntryRows entries;
    public final RecordLevels reached;
    public final PendingChanges own;
    public final FeedEnds ends;
    public final SqlShelf shelf;
    public final KeptQuota kept;
    public final Keyring keys = new Keyring();
    public final BatchSealer sealer = new BatchSealer(keys);
    public final RunSealer runs = new RunSealer(keys);
    public final Ahead opener = new Ahead(sealer);
    /** Opens what is kept and what comes alike. */
    public final StoredOpener stored;

    public NodeContext(NodeFiles files, NodeOptions options, Db db, Vault.Unlocked vault) {
        this.files = files;
        this.options = options;
        this.db = db;
        this.vault = vault;
        this.device = vault.device();
        this.atRest = new RowSealing(vault.rows());
        this.meta = new Meta(db);
        this.tables = new RegisterTables(db);
        this.projection = new Projection(db, atRest, tables);
        this.aliases = new Aliases(db);
        this.roll = new Roll(db, tables, index, aliases, options.clock());
        aliases.whenMoved(roll::reread);
        this.entries = new EntryRows(db, atRest, projection, index, aliases, roll);
        this.reached = new RecordLevels(db);
        this.ends = new FeedEnds(db);
        this.own = new PendingChanges(db, atRest, reached);
        this.stored = new StoredOpener(db, keys, opener, entries);
        this.kept = new KeptQuota(db, options.quotas());
        this.shelf = new SqlShelf(db, atRest, entries, own, ends, reached, device.id());
    }

    /** The same store as it stands now, over a connection of its own that sees nothing of what comes later. Whoever asked closes it. */
    public NodeContext snapshot() {
        Db another = Db.open(files.database());
        NodeContext snapshot = new NodeContext(files, options, another, vault);
        snapshot.keys.addAll(keys.all());
        meta.number(Meta.GOVERNANCE).map(ScopeId::new).ifPresent(snapshot.keys::governedBy);
        another.exec("BEGIN");
        another.fresh("SELECT count(*) FROM meta").number();
        return snapshot;
    }

    public void close() {
        AddedChoices.hold(entries, List.of());
        db.close();
        files.close();
    }

    /** Reads all names into the search index, where nobody has searched yet. */
    public void wakeIndex() {
        if (!index.isAwake()) {
            index.fill(db);
        }
    }

    public Clock clock() {
        return options.clock();
    }

    public DeviceId self() {
        return device.id();
    }

    public long incarnation() {
        return meta.number(Meta.INCARNATION).orElseThrow();
    }
}
