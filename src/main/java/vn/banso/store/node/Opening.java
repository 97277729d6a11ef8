package vn.banso.store.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.banso.store.batches.Meta;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Migrations;
import vn.banso.store.files.Canary;
import vn.banso.store.files.NodeFiles;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.files.TooSoonException;
import vn.banso.trust.crypto.BrokenSealException;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.vault.Vault;
import vn.banso.trust.vault.VaultException;

/** Makes a node's folder, and unlocks one: lock, vault, database, canary, in that order. */
public final class Opening {
    /** Up to this size a file is looked through every time; a larger one only after the program was cut off. */
    private static final long ALWAYS_CHECKED = 64L << 20;

    private Opening() {}

    public static NodeContext create(Path dir, char[] passphrase, NodeOptions options) {
        NodeFiles files = NodeFiles.lock(dir);
        try {
            if (files.hasDatabase() || files.hasVault()) {
                throw new StoreException(Reason.EXISTS, "there is a node in this folder");
            }
            files.vault(Vault.create(passphrase, options.cost(), options.recoveryKey(), DeviceKeys.generate()));
            Vault.Unlocked vault = unlock(files, passphrase, options);
            Db db = Db.open(files.database());
            files.keepToOwner();
            Migrations.bringUpToDate(db);
            NodeContext in = new NodeContext(files, options, db, vault);
            newIncarnation(in);
            return in;
        } catch (StoreException e) {
            files.close();
            throw e;
        }
    }

    public static NodeContext open(Path dir, char[] passphrase, NodeOptions options) {
        NodeFiles.requireReachable(dir);
        if (!Files.isRegularFile(dir.resolve("vault"))) {
            throw new StoreException(Files.exists(dir.resolve("node.db")) ? Reason.NO_VAULT : Reason.NOT_A_NODE, "no vault in this folder");
        }
        NodeFiles files = NodeFiles.lock(dir);
        try {
            if (!files.hasDatabase()) {
                throw new StoreException(files.hasSetAside() ? Reason.DAMAGED : Reason.GONE, "no database in this folder");
            }
            return opened(files, unlock(files, passphrase, options), options);
        } catch (StoreException e) {
            files.close();
            throw e;
        }
    }

    /** @param files locked */
    public static NodeContext opened(NodeFiles files, Vault.Unlocked vault, NodeOptions options) {
        Db db = sound(files);
        files.keepToOwner();
        NodeContext in = new NodeContext(files, options, db, vault);
        proveOrBeginAnew(in);
        return in;
    }

    /** Lets go of everything if the node cannot be built; where a row is not what was sealed, the database is set aside too. */
    public static <T> T guarded(NodeContext in, Function<NodeContext, T> build) {
        boolean built = false;
        boolean broken = false;
        try {
            T node = build.apply(in);
            in.entries.holdChoices();
            built = true;
            return node;
        } catch (BrokenSealException e) {
            broken = true;
            throw new StoreException(Reason.DAMAGED, "a row that is not what was sealed", e);
        } catch (StoreException e) {
            broken = e.reason() == Reason.UNREADABLE;
            throw broken ? new StoreException(Reason.DAMAGED, "a row that is not what was sealed", e) : e;
        } finally {
            if (!built) {
                in.db.close();
                if (broken) {
                    in.files.setAside();
                }
                in.files.close();
            }
        }
    }

    public static Vault.Unlocked unlock(NodeFiles files, char[] passphrase, NodeOptions options) {
        try {
            return counted(files, options, vault -> Vault.unlock(vault, passphrase));
        } catch (VaultException e) {
            throw new StoreException(switch (e.reason()) {
                case WRONG_PASSPHRASE -> Reason.WRONG_PASSPHRASE;
                case NEWER -> Reason.NEWER;
                case DAMAGED, NO_RECOVERY, NOT_FOR_THIS_VAULT, NOT_RECORDED -> Reason.NO_VAULT;
            }, "the vault stays shut", e);
        }
    }

    private interface Try<T> {
        T of(byte[] vault) throws VaultException;
    }

