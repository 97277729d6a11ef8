package vn.banso.store.batches;

import java.security.SecureRandom;
import java.util.Optional;
import vn.banso.store.engine.Db;

/** The few things a node knows of itself: its incarnation, its province, its counters. */
public final class Meta {
    public static final String INCARNATION = "incarnation";
    /** The last batch this installation sealed, as the canary outside the store must say too. */
    public static final String LAST_SEALED = "last_sealed";
    public static final String ROOT_KEY = "root_key";
    public static final String GOVERNANCE = "governance";
    public static final String PROVINCE = "province";
    public static final String PROVINCE_LIST = "province_list";
    public static final String RECEIVER = "receiver";
    /** The catalogue version by which batches were last judged. */
    public static final String SCHEMA = "schema";
    /** In a backup only: the vault, as sealed by the passphrase as it ever is. */
    public static final String VAULT = "vault";

    /** In a recovered node, until somebody says that they know: {@link vn.banso.store.upkeep.Recovered}. */
    public static final String RECOVERED = "recovered";

    /** In a backup: when it was made, by the clock of its machine. */
    public static final String BACKUP_MADE = "backup_made";
    /** In a restored node, until somebody says that they know: when its backup was made, and what the store before it held. */
    public static final String RESTORED_MADE = "restored_made";
    public static final String RESTORED_EARLIER = "restored_earlier";
    public static final String RESTORED_ENTRIES = "restored_entries";
    public static final String RESTORED_DRAFTS = "restored_drafts";
    /** That what the store before it still holds was taken over, or nothing of it can be. */
    public static final String RESTORED_TAKEN = "restored_taken";

    /** How many times an officer has helped to open this node, as far as whoever works here has said to know. */
    public static final String HELP_KNOWN = "help_known";

    /** Even: the odd one after it is that of the feeds that {@linkplain vn.banso.ledger.batch.FeedId#governs() govern}. */
    public static long freshIncarnation() {
        return new SecureRandom().nextLong() & ~1L;
    }

    private final Db db;

    public Meta(Db db) {
        this.db = db;
    }

    public Optional<Long> number(String key) {
        return db.sql("SELECT value FROM meta WHERE key = ?").put(key).first(row -> row.number(1));
    }

    public Optional<String> text(String key) {
        return db.sql("SELECT value FROM meta WHERE key = ?").put(key).first(row -> row.text(1));
    }

    public Optional<byte[]> bytes(String key) {
        return db.sql("SELECT value FROM meta WHERE key = ?").put(key).first(row -> row.bytes(1));
    }

    public void drop(String key) {
        db.sql("DELETE FROM meta WHERE key = ?").put(key).run();
    }

    public void put(String key, long value) {
        db.sql("REPLACE INTO meta VALUES (?, ?)").put(key).put(value).run();
    }

    public void put(String key, String value) {
        db.sql("REPLACE INTO meta VALUES (?, ?)").put(key).put(value).run();
    }

    public void put(String key, byte[] value) {
        db.sql("REPLACE INTO meta VALUES (?, ?)").put(key).put(value).run();
    }
}
