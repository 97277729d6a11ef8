package vn.banso.store;

import java.security.SecureRandom;
import java.util.Optional;

/** The few things a node knows of itself: its incarnation, its province, its counters. */
final class Meta {
    static final String INCARNATION = "incarnation";
    /** The last batch this installation sealed, as the canary outside the store must say too. */
    static final String LAST_SEALED = "last_sealed";
    static final String ROOT_KEY = "root_key";
    static final String GOVERNANCE = "governance";
    static final String PROVINCE = "province";
    static final String PROVINCE_LIST = "province_list";
    static final String RECEIVER = "receiver";
    /** The catalogue version by which batches were last judged. */
    static final String SCHEMA = "schema";
    /** In a backup only: the vault, as sealed by the passphrase as it ever is. */
    static final String VAULT = "vault";

    /** In a recovered node, until somebody says that they know: {@link Recovered}. */
    static final String RECOVERED = "recovered";

    /** In a backup: when it was made, by the clock of its machine. */
    static final String BACKUP_MADE = "backup_made";
    /** In a restored node, until somebody says that they know: when its backup was made, and what the store before it held. */
    static final String RESTORED_MADE = "restored_made";
    static final String RESTORED_EARLIER = "restored_earlier";
    static final String RESTORED_ENTRIES = "restored_entries";
    static final String RESTORED_DRAFTS = "restored_drafts";
    /** That what the store before it still holds was taken over, or nothing of it can be. */
    static final String RESTORED_TAKEN = "restored_taken";

    /** How many times an officer has helped to open this node, as far as whoever works here has said to know. */
    static final String HELP_KNOWN = "help_known";

    /** Even: the odd one after it is that of the feeds that {@linkplain vn.banso.ledger.batch.FeedId#governs() govern}. */
    static long freshIncarnation() {
        return new SecureRandom().nextLong() & ~1L;
    }

    private final Db db;

    Meta(Db db) {
        this.db = db;
    }

    Optional<Long> number(String key) {
        return db.sql("SELECT value FROM meta WHERE key = ?").put(key).first(row -> row.number(1));
    }

    Optional<String> text(String key) {
        return db.sql("SELECT value FROM meta WHERE key = ?").put(key).first(row -> row.text(1));
    }

    Optional<byte[]> bytes(String key) {
        return db.sql("SELECT value FROM meta WHERE key = ?").put(key).first(row -> row.bytes(1));
    }

    void drop(String key) {
        db.sql("DELETE FROM meta WHERE key = ?").put(key).run();
    }

    void put(String key, long value) {
        db.sql("REPLACE INTO meta VALUES (?, ?)").put(key).put(value).run();
    }

    void put(String key, String value) {
        db.sql("REPLACE INTO meta VALUES (?, ?)").put(key).put(value).run();
    }

    void put(String key, byte[] value) {
        db.sql("REPLACE INTO meta VALUES (?, ?)").put(key).put(value).run();
    }
}
