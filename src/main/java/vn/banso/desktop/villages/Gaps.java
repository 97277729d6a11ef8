package vn.banso.desktop.villages;

import java.util.Comparator;
import java.util.List;

/**
 * What is missing in one respect, and where: for operators and the commune to close. Unknown is not missing; it is told beside it.
 *
 * @param what the field that says so
 * @param lines the worst first, then as people list villages
 * @param unknown villages that nobody has asked about
 * @param all villages it is about
 */
record Gaps(What what, List<Line> lines, int unknown, int all) {

    /** In the order of the page. */
    enum What {
        COVERAGE("coverage"), VIETTEL("coverage_viettel"), VINAPHONE("coverage_vinaphone"), MOBIFONE("coverage_mobifone"),
        VIETNAMOBILE("coverage_vietnamobile"),
        /** Where there is power from the grid. */
        FOUR_G("best_technology"), BROADBAND("fixed_broadband"), HALL("village_hall"), POWER("grid_power");

        private final String field;

        What(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }

        boolean isCoverage() {
            return field.startsWith("coverage");
        }

        private boolean isAbout(VillageRow village) {
            return this != FOUR_G || !village.is("grid_power", "no");
        }

        private boolean isKnown(VillageRow village) {
            return village.isKnown(field) && (this != FOUR_G || village.isKnown("grid_power"));
        }

        private boolean isMissing(VillageRow village) {
            return isKnown(village) && switch (this) {
                case COVERAGE, VIETTEL, VINAPHONE, MOBIFONE, VIETNAMOBILE -> village.is(field, "dark", "patchy");
                case FOUR_G -> village.is(field, "none", "2g", "3g");
                case BROADBAND, HALL, POWER -> village.is(field, "no");
            };
        }
    }

    /** @param code what the field says there */
    record Line(VillageRow village, int code) {}

    static List<Gaps> of(List<VillageRow> villages) {
        return java.util.Arrays.stream(What.values()).map(what -> of(what, villages)).toList();
    }

    private static Gaps of(What what, List<VillageRow> villages) {
        List<VillageRow> meant = villages.stream().filter(what::isAbout).toList();
        List<Line> lines = meant.stream().filter(what::isMissing).map(v -> new Line(v, v.code(what.field())))
                .sorted(Comparator.comparing(Line::code).thenComparing(Line::village, VillageRow.ORDER)).toList();
        return new Gaps(what, lines, (int) meant.stream().filter(v -> !what.isKnown(v)).count(), meant.size());
    }

    /** How many lines say this. */
    long count(int code) {
        return lines.stream().filter(l -> l.code() == code).count();
    }

    /** Whether nobody was asked at all. */
    boolean isUnasked() {
        return all > 0 && unknown == all;
    }

}
