package vn.banso.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.node.Province;
import vn.banso.sync.progress.ExchangeProgress;
import vn.banso.sync.wire.Caller;
import vn.banso.trust.crypto.Redactions;

/**
 * Puts the answer to one parcel together: for every scope that the caller named, what is here, what of it the caller lacks, and
 * receipts. A scope of which a whole answer says nothing is the same on both sides.
 */
final class AnswerBuilder {
    /** Batches that one answer nearly always holds. */
    private static final int FEW = 4;
    /** What was set aside of a feed comes with the receipt where it is no more than this; more only where somebody asks. */
    private static final int LITTLE = 50;
    /** No more batches than these go into the room of one, laid out together. */
    private static final int AT_BEST = 3;

    private final Node node;
    private final Caller caller;
    private final boolean runs;
    private final Outgoing out;

    /**
     * @param maxBytes how long the answer may be
     * @param wished how long the caller would like it
     * @param runs whether many small batches may go together
     */
    AnswerBuilder(Node node, Caller caller, long maxBytes, long wished, boolean runs) {
        this.node = node;
        this.caller = caller;
        this.runs = runs;
        this.out = new Outgoing(node, maxBytes, wished, scope -> runs && caller.mayRead(scope));
    }

    /** What is to be said in answer. */
    Outgoing answer(Parcel.Contents call, Province province) {
        Map<ScopeId, Frame> asked = asked(call, province.governance());
        List<Have> lists = new ArrayList<>();
        asked.forEach((scope, frame) -> {
            if (caller.isKnown() && !node.ledger().have(scope).tips().isEmpty()) {
                node.ledger().receipt(scope);
            }
            switch (frame) {
                case Frame.HaveFrame have -> lists.add(compare(node.ledger().confirmations().whole(have)));
                case Frame.HaveFeeds feeds -> lists.add(compare(feeds));
                case Frame.HaveDigest digest -> lists.add(compare(digest));
                default -> throw new IllegalStateException("no have-list");
            }
        });
        lists.forEach(this::confirm);
        call.frames().stream().filter(Frame.RefusalsWanted.class::isInstance).map(Frame.RefusalsWanted.class::cast)
                .forEach(f -> page(f.wanted()));
        lists.forEach(this::give);
        return out;
    }

    /** Governance first: by it everything else is judged. */
    private static Map<ScopeId, Frame> asked(Parcel.Contents call, ScopeId governance) {
        Map<ScopeId, Frame> asked = new LinkedHashMap<>();
        List<Frame> frames = new ArrayList<>(call.frames());
        frames.sort((a, b) -> Boolean.compare(scope(b).filter(governance::equals).isPresent(), scope(a).filter(governance::equals).isPresent()));
        for (Frame frame : frames) {
            scope(frame).ifPresent(scope -> asked.merge(scope, frame, (a, b) -> a instanceof Frame.HaveDigest ? b : a));
        }
        return asked;
    }

    private static Optional<ScopeId> scope(Frame frame) {
        return switch (frame) {
            case Frame.HaveFrame f -> Optional.of(f.have().scope());
            case Frame.HaveDigest f -> Optional.of(f.scope());
            case Frame.HaveFeeds f -> Optional.of(f.scope());
            default -> Optional.empty();
        };
    }

    /** @return what the caller holds */
    private Have compare(Have theirs) {
        Have mine = told(theirs);
        // Where more is to come than one answer holds, the caller hears how much that is.
        if (ReceiptMarks.lacks(mine, theirs) || theirs.tips().stream().anyMatch(t -> !isHere(t, mine)) || ExchangeProgress.lacking(mine, theirs) > FEW) {
            out.have(mine);
        } else {
            out.haveDigest(mine);
        }
        return theirs;
    }

    /** Nearly always the caller holds the same. Where it does not, this node's receipt tells it what is here: it only lacks the newest of that. */
    private Have compare(Frame.HaveDigest theirs) {
        ScopeId scope = theirs.scope();
        Have mine = node.ledger().have(scope);
        Have unknown = new Have(scope, mine.tips(), theirs.receipts(), mine.redactions());
        if (HaveForm.digest(mine).equals(theirs.digest())) {
            if (ReceiptMarks.lacksAny(mine.receipts(), theirs.receipts())) {
                out.haveDigest(mine);
            }
        } else if (!caller.mayRead(scope)) {
            out.haveDigest(new Have(scope, List.of(), List.of()));
        } else if (node.ledger().confirmations().newest(scope, node.id()).isPresent()) {
            out.haveFeeds(mine, List.of());
        } else {
            out.have(mine);
        }
        return unknown;
    }

