package vn.banso.store.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.Intake;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.merge.Permits.Ruling;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Meta;
import vn.banso.store.batches.PendingChanges.Numbered;
import vn.banso.store.files.StoreException;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;
import vn.banso.trust.crypto.DeviceKeys;

/** Makes batches of what waits, feed by feed. */
public final class Sealing {
    /** How many changes are looked at for one batch, to begin with; a household's or a person's fill one with half as many. */
    private static final int FEW = 2_000;
    /** More than this no batch holds. */
    private static final int MOST = 1 << 14;

    private final NodeContext in;
    private final Intake intake;
    private final TrustState trusted;
    private final FeedClosing closing;

    Sealing(NodeContext in, Intake intake, TrustState trusted, FeedClosing closing) {
        this.in = in;
        this.intake = intake;
        this.trusted = trusted;
        this.closing = closing;
    }

    /** Whether what waits for this scope can be sealed now: there is a key, and nobody would set it aside. */
    public boolean isOpen(ScopeId scope) {
        boolean governs = in.own.governs(scope);
        return in.keys.current(governs ? trusted.governance() : scope).isPresent()
                && trusted.grants().batch(header(in.device, incarnation(governs), scope)) instanceof Ruling.Allowed;
    }

    /** A header as one of this feed would be, for asking the grants. */
    private static BatchHeader header(DeviceKeys author, long incarnation, ScopeId scope) {
        return new BatchHeader(author.signingKey(), incarnation, scope, 1, Hash.NONE, Catalogue.SCHEMA, 0, new byte[12], 0, 0, 0,
                Hash.NONE);
    }

    /** How many changes wait that can be sealed. */
    long waiting() {
        return in.own.scopes().stream().filter(this::isOpen).mapToLong(in.own::count).sum();
    }

    /** The next batch of what waits; empty where nothing does that can be sealed. */
    Optional<Batch> next() {
        return in.own.scopes().stream().filter(this::isOpen).findFirst().map(this::next);
    }

    private Batch next(ScopeId scope) {
        int most = FEW;
        List<Numbered> waiting = alike(in.own.first(scope, most));
        int fit = fit(waiting);
        while (fit == most && most < MOST) {
            most = Math.min(MOST, 2 * most);
            waiting = alike(in.own.first(scope, most));
            fit = fit(waiting);
        }
        List<Change> changes = waiting.stream().limit(fit).map(Numbered::change).toList();
        long incarnation = incarnation(governs(waiting.getFirst()));
        Batch batch = sealed(in.device, incarnation, scope, tail(new FeedId(in.self(), incarnation, scope)), changes, closing.of(scope));
        in.own.sealed(scope, waiting.get(fit - 1).n());
        takeOwn(batch, changes);
        in.db.sql("UPDATE batch SET sealed_at = ? WHERE hash = ?").put(in.clock().millis()).put(batch.hash().bytes()).run();
        in.meta.put(Meta.LAST_SEALED, batch.hash().toString());
        return batch;
    }

    /** What is said about devices and what is recorded are sealed under different keys and stand in feeds of their own. */
    private static List<Numbered> alike(List<Numbered> waiting) {
        boolean governs = governs(waiting.getFirst());
        return waiting.stream().takeWhile(n -> governs(n) == governs).toList();
    }

    private long incarnation(boolean governs) {
        return in.incarnation() + (governs ? 1 : 0);
    }

    private static boolean governs(Numbered numbered) {
        return numbered.change().type() >= Catalogue.FIRST_GOVERNANCE;
    }

    private static int fit(List<Numbered> waiting) {
        return BodyForm.split(waiting.stream().map(Numbered::change).toList());
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
    public List<Batch> seal(DeviceKeys author, long incarnation, ScopeId scope, List<Change> changes) {
        Tail tail = tail(new FeedId(author.id(), incarnation, scope));
        List<Batch> batches = new ArrayList<>();
        List<Change> left = changes;
        while (!left.isEmpty()) {
            int fit = BodyForm.split(left);
            Batch batch = sealed(author, incarnation, scope, tail, left.subList(0, fit), List.of());
            batches.add(batch);
            tail = new Tail(batch.header().number(), batch.hash());
            left = left.subList(fit, left.size());
        }
        return batches;
    }

    private Batch sealed(DeviceKeys author, long incarnation, ScopeId scope, Tail tail, List<Change> changes,
                         List<Closing> closes) {
        return in.sealer.seal(author, incarnation, scope, tail.number() + 1, tail.hash(), changes, closes)
                .orElseThrow(() -> new StoreException(StoreException.Reason.NO_KEY, "no key for this scope"));
    }

    private record Tail(int number, Hash hash) {}

    private Tail tail(FeedId feed) {
        Optional<Tail> last = in.db.sql("SELECT number, hash FROM batch WHERE scope = ? AND device = ? AND incarnation = ? "
                        + "ORDER BY number DESC LIMIT 1").put(feed.scope()).put(feed.device().bytes()).put(feed.incarnation())
                .first(row -> new Tail(row.whole(1), row.hash(2)));
        return last.orElse(new Tail(0, Hash.NONE));
    }
}