    /**
     * Wrong passphrases are counted in the vault, and after several the next has to wait a little.
     *
     * @throws TooSoonException where it has not waited
     */
    private static <T> T counted(NodeFiles files, NodeOptions options, Try<T> passphrase) throws VaultException {
        byte[] vault = files.vault();
        long now = options.clock().millis();
        Duration left = Vault.waits(vault, now);
        if (left.isPositive()) {
            throw new TooSoonException(left);
        }
        try {
            T opened = passphrase.of(vault);
            Vault.afterRight(vault).ifPresent(right -> note(files, right));
            return opened;
        } catch (VaultException e) {
            if (e.reason() == VaultException.Reason.WRONG_PASSPHRASE) {
                note(files, Vault.afterWrong(vault, now));
            }
            throw e;
        }
    }

    /** Where nothing can be written, nobody is kept out for it. */
    private static void note(NodeFiles files, byte[] vault) {
        try {
            files.vault(vault);
        } catch (StoreException _) {
            // The passphrase is as right or wrong as before.
        }
    }

    /** Opens the database; a damaged one is set aside, for people and backups, and never made anew. */
    public static Db sound(NodeFiles files) {
        Db db = null;
        try {
            boolean look = files.wasCutOff() || files.database().toFile().length() <= ALWAYS_CHECKED;
            files.requireWholeLog();
            db = Db.open(files.database());
            List<String> faults = look ? db.fresh("PRAGMA quick_check(3)").list(row -> row.text(1)) : List.of("ok");
            if (!faults.equals(List.of("ok"))) {
                throw new StoreException(Reason.DAMAGED, faults.size() + " faults");
            }
            if (db.pragma("user_version").equals("0")) {
                // An emptied file passes every check of the engine; filling it anew would pass for a node that never held anything.
                throw new StoreException(Reason.DAMAGED, "no schema in the database");
            }
            Migrations.bringUpToDate(db);
            return db;
        } catch (StoreException e) {
            if (db != null) {
                db.close();
            }
            if (e.reason() == Reason.DAMAGED) {
                files.setAside();
            }
            throw e;
        }
    }

    /** Without proof that it wrote the end of its feeds, a store goes on in a new incarnation. */
    private static void proveOrBeginAnew(NodeContext in) {
        Canary canary = Canary.of(in.options.home(), in.files.dir());
        boolean proved = in.meta.number(Meta.INCARNATION)
                .filter(i -> canary.says(in.self().toString(), i, in.meta.text(Meta.LAST_SEALED).orElse(""))).isPresent();
        if (!proved) {
            newIncarnation(in);
        }
    }

    private static void newIncarnation(NodeContext in) {
        in.db.commit(() -> {
            in.meta.put(Meta.INCARNATION, Meta.freshIncarnation());
            in.meta.put(Meta.LAST_SEALED, "");
        });
        note(in);
    }

    /** Writes the canary, after what it says is on the disk. */
    public static void note(NodeContext in) {
        Canary.of(in.options.home(), in.files.dir())
                .write(in.self().toString(), in.incarnation(), in.meta.text(Meta.LAST_SEALED).orElse(""));
    }

    /** A new passphrase for the vault. */
    public static void rewrap(NodeContext in, char[] passphrase, char[] newPassphrase) {
        try {
            in.files.vault(counted(in.files, in.options, vault -> Vault.rewrap(vault, passphrase, newPassphrase, in.options.cost())));
        } catch (VaultException e) {
            throw new StoreException(e.reason() == VaultException.Reason.WRONG_PASSPHRASE ? Reason.WRONG_PASSPHRASE : Reason.DAMAGED,
                    "the vault stays shut", e);
        }
    }

    /** Names the officer who can open the vault key. */
    public static void withRecovery(NodeContext in, byte[] recoveryKey) {
        try {
            in.files.vault(Vault.withRecovery(in.files.vault(), in.vault, recoveryKey));
        } catch (VaultException e) {
            throw new StoreException(e.reason() == VaultException.Reason.NEWER ? Reason.NEWER : Reason.DAMAGED, "the vault stays as it is", e);
        }
    }

    public static Optional<byte[]> recoveryKey(NodeContext in) {
        try {
            return Vault.recoveryKey(in.files.vault());
        } catch (VaultException e) {
            throw new StoreException(e.reason() == VaultException.Reason.NEWER ? Reason.NEWER : Reason.DAMAGED, "the vault stays as it is", e);
        }
    }
}
