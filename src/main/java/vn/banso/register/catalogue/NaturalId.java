package vn.banso.register.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * Ids that two laptops compute alike without having met, for entries that are named by what they say. Such an entry is
 * never given a fresh id.
 */
public final class NaturalId {
    private NaturalId() {}

    /** One row per session and person, however many trainers tick. */
    public static EntryId attendance(EntryId session, EntryId person) {
        return EntryId.derived(Catalogue.ATTENDANCE.key(), session, person);
    }

    public static EntryId practice(EntryId session, EntryId person) {
        return EntryId.derived(Catalogue.PRACTICE.key(), session, person);
    }

    /** One entry per number of a list: whoever names it again changes that one. */
    public static EntryId choice(String list, long number) {
        return EntryId.derived(Catalogue.CHOICE.key(), part(list), new EntryId(0, number));
    }

    public static EntryId province(String listVersion, String code) {
        return EntryId.derived(Catalogue.PROVINCE.key(), part(listVersion), part(code));
    }

    /** One per erased entry and device. */
    public static EntryId erasureReceipt(EntryId erased, byte[] deviceId) {
        return EntryId.derived(Catalogue.ERASURE_RECEIPT.key(), erased, EntryId.of(deviceId));
    }

    /** One grant per device: a wider one replaces it. */
    public static EntryId grant(byte[] deviceKey) {
        return EntryId.derived(Catalogue.GRANT.key(), part(deviceKey));
    }

    public static EntryId revocation(byte[] deviceKey) {
        return EntryId.derived(Catalogue.REVOCATION.key(), part(deviceKey));
    }

    /** One sealed key per device, scope, epoch and key: two officers who start an epoch without meeting make two. */
    public static EntryId scopeKey(byte[] deviceKey, ScopeId scope, int epoch, long keyId) {
        return EntryId.derived(Catalogue.SCOPE_KEY.key(), part(deviceKey), new EntryId(scope.value(), epoch),
                new EntryId(0, keyId));
    }

    /**
     * The id that these fields give an entry, for the types people record; empty for types without a natural key and where
     * a part of the key is missing.
     */
    public static Optional<EntryId> of(EntryType type, Map<Integer, Value> fields) {
        if (type == Catalogue.CHOICE) {
            return fields.get(type.field("list").id()) instanceof Value.Text list && fields.get(type.field("number").id()) instanceof Value.Whole number
                    ? Optional.of(choice(list.text(), number.number())) : Optional.empty();
        }
        if (type != Catalogue.ATTENDANCE && type != Catalogue.PRACTICE) {
            return Optional.empty();
        }
        return fields.get(type.field("session").id()) instanceof Value.Ref session
                && fields.get(type.field("person").id()) instanceof Value.Ref person
                ? Optional.of(EntryId.derived(type.key(), session.entry(), person.entry()))
                : Optional.empty();
    }

    /** Whether entries of this type are named by what they say. */
    public static boolean has(EntryType type) {
        return type == Catalogue.ATTENDANCE || type == Catalogue.PRACTICE || type == Catalogue.CHOICE || type == Catalogue.PROVINCE
                || type == Catalogue.GRANT || type == Catalogue.REVOCATION || type == Catalogue.SCOPE_KEY;
    }

    private static EntryId part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EntryId part(byte[] bytes) {
        return EntryId.of(EntryId.sha256().digest(bytes));
    }
}
