package vn.banso.store.ledger;

import java.time.Instant;
import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.RecordState;

/**
 * Where a batch that was sealed here lies, or what is saved here and in no batch yet.
 *
 * @param number in its feed; 0 for what is not sealed yet
 * @param batch empty for what is not sealed yet
 * @param records how many entries it says something of
 * @param sealedAt by the clock of this machine; empty where it was not noted
 * @param carried what it was last carried off with: no proof that it arrived
 * @param commune the commune's signed word that it counts there
 * @param province the province's
 * @param state how far it has come, never ahead of a signed receipt
 */
public record Whereabouts(ScopeId scope, int number, Optional<Hash> batch, long records, long changes, Optional<Instant> sealedAt,
                          Optional<Carried> carried, Optional<Proof> commune, Optional<Proof> province, RecordState state) {

    /** @param name of the stick or the receiver, as people call it */
    public record Carried(String name, Instant at) {}

    /**
     * A signed receipt.
     *
     * @param at by the clock of the office that signed it
     */
    public record Proof(DeviceId node, Instant at) {}
}
