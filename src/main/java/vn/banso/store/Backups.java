package vn.banso.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import vn.banso.store.StoreException.Reason;

/**
 * Backups: one file each, the database with the vault in it, as sealed as both are. Written beside, looked through, forced, then
 * moved; three generations are kept.
 */
final class Backups {
    private static final int GENERATIONS = 3;

    private Backups() {}

    /** {@code banso-<8 digits of the device>-1.backup} is the newest, {@code -3} the oldest. */
    static Path make(Inside in, Path folder) {
        Path beside = folder.resolve("banso-backup.new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(beside);
            in.db.exec("VACUUM INTO '" + beside.toAbsolutePath().toString().replace("'", "''") + "'");
            try (Db copy = Db.open(beside)) {
                new Meta(copy).put(Meta.VAULT, in.files.vault());
                requireSound(copy);
                copy.exec("PRAGMA journal_mode=DELETE");
            }
            OwnerOnly.file(beside);
            force(beside);
            return moveIn(folder, beside, in.self().toString().substring(0, 8));
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        } finally {
            NodeFiles.drop(beside);
        }
    }

    private static Path moveIn(Path folder, Path beside, String device) throws IOException {
        for (int generation = GENERATIONS; generation > 1; generation--) {
            Path younger = folder.resolve(name(device, generation - 1));
            if (Files.exists(younger)) {
                Files.move(younger, folder.resolve(name(device, generation)), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Path newest = folder.resolve(name(device, 1));
        Files.move(beside, newest, StandardCopyOption.ATOMIC_MOVE);
        return newest;
    }

    private static String name(String device, int generation) {
        return "banso-" + device + "-" + generation + ".backup";
    }

    private static void requireSound(Db db) {
        if (!db.faults().isEmpty()) {
            throw new StoreException(Reason.DAMAGED, "the backup has faults");
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Puts a backup where no node is. A vault that is there already stays: its passphrase may be newer. */
    static void restore(Path backup, Path dir) {
        if (!Files.isRegularFile(backup)) {
            throw new StoreException(Reason.NOT_A_NODE, "no such backup");
        }
        try (NodeFiles files = NodeFiles.lock(dir)) {
            if (files.hasDatabase()) {
                throw new StoreException(Reason.EXISTS, "there is a node in this folder");
            }
            Path beside = files.dir().resolve("node.db.new");
            restore(backup, beside, files);
        }
    }

    private static void restore(Path backup, Path beside, NodeFiles files) {
        try {
            Files.copy(backup, beside, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.file(beside);
            byte[] vault;
            try (Db copy = Db.open(beside)) {
                Migrations.bringUpToDate(copy);
                requireSound(copy);
                Meta meta = new Meta(copy);
                vault = meta.bytes(Meta.VAULT).orElseThrow(() -> new StoreException(Reason.NOT_A_NODE, "no backup of a node"));
                copy.sql("DELETE FROM meta WHERE key = ?").put(Meta.VAULT).run();
                meta.put(Meta.INCARNATION, new SecureRandom().nextLong());
                meta.put(Meta.LAST_SEALED, "");
                copy.exec("PRAGMA journal_mode=DELETE");
            }
            force(beside);
            if (!files.hasVault()) {
                files.vault(vault);
            }
            Files.move(beside, files.database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        } finally {
            NodeFiles.drop(beside);
        }
    }
}
