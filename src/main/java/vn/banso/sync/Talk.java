package vn.banso.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.Batch;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Have;
import vn.banso.ledger.HaveForm;
import vn.banso.ledger.Parcel;
import vn.banso.ledger.Receipt;
import vn.banso.register.ScopeId;
import vn.banso.store.Node;
import vn.banso.trust.Redactions;

/**
 * An exchange with a peer that answers at once. The first parcel brings what the peer most likely lacks, together with what is here of
 * those scopes; of all others it says in short what is here. The answer brings what is lacking here and, where the peer lacks
 * something itself, its have-list: from then on every parcel is exact.
 *
 * <p>To a node of which nothing here speaks only grants are given, until the grants it gives in turn make it known: an installation
 * that bears the same province's name under another root key gets nobody's records.
 */
final class Talk {
    private final Node node;
    private final Rounds rounds;
    private final Set<ScopeId> unsettled;
    private final Set<ScopeId> met = new HashSet<>();
    private final Set<ScopeId> askedInFull = new HashSet<>();
    private final Set<Long> givenMarks = new HashSet<>();
    private final Map<ScopeId, Hash> inShort = new HashMap<>();
    private final Map<ScopeId, Have> theirs = new LinkedHashMap<>();

    /** @param unsettled filled with the scopes in which both sides differ */
    Talk(Node node, Rounds rounds, Set<ScopeId> unsettled) {
        this.node = node;
        this.rounds = rounds;
        this.unsettled = unsettled;
    }

    /** @throws PeerException OTHER_PROVINCE where the peer stayed a stranger, beside all that may happen on the way */
    void run(List<Batch> justSealed) throws PeerException {
        converse(justSealed);
        if (isStranger() && rounds.goOn()) {
            throw new PeerException(PeerException.Reason.OTHER_PROVINCE, null);
        }
    }

    /** Until both sides hold the same as far as they may, or a round moved nothing. Every round after the first has something to do. */
    private void converse(List<Batch> justSealed) throws PeerException {
        meet();
        List<Batch> next = isStranger() ? List.of() : new Unasked(node, reader(), rounds.room()).batches(justSealed);
        rounds.gives(next.size());
        Set<ScopeId> full = next.stream().map(b -> b.header().scope()).collect(Collectors.toSet());
        unsettled.stream().filter(scope -> !reads(scope)).forEach(full::add);
        boolean more = true;
        while (more && rounds.goOn()) {
            Set<ScopeId> asked = Set.copyOf(unsettled);
            Rounds.Answer answer = rounds.round(parcel(full), next);
            settle(answer.contents());
            if (next.stream().anyMatch(batch -> batch.header().scope().equals(node.grants().governance()))) {
                askAgain(asked);
            }
            List<Batch> fresh = answer.hasNews() ? rounds.refresh() : List.of();
            fresh.forEach(batch -> unsettled.add(batch.header().scope()));
            meet();
            next = next(fresh);
            stands();
            more = !unsettled.isEmpty()
                    && (!next.isEmpty() || answer.hasNews() || owesMarks() || !askedInFull.containsAll(unsettled));
            full = Set.copyOf(unsettled);
        }
    }

    /** Where something differs still and nobody has said how much, the bar waits: it is never fuller than is known. */
    private void stands() {
        long there = owed();
        long here = theirs.values().stream().mapToLong(have -> Owing.lacking(have, node.have(have.scope()))).sum();
        if (there + here > 0 || unsettled.isEmpty()) {
            rounds.stands(there, here);
        } else {
            rounds.stands(Phase.VERIFYING);
        }
    }

    /** Scopes that were not here before: a grant that came with the last round may have opened them. */
    private void meet() {
        ScopeId governance = node.grants().governance();
        if (met.add(governance)) {
            unsettled.add(governance);
        }
        node.scopes().stream().filter(met::add).forEach(unsettled::add);
    }

    /**
     * The peer has just learnt who may do what, perhaps who this node is. What was asked about before that was answered to a stranger,
     * who gets no receipt.
     */
    private void askAgain(Set<ScopeId> asked) {
        met.stream().filter(scope -> !asked.contains(scope)).forEach(scope -> {
            unsettled.add(scope);
            askedInFull.remove(scope);
        });
    }

