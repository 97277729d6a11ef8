package vn.banso.store.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.store.batches.Meta;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Migrations;
import vn.banso.store.files.BackupDistance;
import vn.banso.store.files.DurableFile;
import vn.banso.store.files.NodeFiles;
import vn.banso.store.files.OwnerOnly;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.node.NodeContext;
import vn.banso.trust.vault.Vault;
import vn.banso.trust.vault.VaultException;

/**
 * Backups: one file each, the database with the vault in it, as sealed as both are. Written beside, looked through, then moved
 * durably; three generations are kept.
 */
final class Backups {
    private static final int GENERATIONS = 3;

    private Backups() {}

    /** {@code banso-2026-11-30-<8 digits of the device>-1.backup} is the newest, {@code -3} the oldest: dates may come from a wrong clock. */
    static Path make(NodeContext in, Path folder) {
        Path beside = folder.resolve("banso-backup.new");
        Instant now = in.options.clock().instant();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(beside);
            // Over a connection of its own, which reads what is durable now: whoever saves meanwhile does not wait.
            try (Db aside = Db.open(in.files.database())) {
                aside.exec("VACUUM INTO '" + beside.toAbsolutePath().toString().replace("'", "''") + "'");
            }
            try (Db copy = Db.open(beside)) {
                Meta meta = new Meta(copy);
                meta.put(Meta.VAULT, in.files.vault());
                meta.put(Meta.BACKUP_MADE, now.toString());
                RestoredNote.KEYS.forEach(meta::drop);
                requireSound(copy);
                copy.exec("PRAGMA journal_mode=DELETE");
            }
            OwnerOnly.file(beside);
            return moveIn(folder, beside, in.self().toString().substring(0, 8), LocalDate.ofInstant(now, ZoneId.systemDefault()));
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        } finally {
            NodeFiles.drop(beside);
        }
    }

    private static Path moveIn(Path folder, Path beside, String device, LocalDate today) throws IOException {
        List<Path> oldest = generation(folder, device, GENERATIONS);
        for (int older = GENERATIONS; older > 1; older--) {
            for (Path younger : generation(folder, device, older - 1)) {
                String name = younger.getFileName().toString();
                Path to = folder.resolve(name.replaceFirst("\\d\\.backup$", older + ".backup"));
                DurableFile.rename(younger, to);
                oldest = oldest.stream().filter(p -> !p.equals(to)).toList();
            }
        }
        Path newest = folder.resolve("banso-" + today + "-" + device + "-1.backup");
        DurableFile.move(beside, newest);
        for (Path path : oldest) {
            Files.deleteIfExists(path);
        }
        DurableFile.forceFolder(newest);
        return newest;
    }

    private static List<Path> generation(Path folder, String device, int generation) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("banso-[+-]?\\d+-\\d\\d-\\d\\d-" + device + "-" + generation + "\\.backup"))
                    .toList();
        }
    }

    /** Where a backup would be lost together with the node. */
    static BackupDistance nearness(Path dir, Path folder) {
        try {
            Path own = dir.toRealPath();
            Path to = folder.toRealPath();
            return to.startsWith(own) ? BackupDistance.OWN_FOLDER
                    : Files.getFileStore(own).equals(Files.getFileStore(to)) ? BackupDistance.SAME_DISK : BackupDistance.ELSEWHERE;
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        }
    }

    private static void requireSound(Db db) {
        if (!db.faults().isEmpty()) {
            throw new StoreException(Reason.DAMAGED, "the backup has faults");
        }
    }

    /** Puts a backup where no node is. A vault of this device that is there already stays: its passphrase may be newer. */
    static Restored restore(Path backup, Path dir, Optional<Path> earlier) {
        if (!Files.isRegularFile(backup)) {
            throw new StoreException(Reason.NOT_A_NODE, "no such backup");
        }
        try (NodeFiles files = NodeFiles.lock(dir)) {
            if (files.hasDatabase()) {
                throw new StoreException(Reason.EXISTS, "there is a node in this folder");
            }
            return restore(backup, files.dir().resolve("node.db.new"), files, earlier.or(files::newestAside));
        }
    }

    private static Restored restore(Path backup, Path beside, NodeFiles files, Optional<Path> earlier) {
        try {
            Files.copy(backup, beside, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.file(beside);
            byte[] vault;
            Restored restored;
            try (Db copy = Db.open(beside)) {
                Migrations.bringUpToDate(copy);
                requireSound(copy);
                Meta meta = new Meta(copy);
                vault = meta.bytes(Meta.VAULT).orElseThrow(() -> new StoreException(Reason.NOT_A_NODE, "no backup of a node"));
                Instant made = meta.text(Meta.BACKUP_MADE).map(Instant::parse)
                        .orElseThrow(() -> new StoreException(Reason.NOT_A_NODE, "no backup of a node"));
                restored = new Restored(made, earlier.filter(place -> isOf(place, vault)).map(place -> new Restored.Earlier(place, RestoredNote.lacking(place, beside))));
                copy.sql("DELETE FROM meta WHERE key = ?").put(Meta.VAULT).run();
                meta.drop(Meta.BACKUP_MADE);
                RestoredNote.write(meta, restored);
                meta.put(Meta.INCARNATION, Meta.freshIncarnation());
                meta.put(Meta.LAST_SEALED, "");
                copy.exec("PRAGMA journal_mode=DELETE");
            }
            placeVault(files, vault);
            DurableFile.move(beside, files.database());
            return restored;
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        } finally {
            NodeFiles.drop(beside);
        }
    }

    /** What was set aside lies beside its own vault; a folder may be anybody's. */
    private static boolean isOf(Path place, byte[] vault) {
        try {
            return !Files.isDirectory(place) || Vault.isSameDevice(NodeFiles.read(place.resolve("vault")), vault);
        } catch (VaultException | StoreException _) {
            return false;
        }
    }

    /** With another vault the register could never be opened: one of another device stays, and nothing is restored over it. */
    private static void placeVault(NodeFiles files, byte[] vault) {
        if (files.hasVault()) {
            try {
                if (Vault.isSameDevice(files.vault(), vault)) {
                    return;
                }
                throw new StoreException(Reason.EXISTS, "the vault of another device is in this folder");
            } catch (VaultException _) {
                files.setVaultAside();
            }
        }
        files.vault(vault);
    }
}
