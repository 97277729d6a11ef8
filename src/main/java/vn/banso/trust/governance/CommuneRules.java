package vn.banso.trust.governance;

import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.SystemField;

/**
 * Whether a change of a commune's entry may be made in one of these roles. What a change does is told by the fields it touches as
 * much as by its kind, since all kinds fold alike: who may not merge entries may not do so under the name of an edit either.
 */
final class CommuneRules {
    private CommuneRules() {}

    static Optional<Reason> refusal(Set<Role> roles, Change change) {
        Optional<EntryType> type = Catalogue.type(change.type());
        if (roles.isEmpty()) {
            return Optional.of(Reason.NOT_PERMITTED);
        }
        Kind act = act(change);
        if (roles.stream().noneMatch(r -> type.map(t -> r.mayWrite(t, act)).orElseGet(() -> r.mayWriteUnknown(act)))) {
            return Optional.of(Reason.NOT_PERMITTED);
        }
        if (type.isPresent() && type.get().event() && edits(change)) {
            return Optional.of(Reason.EVENT_EDITED);
        }
        return ValueKinds.fit(change) ? Optional.empty() : Optional.of(Reason.INVALID_VALUE);
    }

    /** What the change does: merging is told by the field, whatever it is called; nobody may delete or move less than write. */
    private static Kind act(Change change) {
        boolean merges = change.fields().containsKey(SystemField.ALIAS) || change.bases().containsKey(SystemField.ALIAS);
        return merges ? Kind.ALIAS : Kind.of(change.kind()).orElse(Kind.SET);
    }

    /** Whether it replaces values that somebody wrote before, under whatever kind. */
    private static boolean edits(Change change) {
        boolean replaces = change.bases().entrySet().stream()
                .anyMatch(b -> b.getKey() >= SystemField.FIRST_DECLARED && !b.getValue().isEmpty());
        boolean writes = change.fields().keySet().stream().anyMatch(f -> f >= SystemField.FIRST_DECLARED);
        return replaces || writes && change.kind() != Kind.CREATE.number();
    }
}
