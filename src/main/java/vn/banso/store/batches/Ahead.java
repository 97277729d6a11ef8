package vn.banso.store.batches;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.Opener;

/**
 * Verifies and opens batches on another core while the one before is being folded. What was not announced is opened when it is
 * asked for.
 */
public final class Ahead implements Opener {
    private final Opener opener;
    private final Map<Hash, CompletableFuture<Looked>> under = new ConcurrentHashMap<>();

    public Ahead(Opener opener) {
        this.opener = opener;
    }

    private record Looked(boolean genuine, Opened opened) {}

    /** This batch will be asked for soon. */
    public void announce(Batch batch) {
        under.computeIfAbsent(batch.hash(), _ -> CompletableFuture.supplyAsync(() -> looked(batch)));
    }

    /** Verifies and opens it in the caller's own thread, before it stands at the door. */
    public void look(Batch batch) {
        under.computeIfAbsent(batch.hash(), _ -> CompletableFuture.completedFuture(looked(batch)));
    }

    private Looked looked(Batch batch) {
        boolean genuine = opener.genuine(batch);
        return new Looked(genuine, genuine ? opener.open(batch) : new Opened.Unreadable());
    }

    /** This batch is genuine, and that is what is in it. */
    public void know(Batch batch, Opened opened) {
        under.put(batch.hash(), CompletableFuture.completedFuture(new Looked(true, opened)));
    }

    /** It will not be asked for any more. */
    public void forget(Batch batch) {
        under.remove(batch.hash());
    }

    @Override
    public boolean genuine(Batch batch) {
        CompletableFuture<Looked> looked = under.get(batch.hash());
        return looked == null ? opener.genuine(batch) : looked.join().genuine();
    }

    @Override
    public Opened open(Batch batch) {
        CompletableFuture<Looked> looked = under.get(batch.hash());
        // The key may have come since, with a grant of the same parcel.
        return looked == null || looked.join().opened() instanceof Opened.NoKey ? opener.open(batch) : looked.join().opened();
    }
}
