package vn.banso.ledger.merge;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.register.values.ScopeId;

/** Where a node keeps its batches and the register folded from them: memory in the simulator, SQL on a real node. */
public interface BatchStore {

    /** Empty where the node does not hold the batch. */
    Optional<BatchStatus> standing(Hash batch);

    /** Why a batch was set aside; empty in all other standings. */
    Optional<Reason> reason(Hash batch);

    /** Empty where the node does not hold the batch. */
    Optional<Batch> get(Hash batch);

    /** Keeps a new batch, or moves a kept one to another standing. */
    void put(Batch batch, BatchStatus standing, Optional<Reason> reason);

    /** The batches kept in any standing whose previous batch is this one. */
    List<Batch> after(Hash previous);

    /** The first batches of all feeds of the scope, and so, by {@link #after}, all its placed batches. */
    List<Batch> firsts(ScopeId scope);

    /** The batches kept in any standing by which the device that wrote this header closes that feed. */
    List<Batch> closing(BatchHeader header);

    /**
     * Makes the changes part of the register; those refused one by one are kept with their reason, in place of what was refused
     * of this batch before. Called again for a batch that was folded already, where grants have changed.
     */
    void fold(Batch batch, List<Change> changes, List<Refusal> refused);

    /** The changes of an applied batch that were set aside alone. */
    SortedMap<ChangeId, Reason> refused(Hash batch);

    /**
     * Forgets what was folded for the scope, and what was refused of it change by change, so that it can be folded again. Batches
     * stay, and changes that were saved on this node but not sealed yet remain part of the register.
     */
    void unfold(ScopeId scope);

    /** A change set aside alone. */
    record Refusal(Change change, Reason reason) {}
}
