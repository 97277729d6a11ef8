package vn.banso.register.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * The choices that fields offer. Numbers follow the order here and are on the wire: new choices go to the end of a list,
 * none is ever taken out or moved. Labels are {@code code.<list>.<key>}.
 */
public final class Codes {
    /** Where nothing is noted, a household counts as living there. */
    public static final CodeList HOUSEHOLD_RESIDENCE = CodeList.of("household_residence", "living", "away", "left");
    /** As the commune decides it every year; never computed. */
    public static final CodeList POVERTY = CodeList.of("poverty", "poor", "near_poor", "escaped", "none");
    public static final CodeList PROVIDER =
            CodeList.of("provider", "viettel", "vnpt", "fpt", "mobifone", "cmc", "sctv", "other");
    /** What a phone shows inside the house. */
    public static final CodeList SIGNAL = CodeList.asked("signal", "none", "weak", "good");
    public static final CodeList TECHNOLOGY = CodeList.asked("technology", "none", "2g", "3g", "4g", "5g");
    public static final CodeList VILLAGE_TECHNOLOGY = CodeList.facts("village_technology", "none", "2g", "3g", "4g", "5g");
    public static final CodeList ADDRESS_SOURCE = CodeList.of("address_source", "post", "commune", "map", "other");
    public static final CodeList CONSENT = CodeList.of("consent", "given", "refused", "withdrawn");
    /** See {@link ConsentPurpose}. */
    public static final CodeList CONSENT_PURPOSE = CodeList.of("consent_purpose", "counting", "contact", "class_lists");
    public static final CodeList CONSENT_BASIS = CodeList.of("consent_basis", "consent", "statutory_task");
    public static final CodeList CONSENT_METHOD = CodeList.of("consent_method", "spoken", "signed", "electronic");

    public static final CodeList DATA_REQUEST_KIND = CodeList.of("data_request_kind", "access", "correction", "withdrawal", "erasure");
    public static final CodeList DATA_REQUEST_STATUS = CodeList.of("data_request_status", "open", "done", "refused");
    /** Lists with names that can leave the program. */
    public static final CodeList DISCLOSED_LIST = CodeList.of("disclosed_list", "sign_in", "results", "access");

    public static final CodeList SEX = CodeList.of("sex", "male", "female");
    public static final CodeList RELATION = CodeList.of("relation", "head", "spouse", "child", "child_in_law", "parent",
            "grandparent", "grandchild", "sibling", "other");
    /** Where nothing is noted, a person counts as living there. */
    public static final CodeList RESIDENCE = CodeList.of("residence", "permanent", "temporary", "away");
    /** The four groups of QĐ 757/QĐ-BKHCN, in its order. */
    public static final CodeList AUDIENCE = CodeList.of("audience", "pupil", "citizen", "official", "worker");
    public static final CodeList SMARTPHONE = CodeList.asked("smartphone", "own", "shared", "none");
    public static final CodeList VNEID = CodeList.asked("vneid", "none", "level_1", "level_2");
    /** Who has several accounts is noted with the first of them in this order. */
    public static final CodeList ACCOUNT = CodeList.asked("account", "bank", "e_wallet", "mobile_money", "none");
    public static final CodeList ONLINE_SERVICE = CodeList.asked("online_service", "alone", "helped", "none");
    /** Levels, skills and kinds of villages are {@linkplain CodeFile data}. */
    public static final CodeList LEVEL = CodeFile.shipped("level").list();
    /** The digital skills of QĐ 757/QĐ-BKHCN and, where it follows it, DigComp. */
    public static final CodeList SKILL = CodeFile.shipped("skill").list();

    public static final CodeList VILLAGE_KIND = CodeFile.shipped("village_kind").list();
    public static final CodeList VILLAGE_STATUS = CodeList.of("village_status", "settled", "pending");
    public static final CodeList VILLAGE_ACT = CodeList.of("village_act", "rename", "merge", "split", "move");
    public static final CodeList REGION = CodeList.of("region", "urban", "delta", "mountain", "remote");
    /** trắng sóng, lõm sóng, phủ sóng. */
    public static final CodeList COVERAGE = CodeList.facts("coverage", "dark", "patchy", "covered");
    public static final CodeList TAG = CodeList.of("tag", "smart_village", "digital_village", "people_camera",
            "digital_market", "safe_village");
    public static final CodeList TEAM_LEVEL = CodeList.of("team_level", "village", "commune");
    public static final CodeList TEAM_ROLE = CodeList.of("team_role", "leader", "deputy", "member");
    public static final CodeList ORGANISATION = CodeList.of("organisation", "village_head", "party", "youth", "women",
            "front", "farmers", "veterans", "police", "militia", "teacher", "health", "telecom", "other");
    public static final CodeList TRAINING_RESULT = CodeList.of("training_result", "passed", "not_passed", "attended");

    public static final CodeList SESSION_KIND =
            CodeList.of("session_kind", "class", "home_guidance", "support_point", "campaign_day");
    /** Where nothing is noted, the session is still to come. */
    public static final CodeList SESSION_STATUS = CodeList.of("session_status", "held", "not_held", "not_recorded");
    public static final CodeList TOPIC = CodeList.of("topic", "vneid", "online_service", "payment", "e_commerce",
            "safety", "health", "e_signature", "e_invoice", "ai", "scam");
    /** Present comes first because a tick wins over an empty line. */
    public static final CodeList PRESENCE = CodeList.of("presence", "present", "absent", "late");
    public static final CodeList ASSESSMENT_MODE = CodeList.of("assessment_mode", "online", "paper", "practical");
    public static final CodeList RESULT = CodeList.of("result", "passed", "failed");
    public static final CodeList SEEN = CodeList.of("seen", "on_screen", "printed", "list", "told");

    public static final CodeList PROBLEM_KIND = CodeList.of("problem_kind", "no_signal", "weak_signal", "no_device",
            "broken_device", "no_money", "skills", "scam", "online_service", "account", "lost_device", "other");
    public static final CodeList PROBLEM_STATUS = CodeList.of("problem_status", "open", "in_hand", "answered", "closed");
    public static final CodeList PERIOD = CodeList.of("period", "month", "quarter", "half_year", "nine_months", "year", "other");
    public static final CodeList REPORT_KIND = CodeList.of("report_kind", "in_period", "cumulative");
    public static final CodeList REPORT_STATUS =
            CodeList.of("report_status", "draft", "submitted", "needs_revision", "approved", "locked");
    public static final CodeList MEASURE =
            CodeList.of("measure", "percent", "people", "households", "villages", "attendances", "rank", "points", "other");

    public static final CodeList ROLE = CodeList.of("role", "volunteer", "trainer", "commune", "area", "province");

    /** What follows decisions, or differs from place to place: a province may add to it. Answers are not among them, for they are counted. */
    public static final List<CodeList> GROWING = List.of(LEVEL, SKILL, VILLAGE_KIND, PROVIDER, ORGANISATION, TAG, TOPIC, PROBLEM_KIND);

    private Codes() {}

    /** The list of this key, where a province may add to it. */
    public static Optional<CodeList> growing(String key) {
        return GROWING.stream().filter(list -> list.key().equals(key)).findFirst();
    }
}
