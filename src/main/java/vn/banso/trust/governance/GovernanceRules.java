package vn.banso.trust.governance;

import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.ScopeId;

/**
 * Whether a governance entry may be written so. Grants, revocations, keys and recoveries are written once, in one change that replaces
 * nothing: could they be edited, whoever writes in the governance scope could take a stronger officer's grants away.
 */
final class GovernanceRules {
    private static final Set<EntryType> STATEMENTS = Set.of(Catalogue.GRANT, Catalogue.REVOCATION, Catalogue.SCOPE_KEY, Catalogue.RECOVERY);
    private static final Set<Integer> WRITTEN_ONCE =
            Set.of(Kind.CREATE.number(), Kind.GRANT.number(), Kind.REVOKE.number());

    private GovernanceRules() {}

    /** @param scope in which it stands: the province's own, or a commune's */
    static Optional<Reason> refusal(Grants grants, ScopeId scope, Change change) {
        Optional<EntryType> type = Catalogue.type(change.type()).filter(t -> t.id() >= Catalogue.FIRST_GOVERNANCE);
        if (type.isEmpty() || change.kind() == Kind.ERASE.number()) {
            return Optional.of(Reason.NOT_PERMITTED);
        }
        if (!KeyHandouts.mayHandOut(grants, change.author(), scope)) {
            return Optional.of(Reason.NOT_PERMITTED);
        }
        if (STATEMENTS.contains(type.get()) && !isWrittenOnce(change)) {
            return Optional.of(Reason.NOT_PERMITTED);
        }
        if (!ValueKinds.fit(change)) {
            return Optional.of(Reason.INVALID_VALUE);
        }
        return refusal(grants, type.get(), change, Statement.of(scope, change));
    }

    private static Optional<Reason> refusal(Grants grants, EntryType type, Change change, Statement statement) {
        boolean ofProvince = statement.scope().equals(grants.governance());
        if (type == Catalogue.GRANT) {
            return Grant.of(statement).map(g -> verdict(Grant.isOfProvince(g.role()) == ofProvince
                    && grants.rules(change.author(), g.scope(), g.role(), g.communes()))).orElse(Optional.of(Reason.INVALID_VALUE));
        }
        if (type == Catalogue.REVOCATION) {
            return Revocation.of(statement).isPresent() ? Optional.empty() : Optional.of(Reason.INVALID_VALUE);
        }
        if (type == Catalogue.SCOPE_KEY) {
            return KeyHandouts.isWhole(statement) ? Optional.empty() : Optional.of(Reason.INVALID_VALUE);
        }
        if (type == Catalogue.RECOVERY) {
            return RecoveryAct.of(statement).isPresent() ? Optional.empty() : Optional.of(Reason.INVALID_VALUE);
        }
        return verdict(ofProvince);
    }

    private static Optional<Reason> verdict(boolean may) {
        return may ? Optional.empty() : Optional.of(Reason.NOT_PERMITTED);
    }

    private static boolean isWrittenOnce(Change change) {
        return WRITTEN_ONCE.contains(change.kind()) && change.bases().values().stream().allMatch(Set::isEmpty);
    }
}
