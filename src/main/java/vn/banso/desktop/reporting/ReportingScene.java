package vn.banso.desktop.reporting;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.banso.store.reporting.VillageReport;

/**
 * What the page shows.
 *
 * @param month that is looked at
 * @param villages of the communes that are looked at; empty until they were read
 */
record ReportingScene(YearMonth month, Optional<List<VillageReport>> villages) {
    ReportingScene at(YearMonth other) {
        return new ReportingScene(other, Optional.empty());
    }

    ReportingScene with(List<VillageReport> read) {
        return new ReportingScene(month, Optional.of(read));
    }
}
