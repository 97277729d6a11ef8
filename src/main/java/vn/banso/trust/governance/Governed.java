package vn.banso.trust.governance;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;

/**
 * What is said about devices in one scope, and what follows from it and from what the province says: of a commune, all that is needed to
 * judge its batches. What other communes say changes nothing here.
 *
 * @param grants those written in this scope
 * @param revocations those written in this scope
 * @param keys the hand-outs written in this scope
 * @param recoveries written in this scope
 * @param files of every device that the province or this scope granted anything
 */
record Governed(List<Grant> grants, List<Revocation> revocations, List<Statement> keys, List<RecoveryAct> recoveries,
                SortedMap<DeviceId, DeviceFile> files) {
    static final Governed NOTHING = new Governed(List.of(), List.of(), List.of(), List.of(), Collections.emptySortedMap());

    /**
     * @param province what the province says; of the province itself, {@link #NOTHING}
     * @param states the entries of the scope; others than statements are passed over
     */
    static Governed of(DeviceId root, Governed province, ScopeId scope, Collection<EntryState> states) {
        return following(root, province, Statement.of(Catalogue.GRANT, scope, states).stream().flatMap(s -> Grant.of(s).stream()).toList(),
                Statement.of(Catalogue.REVOCATION, scope, states).stream().flatMap(s -> Revocation.of(s).stream()).toList(),
                Statement.of(Catalogue.SCOPE_KEY, scope, states),
                Statement.of(Catalogue.RECOVERY, scope, states).stream().flatMap(s -> RecoveryAct.of(s).stream()).toList());
    }

    /** The same words after the province has said something else. */
    Governed after(DeviceId root, Governed province) {
        return following(root, province, grants, revocations, keys, recoveries);
    }

    private static Governed following(DeviceId root, Governed province, List<Grant> grants, List<Revocation> revocations, List<Statement> keys,
                                      List<RecoveryAct> recoveries) {
        return new Governed(grants, revocations, keys, recoveries, GrantChain.files(root, both(province.grants, grants), both(province.revocations, revocations)));
    }

    private static <T> List<T> both(List<T> above, List<T> here) {
        return Stream.concat(above.stream(), here.stream()).toList();
    }

    boolean isSilent() {
        return grants.isEmpty() && revocations.isEmpty() && keys.isEmpty() && recoveries.isEmpty();
    }
}
