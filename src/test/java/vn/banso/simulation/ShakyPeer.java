package vn.banso.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;

/** A road to another node on which parcels are lost, cut and altered; every parcel that set out is remembered, to come again. */
final class ShakyPeer implements Peer {
    private final Peer peer;
    private final Random random;
    private final int oneIn;
    private final List<byte[]> onTheWay;

    /** @param oneIn how rarely something happens to a parcel; 0 for never */
    ShakyPeer(Peer peer, Random random, int oneIn, List<byte[]> onTheWay) {
        this.peer = peer;
        this.random = random;
        this.oneIn = oneIn;
        this.onTheWay = onTheWay;
    }

    @Override
    public Greeting greet() throws PeerException {
        return peer.greet();
    }

    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        onTheWay.add(parcel);
        byte[] answer = peer.exchange(arrives(parcel).orElseThrow(() -> new PeerException(PeerException.Reason.NO_CONNECTION, null)));
        return arrives(answer).orElseThrow(() -> new PeerException(PeerException.Reason.CUT_OFF, null));
    }

    /** What is left of a parcel. */
    private Optional<byte[]> arrives(byte[] parcel) {
        if (oneIn == 0 || random.nextInt(oneIn) > 0) {
            return Optional.of(parcel);
        }
        return switch (random.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Arrays.copyOf(parcel, random.nextInt(parcel.length)));
            default -> Optional.of(flipped(parcel, random));
        };
    }

    static byte[] flipped(byte[] parcel, Random random) {
        byte[] altered = parcel.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return altered;
    }

    @Override
    public String name() {
        return "a shaky road to " + peer.name();
    }
}
