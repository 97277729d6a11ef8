package vn.banso.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.Batch;
import vn.banso.ledger.BatchHeader;
import vn.banso.ledger.BodyForm;
import vn.banso.ledger.Change;
import vn.banso.ledger.ChangeId;
import vn.banso.ledger.FeedId;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Intake;
import vn.banso.ledger.Opener;
import vn.banso.ledger.Permits.Ruling;
import vn.banso.register.Catalogue;
import vn.banso.register.ScopeId;
import vn.banso.store.OwnChanges.Numbered;
import vn.banso.trust.DeviceKeys;

/** Makes batches of what waits, feed by feed. */
final class Sealing {
    private static final int AT_ONCE = 20_000;

    private final Inside in;
    private final Intake intake;
    private final Trusted trusted;

    Sealing(Inside in, Intake intake, Trusted trusted) {
        this.in = in;
        this.intake = intake;
        this.trusted = trusted;
    }

    /** Whether what waits for this scope can be sealed now: there is a key, and nobody would set it aside. */
    boolean isOpen(ScopeId scope) {
        return in.keys.current(scope).isPresent()
                && trusted.grants().batch(header(in.device, in.incarnation(), scope)) instanceof Ruling.Allowed;
    }

    /** A header as one of this feed would be, for asking the grants. */
    private static BatchHeader header(DeviceKeys author, long incarnation, ScopeId scope) {
        return new BatchHeader(author.signingKey(), incarnation, scope, 1, Hash.NONE, Catalogue.SCHEMA, 0, new byte[12], 0, 0, 0,
                Hash.NONE);
    }

    List<Batch> seal() {
        List<Batch> batches = new ArrayList<>();
        in.own.scopes().stream().filter(this::isOpen).forEach(scope -> {
            List<Numbered> waiting = in.own.first(scope, AT_ONCE);
            while (!waiting.isEmpty()) {
                batches.addAll(seal(scope, waiting));
                waiting = in.own.first(scope, AT_ONCE);
            }
        });
        if (!batches.isEmpty()) {
            in.meta.put(Meta.LAST_SEALED, batches.getLast().hash().toString());
        }
        return batches;
    }

    private List<Batch> seal(ScopeId scope, List<Numbered> waiting) {
        List<Change> changes = waiting.stream().map(Numbered::change).toList();
        List<Batch> batches = seal(in.device, in.incarnation(), scope, changes);
        in.own.sealed(scope, waiting.getLast().n());
        int from = 0;
        for (Batch batch : batches) {
            int to = from + batch.header().changes();
            takeOwn(batch, changes.subList(from, to));
            in.db.sql("UPDATE batch SET sealed_at = ? WHERE hash = ?").put(in.clock().millis()).put(batch.hash().bytes()).run();
            from = to;
        }
        return batches;
    }

    /** What was written is given up only for a batch that opens and says the same. */
    private void takeOwn(Batch batch, List<Change> changes) {
        Opener.Opened opened = in.sealer.open(batch);
        if (!in.sealer.genuine(batch) || !(opened instanceof Opener.Opened.Changes same) || !ids(same.changes()).equals(ids(changes))) {
            throw new StoreException(StoreException.Reason.BROKEN, "a batch that does not open as it was sealed");
        }
        in.opener.know(batch, opened);
        in.shelf.knowingFolded(batch.hash(), () -> intake.takeOwn(batch, trusted.grants()));
        in.opener.forget(batch);
    }

    private static Set<ChangeId> ids(List<Change> changes) {
        return changes.stream().map(Change::id).collect(Collectors.toSet());
    }

    /** The next batches of a feed; nothing is kept yet. */
    List<Batch> seal(DeviceKeys author, long incarnation, ScopeId scope, List<Change> changes) {
        Tail tail = tail(new FeedId(author.id(), incarnation, scope));
        List<Batch> batches = new ArrayList<>();
        List<Change> left = changes;
        while (!left.isEmpty()) {
            int fit = BodyForm.split(left);
            Batch batch = in.sealer.seal(author, incarnation, scope, tail.number() + 1, tail.hash(), left.subList(0, fit))
                    .orElseThrow(() -> new StoreException(StoreException.Reason.NO_KEY, "no key for this scope"));
            batches.add(batch);
            tail = new Tail(batch.header().number(), batch.hash());
            left = left.subList(fit, left.size());
        }
        return batches;
    }

    private record Tail(int number, Hash hash) {}

    private Tail tail(FeedId feed) {
        Optional<Tail> last = in.db.sql("SELECT number, hash FROM batch WHERE scope = ? AND device = ? AND incarnation = ? "
                        + "ORDER BY number DESC LIMIT 1").put(feed.scope()).put(feed.device().bytes()).put(feed.incarnation())
                .first(row -> new Tail(row.whole(1), row.hash(2)));
        return last.orElse(new Tail(0, Hash.NONE));
    }
}
