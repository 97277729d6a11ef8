package vn.banso.desktop.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.banso.indicators.Tally;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/** Numbers and times as people of the language write them. */
public final class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY_SECONDS = 86_400;
    private static final long WEEK = 7 * DAY_SECONDS;

    private final Texts texts;

    Formats(Texts texts) {
        this.texts = texts;
    }

    /** 1.204 in Vietnamese. */
    public String number(long number) {
        return texts.get("kit.number", number);
    }

    /** 82 %, without a fraction digit; a dash where there is nothing to divide by. */
    public String percent(Tally tally) {
        return tally.d() == 0 ? texts.get("kit.none") : texts.get("kit.percent", Math.round(100.0 * tally.n() / tally.d()));
    }

    /** 1.204 / 1.468. */
    public String fraction(Tally tally) {
        return texts.get("kit.fraction", tally.n(), tally.d());
    }

    /** How many of those that the number is about were asked, and how many are left out because they did not agree to be counted. */
    public String coverage(Tally tally) {
        String asked = tally.all() == 0 ? texts.get("kit.none") : texts.get("kit.coverage", Math.round(100.0 * tally.answered() / tally.all()));
        return tally.withheld() == 0 ? asked : texts.get("kit.withheld", asked, tally.withheld());
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** As exactly as it is known: 20/11/2026, 11/2026, 2026. */
    public String day(Value.Day day) {
        return Texts.day(day);
    }

    public String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** "3 giờ trước", from a week on the day itself; "vừa xong" also for what a wrong clock puts into the future. */
    public String ago(Instant at, Instant now, ZoneId zone) {
        long seconds = Duration.between(at, now).toSeconds();
        if (seconds < MINUTE) {
            return texts.get("kit.ago.now");
        }
        if (seconds < HOUR) {
            return texts.get("kit.ago.minutes", seconds / MINUTE);
        }
        if (seconds < DAY_SECONDS) {
            return texts.get("kit.ago.hours", seconds / HOUR);
        }
        return seconds < WEEK ? texts.get("kit.ago.days", seconds / DAY_SECONDS) : texts.get("kit.ago.on", DAY.format(at.atZone(zone)));
    }
}
