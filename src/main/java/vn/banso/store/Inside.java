package vn.banso.store;

import java.time.Clock;
import java.util.List;
import vn.banso.ledger.DeviceId;
import vn.banso.register.AddedChoices;
import vn.banso.register.ScopeId;
import vn.banso.trust.BatchSealer;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Keyring;
import vn.banso.trust.RunSealer;
import vn.banso.trust.Vault;

/** What the verbs of one unlocked node share. All of it belongs to whoever holds the node's lock. */
final class Inside {
    final NodeFiles files;
    final NodeOptions options;
    final Db db;
    final Vault.Unlocked vault;
    final DeviceKeys device;
    final AtRest atRest;
    final Meta meta;
    final RegisterTables tables;
    final Projection projection;
    final SearchIndex index = new SearchIndex();
    final Aliases aliases;
    final Roll roll;
    final EntryRows entries;
    final Reached reached;
    final OwnChanges own;
    final FeedEnds ends;
    final SqlShelf shelf;
    final Kept kept;
    final Keyring keys = new Keyring();
    final BatchSealer sealer = new BatchSealer(keys);
    final RunSealer runs = new RunSealer(keys);
    final Ahead opener = new Ahead(sealer);
    /** Opens what is kept and what comes alike. */
    final StoredOpener stored;

    Inside(NodeFiles files, NodeOptions options, Db db, Vault.Unlocked vault) {
        this.files = files;
        this.options = options;
        this.db = db;
        this.vault = vault;
        this.device = vault.device();
        this.atRest = new AtRest(vault.rows());
        this.meta = new Meta(db);
        this.tables = new RegisterTables(db);
        this.projection = new Projection(db, atRest, tables);
        this.aliases = new Aliases(db);
        this.roll = new Roll(db, tables, index, aliases, options.clock());
        aliases.whenMoved(roll::reread);
        this.entries = new EntryRows(db, atRest, projection, index, aliases, roll);
        this.reached = new Reached(db);
        this.ends = new FeedEnds(db);
        this.own = new OwnChanges(db, atRest, reached);
        this.stored = new StoredOpener(db, keys, opener, entries);
        this.kept = new Kept(db, options.quotas());
        this.shelf = new SqlShelf(db, atRest, entries, own, ends, reached, device.id());
    }

    /** The same store as it stands now, over a connection of its own that sees nothing of what comes later. Whoever asked closes it. */
    Inside snapshot() {
        Db another = Db.open(files.database());
        Inside snapshot = new Inside(files, options, another, vault);
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
