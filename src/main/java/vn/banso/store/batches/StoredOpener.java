package vn.banso.store.batches;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.files.StoreException;
import vn.banso.store.projection.EntryRows;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.Redactions;
import vn.banso.trust.crypto.Redactions.Contents;

/** Opens batches as they are kept: those whose body an officer replaced have none of their own. */
public final class StoredOpener implements Opener {
    private final Db db;
    private final Keyring keys;
    private final Opener whole;
    private final EntryRows entries;
    private final Map<Hash, RedactionFrame> coming = new HashMap<>();

    public StoredOpener(Db db, Keyring keys, Opener whole, EntryRows entries) {
        this.db = db;
        this.keys = keys;
        this.whole = whole;
        this.entries = entries;
    }

    public static boolean isRedacted(Batch batch) {
        return batch.body().length == 0;
    }

    /** The redaction was looked at and is good; its batch is about to be taken in. */
    public void expect(Hash batch, RedactionFrame redaction) {
        coming.put(batch, redaction);
    }

    public void expectNoMore() {
        coming.clear();
    }

    @Override
    public boolean genuine(Batch batch) {
        return isRedacted(batch) ? coming.containsKey(batch.hash()) : whole.genuine(batch);
    }

    @Override
    public Opened open(Batch batch) {
        if (!isRedacted(batch)) {
            return whole.open(batch);
        }
        Optional<RedactionFrame> redaction = Optional.ofNullable(coming.get(batch.hash())).or(() -> redaction(batch.hash()));
        return redaction.map(r -> open(batch, r)).orElseGet(Opened.Unreadable::new);
    }

    /** What was removed without an erasure that is known here is as if it could not be read yet. */
    private Opened open(Batch batch, RedactionFrame redaction) {
        Opened opened = Redactions.open(keys, redaction);
        return !(opened instanceof Opened.Changes) || isApplied(batch.hash()) || isExplained(redaction) ? opened : new Opened.NoKey();
    }

    private boolean isApplied(Hash batch) {
        return db.sql("SELECT count(*) FROM batch WHERE hash = ? AND standing = 'APPLIED'").put(batch.bytes()).number() > 0;
    }

    /** Whether everything that it removes was erased here, by somebody who may. */
    public boolean isExplained(RedactionFrame redaction) {
        return contents(redaction).filter(c -> c.removed().stream().allMatch(r -> entries.isErased(scope(redaction), r.type(), r.entry()))).isPresent();
    }

    /** Empty where it cannot be read, or is not what the author of the batch wrote. */
    public Optional<Contents> contents(RedactionFrame redaction) {
        try {
            return Redactions.contents(keys, redaction);
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    /** What a kept batch holds; empty where it cannot be read. */
    public Optional<Contents> contents(Batch batch) {
        return isRedacted(batch) ? redaction(batch.hash()).flatMap(this::contents)
                : whole.open(batch) instanceof Opened.Changes opened ? Optional.of(Contents.whole(opened.changes())) : Optional.empty();
    }

    private static ScopeId scope(RedactionFrame redaction) {
        try {
            return HeaderForm.read(redaction.header()).scope();
        } catch (MalformedException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a redaction that was readable when it came", e);
        }
    }

    public Optional<RedactionFrame> redaction(Hash batch) {
        return db.sql("SELECT redacted FROM batch WHERE hash = ? AND redacted IS NOT NULL").put(batch.bytes())
                .first(row -> read(row.bytes(1)));
    }

    public List<RedactionFrame> redactions(ScopeId scope) {
        return db.sql("SELECT redacted FROM batch WHERE scope = ? AND redacted IS NOT NULL").put(scope).list(row -> read(row.bytes(1)));
    }

    /** Puts the redaction in the place of the body. */
    public void keep(Hash batch, RedactionFrame redaction) {
        byte[] bytes = Parcel.write(List.of(redaction));
        db.sql("UPDATE batch SET body = zeroblob(0), redacted = ?, length = ? WHERE hash = ?").put(bytes).put(bytes.length)
                .put(batch.bytes()).run();
    }

    /** Puts the author's body back. */
    public void restore(Batch whole) {
        db.sql("UPDATE batch SET body = ?, redacted = NULL, length = ? WHERE hash = ?").put(whole.body()).put(whole.body().length)
                .put(whole.hash().bytes()).run();
    }

    public static RedactionFrame read(byte[] parcel) {
        try {
            for (Frame frame : Parcel.read(parcel).frames()) {
                if (frame instanceof RedactionFrame redaction) {
                    return redaction;
                }
            }
        } catch (MalformedException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a redaction that was readable when it came", e);
        }
        throw new StoreException(StoreException.Reason.DAMAGED, "a redaction that is none");
    }
}
