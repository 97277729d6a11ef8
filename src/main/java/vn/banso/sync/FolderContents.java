package vn.banso.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.Redactions;

/**
 * What earlier parcels of this device hold that lie in a folder and stay there.
 *
 * @param scopes of which they tell in full what is held
 * @param marks of receipts and redactions
 */
record FolderContents(Set<Hash> batches, Set<ScopeId> scopes, Set<Long> marks) {
    static final FolderContents NOTHING = of(List.of(), _ -> true);

    /**
     * @param held whether a batch is here: parcels with one that is not speak of a store that was damaged or restored since, and what they
     *     say of it is not relied upon
     */
    static FolderContents of(List<Frame> frames, Predicate<Hash> held) {
        FolderContents lying = new FolderContents(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Frame frame : frames) {
            switch (frame) {
                case Frame.BatchFrame f -> lying.batches.add(f.batch().hash());
                case Frame.HaveFrame f -> lying.scopes.add(f.have().scope());
                case Frame.ReceiptFrame f -> lying.marks.add(f.news().head().mark());
                case Frame.RedactionFrame f -> lying.marks.add(Redactions.mark(f));
                default -> { }
            }
        }
        if (!lying.batches.stream().allMatch(held)) {
            lying.scopes.clear();
        }
        return lying;
    }

    boolean tells(ScopeId scope) {
        return scopes.contains(scope);
    }

    boolean holds(Receipt.News receipt) {
        return marks.contains(receipt.head().mark());
    }

    boolean holds(Frame.RedactionFrame redaction) {
        return marks.contains(Redactions.mark(redaction));
    }
}
