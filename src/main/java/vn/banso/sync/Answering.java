package vn.banso.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Have;
import vn.banso.ledger.HaveForm;
import vn.banso.ledger.Parcel;
import vn.banso.ledger.Tip;
import vn.banso.register.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.Province;
import vn.banso.trust.Redactions;

/**
 * Puts the answer to one parcel together: for every scope that the caller named, what is here, what of it the caller lacks, and
 * receipts. A scope of which a whole answer says nothing is the same on both sides.
 */
final class Answering {
    /** Batches that one answer nearly always holds. */
    private static final int FEW = 4;

    private final Node node;
    private final Caller caller;
    private final Outgoing out;

    /**
     * @param maxBytes how long the answer may be
     * @param wished how long the caller would like it
     */
    Answering(Node node, Caller caller, long maxBytes, long wished) {
        this.node = node;
        this.caller = caller;
        this.out = new Outgoing(node, maxBytes, wished);
    }

    /** What the caller says it holds of one scope: in full, or in short. */
    private record Asked(Optional<Have> have, Optional<Hash> digest) {}

    /** What is to be said in answer. */
    Outgoing answer(Parcel.Contents call, Province province) {
        Map<ScopeId, Asked> asked = asked(call, province.governance());
        asked.forEach((scope, a) -> {
            if (caller.isKnown() && !node.have(scope).tips().isEmpty()) {
                node.receipt(scope);
            }
            a.have().ifPresentOrElse(this::compare, () -> compare(scope, a.digest().orElseThrow()));
        });
        List<Have> lists = asked.values().stream().flatMap(a -> a.have().stream()).toList();
        lists.forEach(this::confirm);
        lists.forEach(this::give);
        return out;
    }

    /** Governance first: by it everything else is judged. */
    private static Map<ScopeId, Asked> asked(Parcel.Contents call, ScopeId governance) {
        Map<ScopeId, Asked> asked = new LinkedHashMap<>();
        List<Frame> frames = new ArrayList<>(call.frames());
        frames.sort((a, b) -> Boolean.compare(isOf(b, governance), isOf(a, governance)));
        for (Frame frame : frames) {
            if (frame instanceof Frame.HaveFrame f) {
                asked.put(f.have().scope(), new Asked(Optional.of(f.have()), Optional.empty()));
            } else if (frame instanceof Frame.HaveDigest d) {
                asked.putIfAbsent(d.scope(), new Asked(Optional.empty(), Optional.of(d.digest())));
            }
        }
        return asked;
    }

    private static boolean isOf(Frame frame, ScopeId scope) {
        return frame instanceof Frame.HaveFrame f && f.have().scope().equals(scope)
                || frame instanceof Frame.HaveDigest d && d.scope().equals(scope);
    }

    private void compare(Have theirs) {
        Have mine = told(theirs);
        // Where more is to come than one answer holds, the caller hears how much that is.
        if (Marks.lacks(mine, theirs) || theirs.tips().stream().anyMatch(t -> !isHere(t, mine)) || Owing.lacking(mine, theirs) > FEW) {
            out.have(mine);
        } else {
            out.haveDigest(mine);
        }
    }

    private void compare(ScopeId scope, Hash theirs) {
        Have mine = node.have(scope);
        if (HaveForm.digest(mine).equals(theirs)) {
            return;
        }
        if (caller.mayRead(scope)) {
            out.have(mine);
        } else {
            out.haveDigest(new Have(scope, List.of(), List.of()));
        }
    }

    private boolean isHere(Tip tip, Have mine) {
        return mine.tips().contains(tip) || node.isPlaced(tip.hash());
    }

    /**
     * What is here, as far as it concerns the caller. Whoever may not read the scope is told of the tips it named whether they are
     * here and, where they are not, how far their feeds are.
     */
    private Have told(Have theirs) {
        Have mine = node.have(theirs.scope());
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
        Set<Long> marks = new HashSet<>(mine.receipts());
        marks.retainAll(theirs.receipts());
        if (caller.isKnown()) {
            node.receiptsFor(theirs.scope()).forEach(r -> marks.add(r.mark()));
            redactions(theirs).forEach(r -> marks.add(Redactions.mark(r)));
        }
        return new Have(theirs.scope(), List.copyOf(tips), List.copyOf(marks));
    }

    private void confirm(Have theirs) {
        if (caller.isKnown()) {
            node.receiptsFor(theirs.scope()).stream().filter(r -> Marks.lacks(theirs.receipts(), r.mark())).forEach(out::receipt);
        }
    }

    private void give(Have theirs) {
        if (caller.mayRead(theirs.scope()) && out.room() > 0) {
            out.batches(node.batchesLacking(theirs, out.room()));
        }
        if (caller.isKnown()) {
            redactions(theirs).filter(r -> Marks.lacks(theirs.receipts(), Redactions.mark(r))).forEach(out::redaction);
        }
    }

    /** A carrier must not keep what was erased either; but it gets none in the place of a batch that it does not hold. */
    private Stream<Frame.RedactionFrame> redactions(Have theirs) {
        return node.redactionsFor(theirs.scope()).stream()
                .filter(r -> caller.mayRead(theirs.scope()) || Redactions.concerns(r, theirs.tips()));
    }
}
