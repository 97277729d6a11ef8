package vn.banso.store.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.StoredOpener;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.RowSealing;
import vn.banso.store.files.NodeFiles;
import vn.banso.store.files.StoreException;
import vn.banso.store.node.IdentityCopy;
import vn.banso.store.pages.FoundRecord;
import vn.banso.store.pages.PageImages;
import vn.banso.store.pages.RecordReader;
import vn.banso.store.pages.RecordShape;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.BrokenSealException;
import vn.banso.trust.crypto.Redactions;
import vn.banso.trust.crypto.ScopeKey;

/**
 * What a damaged database still holds of the ledger: every record that is what was sealed or signed, wherever in the file it lies. Of
 * batches only the places are kept, for there may be more of them than fit into memory.
 */
final class DamagedFile implements AutoCloseable {
    private final RowSealing atRest;
    private final PageImages pages;
    private final RecordReader reader;
    private final List<RecordShape> folded;

    final Map<String, Object> meta = new HashMap<>();
    Optional<IdentityCopy.Identity> identity = Optional.empty();
    final List<ScopeKey> keys = new ArrayList<>();
    final Map<Hash, BatchAt> batches = new LinkedHashMap<>();
    final SortedMap<Long, OwnRow> own = new TreeMap<>();
    final SortedMap<Long, FoundRecord> drafts = new TreeMap<>();
    final List<FoundRecord> receipts = new ArrayList<>();
    final List<FoundRecord> receiptFeeds = new ArrayList<>();
    final List<FoundRecord> receiptAsides = new ArrayList<>();
    final List<FoundRecord> unvouched = new ArrayList<>();
    final List<FoundRecord> carried = new ArrayList<>();
    /** What indexes and broken records say there was: the local numbers of batches, with their feeds, and of own changes. */
    final Map<Long, Named> named = new HashMap<>();
    final Map<Long, Set<Place>> namedOwn = new HashMap<>();
    final Set<Long> handed = new HashSet<>();

    /** @param governs whether it is of a feed of what is said about devices */
    record BatchAt(long n, ScopeId scope, boolean governs, int number, Hash hash, boolean handed, long sealedAt, boolean redacted,
                   FoundRecord.Place place) {
        /** As they must be taken in, but for the scope of governance, which comes before. */
        static final Comparator<BatchAt> ORDER = Comparator.comparing((BatchAt b) -> !b.governs()).thenComparingInt(BatchAt::number);
    }

    record OwnRow(ScopeId scope, Change change) {}

    record Named(FeedId feed, int number) {}

    record Place(ScopeId scope, EntryId entry) {}

    /**
     * @param schema a database whose tables are those that are looked for
     * @throws StoreException BROKEN where the disk does not let it be read
     */
    DamagedFile(Path file, Db schema, RowSealing atRest) {
        this.atRest = atRest;
        this.folded = LedgerShapes.folded(schema);
        try {
            this.pages = PageImages.open(file);
            this.reader = new RecordReader(pages, LedgerShapes.of(schema));
            reader.each(this::found);
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        }
    }

    private void found(FoundRecord record) {
        switch (record.table()) {
            case "meta" -> meta.putIfAbsent(record.text("key"), record.values().get(1));
            case "identity_copy" -> identity = identity.or(() -> IdentityCopy.read(atRest, record.bytes("sealed")));
            case "scope_key" -> key(record);
            case "batch" -> batch(record);
            case "own" -> own(record);
            case "draft" -> draft(record);
            case "receipt" -> receipts.add(record);
            case "receipt_feed" -> receiptFeeds.add(record);
            case "receipt_aside" -> receiptAsides.add(record);
            case "unvouched" -> unvouched.add(record);
            case "carried" -> carried.add(record);
            case "batch_feed", "own_entry" -> name(record);
            default -> { }
        }
    }

    /** What another writing of a page names may have gone since. */
    private void name(FoundRecord record) {
        if (record.place().writing() > 0) {
            return;
        }
        if (record.table().equals("own_entry")) {
            id(record.bytes("id")).ifPresent(id -> namedOwn.computeIfAbsent(record.whole("n"), _ -> new HashSet<>()).add(new Place(scope(record), id)));
        } else {
            device(record.bytes("device")).ifPresent(device -> named.put(record.whole("n"),
                    new Named(new FeedId(device, record.whole("incarnation"), scope(record)), (int) record.whole("number"))));
        }
    }

    private static ScopeId scope(FoundRecord record) {
        return new ScopeId(record.whole("scope"));
    }

