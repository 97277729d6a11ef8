package vn.banso.store.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Intake;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.batches.StoredOpener;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;
import vn.banso.trust.crypto.Redactions;
import vn.banso.trust.crypto.Redactions.Contents;

/**
 * After an erasure: takes the erased values out of what is kept of the ledger. An officer's node signs other bodies for the batches
 * that hold them; other nodes take such redactions over, as far as they have seen the erasure themselves. What was removed without one is
 * not removed here: a whole batch stays, and a redacted one that comes instead of it waits, carried but not counted, until the erasure or
 * the whole one comes. Only a node that cannot read the batch goes by the officer's signature.
 */
public final class Erasing {
    private final NodeContext in;
    private final Intake intake;
    private final TrustState trusted;

    Erasing(NodeContext in, Intake intake, TrustState trusted) {
        this.in = in;
        this.intake = intake;
        this.trusted = trusted;
    }

    /** Cleans up behind the erasures that came since the last time. Within a transaction. */
    void sweep() {
        List<SqlShelf.Erased> erased = in.shelf.takeErased();
        while (!erased.isEmpty()) {
            erased.forEach(e -> sweep(e.scope(), e.id()));
            erased.stream().map(SqlShelf.Erased::scope).distinct().forEach(this::openWaiting);
            erased = in.shelf.takeErased();
        }
    }

    /** Redacted batches that waited for what explains them. */
    private void openWaiting(ScopeId scope) {
        in.db.sql("SELECT header, signature, body FROM batch WHERE scope = ? AND redacted IS NOT NULL AND standing = 'WAITING_KEY'").put(scope)
                .list(SqlShelf::batch).stream().filter(b -> in.stored.open(b) instanceof Opener.Opened.Changes)
                .forEach(b -> intake.judgeAgain(b, trusted.grants()));
    }

    public void sweep(ScopeId scope, EntryId id) {
        in.shelf.swept(new SqlShelf.Erased(scope, id));
        in.db.sql("DELETE FROM refused WHERE scope = ? AND id = ?").put(scope).put(id).run();
        in.db.sql("DELETE FROM draft WHERE scope = ? AND id = ?").put(scope).put(id).run();
        in.own.keepOnly(scope, id, c -> c.kind() == Kind.ERASE.number());
        if (trusted.grants().mayRedact(in.self(), scope)) {
            in.db.sql("SELECT b.header, b.signature, b.body FROM touch t JOIN batch b ON b.n = t.batch WHERE t.scope = ? AND t.id = ?")
                    .put(scope).put(id).list(SqlShelf::batch).forEach(this::redact);
        }
    }

    private void redact(Batch batch) {
        in.stored.contents(batch).ifPresent(held -> {
            Contents left = held.without(c -> c.kind() != Kind.ERASE.number() && in.entries.isErased(batch.header().scope(), c.type(), c.entry()));
            if (left.removed().size() > held.removed().size()) {
                Redactions.redact(in.device, in.keys, batch, left).ifPresent(r -> in.stored.keep(batch.hash(), r));
            }
        });
    }

    /** The redactions of a scope's batches whose officers may redact there today. */
    List<RedactionFrame> standing(ScopeId scope) {
        return in.stored.redactions(scope).stream().filter(r -> trusted.grants().mayRedact(Redactions.officer(r), scope)).toList();
    }

    /**
     * Takes an officer's redaction over: in place of the batch held, or as the batch where it is not held yet.
     *
     * @return false where it is not genuine, not that officer's to make, removes what nobody erased here, or says no more than what is held
     */
    boolean take(RedactionFrame redaction) {
        try {
            BatchHeader header = HeaderForm.read(redaction.header());
            return Redactions.isGenuine(redaction)
                    && trusted.grants().mayRedact(Redactions.officer(redaction), header.scope())
                    && take(Batch.of(redaction.header(), redaction.signature(), new byte[0]), redaction);
        } catch (MalformedException _) {
            return false;
        }
    }

    private boolean take(Batch batch, RedactionFrame redaction) {
        Hash hash = batch.hash();
        boolean readable = in.keys.byId(batch.header().scope(), batch.header().keyId()).isPresent();
        if (readable && in.stored.contents(redaction).isEmpty()) {
            return false;
        }
        if (in.shelf.standing(hash).isPresent()) {
            // Of two officers' redactions the one that leaves less stays, on every node the same.
            Optional<RedactionFrame> held = in.stored.redaction(hash);
            if (readable && !in.stored.isExplained(redaction)) {
                return false;
            }
            if (held.filter(h -> h.changes() <= redaction.changes()
                    && trusted.grants().mayRedact(Redactions.officer(h), batch.header().scope())).isPresent()) {
                return false;
            }
            in.stored.keep(hash, redaction);
            openWaiting(batch.header().scope());
            return true;
        }
        in.stored.expect(hash, redaction);
        try {
            intake.take(batch, trusted.grants());
            in.stored.keep(hash, redaction);
        } finally {
            in.stored.expectNoMore();
        }
        sweep();
        openWaiting(batch.header().scope());
        return true;
    }

    /** The feeds in which this node could read a batch but for what was removed from it without an erasure that is known here. */
    Set<FeedId> lacking(ScopeId scope) {
        return in.db.sql("SELECT header, signature, body FROM batch WHERE scope = ? AND redacted IS NOT NULL AND standing = 'WAITING_KEY'").put(scope)
                .list(SqlShelf::batch).stream().filter(b -> in.keys.byId(scope, b.header().keyId()).isPresent()).map(Batch::feed).collect(Collectors.toSet());
    }

    /** What was removed from this batch here is not what an erasure names, or not yet: the whole one takes its place when it comes. */
    boolean restore(Batch whole) {
        boolean missing = !StoredOpener.isRedacted(whole) && in.shelf.get(whole.hash()).filter(StoredOpener::isRedacted)
                .filter(held -> !(in.stored.open(held) instanceof Opener.Opened.Changes)).isPresent();
        if (missing && in.opener.genuine(whole)) {
            in.stored.restore(whole);
            intake.judgeAgain(whole, trusted.grants());
            return true;
        }
        return false;
    }
}
