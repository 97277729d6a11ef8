package vn.banso.testing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.ScopeId;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * The smallest peer that keeps the promises: things come in as frames of {@link #THING}, each is taken once however often it
 * comes, and is answered with a frame of {@link #TAKEN} that names it by its hash. It knows nothing of registers and keys.
 */
public final class HonestPeer implements Peer {
    public static final int THING = 200;
    public static final int TAKEN = 201;
    static final ScopeId PROVINCE = ScopeId.governance("2025-07-01", "19");

    private final byte[] key;
    private final Map<Hash, byte[]> things = new LinkedHashMap<>();
    private final Map<Hash, Integer> came = new HashMap<>();
    private int exchanges;

    public HonestPeer(long seed) {
        key = Hash.sha256(("desk " + seed).getBytes()).bytes();
    }

    @Override
    public Greeting greet() {
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        return new Greeting(nonce, key, 7, 1 << 20);
    }

    @Override
    public synchronized byte[] exchange(byte[] parcel) throws PeerException {
        exchanges++;
        Parcel.Contents contents;
        try {
            contents = Parcel.read(parcel);
        } catch (MalformedException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
        List<Frame> answer = new ArrayList<>();
        answer.add(new Frame.IntroFrame(PROVINCE, key, 7, 1, 1 << 20));
        for (Frame frame : contents.frames()) {
            if (frame instanceof Frame.UnknownFrame(int type, byte[] payload) && type == THING) {
                Hash hash = Hash.sha256(payload);
                things.putIfAbsent(hash, payload);
                came.merge(hash, 1, Integer::sum);
                answer.add(new Frame.UnknownFrame(TAKEN, hash.bytes()));
            }
        }
        return Parcel.write(answer);
    }

    @Override
    public String name() {
        return "honest";
    }

    /** How many different things it holds. */
    public synchronized int held() {
        return things.size();
    }

    /** How many came in, repetitions included. */
    public synchronized int cameIn() {
        return came.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized int exchanges() {
        return exchanges;
    }

    public synchronized boolean holds(byte[] thing) {
        return things.containsKey(Hash.sha256(thing));
    }
}
