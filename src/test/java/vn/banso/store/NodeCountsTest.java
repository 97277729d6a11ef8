package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Counting;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.indicators.Which;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.register.values.EntryId;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.Role;

/** Counts through the one door: what people saved on a laptop is what the province counts. */
class NodeCountsTest {
    private static final CountPeriod WINDOW = CountPeriod.yearTo(LocalDate.of(2026, 11, 20));
    private static final List<Indicator> ALL = Definitions.from(Definitions.ADULT);

    @TempDir
    private Path folder;

    @Test
    void theProvinceCountsWhatTheLaptopSavedAndOpensTheListBehindIt() {
        try (Land land = new Land(folder)) {
            Node laptop = land.enrolled("laptop", Role.COMMUNE, Land.SANG_MOC);
            Generator.acts(new Commune("2025-07-01", "05719", Region.REMOTE, 60, LocalDate.of(2026, 11, 1), 3))
                    .forEach(act -> assertThat(laptop.save(act)).matches(SaveResult::isSaved));
            Land.exchange(laptop, land.province);

            IndicatorQueries laptopCounts = new IndicatorQueries(laptop);
            var here = laptopCounts.count(Land.SANG_MOC, ALL, WINDOW);
            assertThat(new IndicatorQueries(land.province).count(Land.SANG_MOC, ALL, WINDOW)).isEqualTo(here);
            Counting plain = new Counting(type -> laptop.entries(type, Land.SANG_MOC).stream(), WINDOW);
            assertThat(here).isEqualTo(plain.count(ALL)).containsOnlyKeys(ALL.stream().map(Indicator::key).toArray(String[]::new));
            assertThat(here.get("I01").all()).isGreaterThan(100);
            assertThat(laptopCounts.count(Land.LA_BANG, ALL, WINDOW).values()).allMatch(Tally.NONE::equals);

            Indicator phones = ALL.getFirst();
            List<EntryId> yes = laptopCounts.members(Land.SANG_MOC, phones, Which.YES, WINDOW, Optional.empty(), 10_000);
            assertThat(yes).hasSize((int) here.get("I01").n()).isEqualTo(plain.members(phones, Which.YES));
            assertThat(laptopCounts.members(Land.SANG_MOC, phones, Which.YES, WINDOW, Optional.of(yes.get(4)), 3))
                    .isEqualTo(yes.subList(5, 8));
        }
    }
}
