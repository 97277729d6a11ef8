package vn.banso.store.reporting;

import java.util.List;
import java.util.Optional;
import vn.banso.register.values.Value;
import vn.banso.store.register.VillageName;

/**
 * How a village stands with a period.
 *
 * @param households recorded there
 * @param figures what came of the period by now
 * @param newest the last day of the period on which something was done there
 * @param decided the figures that an officer returned or approved
 * @param on when that was
 * @param reason why it was returned, the last time; empty where it never was
 * @param team whom to call: those who lead first
 */
public record VillageReport(VillageName village, long households, VillageFigures figures, Optional<Value.Day> newest, Progress progress,
                            Optional<VillageFigures> decided, Optional<Value.Day> on, String reason, List<Contact> team) {

    /** @param phone empty where none is written down */
    public record Contact(String name, String phone) {}

    /** What came since an officer looked. */
    public VillageFigures since() {
        return figures.since(decided.orElse(VillageFigures.NOTHING));
    }
}
