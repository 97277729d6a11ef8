package vn.banso.trust.governance;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.ChangeId;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * What one statement allows one device.
 *
 * @param change names the statement
 * @param scope in which it stands: the province's own for whoever works for the province or an area, else the commune for which it is
 * @param author the device that granted it
 * @param holder whose device it is
 * @param communes empty for {@link Role#PROVINCE}, which has them all
 * @param until the day the grant should end; clocks are not trusted, so it reminds and never refuses
 */
public record Grant(ChangeId change, ScopeId scope, DeviceId author, DeviceId device, Key signingKey, Key sealingKey, String holder, Role role,
                    SortedSet<ScopeId> communes, Optional<Value.Day> until) {
    private static final EntryType TYPE = Catalogue.GRANT;
    private static final Field DEVICE_KEY = TYPE.field("device_key");
    private static final Field SEALING_KEY = TYPE.field("sealing_key");
    private static final Field HOLDER = TYPE.field("holder");
    private static final Field ROLE = TYPE.field("role");
    private static final Field COMMUNES = TYPE.field("communes");
    private static final Field UNTIL = TYPE.field("until");

    /** Empty where the statement is not a whole grant. */
    static Optional<Grant> of(Statement s) {
        Optional<Key> signing = s.bytes(DEVICE_KEY).flatMap(Key::of);
        Optional<Key> sealing = s.bytes(SEALING_KEY).flatMap(Key::of);
        Optional<Role> role = s.code(ROLE).flatMap(Role::of);
        Optional<SortedSet<ScopeId>> communes = role.flatMap(r -> communes(s, r));
        if (signing.isEmpty() || sealing.isEmpty() || role.isEmpty() || communes.isEmpty()
                || communes.get().isEmpty() != (role.get() == Role.PROVINCE)) {
            return Optional.empty();
        }
        return Optional.of(new Grant(s.change(), s.scope(), s.author(), DeviceId.ofKey(signing.get().bytes()), signing.get(), sealing.get(),
                s.entry().text(HOLDER).orElse(""), role.get(), communes.get(), s.entry().day(UNTIL)));
    }

    /** Whether it reaches this commune; provinces are told apart elsewhere. */
    public boolean covers(ScopeId commune) {
        return role == Role.PROVINCE || communes.contains(commune);
    }

    /** Whether whoever holds it may give and take that role there. */
    boolean rules(Role other, ScopeId commune) {
        return role.mayGrant(other) && covers(commune);
    }

    /** Whether a grant of this role stands in the province's own scope; all others stand in their commune's and name none. */
    public static boolean isOfProvince(Role role) {
        return role == Role.PROVINCE || role == Role.AREA;
    }

    private static Optional<SortedSet<ScopeId>> communes(Statement s, Role role) {
        SortedSet<ScopeId> communes = new TreeSet<>();
        if (!isOfProvince(role)) {
            communes.add(s.scope());
            return s.items(COMMUNES).isEmpty() ? Optional.of(Collections.unmodifiableSortedSet(communes)) : Optional.empty();
        }
        try {
            s.items(COMMUNES).forEach(hex -> communes.add(ScopeId.parse(hex)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return Optional.of(Collections.unmodifiableSortedSet(communes));
    }

    /** Without the holder's name, which must not get into logs. */
    @Override
    public String toString() {
        return role + " " + device;
    }
}
