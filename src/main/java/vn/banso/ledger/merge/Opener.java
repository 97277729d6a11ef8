package vn.banso.ledger.merge;

import java.util.List;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.change.Change;

/** Verifies and opens batches. */
public interface Opener {

    /** What came out. */
    sealed interface Opened {
        record Changes(List<Change> changes) implements Opened {}

        /** This node has no key for the scope, or not this one yet. */
        record NoKey() implements Opened {}

        /** Of a body format that only a newer version reads. */
        record Newer() implements Opened {}

        /** The author sealed something that cannot be read. */
        record Unreadable() implements Opened {}
    }

    /** Whether the author's signature fits header and body. */
    boolean genuine(Batch batch);

    Opened open(Batch batch);
}
