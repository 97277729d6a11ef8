package vn.banso.register.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one list of what can be recorded. Adding a question is one field here, and one label in each language.
 *
 * <p>The fields stand in {@code HouseholdTypes}, {@code VillageTypes}, {@code TrainingTypes}, {@code ReportTypes}, {@code PersonalDataTypes} and
 * {@code GovernanceTypes}. Numbers of types, fields and codes are on the wire and in every store: never reused, never moved.
 */
public final class Catalogue {
    /** Raised with every release that adds a field or an entry type; batches carry it. */
    public static final int SCHEMA = 1;

    public static final EntryType HOUSEHOLD = HouseholdTypes.HOUSEHOLD;
    public static final EntryType PERSON = HouseholdTypes.PERSON;
    public static final EntryType VILLAGE = VillageTypes.VILLAGE;
    public static final EntryType TEAM = VillageTypes.TEAM;
    public static final EntryType TEAM_MEMBER = VillageTypes.TEAM_MEMBER;
    public static final EntryType CLASS = TrainingTypes.CLASS;
    public static final EntryType SESSION = TrainingTypes.SESSION;
    public static final EntryType ATTENDANCE = TrainingTypes.ATTENDANCE;
    public static final EntryType PRACTICE = TrainingTypes.PRACTICE;
    public static final EntryType ASSESSMENT = TrainingTypes.ASSESSMENT;
    public static final EntryType VNEID_CONFIRMATION = TrainingTypes.VNEID_CONFIRMATION;
    public static final EntryType PROBLEM = ReportTypes.PROBLEM;
    public static final EntryType REPORT = ReportTypes.REPORT;
    public static final EntryType CRITERIA_SET = ReportTypes.CRITERIA_SET;
    public static final EntryType TARGET = ReportTypes.TARGET;
    public static final EntryType EXTERNAL_STATISTIC = ReportTypes.EXTERNAL_STATISTIC;
    public static final EntryType CAMPAIGN = TrainingTypes.CAMPAIGN;
    public static final EntryType CHOICE = ReportTypes.CHOICE;
    public static final EntryType VILLAGE_CHANGE = VillageTypes.VILLAGE_CHANGE;
    public static final EntryType DATA_REQUEST = PersonalDataTypes.DATA_REQUEST;
    public static final EntryType DISCLOSURE = PersonalDataTypes.DISCLOSURE;
    public static final EntryType ERASURE_RECEIPT = PersonalDataTypes.ERASURE_RECEIPT;
    public static final EntryType PROVINCE = GovernanceTypes.PROVINCE;
    public static final EntryType GRANT = GovernanceTypes.GRANT;
    public static final EntryType REVOCATION = GovernanceTypes.REVOCATION;
    public static final EntryType SCOPE_KEY = GovernanceTypes.SCOPE_KEY;
    public static final EntryType AREA = GovernanceTypes.AREA;
    public static final EntryType RECOVERY = GovernanceTypes.RECOVERY;

    /** Types from this number on live in a governance scope, the others in a commune's. */
    public static final int FIRST_GOVERNANCE = 100;

    private static final List<EntryType> TYPES = List.of(HOUSEHOLD, PERSON, VILLAGE, TEAM, TEAM_MEMBER, CLASS, SESSION,
            ATTENDANCE, PRACTICE, ASSESSMENT, VNEID_CONFIRMATION, PROBLEM, REPORT, CRITERIA_SET, TARGET, EXTERNAL_STATISTIC,
            CAMPAIGN, CHOICE, VILLAGE_CHANGE, DATA_REQUEST, DISCLOSURE, ERASURE_RECEIPT, PROVINCE, GRANT, REVOCATION, SCOPE_KEY, AREA, RECOVERY);
    private static final EntryType[] BY_ID = new EntryType[256];
    private static final Map<String, EntryType> BY_KEY = new HashMap<>();

    static {
        for (EntryType type : TYPES) {
            if (BY_ID[type.id()] != null || BY_KEY.put(type.key(), type) != null) {
                throw new IllegalStateException("declared twice: " + type.id() + " " + type.key());
            }
            BY_ID[type.id()] = type;
        }
    }

    private Catalogue() {}

    public static List<EntryType> types() {
        return TYPES;
    }

    /** Empty for a number that only a newer version knows. */
    public static Optional<EntryType> type(int id) {
        return id < 0 || id >= BY_ID.length ? Optional.empty() : Optional.ofNullable(BY_ID[id]);
    }

    public static Optional<EntryType> type(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The field of this number in the type of that number; empty where either is of a newer version. */
    public static Optional<Field> field(int type, int field) {
        return type(type).flatMap(t -> t.field(field));
    }
}
