package vn.banso.store.upkeep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.banso.store.batches.Meta;
import vn.banso.store.engine.Db;
import vn.banso.store.files.StoreException;

/** What a restored node keeps of its restoring: the date of the backup, and what the store before it holds beyond it. */
final class RestoredNote {
    static final List<String> KEYS = List.of(Meta.RESTORED_MADE, Meta.RESTORED_EARLIER, Meta.RESTORED_ENTRIES, Meta.RESTORED_DRAFTS,
            Meta.RESTORED_TAKEN);

    private RestoredNote() {}

    static void write(Meta meta, Restored restored) {
        KEYS.forEach(meta::drop);
        meta.put(Meta.RESTORED_MADE, restored.made().toString());
        restored.earlier().ifPresent(earlier -> {
            meta.put(Meta.RESTORED_EARLIER, earlier.place().toAbsolutePath().toString());
            earlier.lacking().ifPresent(lacking -> {
                meta.put(Meta.RESTORED_ENTRIES, lacking.entries());
                meta.put(Meta.RESTORED_DRAFTS, lacking.drafts());
            });
        });
    }

    /** What there was before it is part of this node now. */
    static void forgetEarlier(Meta meta) {
        List.of(Meta.RESTORED_EARLIER, Meta.RESTORED_ENTRIES, Meta.RESTORED_DRAFTS).forEach(meta::drop);
    }

    static Optional<Restored> read(Meta meta) {
        return meta.text(Meta.RESTORED_MADE).map(made -> new Restored(Instant.parse(made), meta.text(Meta.RESTORED_EARLIER)
                .map(place -> new Restored.Earlier(Path.of(place), meta.number(Meta.RESTORED_ENTRIES)
                        .map(entries -> new Restored.Lacking(entries, meta.number(Meta.RESTORED_DRAFTS).orElse(0L)))))));
    }

    /**
     * What was written down in the earlier store after the backup was made, counted without a key: entries that changes of this device
     * touch and that stand otherwise in the backup, and drafts. A row that nobody touched is the same, byte by byte.
     *
     * @param place folder of a node, or a database that was set aside
     * @param copy the file of the backup, open elsewhere
     */
    static Optional<Restored.Lacking> lacking(Path place, Path copy) {
        Path file = Files.isDirectory(place) ? place.resolve("node.db") : place;
        try (Db earlier = Db.openReadOnly(file)) {
            earlier.sql("ATTACH DATABASE ? AS backup").put(copy.toString()).run();
            long entries = earlier.fresh("""
                    SELECT count(*) FROM (SELECT DISTINCT e.scope, e.id FROM entry e
                    WHERE NOT EXISTS (SELECT 1 FROM backup.entry k WHERE k.scope = e.scope AND k.id = e.id AND k.type = e.type AND k.state = e.state)
                    AND (EXISTS (SELECT 1 FROM own o WHERE o.scope = e.scope AND o.id = e.id)
                      OR EXISTS (SELECT 1 FROM touch t JOIN batch b ON b.n = t.batch WHERE t.scope = e.scope AND t.id = e.id AND b.own = 1
                        AND NOT EXISTS (SELECT 1 FROM backup.batch k WHERE k.hash = b.hash))))""").number();
            long drafts = earlier.fresh("""
                    SELECT count(*) FROM (SELECT DISTINCT d.scope, d.form FROM draft d WHERE NOT EXISTS (SELECT 1 FROM backup.draft k
                    WHERE k.scope = d.scope AND k.id = d.id AND k.type = d.type AND k.sealed = d.sealed))""").number();
            return Optional.of(new Restored.Lacking(entries, drafts));
        } catch (StoreException _) {
            // Damaged, or of another version: it is named all the same.
            return Optional.empty();
        }
    }
}
