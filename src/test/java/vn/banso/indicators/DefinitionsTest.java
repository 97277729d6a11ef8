package vn.banso.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Field;

class DefinitionsTest {
    private final List<Indicator> all = Definitions.from(Definitions.ADULT);

    @Test
    void everyIndicatorOfTheFieldHasItsLines() {
        assertThat(all.stream().map(Indicator::id).distinct()).containsAll(
                IntStream.rangeClosed(1, 20).mapToObj(n -> String.format(Locale.ROOT, "I%02d", n)).toList());
        assertThat(all.stream().map(Indicator::key)).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void whatIdentifiesSomebodyIsNeverCounted() {
        assertThat(all).allSatisfy(i -> assertThat(Fields.of(i)).isNotEmpty().allMatch(Field::open));
    }
}
