package vn.banso.register.catalogue;

/** Bình dân học vụ số: classes, sessions, who came, what they practised, what they can do. */
final class TrainingTypes {
    private static final int MOST_PEOPLE = 10_000;

    static final EntryType CLASS = new Declaration(6, "class")
            .text(16, "name", 160).required()
            .ref(17, "campaign", "campaign")
            .ref(18, "village", "village")
            .code(19, "level", Codes.LEVEL)
            .code(20, "audience", Codes.AUDIENCE)
            .day(21, "starts")
            .day(22, "ends")
            .whole(23, "planned_sessions", 0, 500)
            .whole(24, "planned_people", 0, MOST_PEOPLE)
            .union(25, "skills", Codes.SKILL)
            .names(26, "trainers")
            .text(27, "partner", 160)
            .note(28, "note")
            .type();

    static final EntryType SESSION = new Declaration(7, "session")
            .code(16, "kind", Codes.SESSION_KIND).required()
            .ref(17, "campaign", "campaign")
            .ref(18, "class", "class")
            .day(19, "date").required()
            // In minutes after midnight.
            .whole(20, "start", 0, 1_439)
            .whole(21, "minutes", 0, 1_440)
            .text(22, "place", 160)
            .ref(23, "village", "village")
            .union(24, "villages")
            .code(25, "level", Codes.LEVEL)
            .union(26, "skills", Codes.SKILL)
            .union(27, "topics", Codes.TOPIC)
            .code(28, "audience", Codes.AUDIENCE)
            .names(29, "trainers")
            .text(30, "partner", 160)
            .whole(31, "planned_people", 0, MOST_PEOPLE)
            .code(32, "status", Codes.SESSION_STATUS)
            .whole(33, "tally_total", 0, MOST_PEOPLE)
            .whole(34, "tally_women", 0, MOST_PEOPLE)
            .whole(35, "tally_60_up", 0, MOST_PEOPLE)
            .whole(36, "tally_minority", 0, MOST_PEOPLE)
            .fact(37, "practice_done")
            .note(38, "evidence")
            .note(39, "problems")
            .type();

    /** One row of the list; its id is {@link NaturalId#attendance derived} from session and person. */
    static final EntryType ATTENDANCE = new Declaration(8, "attendance")
            .ref(16, "session", "session").required()
            .ref(17, "person", "person").required()
            .tick(18, "presence", Codes.PRESENCE).required()
            .note(19, "note")
            .type();

    /** What a person did with their own hands; its id is {@link NaturalId#practice derived} from session and person. */
    static final EntryType PRACTICE = new Declaration(9, "practice")
            .ref(16, "session", "session").required()
            .ref(17, "person", "person").required()
            .tick(18, "done", CodeList.FACT).required()
            .union(19, "skills", Codes.SKILL)
            .note(20, "note")
            .type();

    static final EntryType ASSESSMENT = new Declaration(10, "assessment")
            .ref(16, "person", "person").required()
            .ref(17, "session", "session")
            .text(18, "form", 80)
            .text(19, "form_version", 20)
            .day(20, "date").required()
            .name(21, "assessor")
            .code(22, "mode", Codes.ASSESSMENT_MODE)
            .union(23, "skills", Codes.SKILL)
            .whole(24, "score", 0, 10_000)
            .whole(25, "max_score", 1, 10_000)
            .whole(26, "pass_mark", 0, 10_000)
            .code(27, "result", Codes.RESULT).required()
            .code(28, "level", Codes.LEVEL)
            .ref(29, "retake_of", "assessment")
            // The assessment that was written down wrongly and that this one stands for.
            .ref(30, "supersedes", "assessment")
            .fact(31, "commended")
            .event();

    /** What somebody saw in VNeID; the confirmation itself is given there alone. */
    static final EntryType VNEID_CONFIRMATION = new Declaration(11, "vneid_confirmation")
            .ref(16, "person", "person").required()
            .fact(17, "confirmed").required()
            .day(18, "date").required()
            .code(19, "seen", Codes.SEEN)
            .ref(20, "supersedes", "vneid_confirmation")
            .event();

    static final EntryType CAMPAIGN = new Declaration(17, "campaign")
            .text(16, "name", 160).required()
            .text(17, "issuer", 160)
            .text(18, "decision_number", 60)
            .day(19, "decision_date")
            .day(20, "starts")
            .day(21, "ends")
            .text(22, "goal", 500)
            .note(23, "note")
            .type();

    private TrainingTypes() {}
}
