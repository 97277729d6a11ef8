package vn.banso.sync;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/** A line to a peer that is cut at any byte of a parcel or of its answer: what came before the cut has come. */
final class CutPeer implements Peer {
    private final Peer peer;
    private final Random random;
    private final int oneIn;
    private final Map<Hash, Integer> arrived = new HashMap<>();
    private int cuts;

    /** @param oneIn how rarely it is cut */
    CutPeer(Peer peer, Random random, int oneIn) {
        this.peer = peer;
        this.random = random;
        this.oneIn = oneIn;
    }

    int cuts() {
        return cuts;
    }

    /** How many batches reached the other end whole and had done so before. */
    int cameAgain() {
        return arrived.values().stream().mapToInt(n -> n - 1).sum();
    }

    @Override
    public Greeting greet() throws PeerException {
        return peer.greet();
    }

    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        if (random.nextInt(oneIn) > 0) {
            count(parcel);
            return peer.exchange(parcel);
        }
        cuts++;
        if (random.nextBoolean()) {
            arrives(Arrays.copyOf(parcel, random.nextInt(parcel.length)));
            throw new PeerException(Reason.CUT_OFF, null);
        }
        count(parcel);
        byte[] answer = peer.exchange(parcel);
        throw new PeerException(Reason.CUT_OFF, Optional.empty(), Arrays.copyOf(answer, random.nextInt(answer.length)), null);
    }

    /** The desk takes in what came and has nobody to answer. */
    private void arrives(byte[] part) throws PeerException {
        try {
            count(part);
            peer.exchange(part);
        } catch (PeerException e) {
            if (e.reason() != Reason.CUT_OFF && e.reason() != Reason.NOT_UNDERSTOOD) {
                throw e;
            }
        }
    }

    private void count(byte[] parcel) {
        try {
            Parcel.read(parcel).frames().stream().filter(Frame.BatchFrame.class::isInstance).map(Frame.BatchFrame.class::cast)
                    .forEach(f -> arrived.merge(f.batch().hash(), 1, Integer::sum));
        } catch (MalformedException _) {
            // Cut within its first bytes.
        }
    }

    @Override
    public String name() {
        return peer.name();
    }
}
