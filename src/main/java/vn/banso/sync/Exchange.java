package vn.banso.sync;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.node.Province;
import vn.banso.store.personal.ErasureReceipts;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * The calling end of an exchange with any peer. It keeps nothing between two runs: what is owed is computed from what both
 * sides hold, so pressing again is always safe, and a cut costs at most the batch that was under way. One object is one run.
 */
public final class Exchange {
    private final Node node;
    private final Rounds rounds;
    private final Set<ScopeId> unsettled = new LinkedHashSet<>();

    /** @throws PeerException NOT_JOINED where the node belongs to no province yet */
    public Exchange(Node node, Peer peer, ProgressListener progress) throws PeerException {
        Province province = node.province().orElseThrow(() -> new PeerException(Reason.NOT_JOINED, null));
        this.node = node;
        this.rounds = new Rounds(node, province, peer, progress);
    }

    /**
     * Runs until both sides hold the same, as far as this node may.
     *
     * @throws PeerException RECEIPT_TOO_LONG where all went through but a receipt; else where the peer could not be reached or broke off: what had come by then is kept, and counted in
     *     {@link #tally}
     */
    public ExchangeCounts run() throws PeerException {
        // Nothing is sealed for a peer that is not there: a day's work becomes one batch, however often somebody tried.
        rounds.stands(ExchangePhase.LOOKING);
        rounds.greet();
        rounds.stands(ExchangePhase.SEALING);
        ErasureReceipts.confirm(node);
        List<Batch> justSealed = rounds.refresh();
        if (rounds.isWithFolder()) {
            new FolderExchange(node, rounds).leave();
        } else {
            LiveExchange talk = new LiveExchange(node, rounds, unsettled);
            talk.run(justSealed);
            rounds.answered();
            if (rounds.goOn() && talk.isReceiptTooLong()) {
                throw new PeerException(Reason.RECEIPT_TOO_LONG, null);
            }
        }
        Admission.passOnHelp(node);
        return tally();
    }

    /**
     * Only takes what was left here for this device, such as the answers on a stick, and gives nothing.
     *
     * @throws PeerException where it could not be read; a node in the same process or over a line leaves nothing
     */
    public ExchangeCounts fetch() throws PeerException {
        rounds.stands(ExchangePhase.RECEIVING);
        rounds.answers();
        return tally();
    }

    /** What came about so far. */
    public ExchangeCounts tally() {
        return rounds.tally();
    }

    /** The scopes in which the other side still holds something else; of a folder nothing is known. */
    public Set<ScopeId> unsettled() {
        return Set.copyOf(unsettled);
    }
}
