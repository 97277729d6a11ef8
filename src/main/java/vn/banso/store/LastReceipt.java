package vn.banso.store;

import java.time.Instant;
import vn.banso.ledger.DeviceId;
import vn.banso.register.ScopeId;

/**
 * The newest receipt of an office that this node holds.
 *
 * @param proves {@link RecordState#COMMUNE} or {@link RecordState#PROVINCE}
 * @param at by the clock of the node that signed it
 */
public record LastReceipt(DeviceId node, ScopeId scope, RecordState proves, Instant at) {}
