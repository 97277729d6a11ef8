package vn.banso.store.upkeep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.store.batches.Meta;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.files.BackupDistance;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.Opening;

/** Looking after a store: checking, backup, passphrase. */
public final class Upkeep {
    private final NodeContext in;
    private final NodeLock door;
    private final Runnable refold;
    /** One at a time; whoever works with the node waits for none. */
    private final NodeLock backups = new NodeLock();

    /** @param refold folds the whole register anew from the ledger */
    public Upkeep(NodeContext in, NodeLock door, Runnable refold) {
        this.in = in;
        this.door = door;
        this.refold = refold;
    }

    /**
     * Looks the file, the chains and the fold through. Takes about as long as importing everything again. Entries that do not
     * say what a sound ledger says are folded anew: the register is only ever what the ledger folds to.
     */
    public Checkup check() {
        Checkup found = inFile().with(inMemory());
        return !found.isMendable() ? found : door.alone(() -> {
            // With everybody waiting: what is read while others write could not be folded anew, and mostly nothing is wrong.
            refold.run();
            return new Checking(in).look().with(inMemory()).afterMending(found.wrongEntries());
        });
    }

    /** Looks at what was durable when it began, over a connection of its own: nobody waits, and what is written meanwhile is not seen. */
    private Checkup inFile() {
        NodeContext snapshot = door.alone(in::snapshot);
        try {
            return new Checking(snapshot).look();
        } finally {
            snapshot.db.close();
        }
    }

    /** How many rows of the register do not say what the entries say; commune by commune, and others may use the node in between. */
    private long inMemory() {
        return door.alone(in.projection::filled).stream().mapToLong(scope -> door.alone(() -> in.projection.compare(scope))).sum();
    }

    /**
     * A backup as one file, sealed like the node itself: it opens with the same passphrase. Three generations are kept beside
     * each other.
     *
     * @param folder made if it is not there; best on another disk
     * @return the newest: {@code banso-<date>-<8 digits of the device>-1.backup}
     * @throws StoreException FULL, READ_ONLY; the backups that were there stay as they are
     */
    public Path backup(Path folder) {
        return backups.alone(() -> Backups.make(in, folder));
    }

    /** What lies here, in numbers. */
    public Inventory inventory() {
        return door.alone(() -> {
            SortedMap<Integer, Long> entries = new TreeMap<>();
            in.db.sql("SELECT type, count(*) FROM entry GROUP BY type").each(row -> entries.put(row.whole(1), row.number(2)));
            return new Inventory(in.db.fresh("SELECT sqlite_version()").first(row -> row.text(1)).orElse(""), in.files.bytes(),
                    in.db.sql("SELECT count(*) FROM batch").number(), in.db.sql("SELECT count(*) FROM unvouched").number(), entries);
        });
    }

    /**
     * Puts a backup where no node is, to be opened with the passphrase it had. It goes on in a new incarnation, because nobody
     * knows what was sealed after the backup.
     *
     * @throws StoreException EXISTS, also where the vault of another device lies there, NOT_A_NODE, DAMAGED, NEWER, FULL, READ_ONLY
     */
    public static Restored restore(Path backup, Path dir) {
        return Backups.restore(backup, dir, Optional.empty());
    }

    /** @param earlier folder of the same device's register in whose stead this one is opened; it stays as it is */
    public static Restored restore(Path backup, Path dir, Path earlier) {
        return Backups.restore(backup, dir, Optional.of(earlier).filter(e -> Files.exists(e.resolve("node.db"))));
    }

    /** That this node was restored, until somebody knows of it. */
    public Optional<Restored> restored() {
        return door.alone(() -> RestoredNote.read(in.meta));
    }

    /** Whoever works here knows that it was restored. */
    public void knowsOfRestoring() {
        door.alone(() -> in.db.write(() -> {
            RestoredNote.KEYS.forEach(in.meta::drop);
            return true;
        }));
    }

    /** That this node was recovered from a damaged store, until somebody knows of it. */
    public Optional<Recovered> recovered() {
        return door.alone(() -> Recovered.read(in.meta));
    }

    /** Whoever works here knows what was recovered and what was not. */
    public void knowsOfRecovery() {
        door.enter(() -> in.meta.drop(Meta.RECOVERED));
    }

    /** How many times an officer has helped to open this node, as far as whoever works here has said to know. */
    public long helpKnown() {
        return door.alone(() -> in.meta.number(Meta.HELP_KNOWN).orElse(0L));
    }

    /** Whoever works here knows of so many times. */
    public void knowsOfHelp(long times) {
        door.enter(() -> in.db.commit(() -> in.meta.put(Meta.HELP_KNOWN, times)));
    }

    /** The public key of the officer who can help where the passphrase is forgotten; empty where nobody can. */
    public Optional<byte[]> recoveryKey() {
        return door.alone(() -> Opening.recoveryKey(in));
    }

    /**
     * From now on this officer can help where the passphrase is forgotten, and no earlier one.
     *
     * @param recoveryKey public X25519 key of the officer
     */
    public void withRecovery(byte[] recoveryKey) {
        door.enter(() -> Opening.withRecovery(in, recoveryKey));
    }

    /** How near to this node's own files a folder lies: what is lost with them is no backup. */
    public BackupDistance nearness(Path folder) {
        return Backups.nearness(in.files.dir(), folder);
    }

    /**
     * A new passphrase for the vault; nothing else is written anew.
     *
     * @throws StoreException WRONG_PASSPHRASE
     */
    public void changePassphrase(char[] passphrase, char[] newPassphrase) {
        door.enter(() -> Opening.rewrap(in, passphrase, newPassphrase));
    }
}
