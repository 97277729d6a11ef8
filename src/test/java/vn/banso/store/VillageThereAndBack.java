package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import vn.banso.indicators.Tally;
import vn.banso.register.values.EntryId;
import vn.banso.store.writing.SaveResult;
import vn.banso.store.writing.VillageActs;
import vn.banso.store.writing.VillageChange;
import vn.banso.store.writing.VillagePlan;

/** A whole village changes, and is what it was: no sum moves on the way, nor at its end. */
final class VillageThereAndBack {
    private VillageThereAndBack() {}

    static void play(Node officer, String played, VillagePlan plan) {
        VillageActs villages = officer.acts().villages();
        assertThat(villages.preview(plan).obstacles()).as(played).isEmpty();
        Map<String, Tally> before = CommuneSums.of(officer);
        EntryId change = officer.freshId();
        assertThat(villages.carryOut(plan, VillageChange.Decision.UNSAID, change)).as(played).matches(SaveResult::isSaved, "saved");
        // Of two villages there is one: what counts villages says so.
        assertThat(CommuneSums.differing(before, CommuneSums.of(officer))).as("%s: %s", played, plan)
                .allMatch(line -> plan instanceof VillagePlan.Merge && line.matches("(I06\\.|I07|I08|I20\\.villages).*"));
        assertThat(villages.undo(villages.change(plan.scope(), change).orElseThrow())).as(played).matches(SaveResult::isSaved, "saved");
        Map<String, Tally> after = CommuneSums.of(officer);
        // Somebody who is back may complete a class by what was written in its lists meanwhile.
        assertThat(after.get("I16").n()).as(played).isGreaterThanOrEqualTo(before.get("I16").n());
        after.put("I16", before.get("I16"));
        assertThat(CommuneSums.differing(before, after)).as("%s: %s, taken back", played, plan).isEmpty();
    }
}
