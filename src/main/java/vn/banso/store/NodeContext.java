package vn.banso.store;

import java.time.Clock;
import java.util.List;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.catalogue.AddedChoices;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.RunSealer;
import vn.banso.trust.vault.Vault;

/** What the verbs of one unlocked node share. All of it belongs to whoever holds the node's lock. */
final class NodeContext {
    final NodeFiles files;
    final NodeOptions options;
    final Db db;
    final Vault.Unlocked vault;
    final DeviceKeys device;
    final RowSealing atRest;
    final Meta meta;
    final RegisterTables tables;
    final Projection projection;
    final SearchIndex index = new SearchIndex();
    final Aliases aliases;
    final Roll roll;
    final EntryRows entries;
    final RecordLevels reached;
    final PendingChanges own;
    final FeedEnds ends;
    final SqlShelf shelf;
    final KeptQuota kept;
    final Keyring keys = new Keyring();
    final BatchSealer sealer = new BatchSealer(keys);
    final RunSealer runs = new RunSealer(keys);
    final Ahead opener = new Ahead(sealer);
    /** Opens what is kept and what comes alike. */
    final StoredOpener stored;

    NodeContext(NodeFiles files, NodeOptions options, Db db, Vault.Unlocked vault) {
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
    NodeContext snapshot() {
        Db another = Db.open(files.database());
        NodeContext snapshot = new NodeContext(files, options, another, vault);
        snapshot.keys.addAll(keys.all());
        meta.number(Meta.GOVERNANCE).map(ScopeId::new).ifPresent(snapshot.keys::governedBy);
        another.exec("BEGIN");
        another.fresh("SELECT count(*) FROM meta").number();
        return snapshot;
    }

    void close() {
        AddedChoices.hold(entries, List.of());
        db.close();
        files.close();
    }

    Clock clock() {
        return options.clock();
    }

    DeviceId self() {
        return device.id();
    }

    long incarnation() {
        return meta.number(Meta.INCARNATION).orElseThrow();
    }
}
