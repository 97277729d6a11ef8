package vn.banso.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.wire.PeerException;

/**
 * An exchange with a folder, which does not think: first it reads what desks answered to an earlier parcel, then it leaves a new one. Nobody
 * knows who will read that, so it holds what this node has in full, all receipts, all that the {@linkplain OnTheWay way it goes}
 * owes, and what the answers found lacking; of all that only what does not lie there yet.
 */
final class FolderExchange {
    private final Node node;
    private final Rounds rounds;
    private final List<Have> desks = new ArrayList<>();
    private FolderContents lying = FolderContents.NOTHING;

    FolderExchange(Node node, Rounds rounds) {
        this.node = node;
        this.rounds = rounds;
    }

    void leave() throws PeerException {
        rounds.stands(ExchangePhase.RECEIVING);
        read(rounds.answers());
        lying = FolderContents.of(rounds.lying(new OnTheWay(node, desks)::waits), node.ledger()::isPlaced);
        rounds.stands(ExchangePhase.SEALING);
        rounds.refresh();
        List<Batch> next = rounds.goOn() ? next() : List.of();
        while (rounds.goOn()) {
            rounds.gives(next.size());
            read(rounds.round(parcel(), next).contents());
            next = next();
            rounds.stands(next.size(), 0);
            if (next.isEmpty()) {
                return;
            }
        }
    }

    private Outgoing parcel() {
        Outgoing out = rounds.parcel();
        for (ScopeId scope : node.ledger().scopes()) {
            if (lying.tells(scope)) {
                out.haveDigest(node.ledger().have(scope));
            } else {
                out.have(node.ledger().have(scope));
            }
            node.ledger().confirmations().since(scope, List.of()).stream().filter(news -> !lying.holds(news)).forEach(out::receipt);
            node.ledger().redactionsFor(scope).stream().filter(redaction -> !lying.holds(redaction)).forEach(out::redaction);
        }
        return out;
    }

    private void read(Parcel.Contents answers) {
        answers.frames().stream().filter(Frame.HaveFrame.class::isInstance).map(Frame.HaveFrame.class::cast)
                .forEach(f -> desks.add(node.ledger().confirmations().whole(f)));
    }

    /** What goes into the next parcel: nearly always all that is left. */
    private List<Batch> next() {
        Set<Hash> except = new HashSet<>(rounds.given());
        except.addAll(lying.batches());
        List<Batch> all = new ArrayList<>();
        long room = add(all, except, node.ledger().batchesWithoutReceipt(Optional.empty(), rounds.room(), except), rounds.room());
        for (ScopeId scope : node.ledger().scopes()) {
            room = room <= 0 ? room : add(all, except, node.ledger().batchesWithGaps(Confirmed.byProvince(node, scope), room, except), room);
        }
        for (Have have : desks) {
            room = room <= 0 ? room : add(all, except, node.ledger().batchesLacking(have, room, except), room);
        }
        return all;
    }

    private static long add(List<Batch> all, Set<Hash> except, List<Batch> more, long room) {
        all.addAll(more);
        more.forEach(batch -> except.add(batch.hash()));
        return room - more.stream().mapToLong(Outgoing::bytes).sum();
    }
}
