package vn.banso.simulation;

import java.util.List;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Permits;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;

/** How the nodes of a world do their work: as the ledger says, or with a {@linkplain PlantedFault planted fault}. */
class Craft {
    static final Craft HONEST = new Craft();

    EntryState fold(EntryState state, Change change) {
        return state.apply(change);
    }

    Stamp stamp(EntryState state, long clock) {
        return state.highest().next(clock);
    }

    /** Whether an arriving batch is looked at. */
    boolean lets(ModelNode node, Batch batch) {
        return true;
    }

    /** What to send of one scope. */
    List<Hash> owed(ModelNode me, int peer, List<Tip> ours, List<Tip> theirs, ScopeId scope) {
        return me.owed(ours, theirs);
    }

    Permits permits(ModelNode me, ModelGrants grants) {
        return grants;
    }

    /** Whether a changed grant reaches what a commune's batches were judged to be before. */
    boolean looksBack() {
        return true;
    }

    /** Whether a receipt of that device tells of the province. */
    boolean isProvince(int device) {
        return device == Cast.PROVINCE;
    }

    /** Whether a receipt covers what its tip stands after in one chain, and not what has a smaller number. */
    boolean followsChains() {
        return true;
    }

    /** Households that are not deleted, in the scopes the node reads. */
    int households(ModelNode node) {
        return node.liveHouseholds().size();
    }

    /** Whether a copied store is ever noticed. */
    boolean noticesCopies() {
        return true;
    }
}
