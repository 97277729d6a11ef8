package vn.banso.register.catalogue;

/** The village and its community digital-technology team. */
final class VillageTypes {
    static final EntryType VILLAGE = new Declaration(3, "village")
            .text(16, "name", 80).required()
            .code(17, "kind", Codes.VILLAGE_KIND)
            .text(18, "unit_list", 10)
            .text(19, "commune", 5)
            .day(20, "valid_from")
            .day(21, "valid_to")
            // "<entry id>" or "<entry id>:<share of its households in percent>".
            .items(22, "predecessors")
            .code(23, "status", Codes.VILLAGE_STATUS)
            .code(24, "region", Codes.REGION)
            .whole(25, "household_count", 0, 20_000)
            .fact(26, "grid_power")
            .code(27, "coverage", Codes.COVERAGE)
            .code(28, "coverage_viettel", Codes.COVERAGE)
            .code(29, "coverage_vinaphone", Codes.COVERAGE)
            .code(30, "coverage_mobifone", Codes.COVERAGE)
            .code(31, "coverage_vietnamobile", Codes.COVERAGE)
            .code(32, "best_technology", Codes.VILLAGE_TECHNOLOGY)
            .fact(33, "fixed_broadband")
            .fact(34, "public_wifi")
            .fact(35, "village_hall")
            .fact(36, "loudspeaker")
            // A key of the list, or with the day of the decision: "digital_village@2025-06-01".
            .union(37, "tags", Codes.TAG)
            // By road to the commune's office, in metres.
            .decimal(38, "distance", 0, 300)
            .note(39, "note")
            .type();

    /** An act on villages, as an officer did it: what it was before is known for ever, and it can be taken back. */
    static final EntryType VILLAGE_CHANGE = new Declaration(24, "village_change")
            .code(16, "act", Codes.VILLAGE_ACT).required()
            // Entry ids of villages of this commune; of a move into it, none.
            .items(17, "before")
            // Entry ids: those that go on. Of a move to another commune, the id there.
            .items(18, "after")
            .text(19, "name_before", 80)
            .text(20, "name_after", 80)
            .whole(21, "household_count_before", 0, 20_000)
            // The other side of a move.
            .text(22, "unit_list", 10)
            .text(23, "commune", 5)
            .text(24, "decision_number", 60)
            .day(25, "valid_from")
            .day(26, "undone_on")
            .type();

    static final EntryType TEAM = new Declaration(4, "team")
            .code(16, "team_level", Codes.TEAM_LEVEL)
            .ref(17, "village", "village")
            .text(18, "name", 120)
            .text(19, "decision_number", 60)
            .day(20, "decision_date")
            .day(21, "active_from")
            .day(22, "active_to")
            .note(23, "note")
            .type();

    static final EntryType TEAM_MEMBER = new Declaration(5, "team_member")
            .ref(16, "team", "team").required()
            .name(17, "name").required()
            .ref(18, "person", "person")
            .code(19, "role", Codes.TEAM_ROLE)
            .code(20, "organisation", Codes.ORGANISATION)
            .identifying(21, "phone", 60)
            .fact(22, "trained")
            .text(23, "training_course", 200).when("trained", "yes")
            .day(24, "training_date").when("trained", "yes")
            .whole(25, "training_hours", 0, 1_000).when("trained", "yes")
            .code(26, "training_result", Codes.TRAINING_RESULT).when("trained", "yes")
            .day(27, "active_from")
            .day(28, "active_to")
            .type();

    private VillageTypes() {}
}
