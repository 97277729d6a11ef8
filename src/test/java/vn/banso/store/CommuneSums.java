package vn.banso.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Tally;
import vn.banso.store.counting.IndicatorQueries;

/** The indicators of two communes added up: what no act and no exchange may change. */
public final class CommuneSums {
    private CommuneSums() {}

    public static Map<String, Tally> of(Node node) {
        IndicatorQueries queries = new IndicatorQueries(node);
        CountPeriod window = CountPeriod.yearTo(LocalDate.of(2026, 11, 20));
        Map<String, Tally> sums = new HashMap<>();
        Stream.of(Land.SANG_MOC, Land.LA_BANG).forEach(scope -> queries.count(scope, Definitions.from(18), window)
                .forEach((line, tally) -> sums.merge(line, tally, Tally::plus)));
        return sums;
    }

    /** The lines that say something else. */
    public static List<String> differing(Map<String, Tally> before, Map<String, Tally> after) {
        return before.keySet().stream().filter(line -> !before.get(line).equals(after.get(line)))
                .map(line -> line + ": " + before.get(line) + ", " + after.get(line)).toList();
    }
}
