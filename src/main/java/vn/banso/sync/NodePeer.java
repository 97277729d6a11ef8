package vn.banso.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import vn.banso.ledger.Frame;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Parcel;
import vn.banso.store.Node;
import vn.banso.store.Province;
import vn.banso.store.StoreException;
import vn.banso.sync.PeerException.Reason;

/**
 * The answering end of an exchange: a node that takes parcels in and says what it holds. The receiver serves it over HTTP, and
 * an import from a folder hands it the files found there. What it tells to whom, {@link Caller} says.
 */
public final class NodePeer implements Peer {
    /** Batches for a caller that is there: the rest comes with the next round, and many callers at once need not much memory. */
    private static final int LONGEST_LIVE = 1 << 20;
    private static final int CALLERS = 256;

    private final Node node;
    private final int maxParcelBytes;
    private final Optional<Nonces> nonces;
    private final PassingOn keys;
    /** A caller who was cut off and presses again must find what had come: its calls are answered in the order in which they came. */
    private final Lock[] callers = Stream.generate(() -> new ReentrantLock(true)).limit(CALLERS).toArray(Lock[]::new);
    private final BooleanSupplier goOn;
    private Tally tally = Tally.NOTHING;

    private NodePeer(Node node, int maxParcelBytes, Optional<Nonces> nonces, BooleanSupplier goOn) {
        this.goOn = goOn;
        this.node = node;
        this.maxParcelBytes = maxParcelBytes;
        this.nonces = nonces;
        this.keys = new PassingOn(node);
    }

    /** For callers that are there: they sign a fresh nonce. */
    public static NodePeer live(Node node, int maxParcelBytes) {
        return live(node, maxParcelBytes, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    static NodePeer live(Node node, int maxParcelBytes, LongSupplier nanos) {
        return new NodePeer(node, maxParcelBytes, Optional.of(new Nonces(nanos)), () -> true);
    }

    /** For parcels that lay in a folder: nothing to sign but the parcel itself. */
    public static NodePeer forFiles(Node node, int maxParcelBytes) {
        return forFiles(node, maxParcelBytes, () -> true);
    }

    /** @param goOn asked every few batches; where it says no, the file counts as not taken, and what came by then is kept */
    public static NodePeer forFiles(Node node, int maxParcelBytes, BooleanSupplier goOn) {
        return new NodePeer(node, maxParcelBytes, Optional.empty(), goOn);
    }

    @Override
    public Greeting greet() {
        return new Greeting(nonces.map(Nonces::current).orElse(Introduction.NO_NONCE), node.device().signingKey(), node.incarnation(),
                maxParcelBytes);
    }

    /**
     * {@inheritDoc} What is whole in the parcel is taken in even where it was cut off on its way, or its caller not recognised.
     *
     * @throws PeerException TOO_LARGE, NOT_UNDERSTOOD, NOT_JOINED, OTHER_PROVINCE, and then nothing was taken; FULL, READ_ONLY, BUSY
     *     where the disk does not let it; CUT_OFF or REFUSED where a live caller's parcel was not whole, or not signed over a
     *     nonce of the last minutes
     */
    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        if (parcel.length > maxParcelBytes) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        Parcel.Contents call = read(parcel);
        Frame.IntroFrame intro = Introduction.of(call.frames()).orElseThrow(() -> new PeerException(Reason.NOT_UNDERSTOOD, null));
        Province province = node.province().orElseThrow(() -> new PeerException(Reason.NOT_JOINED, null));
        if (!intro.governance().equals(province.governance())) {
            throw new PeerException(Reason.OTHER_PROVINCE, null);
        }
        Lock oneAtATime = callers[Math.floorMod(Arrays.hashCode(intro.nodeKey()), callers.length)];
        oneAtATime.lock();
        try {
            return takenAndAnswered(call, intro, province);
        } catch (StoreException e) {
            throw failure(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private byte[] takenAndAnswered(Parcel.Contents call, Frame.IntroFrame intro, Province province) throws PeerException {
        count(Incoming.take(node, call, goOn));
        if (!goOn.getAsBoolean()) {
            throw new PeerException(Reason.CUT_OFF, null);
        }
        keys.passOn();
        // What people write at this node itself goes out to whoever calls.
        node.seal();
        Caller caller = Caller.of(intro, call, nonces.map(Nonces::good).orElse(List.of(Introduction.NO_NONCE)), node.grants());
        if (nonces.isPresent() && !caller.isProven()) {
            throw new PeerException(call.complete() ? Reason.REFUSED : Reason.CUT_OFF, null);
        }
        int wished = nonces.isPresent() ? Math.min(intro.maxParcelBytes(), LONGEST_LIVE) : intro.maxParcelBytes();
        return new Answering(node, caller, maxParcelBytes, Math.max(Outgoing.LEAST, wished))
                .answer(call, province, maxParcelBytes);
    }

    private static PeerException failure(StoreException e) {
        return switch (e.reason()) {
            case FULL -> new PeerException(Reason.FULL, e);
            case READ_ONLY, DENIED -> new PeerException(Reason.READ_ONLY, e);
            case IN_USE -> new PeerException(Reason.BUSY, e);
            case DAMAGED, UNREADABLE, NEWER, NOT_A_NODE, NOT_A_FOLDER, PATH_TOO_LONG, NO_HOME, GONE, NO_VAULT, EXISTS, WRONG_PASSPHRASE, NO_KEY, BROKEN -> throw e;
        };
    }

    @Override
    public String name() {
        return node.id().toString();
    }

    /** What all exchanges together brought in. */
    public synchronized Tally tally() {
        return tally;
    }

    private synchronized void count(Tally more) {
        tally = tally.plus(more);
    }

    private static Parcel.Contents read(byte[] parcel) throws PeerException {
        try {
            return Parcel.read(parcel);
        } catch (MalformedException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
    }
}
