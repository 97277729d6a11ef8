package vn.banso.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

class TargetsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ScopeId COMMUNE = new ScopeId(1);
    private static long next = 1;

    private static List<String> live(LocalDate day, Entry... entries) {
        return Targets.live(List.of(entries), day).stream().map(t -> t.indicator() + " " + t.threshold()).toList();
    }

    private static Draft target(String indicator, long thousandths) {
        return Draft.of(Catalogue.TARGET, COMMUNE, new EntryId(0, next++)).with("indicator", new Value.Text(indicator))
                .with("threshold", new Value.Whole(thousandths));
    }

    private static Entry entry(Draft draft) {
        return draft.over(Optional.empty());
    }

    @Test
    void shippedTargetsWhoseHorizonHasPassedAreNotLive() {
        assertThat(live(TODAY)).containsExactly("I01 95000", "I17 100000", "I18 60000");
        assertThat(live(LocalDate.of(2025, 12, 31))).containsExactly("I01 80000", "I09 80000", "I10 50000", "I17 80000", "I18 40000");
        assertThat(live(LocalDate.of(2031, 1, 1))).isEmpty();
        assertThat(Targets.shipped()).allMatch(t -> Definitions.from(Definitions.ADULT).stream().anyMatch(i -> i.key().equals(t.indicator())));
    }

    @Test
    void anEntryReplacesTheShippedOneOfItsLineAndAddsOthers() {
        Entry own = entry(target("I01", 98_800));
        assertThat(live(TODAY, own, entry(target("I03", 90_000)))).containsExactly("I01 98800", "I03 90000", "I17 100000", "I18 60000");
        assertThat(live(TODAY, own)).as("also where it is lower").isNotEqualTo(live(TODAY));
        assertThat(live(TODAY, entry(target("I01", 70_000)))).startsWith("I01 70000");
    }

    @Test
    void anEntryWhoseHorizonHasPassedLeavesTheShippedOneStanding() {
        Draft own = target("I01", 98_800).with("valid_from", new Value.Day(2026, 3, 0));
        assertThat(live(TODAY, entry(own.with("valid_to", new Value.Day(2026, 10, 0))))).startsWith("I01 95000");
        assertThat(live(TODAY, entry(own.with("valid_to", new Value.Day(2026, 0, 0))))).startsWith("I01 98800");
        assertThat(live(LocalDate.of(2026, 2, 28), entry(own))).as("nor before it begins").startsWith("I01 95000");
        assertThat(live(LocalDate.of(2026, 10, 31), entry(own.with("valid_to", new Value.Day(2026, 10, 0))))).startsWith("I01 98800");
    }

    @Test
    void ofSeveralEntriesTheOneThatBeganLastBindsInWhateverOrderTheyCome() {
        Entry early = entry(target("I01", 99_000).with("valid_from", new Value.Day(2026, 1, 1)));
        Entry late = entry(target("I01", 91_000).with("valid_from", new Value.Day(2026, 6, 1)));
        assertThat(live(TODAY, early, late)).startsWith("I01 91000").isEqualTo(live(TODAY, late, early));
    }

    @Test
    void onlySharesInPercentAreSetAgainstAShare() {
        Value people = Codes.MEASURE.code("people").orElseThrow();
        assertThat(live(TODAY, entry(target("I01", 300_000).with("measure", people)))).startsWith("I01 95000");
    }

    @Test
    void aboveIsMoreThanTheThreshold() {
        Target shipped = Targets.shipped().stream().filter(Target::above).findFirst().orElseThrow();
        Target own = Targets.live(List.of(entry(target("I10", 50_000).with("above", new Value.Code(CodeList.YES)))), TODAY).stream()
                .filter(t -> t.indicator().equals("I10")).findFirst().orElseThrow();
        assertThat(Stream.of(shipped, own)).allSatisfy(fifty -> {
            assertThat(fifty.met(new Tally(1, 2, 2, 2))).contains(false);
            assertThat(fifty.met(new Tally(2, 3, 3, 3))).contains(true);
            assertThat(fifty.met(Tally.NONE)).isEmpty();
        });
    }
}
