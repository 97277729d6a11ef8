package vn.banso.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException;
import vn.banso.store.node.Province;
import vn.banso.store.personal.ErasureReceipts;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.Caller;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Introduction;
import vn.banso.sync.wire.Nonces;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

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
    private final KeyDistribution keys;
    /** A caller who was cut off and presses again must find what had come: its calls are answered in the order in which they came. */
    private final Lock[] callers = Stream.generate(() -> new ReentrantLock(true)).limit(CALLERS).toArray(Lock[]::new);
    private final BooleanSupplier goOn;
    private ExchangeCounts tally = ExchangeCounts.NOTHING;

    private NodePeer(Node node, int maxParcelBytes, Optional<Nonces> nonces, BooleanSupplier goOn) {
        this.goOn = goOn;
        this.node = node;
        this.maxParcelBytes = maxParcelBytes;
        this.nonces = nonces;
        this.keys = new KeyDistribution(node);
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

    /** {@inheritDoc} Whoever calls over a line must have signed a nonce of the last minutes. */
    @Override
    public void admit(byte[] front) throws PeerException {
        admit(Introduction.read(front));
    }

    /** The province of both, and the nonce that the caller signed; empty for a file that nobody signed. */
    private Optional<byte[]> admit(Introduction caller) throws PeerException {
        Province province = node.province().orElseThrow(() -> new PeerException(Reason.NOT_JOINED, null));
        if (!caller.intro().governance().equals(province.governance())) {
            throw new PeerException(Reason.OTHER_PROVINCE, null);
        }
        Optional<byte[]> nonce = caller.called(nonces.map(Nonces::good).orElse(List.of(Introduction.NO_NONCE)));
        if (nonces.isPresent() && nonce.isEmpty()) {
            throw new PeerException(Reason.REFUSED, null);
        }
        return nonce;
    }

    /**
     * {@inheritDoc} Nothing is taken from a caller who is not proven. Where the parcel was cut off on its way, what is whole in it is
     * taken in as far as grants vouch for it.
     *
     * @throws PeerException TOO_LARGE, NOT_UNDERSTOOD, NOT_JOINED, OTHER_PROVINCE, or REFUSED where a live caller has not signed a nonce
     *     of the last minutes and this very parcel, and then nothing was taken; FULL, READ_ONLY, BUSY where the disk does not let it;
     *     CUT_OFF where a live caller's parcel was not whole
     */
    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        if (parcel.length > maxParcelBytes) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        Parcel.Contents call = read(parcel);
        Introduction caller = Introduction.of(call.frames()).orElseThrow(() -> new PeerException(Reason.NOT_UNDERSTOOD, null));
        Optional<byte[]> nonce = admit(caller);
        boolean proven = nonce.isPresent() && caller.isWhole();
        if (nonces.isPresent() && call.complete() && !proven) {
            throw new PeerException(Reason.REFUSED, null);
        }
        Lock oneAtATime = callers[Math.floorMod(Arrays.hashCode(caller.intro().nodeKey()), callers.length)];
        oneAtATime.lock();
        try {
            Optional<DeviceId> from = Optional.of(caller.speaker()).filter(_ -> proven);
            // What lay in a folder somebody here brought by hand.
            count(Incoming.take(node, call, nonces.isPresent() ? from : from.map(_ -> node.id()), false, goOn));
            if (!goOn.getAsBoolean() || nonces.isPresent() && !proven) {
                throw new PeerException(Reason.CUT_OFF, null);
            }
            Province province = node.province().orElseThrow();
            Outgoing answer = answer(call, caller, from, province);
            return nonces.isPresent() ? answer.answer(caller, nonce.orElseThrow()) : answer.answer(caller, province, maxParcelBytes);
        } catch (StoreException e) {
            throw failure(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Outgoing answer(Parcel.Contents call, Introduction caller, Optional<DeviceId> from, Province province) {
        keys.passOn();
        // What people write at this node itself goes out to whoever calls.
        ErasureReceipts.confirm(node);
        node.ledger().seal();
        int longest = caller.intro().maxParcelBytes();
        boolean runs = nonces.isPresent() && call.frames().stream().noneMatch(Frame.SinglyFrame.class::isInstance);
        int wished = nonces.isPresent() ? Math.min(longest, LONGEST_LIVE) : longest;
        return new AnswerBuilder(node, new Caller(from, node.grants()), maxParcelBytes, Math.max(Outgoing.LEAST, wished), runs).answer(call, province);
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
    public synchronized ExchangeCounts tally() {
        return tally;
    }

    private synchronized void count(ExchangeCounts more) {
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
