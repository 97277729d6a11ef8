package vn.banso.indicators;

import static vn.banso.indicators.Condition.all;
import static vn.banso.indicators.Condition.any;
import static vn.banso.indicators.Condition.known;
import static vn.banso.indicators.Condition.not;
import static vn.banso.register.catalogue.Catalogue.VILLAGE;

import java.util.List;
import java.util.function.Function;

/**
 * Mobile coverage of a village: what the sheet sums up, and where it does not, what follows from the operators' rows. One operator's good
 * signal covers the village; dark it is only where every operator was noted and none has a signal.
 */
final class Coverage {
    private static final String SUM = "coverage";
    private static final List<String> OPERATORS =
            List.of("coverage_viettel", "coverage_vinaphone", "coverage_mobifone", "coverage_vietnamobile");

    static final Condition KNOWN = any(known(VILLAGE, SUM), one(Coverage::hasSignal), every(row -> known(VILLAGE, row)));

    private Coverage() {}

    /** @param code a choice of the sheet's own field: {@code covered}, {@code patchy} or {@code dark} */
    static Condition is(String code) {
        Condition rows = switch (code) {
            case "covered" -> one(row -> Condition.is(VILLAGE, row, "covered"));
            case "patchy" -> all(one(row -> Condition.is(VILLAGE, row, "patchy")), not(one(row -> Condition.is(VILLAGE, row, "covered"))));
            default -> every(row -> Condition.is(VILLAGE, row, code));
        };
        return any(Condition.is(VILLAGE, SUM, code), all(not(known(VILLAGE, SUM)), rows));
    }

    private static Condition hasSignal(String row) {
        return Condition.is(VILLAGE, row, "covered", "patchy");
    }

    private static Condition one(Function<String, Condition> ofRow) {
        return any(OPERATORS.stream().map(ofRow).toArray(Condition[]::new));
    }

    private static Condition every(Function<String, Condition> ofRow) {
        return all(OPERATORS.stream().map(ofRow).toArray(Condition[]::new));
    }
}
