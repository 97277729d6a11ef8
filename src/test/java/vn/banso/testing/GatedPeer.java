package vn.banso.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;

/** Lets exchanges in, and out only when told. */
public final class GatedPeer implements Peer {
    private final Peer behind;
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    public GatedPeer(Peer behind) {
        this.behind = behind;
    }

    @Override
    public Greeting greet() throws PeerException {
        return behind.greet();
    }

    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        begun.incrementAndGet();
        entered.release();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return behind.exchange(parcel);
    }

    @Override
    public String name() {
        return "gated";
    }

    /** Waits until one more exchange stands inside. */
    public void awaitEntered() throws InterruptedException {
        entered.acquire();
    }

    /** Opens the gate for good. */
    public void open() {
        open.countDown();
    }

    public int begun() {
        return begun.get();
    }
}
