package vn.banso.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Digest;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.ExchangeProgress;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.crypto.Redactions;

/**
 * An exchange with a peer that answers at once. The first parcel brings what the peer most likely lacks, together with what is here of
 * those scopes; of all others it says in short what is here. The answer brings what is lacking here and, where the peer lacks
 * something itself, its have-list: from then on every parcel is exact.
 *
 * <p>To a node of which nothing here speaks only grants are given, until the grants it gives in turn make it known: an installation
 * that bears the same province's name under another root key gets nobody's records.
 */
final class LiveExchange {
    private static final int PAGES = 50;

    private final Node node;
    private final Rounds rounds;
    private final Set<ScopeId> unsettled;
    /** Of these a receipt did come, be it one that proves nothing. */
    private final Set<ScopeId> cameWithReceipt = new HashSet<>();
    private final Set<ScopeId> met = new HashSet<>();
    private final Set<ScopeId> askedInFull = new HashSet<>();
    private final Set<Long> givenMarks = new HashSet<>();
    private final Map<ScopeId, Digest> inShort = new HashMap<>();
    private final Map<ScopeId, Have> theirs = new LinkedHashMap<>();
    /** The marks of receipts that the peer named in its last answer. */
    private final Map<ScopeId, List<Long>> named = new HashMap<>();
    /** Of these it is known what the peer holds, to the last feed. */
    private final Set<ScopeId> exact = new HashSet<>();
    private final Set<RefusalPage.Wanted> wanted = new HashSet<>();

    /** @param unsettled filled with the scopes in which both sides differ */
    LiveExchange(Node node, Rounds rounds, Set<ScopeId> unsettled) {
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

    /**
     * Whether a receipt stayed away because it fits into no parcel: one of this side, or the one of the peer, which it names. Everything
     * else has come through.
     */
    boolean isReceiptTooLong() {
        return rounds.isReceiptTooLong() || named.entrySet().stream().anyMatch(e -> unsettled.contains(e.getKey())
                && !cameWithReceipt.contains(e.getKey()) && ReceiptMarks.lacksAny(node.ledger().have(e.getKey()).receipts(), ReceiptMarks.ofLine(e.getValue(),
                        Receipt.Head.mark(reader(), rounds.greeting().incarnation(), e.getKey(), 0))));
    }

    /** Until both sides hold the same as far as they may, or a round moved nothing. Every round after the first has something to do. */
    private void converse(List<Batch> justSealed) throws PeerException {
        meet();
        List<Batch> next = isStranger() ? List.of() : new FirstParcel(node, reader(), rounds.room()).batches(justSealed);
        rounds.gives(next.size());
        Set<ScopeId> full = unsettled.stream().filter(scope -> !reads(scope) || node.ledger().have(scope).tips().isEmpty()).collect(Collectors.toSet());
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
            more = pages().findFirst().isPresent() || !unsettled.isEmpty()
                    && (!next.isEmpty() || answer.hasNews() || owesMarks() || !askedInFull.containsAll(unsettled));
            full = Set.copyOf(unsettled);
        }
    }

    /** Where something differs still and nobody has said how much, the bar waits: it is never fuller than is known. */
    private void stands() {
        long there = owed();
        long here = theirs.values().stream().mapToLong(have -> ExchangeProgress.lacking(have, node.ledger().have(have.scope()))).sum();
        if (there + here > 0 || unsettled.isEmpty()) {
            rounds.stands(there, here);
        } else {
            rounds.stands(ExchangePhase.VERIFYING);
        }
    }

