package vn.banso.store.ledger;

import java.time.Instant;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.RecordState;

/**
 * The newest receipt of an office that this node holds.
 *
 * @param proves {@link RecordState#COMMUNE} or {@link RecordState#PROVINCE}
 * @param at by the clock of the node that signed it
 */
public record LastReceipt(DeviceId node, ScopeId scope, RecordState proves, Instant at) {}