    /** Of the feeds that the caller did not name it holds what is here, or knows that it does not. */
    private Have compare(Frame.HaveFeeds theirs) {
        ScopeId scope = theirs.scope();
        Have mine = node.ledger().have(scope);
        List<Tip> tips = new ArrayList<>(mine.tips());
        tips.removeIf(tip -> theirs.feeds().containsKey(tip.feed()));
        theirs.feeds().values().forEach(tips::addAll);
        Have all = new Have(scope, tips, theirs.receipts(), theirs.redactions());
        if (!caller.mayRead(scope)) {
            return compare(new Have(scope, theirs.feeds().values().stream().flatMap(List::stream).toList(), theirs.receipts(), theirs.redactions()));
        }
        if (HaveForm.digest(mine).equals(theirs.digest()) && !ReceiptMarks.lacks(mine, all)) {
            return all;
        }
        boolean lacking = theirs.feeds().values().stream().flatMap(List::stream).anyMatch(t -> !isHere(t, mine));
        out.haveFeeds(mine, lacking || ExchangeProgress.lacking(mine, all) > FEW ? theirs.feeds().keySet() : List.of());
        return all;
    }

    /** Not where the feed is left out of what is here, because a redaction in it waits: then the whole batch is still wanted. */
    private boolean isHere(Tip tip, Have mine) {
        return mine.tips().contains(tip)
                || node.ledger().isPlaced(tip.hash()) && mine.tips().stream().anyMatch(held -> held.feed().equals(tip.feed()));
    }

    /**
     * What is here, as far as it concerns the caller. Whoever may not read the scope is told of the tips it named whether they are
     * here and, where they are not, how far their feeds are.
     */
    private Have told(Have theirs) {
        Have mine = node.ledger().have(theirs.scope());
        if (caller.mayRead(theirs.scope())) {
            return mine;
        }
        Set<Tip> tips = new LinkedHashSet<>();
        for (Tip tip : theirs.tips()) {
            if (isHere(tip, mine)) {
                tips.add(tip);
            } else {
                mine.tips().stream().filter(t -> t.feed().equals(tip.feed())).forEach(tips::add);
            }
        }
        if (caller.mayLearn(theirs.scope())) {
            mine.tips().stream().filter(t -> t.feed().governs()).forEach(tips::add);
        }
        if (isConcerned(theirs.scope())) {
            return new Have(theirs.scope(), List.copyOf(tips), mine.receipts(), redactions(theirs).map(Redactions::mark).toList());
        }
        return new Have(theirs.scope(), List.copyOf(tips), common(mine.receipts(), theirs.receipts()), common(mine.redactions(), theirs.redactions()));
    }

    private static List<Long> common(List<Long> mine, List<Long> theirs) {
        return mine.stream().filter(theirs::contains).toList();
    }

    private void confirm(Have theirs) {
        if (isConcerned(theirs.scope())) {
            for (Receipt.News news : node.ledger().confirmations().since(theirs.scope(), theirs.receipts())) {
                if (out.receipt(news)) {
                    news.changed().forEach((feed, state) -> state.aside().filter(aside -> aside.count() <= LITTLE)
                            .ifPresent(aside -> page(new RefusalPage.Wanted(feed, aside.digest(), 0))));
                } else {
                    // It is named, so that it is missed: the caller asks again, or is told that it never fits.
                    out.haveDigest(node.ledger().have(theirs.scope()));
                }
            }
        }
    }

    private void page(RefusalPage.Wanted wanted) {
        if (isConcerned(wanted.feed().scope())) {
            node.ledger().confirmations().page(wanted).ifPresent(out::refusals);
        }
    }

    /** Whether the caller hears what became of its batches. Where they are only carried, nobody here knows who works there. */
    private boolean isConcerned(ScopeId scope) {
        return caller.isKnown() || caller.isProven() && node.grants().carries(scope);
    }

    private void give(Have theirs) {
        if (caller.mayRead(theirs.scope()) && out.room() > 0) {
            out.batches(node.ledger().batchesLacking(theirs, runs ? AT_BEST * out.room() : out.room()));
        } else if (caller.mayLearn(theirs.scope()) && out.room() > 0) {
            out.batches(node.ledger().batchesLacking(theirs, out.room()).stream().filter(b -> b.feed().governs()).toList());
        }
        if (caller.isKnown()) {
            redactions(theirs).filter(r -> ReceiptMarks.lacks(theirs.redactions(), Redactions.mark(r))).forEach(out::redaction);
        }
    }

    /** A carrier must not keep what was erased either; but it gets none in the place of a batch that it does not hold. */
    private Stream<Frame.RedactionFrame> redactions(Have theirs) {
        return node.ledger().redactionsFor(theirs.scope()).stream()
                .filter(r -> caller.mayRead(theirs.scope()) || Redactions.concerns(r, theirs.tips()));
    }
}
