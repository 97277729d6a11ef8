package vn.banso.ledger;

import java.util.List;
import vn.banso.register.ScopeId;

/**
 * What a node holds of one scope, computed each time it is needed.
 *
 * @param tips the ends of all feeds, placed batches in any standing
 * @param receipts the marks of the newest {@linkplain Receipt.Signed#mark receipts} held, and of the redactions that stand in the
 *     place of batches
 */
public record Have(ScopeId scope, List<Tip> tips, List<Long> receipts) {}