    static Optional<EntryId> id(byte[] bytes) {
        return bytes.length == 16 ? Optional.of(EntryId.of(bytes)) : Optional.empty();
    }

    static Optional<DeviceId> device(byte[] bytes) {
        return bytes.length == 16 ? Optional.of(DeviceId.of(bytes)) : Optional.empty();
    }

    private void key(FoundRecord record) {
        try {
            byte[] key = atRest.openKey(scope(record), record.whole("key_id"), record.bytes("sealed"));
            keys.add(ScopeKey.of(scope(record), (int) record.whole("epoch"), key));
        } catch (BrokenSealException _) {
            // Not what was sealed.
        }
    }

    private void batch(FoundRecord record) {
        Optional<Batch> whole = batchOf(record);
        if (record.whole("handed") == 1) {
            handed.add(record.rowid());
        }
        whole.ifPresent(batch -> {
            boolean redacted = batch.body().length == 0;
            boolean genuine = redacted ? redaction(record).filter(Redactions::isGenuine).isPresent() : BatchSealer.isGenuine(batch);
            if (genuine) {
                batches.putIfAbsent(batch.hash(), new BatchAt(record.rowid(), batch.header().scope(), batch.feed().governs(), batch.header().number(),
                        batch.hash(), record.whole("handed") == 1, record.whole("sealed_at"), redacted, record.place()));
            }
        });
    }

    private static Optional<Batch> batchOf(FoundRecord record) {
        try {
            return Optional.of(Batch.of(record.bytes("header"), record.bytes("signature"), record.bytes("body")));
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    private static Optional<RedactionFrame> redaction(FoundRecord record) {
        try {
            return Optional.of(StoredOpener.read(record.bytes("redacted")));
        } catch (StoreException _) {
            return Optional.empty();
        }
    }

    Batch read(BatchAt at) {
        return again(at).flatMap(DamagedFile::batchOf).orElseThrow();
    }

    RedactionFrame redaction(BatchAt at) {
        return again(at).flatMap(DamagedFile::redaction).orElseThrow();
    }

    private Optional<FoundRecord> again(BatchAt at) {
        try {
            return reader.again(at.place()).filter(record -> record.table().equals("batch"));
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        }
    }

    private void own(FoundRecord record) {
        change(record).ifPresent(change -> own.putIfAbsent(record.rowid(), new OwnRow(scope(record), change)));
    }

    private void draft(FoundRecord record) {
        change(record).ifPresent(_ -> drafts.putIfAbsent(record.rowid(), record));
    }

    private Optional<Change> change(FoundRecord record) {
        try {
            return id(record.bytes("id")).map(id -> atRest.change(scope(record), id, record.bytes("sealed")))
                    .filter(change -> change.type() == record.whole("type"));
        } catch (StoreException _) {
            return Optional.empty();
        }
    }

    /** The entries that batches with these local numbers speak of. */
    Set<Place> touchedBy(Set<Long> batches) {
        Set<Place> places = new HashSet<>();
        if (!batches.isEmpty()) {
            eachFolded("touch", record -> {
                if (batches.contains(record.whole("batch"))) {
                    id(record.bytes("id")).ifPresent(id -> places.add(new Place(scope(record), id)));
                }
            });
        }
        return places;
    }

    /** What the register said of these entries. */
    Map<Place, EntryState> states(Set<Place> places) {
        Map<Place, EntryState> states = new HashMap<>();
        if (!places.isEmpty()) {
            eachFolded("entry", record -> id(record.bytes("id")).map(id -> new Place(scope(record), id)).filter(places::contains)
                    .ifPresent(place -> state(place, record).ifPresent(state -> states.putIfAbsent(place, state))));
        }
        return states;
    }

    private Optional<EntryState> state(Place place, FoundRecord record) {
        try {
            return Optional.of(atRest.state(place.scope(), place.entry(), record.bytes("state")));
        } catch (StoreException _) {
            return Optional.empty();
        }
    }

    private void eachFolded(String table, Consumer<FoundRecord> look) {
        try {
            new RecordReader(pages, folded.stream().filter(shape -> shape.table().equals(table)).toList()).each(look);
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        }
    }

    /** Whether anything of a ledger is in it. */
    boolean isSomething() {
        return !batches.isEmpty() || !own.isEmpty() || !drafts.isEmpty() || identity.isPresent();
    }

    @Override
    public void close() {
        try {
            pages.close();
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        }
    }
}