    /** Scopes that were not here before: a grant that came with the last round may have opened them. */
    private void meet() {
        ScopeId governance = node.grants().governance();
        if (met.add(governance)) {
            unsettled.add(governance);
        }
        node.ledger().scopes().stream().filter(met::add).forEach(unsettled::add);
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
            Have mine = node.ledger().have(scope);
            if (!full.contains(scope)) {
                inShort.put(scope, out.haveDigest(mine));
            } else if (exact.contains(scope) ? out.haveFeeds(mine, ExchangeProgress.differing(mine, theirs.get(scope))) : out.have(mine) || scope.equals(order.getFirst())) {
                // One that does not fit even alone is not asked about for ever.
                askedInFull.add(scope);
            }
        }
        pages().filter(out::wanted).forEach(wanted::add);
        theirs.values().forEach(have -> giveMarks(have, out));
        return out;
    }

    /** What receipts say that was set aside, as far as it has not come and was not asked for. */
    private Stream<RefusalPage.Wanted> pages() {
        return met.stream().flatMap(scope -> node.ledger().confirmations().wanted(scope).stream()).filter(w -> !wanted.contains(w)).limit(PAGES);
    }

    /** What both sides hold now, in the light of an answer. */
    private void settle(Parcel.Contents answer) {
        theirs.clear();
        named.clear();
        exact.clear();
        Map<ScopeId, Frame.HaveDigest> told = new HashMap<>();
        for (Frame frame : answer.frames()) {
            switch (frame) {
                case Frame.HaveFrame f -> told(told, new Frame.HaveDigest(f.have().scope(), f.all(), f.have().receipts()),
                        node.ledger().confirmations().whole(f), true);
                case Frame.HaveDigest d -> known(d, List.of()).ifPresentOrElse(have -> told(told, d, have, true), () -> told.put(d.scope(), d));
                case Frame.HaveFeeds f -> feeds(told, f);
                case Frame.ReceiptFrame r -> cameWithReceipt.add(r.news().head().scope());
                default -> { }
            }
        }
        if (answer.complete()) {
            inShort.forEach((scope, digest) -> told.putIfAbsent(scope, new Frame.HaveDigest(scope, digest, node.ledger().have(scope).receipts())));
        }
        told.forEach((scope, digest) -> named.put(scope, digest.receipts()));
        unsettled.removeIf(scope -> told.containsKey(scope) && isSettled(told.get(scope)));
    }

    private boolean isSettled(Frame.HaveDigest told) {
        Have mine = node.ledger().have(told.scope());
        return told.digest().equals(HaveForm.digest(mine)) && !ReceiptMarks.lacksAny(mine.receipts(), told.receipts())
                && !ReceiptMarks.lacksAny(told.receipts(), mine.receipts());
    }

    private void told(Map<ScopeId, Frame.HaveDigest> told, Frame.HaveDigest digest, Have have, boolean all) {
        if (met.contains(have.scope())) {
            told.put(have.scope(), digest);
            if (mayGive(have.scope())) {
                theirs.put(have.scope(), have);
            }
            if (all && mayGive(have.scope())) {
                exact.add(have.scope());
            }
        }
    }

    /** Some feeds: of the others the peer's own receipt tells, or it holds of them what is here, or nobody knows. */
    private void feeds(Map<ScopeId, Frame.HaveDigest> told, Frame.HaveFeeds f) {
        Frame.HaveDigest digest = new Frame.HaveDigest(f.scope(), f.digest(), f.receipts());
        Have mine = node.ledger().have(f.scope());
        List<Tip> tips = new ArrayList<>(mine.tips());
        tips.removeIf(tip -> f.feeds().containsKey(tip.feed()));
        f.feeds().values().forEach(tips::addAll);
        Have guessed = new Have(f.scope(), tips, f.receipts(), f.redactions());
        Optional<Have> known = known(digest, f.redactions());
        told(told, digest, known.orElse(guessed), known.isPresent() || HaveForm.digest(guessed).equals(f.digest()));
    }

    /** What the peer holds, as its own receipt says; empty where that is not all. */
    private Optional<Have> known(Frame.HaveDigest told, List<Long> redactions) {
        return node.ledger().confirmations().newest(told.scope(), reader()).map(r -> new Have(told.scope(), r.receipt().tips(), told.receipts(), redactions))
                .filter(have -> HaveForm.digest(have).equals(told.digest()));
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
            room = room <= 0 ? room : add(next, except, node.ledger().batchesLacking(have, room, except), room);
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
                .mapToLong(have -> ExchangeProgress.lacking(node.ledger().have(have.scope()), have)).sum();
    }

    private void giveMarks(Have have, Outgoing out) {
        for (Receipt.News receipt : node.ledger().confirmations().since(have.scope(), have.receipts())) {
            if (!givenMarks.contains(receipt.head().mark()) && (out.receipt(receipt) || !out.everFits(receipt))) {
                givenMarks.add(receipt.head().mark());
            }
        }
        for (Frame.RedactionFrame redaction : node.ledger().redactionsFor(have.scope())) {
            if (owes(have.redactions(), Redactions.mark(redaction)) && out.redaction(redaction)) {
                givenMarks.add(Redactions.mark(redaction));
            }
        }
    }

    private boolean owes(List<Long> theirs, long mark) {
        return ReceiptMarks.lacks(theirs, mark) && !givenMarks.contains(mark);
    }

    private boolean owesMarks() {
        return theirs.values().stream().anyMatch(have -> {
            Have mine = node.ledger().have(have.scope());
            return mine.receipts().stream().anyMatch(mark -> owes(have.receipts(), mark))
                    || mine.redactions().stream().anyMatch(mark -> owes(have.redactions(), mark));
        });
    }
}
