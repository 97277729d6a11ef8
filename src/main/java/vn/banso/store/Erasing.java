package vn.banso.store;

import java.util.List;
import vn.banso.ledger.Batch;
import vn.banso.ledger.BatchHeader;
import vn.banso.ledger.Change;
import vn.banso.ledger.Frame.RedactionFrame;
import vn.banso.ledger.Hash;
import vn.banso.ledger.HeaderForm;
import vn.banso.ledger.Intake;
import vn.banso.ledger.Kind;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Opener;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.trust.Redactions;

/**
 * After an erasure: takes the erased values out of what is kept of the ledger. An officer's node signs other bodies for the batches
 * that hold them; other nodes take such redactions over.
 */
final class Erasing {
    private final Inside in;
    private final Intake intake;
    private final Trusted trusted;

    Erasing(Inside in, Intake intake, Trusted trusted) {
        this.in = in;
        this.intake = intake;
        this.trusted = trusted;
    }

    /** Cleans up behind the erasures that came since the last time. Within a transaction. */
    void sweep() {
        in.shelf.takeErased().forEach(e -> sweep(e.scope(), e.id()));
    }

    void sweep(ScopeId scope, EntryId id) {
        in.db.sql("DELETE FROM refused WHERE scope = ? AND id = ?").put(scope).put(id).run();
        in.db.sql("DELETE FROM draft WHERE scope = ? AND id = ?").put(scope).put(id).run();
        in.own.keepOnly(scope, id, c -> c.kind() == Kind.ERASE.number());
        if (trusted.grants().mayRedact(in.self(), scope)) {
            in.db.sql("SELECT b.header, b.signature, b.body FROM touch t JOIN batch b ON b.n = t.batch WHERE t.scope = ? AND t.id = ?")
                    .put(scope).put(id).list(SqlShelf::batch).forEach(batch -> redact(batch, id));
        }
    }

    private void redact(Batch batch, EntryId id) {
        if (!(in.stored.open(batch) instanceof Opener.Opened.Changes opened)) {
            return;
        }
        List<Change> left = opened.changes().stream().filter(c -> !c.entry().equals(id) || c.kind() == Kind.ERASE.number()).toList();
        if (left.size() < opened.changes().size()) {
            Redactions.redact(in.device, in.keys, batch, left).ifPresent(r -> in.stored.keep(batch.hash(), r));
        }
    }

    /** The redactions of a scope's batches whose officers may redact there today. */
    List<RedactionFrame> standing(ScopeId scope) {
        return in.stored.redactions(scope).stream().filter(r -> trusted.grants().mayRedact(Redactions.officer(r), scope)).toList();
    }

    /**
     * Takes an officer's redaction over: in place of the batch held, or as the batch where it is not held yet.
     *
     * @return false where it is not genuine, not that officer's to make, or says no more than what is held
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
        if (in.shelf.standing(hash).isPresent()) {
            // Of two officers' redactions the one that leaves less stays, on every node the same.
            if (in.stored.redaction(hash).filter(held -> held.changes() <= redaction.changes()
                    && trusted.grants().mayRedact(Redactions.officer(held), batch.header().scope())).isPresent()) {
                return false;
            }
            in.stored.keep(hash, redaction);
            return true;
        }
        in.stored.expect(hash, redaction);
        try {
            intake.take(batch, trusted.grants());
            in.stored.keep(hash, redaction);
            return true;
        } finally {
            in.stored.expectNoMore();
        }
    }
}
