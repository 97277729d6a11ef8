package vn.banso.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Have;
import vn.banso.ledger.HaveForm;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Parcel;
import vn.banso.register.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.Province;
import vn.banso.sync.PeerException.Reason;
import vn.banso.trust.Grants;

/**
 * The answering end of an exchange: a node that takes parcels in and says what it holds. The receiver serves it over HTTP, and
 * an import from a folder hands it the files found there.
 *
 * <p>It takes genuine batches from anybody, because every batch proves itself; it gives batches only of scopes that the caller's
 * grant covers, and only to a caller who proved its name.
 */
public final class NodePeer implements Peer {
    private final Node node;
    private final int maxParcelBytes;
    private final Supplier<byte[]> nonce;
    private final Supplier<List<byte[]>> good;
    private volatile Grants passedOnFor;
    private Tally tally = Tally.NOTHING;

    private NodePeer(Node node, int maxParcelBytes, Supplier<byte[]> nonce, Supplier<List<byte[]>> good) {
        this.node = node;
        this.maxParcelBytes = maxParcelBytes;
        this.nonce = nonce;
        this.good = good;
    }

    /** For callers that are there: they sign a fresh nonce. */
    public static NodePeer live(Node node, int maxParcelBytes) {
        Nonces nonces = new Nonces();
        return new NodePeer(node, maxParcelBytes, nonces::current, nonces::good);
    }

    /** For parcels that lay in a folder: nothing to sign but the parcel itself. */
    public static NodePeer forFiles(Node node, int maxParcelBytes) {
        byte[] none = new byte[0];
        return new NodePeer(node, maxParcelBytes, () -> none, () -> List.of(none));
    }

    @Override
    public Greeting greet() {
        return new Greeting(nonce.get(), node.device().signingKey(), node.incarnation(), maxParcelBytes);
    }

    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        if (parcel.length > maxParcelBytes) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        Parcel.Contents contents = read(parcel);
        Frame.IntroFrame intro = Introduction.of(contents.frames()).orElseThrow(() -> new PeerException(Reason.NOT_UNDERSTOOD, null));
        Province province = node.province().orElseThrow(() -> new PeerException(Reason.NOT_JOINED, null));
        if (!intro.governance().equals(province.governance())) {
            throw new PeerException(Reason.OTHER_PROVINCE, null);
        }
        count(Incoming.take(node, contents));
        passOnKeys();
        Optional<DeviceId> caller = Introduction.proven(intro, contents.frames(), good.get());
        return answer(contents, province, caller);
    }

    @Override
    public String name() {
        return node.id().toString();
    }

    /** What all exchanges together brought in. */
    public synchronized Tally tally() {
        return tally;
    }

    /** Where grants changed, somebody may lack a key that this node can give. */
    private void passOnKeys() {
        Grants now = node.grants();
        if (now != passedOnFor) {
            passedOnFor = now;
            Admission.passOnKeys(node);
            node.seal();
        }
    }

    private synchronized void count(Tally more) {
        tally = tally.plus(more);
    }

    private byte[] answer(Parcel.Contents contents, Province province, Optional<DeviceId> caller) {
        Map<ScopeId, Optional<Have>> asked = asked(contents);
        Outgoing out = new Outgoing(node, maxParcelBytes);
        asked.forEach((scope, theirs) -> {
            node.receipt(scope);
            theirs.ifPresent(have -> give(out, have, caller));
        });
        asked.forEach((scope, theirs) -> {
            Have mine = node.have(scope);
            out.frame(new Frame.HaveDigest(scope, HaveForm.digest(mine)));
            if (theirs.map(have -> lacksSomething(mine, have)).orElseGet(() -> differs(contents, mine))) {
                out.frame(new Frame.HaveFrame(mine));
            }
        });
        return out.signed(province, new byte[0]);
    }

    private void give(Outgoing out, Have theirs, Optional<DeviceId> caller) {
        out.receiptsLacking(theirs);
        boolean mayRead = caller.filter(device -> node.grants().isLive(device, theirs.scope())).isPresent();
        if (mayRead && out.room() > 0) {
            out.batches(node.batchesLacking(theirs, out.room()));
        }
    }

    /** The scopes that the caller named, in its order, each with its have-list where it sent one. */
    private static Map<ScopeId, Optional<Have>> asked(Parcel.Contents contents) {
        Map<ScopeId, Optional<Have>> asked = new LinkedHashMap<>();
        for (Frame frame : contents.frames()) {
            if (frame instanceof Frame.HaveFrame f) {
                asked.put(f.have().scope(), Optional.of(f.have()));
            } else if (frame instanceof Frame.HaveDigest d) {
                asked.putIfAbsent(d.scope(), Optional.empty());
            }
        }
        return asked;
    }

    private static boolean differs(Parcel.Contents contents, Have mine) {
        return contents.frames().stream().noneMatch(f -> f instanceof Frame.HaveDigest d && d.scope().equals(mine.scope())
                && d.digest().equals(HaveForm.digest(mine)));
    }

    /** Whether the caller names a tip or a receipt that this node does not hold. */
    private boolean lacksSomething(Have mine, Have theirs) {
        return Marks.lacks(mine, theirs) || theirs.tips().stream().anyMatch(t -> !mine.tips().contains(t) && !node.isPlaced(t.hash()));
    }

    private static Parcel.Contents read(byte[] parcel) throws PeerException {
        try {
            return Parcel.read(parcel);
        } catch (MalformedException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
    }
}
