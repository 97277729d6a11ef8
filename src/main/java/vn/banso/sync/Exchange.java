package vn.banso.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.Batch;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Have;
import vn.banso.ledger.HaveForm;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Parcel;
import vn.banso.register.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.Province;
import vn.banso.sync.PeerException.Reason;

/**
 * The calling end of an exchange with any peer. It keeps nothing between two runs: what is owed is computed from what both
 * sides hold, so pressing again is always safe, and a cut costs at most the batch that was under way.
 *
 * <p>The first parcel says what this node has and, where that is little, already brings what no receipt of the peer covers, so
 * that a day's work needs one round. The peer answers with what we lack and, where it lacks something itself, with its own
 * have-list; then the next round is exact. It ends when both digests agree, or when a round moved nothing.
 */
public final class Exchange {
    /** What may be sent before the peer has told what it lacks: about one batch. */
    private static final long UNASKED_BYTES = 64 * 1024;
    /** Below this length a have-list travels in place of its digest: it saves a round. */
    private static final int SHORT_HAVE = 1024;

    private final Node node;
    private final Peer peer;
    private final Progress progress;
    private final Province province;
    private final Map<ScopeId, Have> theirs = new LinkedHashMap<>();
    private final Set<ScopeId> seen;
    private final Set<ScopeId> unsettled;
    private Tally tally = Tally.NOTHING;

    /** @throws PeerException NOT_JOINED where the node belongs to no province yet */
    public Exchange(Node node, Peer peer, Progress progress) throws PeerException {
        this.node = node;
        this.peer = peer;
        this.progress = progress;
        this.province = node.province().orElseThrow(() -> new PeerException(Reason.NOT_JOINED, null));
        Admission.passOnKeys(node);
        node.seal();
        this.seen = new LinkedHashSet<>(node.scopes());
        this.unsettled = new LinkedHashSet<>(seen);
    }

    /**
     * Runs until both sides hold the same, as far as this node may.
     *
     * @throws PeerException where the peer could not be reached or broke off; what had come by then is kept, and counted in
     *     {@link #tally}
     */
    public Tally run() throws PeerException {
        Greeting greeting = peer.greet();
        if (greeting.nodeKey().length == 0) {
            intoFolder(greeting);
            return tally;
        }
        boolean moved = true;
        while (moved && !unsettled.isEmpty() && progress.goOn()) {
            boolean first = tally.rounds() == 0;
            List<Batch> owed = first ? unasked(DeviceId.ofKey(greeting.nodeKey())) : lacking(room(greeting));
            moved = round(greeting, owed, unsettled, first) || first;
        }
        return tally;
    }

    /**
     * A folder does not think: what lies there answers an earlier parcel, and the new parcel takes the place of the last one. So it
     * holds all that the province has not confirmed, for nobody knows who will read it, and what the answers found lacking.
     */
    private void intoFolder(Greeting greeting) throws PeerException {
        List<Batch> unconfirmed = node.batchesWithoutReceipt(Optional.empty(), room(greeting));
        seen.forEach(scope -> theirs.put(scope, new Have(scope, List.of(), List.of())));
        round(greeting, unconfirmed, seen, false);
        Map<Hash, Batch> all = new LinkedHashMap<>();
        unconfirmed.forEach(batch -> all.put(batch.hash(), batch));
        lacking(room(greeting)).forEach(batch -> all.putIfAbsent(batch.hash(), batch));
        if (all.size() > unconfirmed.size()) {
            round(greeting, List.copyOf(all.values()), seen, false);
        }
    }

    /** What came about so far. */
    public Tally tally() {
        return tally;
    }

    /** The scopes in which the other side still holds something else. */
    public Set<ScopeId> unsettled() {
        return Set.copyOf(unsettled);
    }

    /** @return whether it moved anything, either way */
    private boolean round(Greeting greeting, List<Batch> owed, Set<ScopeId> scopes, boolean brief) throws PeerException {
        Outgoing out = new Outgoing(node, greeting.maxParcelBytes());
        scopes.forEach(scope -> out.frame(holding(scope, brief)));
        theirs.values().forEach(out::receiptsLacking);
        out.batches(owed);
        byte[] up = out.signed(province, greeting.nonce());
        byte[] down = ask(up);
        node.markHandedOver(owed);
        Parcel.Contents answer = read(down);
        Tally came = Incoming.take(node, answer);
        tally = tally.plus(came).plus(Tally.given(owed.size(), up.length, down.length));
        settle(answer);
        progress.moved(tally);
        return !owed.isEmpty() || came.batchesNew() > 0 || came.receipts() > 0;
    }

    private byte[] ask(byte[] up) throws PeerException {
        try {
            return peer.exchange(up);
        } catch (PeerException cut) {
            if (cut.partial().length > 0) {
                tally = tally.plus(Incoming.take(node, read(cut.partial())));
            }
            throw cut;
        }
    }

    private Frame holding(ScopeId scope, boolean brief) {
        Have mine = node.have(scope);
        boolean inFull = !brief || HaveForm.write(mine).length <= SHORT_HAVE;
        return inFull ? new Frame.HaveFrame(mine) : new Frame.HaveDigest(scope, HaveForm.digest(mine));
    }

    /** To a node that has not told yet what it lacks, only what is little. */
    private List<Batch> unasked(DeviceId reader) {
        List<Batch> unasked = node.batchesWithoutReceipt(Optional.of(reader), UNASKED_BYTES + 1);
        long bytes = unasked.stream().mapToLong(Outgoing::bytes).sum();
        return bytes <= UNASKED_BYTES ? unasked : List.of();
    }

    /** What the have-lists of the last answer lack, as much of it as fits. */
    private List<Batch> lacking(long room) {
        List<Batch> lacking = new ArrayList<>();
        long left = room;
        for (Have have : theirs.values()) {
            if (left > 0) {
                List<Batch> some = node.batchesLacking(have, left);
                lacking.addAll(some);
                left -= some.stream().mapToLong(Outgoing::bytes).sum();
            }
        }
        return lacking;
    }

    private static long room(Greeting greeting) {
        return Outgoing.room(greeting.maxParcelBytes());
    }

    private void settle(Parcel.Contents answer) {
        theirs.clear();
        for (Frame frame : answer.frames()) {
            if (frame instanceof Frame.HaveFrame f) {
                theirs.put(f.have().scope(), f.have());
            } else if (frame instanceof Frame.HaveDigest d && HaveForm.digest(node.have(d.scope())).equals(d.digest())) {
                unsettled.remove(d.scope());
            }
        }
        // A grant that came with this round may have opened further scopes.
        node.scopes().stream().filter(seen::add).forEach(unsettled::add);
    }

    private static Parcel.Contents read(byte[] down) throws PeerException {
        try {
            return Parcel.read(down);
        } catch (MalformedException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
    }
}
