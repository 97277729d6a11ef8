package vn.banso.trust.governance;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.Value;

/**
 * What a device may do, from the doorstep to the province. A higher rank may everything that a lower one may. Grants go down
 * the ranks only, so who stands where follows from the grants above, without a circle.
 */
public enum Role {
    /** Writes down what is met at the door. */
    VOLUNTEER(1, 1),
    /** The same, and classes, sessions and assessments. */
    TRAINER(2, 1),
    /** Answers for communes: reviews, merges, erases; grants volunteers and trainers. */
    COMMUNE(3, 2),
    /** A named set of communes, such as a former district; grants commune officers too. */
    AREA(4, 3),
    /** The whole province; grants everybody but other province officers, who come from the root key. */
    PROVINCE(5, 4);

    private static final Set<EntryType> TRAINERS_WORK = Set.of(Catalogue.CLASS, Catalogue.SESSION, Catalogue.ASSESSMENT);
    private static final Set<EntryType> OFFICERS_WORK = Set.of(Catalogue.TEAM, Catalogue.REPORT, Catalogue.CRITERIA_SET,
            Catalogue.TARGET, Catalogue.CHOICE, Catalogue.EXTERNAL_STATISTIC, Catalogue.CAMPAIGN, Catalogue.VILLAGE_CHANGE, Catalogue.DATA_REQUEST);
    private static final Set<Kind> OFFICERS_ACTS = EnumSet.of(Kind.ALIAS, Kind.UNALIAS, Kind.ERASE);

    private final int code;
    private final int rank;

    Role(int code, int rank) {
        this.code = code;
        this.rank = rank;
    }

    /** As the field {@code grant.role} holds it. */
    public Value.Code code() {
        return new Value.Code(code);
    }

    public static Optional<Role> of(Value.Code code) {
        return Arrays.stream(values()).filter(r -> r.code == code.number()).findFirst();
    }

    /** Volunteers and trainers 1, commune officers 2, area 3, province 4. */
    public int rank() {
        return rank;
    }

    public boolean isOfficer() {
        return rank >= COMMUNE.rank;
    }

    /** Whether it may grant and revoke that role, in its own communes. */
    public boolean mayGrant(Role other) {
        return isOfficer() && rank > other.rank;
    }

    /** Whether it may do this kind of act on entries of this type, in its own communes. */
    public boolean mayWrite(EntryType type, Kind kind) {
        if (type.id() >= Catalogue.FIRST_GOVERNANCE) {
            return isOfficer();
        }
        boolean field = !OFFICERS_WORK.contains(type) && !OFFICERS_ACTS.contains(kind);
        return isOfficer() || field && (this == TRAINER || !TRAINERS_WORK.contains(type));
    }

    /** The same for an entry type that only a newer version knows: it is fieldwork until this version is told better. */
    boolean mayWriteUnknown(Kind kind) {
        return isOfficer() || !OFFICERS_ACTS.contains(kind);
    }
}
