package vn.banso.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Opener;

/**
 * Verifies and opens batches on another core while the one before is being folded. What was not announced is opened when it is
 * asked for.
 */
final class Ahead implements Opener {
    private final Opener opener;
    private final Map<Hash, CompletableFuture<Looked>> under = new HashMap<>();

    Ahead(Opener opener) {
        this.opener = opener;
    }

    private record Looked(boolean genuine, Opened opened) {}

    /** This batch will be asked for soon. */
    void announce(Batch batch) {
        under.computeIfAbsent(batch.hash(), _ -> CompletableFuture.supplyAsync(() -> {
            boolean genuine = opener.genuine(batch);
            return new Looked(genuine, genuine ? opener.open(batch) : new Opened.Unreadable());
        }));
    }

    /** This batch is genuine, and that is what is in it. */
    void know(Batch batch, Opened opened) {
        under.put(batch.hash(), CompletableFuture.completedFuture(new Looked(true, opened)));
    }

    /** It will not be asked for any more. */
    void forget(Batch batch) {
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
        return looked == null ? opener.open(batch) : looked.join().opened();
    }
}
