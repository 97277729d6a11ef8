package vn.banso.store.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.AddedChoices;
import vn.banso.store.batches.Meta;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Migrations;
import vn.banso.store.files.DurableFile;
import vn.banso.store.files.NodeFiles;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.OwnerOnly;
import vn.banso.store.files.Quotas;
import vn.banso.store.files.Quotas.Room;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.ledger.Ledger;
import vn.banso.store.ledger.LedgerWorks;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.Opening;
import vn.banso.store.writing.Saving;
import vn.banso.trust.vault.Vault;

/**
 * Recovery of a damaged store that was set aside: a new database under the same vault, made of all that still reads as it was sealed and
 * signed. It is made beside and moved to its place when it is whole; what was set aside stays as it is. The new one goes on in a new
 * incarnation, for nobody knows whether the end of its feeds was read.
 */
public final class StoreRecovery {
    private static final String UNFINISHED = "node.db.recovering";
    private static final Room ALL = new Room(Long.MAX_VALUE, Long.MAX_VALUE);

    private StoreRecovery() {}

    /**
     * Makes a store of what was set aside in this folder. Where a store is in its place that is damaged, that is set aside first.
     *
     * @param passphrase wiped by the caller
     * @return what was taken over, and what not
     * @throws StoreException NOT_A_NODE, GONE where nothing was set aside, EXISTS where a sound store is in its place, DAMAGED where nothing can
     *     be read, WRONG_PASSPHRASE, NO_VAULT, IN_USE, FULL, READ_ONLY; whatever it is, what was set aside is as it was
     */
    public static Recovered run(Path dir, char[] passphrase, NodeOptions options) {
        NodeFiles.requireReachable(dir);
        if (!Files.isDirectory(dir)) {
            throw new StoreException(Reason.NOT_A_NODE, "no such folder");
        }
        try (NodeFiles files = NodeFiles.lock(dir)) {
            if (!files.hasVault()) {
                throw new StoreException(files.hasDatabase() || files.hasSetAside() ? Reason.NO_VAULT : Reason.NOT_A_NODE, "no vault in this folder");
            }
            Vault.Unlocked vault = Opening.unlock(files, passphrase, options);
            if (files.hasDatabase()) {
                requireDamaged(files);
            }
            if (!files.hasSetAside()) {
                throw new StoreException(Reason.GONE, "nothing was set aside");
            }
            return make(files, vault, options);
        }
    }

    private static void requireDamaged(NodeFiles files) {
        try {
            Opening.sound(files).close();
        } catch (StoreException e) {
            if (e.reason() == Reason.DAMAGED) {
                return;
            }
            throw e;
        }
        throw new StoreException(Reason.EXISTS, "a sound store is in this folder");
    }

    private static Recovered make(NodeFiles files, Vault.Unlocked vault, NodeOptions options) {
        Path unfinished = files.dir().resolve(UNFINISHED);
        NodeFiles.drop(unfinished);
        try {
            Recovered recovered = fill(unfinished, files, vault, options);
            DurableFile.move(unfinished, files.database());
            files.keepToOwner();
            return recovered;
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        } finally {
            NodeFiles.drop(unfinished);
        }
    }

    private static Recovered fill(Path unfinished, NodeFiles files, Vault.Unlocked vault, NodeOptions options) {
        List<DamagedFile> sources = new ArrayList<>();
        Db db = Db.open(unfinished);
        try {
            OwnerOnly.file(unfinished);
            Migrations.bringUpToDate(db);
            NodeContext in = new NodeContext(files, options.withQuotas(new Quotas(ALL, ALL, ALL, ALL, options.quotas().patience())), db, vault);
            in.meta.put(Meta.INCARNATION, Meta.freshIncarnation());
            in.meta.put(Meta.LAST_SEALED, "");
            LedgerWorks works = new LedgerWorks(in);
            Ledger ledger = new Ledger(works);
            Saving saving = Saving.of(works);
            files.asides().forEach(path -> sources.add(new DamagedFile(path, db, in.atRest)));
            Recovered recovered = from(sources.stream().filter(DamagedFile::isSomething).toList(), works, ledger, saving);
            recovered.note(in.meta);
            if (!db.faults().isEmpty()) {
                throw new StoreException(Reason.BROKEN, "what was recovered does not read back");
            }
            AddedChoices.hold(in.entries, List.of());
            db.exec("PRAGMA journal_mode=DELETE");
            return recovered;
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        } finally {
            sources.forEach(DamagedFile::close);
            db.close();
        }
    }

    /**
     * A node that was restored beside a store that was set aside takes over what that still holds and the backup lacks: once, when it is unlocked
     * for the first time.
     */
    public static void afterRestore(LedgerWorks works, Ledger ledger, Saving saving) {
        NodeContext in = works.in;
        Meta meta = in.meta;
        Optional<Path> place = RestoredNote.read(meta).flatMap(Restored::earlier).map(Restored.Earlier::place).filter(Files::isRegularFile);
        if (place.isEmpty() || meta.number(Meta.RESTORED_TAKEN).isPresent()) {
            return;
        }
        try (DamagedFile file = new DamagedFile(place.get(), in.db, in.atRest)) {
            in.door.enter(() -> {
                if (file.isSomething()) {
                    from(List.of(file), works, ledger, saving).note(meta);
                    RestoredNote.forgetEarlier(meta);
                }
                meta.put(Meta.RESTORED_TAKEN, 1);
            });
        } catch (StoreException e) {
            // The backup opens all the same; what lies aside is looked at again the next time.
            if (e.reason() != Reason.BROKEN && e.reason() != Reason.FULL) {
                throw e;
            }
        }
    }

    /** @param sources the newest first: only that one knows which forms are still wanted, and what else there was */
    private static Recovered from(List<DamagedFile> sources, LedgerWorks works, Ledger ledger, Saving saving) {
        if (sources.isEmpty()) {
            throw new StoreException(Reason.DAMAGED, "nothing of a ledger is in what was set aside");
        }
        Recovered all = new TakeOver(works, ledger, sources.getFirst()).take(true);
        for (DamagedFile older : sources.subList(1, sources.size())) {
            all = all.plus(new TakeOver(works, ledger, older).take(false));
        }
        return all.plus(new UnreadRecords(works.in, saving, sources.getFirst()).tell());
    }
}
