package vn.banso.ledger;

import vn.banso.register.ScopeId;

/**
 * The line of batches written by one device, in one incarnation, for one scope.
 *
 * @param incarnation a random number, drawn whenever an installation cannot prove that it wrote the feed's last batch
 */
public record FeedId(DeviceId device, long incarnation, ScopeId scope) {}
