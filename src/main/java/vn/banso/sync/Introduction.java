package vn.banso.sync;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Parcel;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Purpose;

/** How the caller of an exchange proves which device it is. */
final class Introduction {
    /** What a parcel signs that nobody asked for. */
    static final byte[] NO_NONCE = {};

    private Introduction() {}

    /** What is signed: the nonce of the side that is called, and the digest of the parcel. */
    static byte[] message(byte[] nonce, Hash parcel) {
        return ByteBuffer.allocate(nonce.length + Hash.LENGTH).put(nonce).put(parcel.bytes()).array();
    }

    static Optional<Frame.IntroFrame> of(List<Frame> frames) {
        return frames.stream().filter(Frame.IntroFrame.class::isInstance).map(Frame.IntroFrame.class::cast).findFirst();
    }

    /** The device that speaks, where its signature fits one of the nonces. */
    static Optional<DeviceId> proven(Frame.IntroFrame intro, List<Frame> frames, List<byte[]> nonces) {
        Hash digest = Parcel.digest(frames);
        return frames.stream().filter(Frame.AuthFrame.class::isInstance).map(Frame.AuthFrame.class::cast)
                .filter(auth -> nonces.stream()
                        .anyMatch(nonce -> DeviceKeys.verify(intro.nodeKey(), Purpose.CALL, message(nonce, digest), auth.signature())))
                .findFirst().map(auth -> DeviceId.ofKey(intro.nodeKey()));
    }
}