    private boolean reads(ScopeId scope) {
        return node.grants().isLive(node.id(), scope);
    }

    private Outgoing parcel(Set<ScopeId> full) {
        Outgoing out = rounds.parcel();
        inShort.clear();
        // Where not all fits in full, those come first that have not been asked about yet.
        List<ScopeId> order = new ArrayList<>(unsettled);
        order.sort((a, b) -> Boolean.compare(askedInFull.contains(a), askedInFull.contains(b)));
        for (ScopeId scope : order) {
            Have mine = node.have(scope);
            if (!full.contains(scope)) {
                inShort.put(scope, out.haveDigest(mine));
            } else if (out.have(mine) || scope.equals(order.getFirst())) {
                // One that does not fit even alone is not asked about for ever.
                askedInFull.add(scope);
            }
        }
        theirs.values().forEach(have -> giveMarks(have, out));
        return out;
    }

    /** What both sides hold now, in the light of an answer. */
    private void settle(Parcel.Contents answer) {
        theirs.clear();
        Map<ScopeId, Hash> told = new HashMap<>();
        for (Frame frame : answer.frames()) {
            if (frame instanceof Frame.HaveFrame f && met.contains(f.have().scope())) {
                if (mayGive(f.have().scope())) {
                    theirs.put(f.have().scope(), f.have());
                }
                told.put(f.have().scope(), HaveForm.digest(f.have()));
            } else if (frame instanceof Frame.HaveDigest d) {
                told.put(d.scope(), d.digest());
            }
        }
        if (answer.complete()) {
            inShort.forEach(told::putIfAbsent);
        }
        unsettled.removeIf(scope -> told.containsKey(scope) && told.get(scope).equals(HaveForm.digest(node.have(scope))));
    }

    private DeviceId reader() {
        return DeviceId.ofKey(rounds.greeting().nodeKey());
    }

    private boolean isStranger() {
        return node.grants().of(reader()).isEmpty();
    }

    /** Whether the peer may be given what belongs to that scope. */
    private boolean mayGive(ScopeId scope) {
        return scope.equals(node.grants().governance()) || !isStranger();
    }

    /** What the have-lists of the last answer lack, as much of it as fits. */
    private List<Batch> next(List<Batch> fresh) {
        Set<Hash> except = new HashSet<>(rounds.given());
        List<Batch> next = new ArrayList<>();
        long room = rounds.room();
        for (Have have : theirs.values()) {
            room = room <= 0 ? room : add(next, except, node.batchesLacking(have, room, except), room);
        }
        if (room > 0) {
            add(next, except, fresh.stream().filter(b -> !except.contains(b.hash()) && mayGive(b.header().scope())).toList(), room);
        }
        return next;
    }

    private long add(List<Batch> next, Set<Hash> except, List<Batch> more, long room) {
        long left = room;
        for (Batch batch : more) {
            if (!rounds.everFits(batch)) {
                rounds.given().add(batch.hash());
            } else if (left > 0) {
                next.add(batch);
                left -= Outgoing.bytes(batch);
            }
            except.add(batch.hash());
        }
        return left;
    }

    /** Batches that the other side lacks, as far as it may have them. */
    private long owed() {
        return theirs.values().stream().filter(have -> unsettled.contains(have.scope()))
                .mapToLong(have -> Owing.lacking(node.have(have.scope()), have)).sum();
    }

    private void giveMarks(Have have, Outgoing out) {
        for (Receipt.Signed receipt : node.receiptsFor(have.scope())) {
            if (owes(have, receipt.mark()) && out.receipt(receipt)) {
                givenMarks.add(receipt.mark());
            }
        }
        for (Frame.RedactionFrame redaction : node.redactionsFor(have.scope())) {
            if (owes(have, Redactions.mark(redaction)) && out.redaction(redaction)) {
                givenMarks.add(Redactions.mark(redaction));
            }
        }
    }

    private boolean owes(Have have, long mark) {
        return Marks.lacks(have.receipts(), mark) && !givenMarks.contains(mark);
    }

    private boolean owesMarks() {
        return theirs.values().stream().anyMatch(have -> node.have(have.scope()).receipts().stream().anyMatch(mark -> owes(have, mark)));
    }
}
