package vn.banso.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The targets that ship with the product. Provinces add their own as entries of the type {@code target}. */
public final class Targets {
    private static final String QD_411 = "QĐ 411/QĐ-TTg (2022)";
    private static final String BDHVS = "Kế hoạch Bình dân học vụ số";
    private static final LocalDate DECIDED = LocalDate.of(2022, 3, 31);

    private static final List<Target> ALL = List.of(
            target("I01", 800, DECIDED, endOf(2025), QD_411),
            target("I01", 950, startOf(2026), endOf(2030), QD_411),
            target("I09", 800, DECIDED, endOf(2025), QD_411),
            new Target("I10", 500, true, DECIDED, endOf(2025), Optional.empty(), QD_411),
            target("I17", 800, startOf(2025), endOf(2025), BDHVS),
            target("I17", 1_000, startOf(2026), endOf(2026), BDHVS),
            target("I18", 400, startOf(2025), endOf(2025), BDHVS),
            target("I18", 600, startOf(2026), endOf(2026), BDHVS));

    private Targets() {}

    public static List<Target> all() {
        return ALL;
    }

    /** The targets that bind on this day. */
    public static List<Target> live(LocalDate day) {
        return ALL.stream().filter(t -> t.live(day)).toList();
    }

    private static Target target(String indicator, int perMille, LocalDate from, LocalDate to, String source) {
        return new Target(indicator, perMille, false, from, to, Optional.empty(), source);
    }

    private static LocalDate startOf(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static LocalDate endOf(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
