package vn.banso.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.sync.wire.Introduction;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.crypto.Purpose;

/** Desks that do what no desk may do. */
final class PlantedPeers {
    private PlantedPeers() {}

    /** Loses the last batch of every parcel of this caller and answers that all is the same. */
    static Peer losing(Peer desk, Node caller, Node answering) {
        return altering(desk, answering, parcel -> {
            List<Frame> frames = new ArrayList<>(BentPeer.frames(parcel));
            for (int i = frames.size() - 1; i >= 0; i--) {
                if (frames.get(i) instanceof Frame.BatchFrame f && f.batch().header().author().equals(caller.id())) {
                    frames.remove(i);
                    break;
                }
            }
            return signedAnew(frames, caller, desk);
        }, answer -> {
            List<Frame> frames = new ArrayList<>();
            for (Frame frame : answer) {
                if (frame instanceof Frame.HaveFrame f) {
                    frames.add(same(f.have().scope(), caller));
                } else if (frame instanceof Frame.HaveDigest d) {
                    frames.add(same(d.scope(), caller));
                } else if (frame instanceof Frame.HaveFeeds f) {
                    frames.add(same(f.scope(), caller));
                } else {
                    frames.add(frame);
                }
            }
            return frames;
        });
    }

    /** A desk that says something else than it should, and signs it. */
    static Peer altering(Peer desk, Node answering, UnaryOperator<byte[]> there, UnaryOperator<List<Frame>> back) {
        List<byte[]> calls = new ArrayList<>();
        return new BentPeer(desk, parcel -> {
            calls.add(parcel);
            return there.apply(parcel);
        }, answer -> {
            List<Frame> frames = BentPeer.frames(answer);
            if (!(frames.getFirst() instanceof Frame.AnswerFrame)) {
                return Parcel.write(back.apply(frames));
            }
            return Parcel.write(Introduction.of(BentPeer.frames(calls.getLast())).orElseThrow()
                    .answering(answering.device(), nonce(desk), back.apply(frames.subList(1, frames.size()))));
        });
    }

    private static Frame same(ScopeId scope, Node caller) {
        return new Frame.HaveDigest(scope, HaveForm.digest(caller.ledger().have(scope)), caller.ledger().have(scope).receipts());
    }

    /** The desk that lies knows no key of the caller's; the rig does, or the honest node behind it would notice at once. */
    private static byte[] signedAnew(List<Frame> frames, Node caller, Peer desk) {
        frames.removeIf(Frame.AuthFrame.class::isInstance);
        if (frames.getFirst() instanceof Frame.IntroFrame intro && Arrays.equals(intro.nodeKey(), caller.device().signingKey())) {
            return Parcel.write(Introduction.calling(caller.device(), intro, nonce(desk), frames.subList(1, frames.size())));
        }
        return Parcel.write(frames);
    }

    private static byte[] nonce(Peer desk) {
        try {
            return desk.greet().nonce();
        } catch (PeerException e) {
            throw new AssertionError(e);
        }
    }

    /** In place of the province's receipts it gives some that name {@code claimed} and are signed by {@code signer}. */
    static Peer confirming(Peer desk, Node truth, Node claimed, Node signer) {
        return altering(desk, truth, UnaryOperator.identity(), answer -> {
            List<Frame> frames = new ArrayList<>();
            for (Frame frame : answer) {
                if (frame instanceof Frame.ReceiptFrame) {
                    truth.ledger().receipt(Neighbourhood.SANG_MOC).ifPresent(r -> frames.add(new Frame.ReceiptFrame(forged(r.receipt(), claimed, signer))));
                } else {
                    frames.add(frame);
                }
            }
            return frames;
        });
    }

    private static Receipt.News forged(Receipt honest, Node claimed, Node signer) {
        Receipt receipt = new Receipt(claimed.device().signingKey(), honest.incarnation(), honest.serial() + 10, honest.scope(), honest.feeds());
        byte[] bytes = ReceiptForm.write(receipt);
        return new Receipt.Signed(receipt, bytes, signer.device().sign(Purpose.RECEIPT, bytes)).whole();
    }

    /** Whether the check finds something. */
    static boolean fails(Runnable check) {
        try {
            check.run();
            return false;
        } catch (AssertionError _) {
            return true;
        }
    }
}
