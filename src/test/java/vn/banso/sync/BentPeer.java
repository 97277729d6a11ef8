package vn.banso.sync;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;

/** Somebody between the caller and a peer, who looks at what goes there and back, and may alter it. */
record BentPeer(Peer peer, UnaryOperator<byte[]> there, UnaryOperator<byte[]> back) implements Peer {

    static BentPeer there(Peer peer, UnaryOperator<byte[]> there) {
        return new BentPeer(peer, there, UnaryOperator.identity());
    }

    static BentPeer back(Peer peer, UnaryOperator<byte[]> back) {
        return new BentPeer(peer, UnaryOperator.identity(), back);
    }

    static List<Frame> frames(byte[] parcel) {
        try {
            return Parcel.read(parcel).frames();
        } catch (MalformedException e) {
            throw new AssertionError("not a parcel", e);
        }
    }

    static long batches(byte[] parcel) {
        return frames(parcel).stream().filter(Frame.BatchFrame.class::isInstance).count();
    }

    @Override
    public Greeting greet() throws PeerException {
        return peer.greet();
    }

    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        return back.apply(peer.exchange(there.apply(parcel)));
    }

    @Override
    public String name() {
        return peer.name();
    }
}
