package vn.banso.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.banso.register.Field;

class DefinitionsTest {
    private final List<Indicator> all = Definitions.from(Definitions.ADULT);

    @Test
    void everyIndicatorOfTheFieldHasItsLines() {
        assertThat(all.stream().map(Indicator::id).distinct()).containsAll(
                IntStream.rangeClosed(1, 20).mapToObj("I%02d"::formatted).toList());
        assertThat(all.stream().map(Indicator::key)).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void whatIdentifiesSomebodyIsNeverCounted() {
        assertThat(all).allSatisfy(i -> assertThat(Fields.of(i)).isNotEmpty().allMatch(Field::open));
    }

    @Test
    void targetsWhoseHorizonHasPassedAreNotLive() {
        assertThat(Targets.live(LocalDate.of(2026, 11, 20)).stream().map(t -> t.indicator() + " " + t.perMille()))
                .containsExactly("I01 950", "I17 1000", "I18 600");
        assertThat(Targets.all()).allMatch(t -> all.stream().anyMatch(i -> i.key().equals(t.indicator())));
        Target fifty = Targets.all().stream().filter(Target::above).findFirst().orElseThrow();
        assertThat(fifty.met(new Tally(1, 2, 2, 2))).contains(false);
        assertThat(fifty.met(new Tally(2, 3, 3, 3))).contains(true);
        assertThat(fifty.met(Tally.NONE)).isEmpty();
    }
}
