package vn.banso.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;

/** The laptop to an {@link HonestPeer}: sends what nobody has receipted, keeps every receipt, those of a cut answer too. */
public final class Sender {
    private final byte[] key;
    private final Map<Hash, byte[]> things = new LinkedHashMap<>();
    private final Set<Hash> receipted = new HashSet<>();

    public Sender(long seed) {
        key = Hash.sha256(("laptop " + seed).getBytes()).bytes();
    }

    /** Writes down so many things of random length. */
    public Sender write(int count, int maxBytes, Random random) {
        for (int i = 0; i < count; i++) {
            byte[] thing = new byte[8 + random.nextInt(maxBytes)];
            random.nextBytes(thing);
            things.put(Hash.sha256(thing), thing);
        }
        return this;
    }

    /** The key by which others know it. */
    public byte[] key() {
        return key.clone();
    }

    public byte[] parcel() {
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame.IntroFrame(HonestPeer.PROVINCE, key, 1, 1, 1 << 20));
        things.forEach((hash, thing) -> {
            if (!receipted.contains(hash)) {
                frames.add(new Frame.UnknownFrame(HonestPeer.THING, thing));
            }
        });
        return Parcel.write(frames);
    }

    /** One press of the button. */
    public void handOver(Peer peer) throws PeerException {
        peer.greet();
        try {
            read(peer.exchange(parcel()));
        } catch (PeerException e) {
            read(e.partial());
            throw e;
        }
    }

    public void read(byte[] answer) {
        if (!Parcel.looksLike(answer)) {
            return;
        }
        try {
            for (Frame frame : Parcel.read(answer).frames()) {
                if (frame instanceof Frame.UnknownFrame(int type, byte[] payload) && type == HonestPeer.TAKEN) {
                    receipted.add(new Hash(payload));
                }
            }
        } catch (MalformedException e) {
            throw new AssertionError("an answer that cannot be read", e);
        }
    }

    public int written() {
        return things.size();
    }

    public int receipted() {
        return receipted.size();
    }

    public List<byte[]> things() {
        return List.copyOf(things.values());
    }
}
