package vn.banso.sync.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.ScopeId;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Purpose;

/**
 * How the two ends of an exchange prove who they are, in front of what they say: the caller signs the nonce of the side that is
 * called, so that its call cannot be repeated; that side signs the same nonce and the call, so that nobody else can have answered.
 *
 * @param front the frames that stand in front, or all of the parcel
 */
public record Introduction(Frame.IntroFrame intro, Optional<Frame.AuthFrame> auth, List<Frame> front) {
    /** What a parcel signs that nobody asked for. */
    public static final byte[] NO_NONCE = {};

    /** Empty where the parcel does not begin with a name. */
    public static Optional<Introduction> of(List<Frame> frames) {
        return frames.isEmpty() || !(frames.getFirst() instanceof Frame.IntroFrame intro) ? Optional.empty()
                : Optional.of(new Introduction(intro,
                        frames.size() > 1 && frames.get(1) instanceof Frame.AuthFrame auth ? Optional.of(auth) : Optional.empty(), frames));
    }

    /** @throws PeerException NOT_UNDERSTOOD where it is not the beginning of a parcel in which somebody speaks */
    public static Introduction read(byte[] front) throws PeerException {
        try {
            return of(Parcel.read(front).frames()).orElseThrow(() -> new PeerException(Reason.NOT_UNDERSTOOD, null));
        } catch (MalformedException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
    }

    /** The frames of a call with the caller's name and proof in front. */
    public static List<Frame> calling(DeviceKeys caller, Frame.IntroFrame intro, byte[] nonce, List<Frame> frames) {
        List<Frame> all = new ArrayList<>(frames);
        all.addFirst(intro);
        byte[] digest = Parcel.digest(all);
        all.add(1, new Frame.AuthFrame(digest, caller.sign(Purpose.CALL, join(nonce, digest))));
        return all;
    }

    /** The frames of an answer to this call, with the proof of who answers in front. */
    public List<Frame> answering(DeviceKeys desk, byte[] nonce, List<Frame> frames) {
        List<Frame> all = new ArrayList<>(frames);
        all.addFirst(new Frame.AnswerFrame(intro.governance(), desk.sign(Purpose.ANSWER, answer(nonce, intro.governance(), frames))));
        return all;
    }

    /** Whether the node with that key gave this answer to this very call. */
    public boolean isAnswered(byte[] nodeKey, byte[] nonce, List<Frame> answer) {
        return answer.getFirst() instanceof Frame.AnswerFrame proof
                && DeviceKeys.verify(nodeKey, Purpose.ANSWER, answer(nonce, proof.governance(), answer), proof.signature());
    }

    private byte[] answer(byte[] nonce, ScopeId governance, List<Frame> frames) {
        byte[] scope = ByteBuffer.allocate(Long.BYTES).putLong(governance.value()).array();
        return join(join(nonce, auth.orElseThrow().digest()), join(scope, Parcel.digest(frames)));
    }

    private static byte[] join(byte[] first, byte[] then) {
        return ByteBuffer.allocate(first.length + then.length).put(first).put(then).array();
    }

    /**
     * The frames of an answer to this call that is left in a folder: who gives it, and that it is to this very parcel. What else is in it proves itself.
     */
    public List<Frame> leaving(DeviceKeys desk, Frame.IntroFrame from, List<Frame> frames) {
        List<Frame> all = new ArrayList<>(frames);
        all.addFirst(from);
        auth.ifPresent(call -> all.add(1, new Frame.AuthFrame(call.digest(), desk.sign(Purpose.LETTER, letter(call.digest(), from)))));
        return all;
    }

    /** Which parcel was answered by whom, in the incarnation in which it was then. */
    public record Answered(byte[] letter, DeviceId node, long incarnation) {}

    /** What such answers prove, several of them in one parcel too. */
    public static List<Answered> answered(List<Frame> answers) {
        List<Frame.IntroFrame> intros = answers.stream().filter(Frame.IntroFrame.class::isInstance).map(Frame.IntroFrame.class::cast).toList();
        return answers.stream().filter(Frame.AuthFrame.class::isInstance).map(Frame.AuthFrame.class::cast).flatMap(auth -> intros.stream()
                .filter(from -> DeviceKeys.verify(from.nodeKey(), Purpose.LETTER, letter(auth.digest(), from), auth.signature()))
                .map(from -> new Answered(auth.digest(), DeviceId.ofKey(from.nodeKey()), from.incarnation()))).toList();
    }

    private static byte[] letter(byte[] digest, Frame.IntroFrame from) {
        return ByteBuffer.allocate(digest.length + Long.BYTES + from.nodeKey().length + Long.BYTES).put(digest)
                .putLong(from.governance().value()).put(from.nodeKey()).putLong(from.incarnation()).array();
    }

    public DeviceId speaker() {
        return DeviceId.ofKey(intro.nodeKey());
    }

    /** The nonce that the caller signed; empty where it is none of these. Whether it also wrote the rest, {@link #isWhole} says. */
    public Optional<byte[]> called(List<byte[]> nonces) {
        return auth.flatMap(a -> nonces.stream()
                .filter(nonce -> DeviceKeys.verify(intro.nodeKey(), Purpose.CALL, join(nonce, a.digest()), a.signature())).findFirst());
    }

    /** Whether the proof speaks of all these frames and of no others. */
    public boolean isWhole() {
        return auth.filter(a -> Arrays.equals(a.digest(), Parcel.digest(front))).isPresent();
    }
}
