package vn.banso.register.catalogue;

/** What goes up and what it is measured against. Numbers are in their unit of measure: 98.8 %. */
final class ReportTypes {
    private static final long MOST = 1_000_000_000L;

    /** Also the sheet for a lost laptop or stick: what, when, how many people. */
    static final EntryType PROBLEM = new Declaration(12, "problem")
            .ref(16, "household", "household")
            .ref(17, "village", "village")
            .code(18, "kind", Codes.PROBLEM_KIND).required()
            .note(19, "text")
            .day(20, "date").required()
            .code(21, "status", Codes.PROBLEM_STATUS)
            .note(22, "answer")
            .day(23, "answered_on")
            .day(24, "due")
            .whole(25, "people_affected", 0, 10_000_000)
            .type();

    static final EntryType REPORT = new Declaration(13, "report")
            .text(16, "unit", 60).required()
            .text(17, "unit_list", 10)
            .day(18, "period_from").required()
            .day(19, "period_to").required()
            .code(20, "period", Codes.PERIOD)
            .code(21, "kind", Codes.REPORT_KIND)
            .code(22, "status", Codes.REPORT_STATUS)
            .day(23, "deadline")
            .day(24, "submitted_on")
            .text(25, "rule_set", 40)
            .note(26, "evidence")
            .note(27, "return_reason")
            .note(28, "note")
            .type();

    static final EntryType CRITERIA_SET = new Declaration(14, "criteria_set")
            .text(16, "name", 200).required()
            .text(17, "issuer", 160)
            .text(18, "decision_number", 60)
            .day(19, "decision_date")
            .day(20, "valid_from")
            .day(21, "valid_to")
            .text(22, "commune_group", 80)
            // "<number>|<indicator>|<least value, such as 98.8>|<what it says>".
            .items(23, "criteria")
            .text(24, "evidence_needed", 500)
            .type();

    static final EntryType TARGET = new Declaration(15, "target")
            .text(16, "indicator", 20).required()
            .text(17, "name", 200)
            .text(18, "issuer", 160)
            .text(19, "decision_number", 60)
            .day(20, "valid_from")
            .day(21, "valid_to")
            .text(22, "commune_group", 80)
            .decimal(23, "threshold", 0, MOST).required()
            .code(24, "measure", Codes.MEASURE)
            .text(25, "evidence_needed", 500)
            // "More than half": the threshold itself is not enough.
            .fact(26, "above")
            .type();

    static final EntryType EXTERNAL_STATISTIC = new Declaration(16, "external_statistic")
            .text(16, "name", 200).required()
            .text(17, "issuer", 160)
            .text(18, "decision_number", 60)
            .whole(19, "year", 1990, 2100).required()
            .text(20, "unit", 60)
            .text(21, "unit_list", 10)
            .decimal(22, "value", -MOST, MOST).required()
            .code(23, "measure", Codes.MEASURE)
            // "15th of 63": 63.
            .whole(24, "of_how_many", 0, 1_000_000)
            .text(25, "source", 300)
            .type();

    /** A choice that a province adds to one of the lists that may grow. */
    static final EntryType CHOICE = new Declaration(18, "choice")
            .text(16, "list", 40).required()
            .whole(17, "number", ListedChoice.FIRST_ADDED, ListedChoice.LAST_ADDED).required()
            .text(18, "key", 40).required()
            .text(19, "label_vi", 120).required()
            .text(20, "label_en", 120)
            .text(21, "issuer", 160)
            .text(22, "decision_number", 60)
            .day(23, "valid_from")
            .day(24, "valid_to")
            .type();

    private ReportTypes() {}
}
