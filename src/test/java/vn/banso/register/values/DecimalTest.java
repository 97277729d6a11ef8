package vn.banso.register.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;

class DecimalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"98,8|98800", "98.8|98800", "0|0", "-2,5|-2500", "12|12000", "1.204|1204000", "1.204,5|1204500",
        "12 300|12300000", "0,001|1"})
    void peopleTypePercentAndKilometresAsTheyAreWritten(String typed, long thousandths) {
        assertThat(Decimal.read(typed)).contains(new Value.Whole(thousandths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "98,", "98,8888", "98,8 %", "1,2,3", "chín", "9999999999999"})
    void anythingElseIsNoNumber(String typed) {
        assertThat(Decimal.read(typed)).isEmpty();
    }

    @Test
    void aTargetIsShownInItsUnitAndNotInThousandths() {
        Field threshold = Catalogue.TARGET.field("threshold");
        assertThat(Texts.of(Lang.VI).value(threshold, new Value.Whole(98_800))).isEqualTo("98,8");
        assertThat(Texts.of(Lang.EN).value(threshold, new Value.Whole(98_800))).isEqualTo("98.8");
    }

    @Test
    void whatIsShownIsReadAgain() {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            long thousandths = random.nextLong(-1_000_000_000, 1_000_000_000);
            BigDecimal number = Decimal.of(thousandths);
            assertThat(Decimal.of(number)).as("seed %d", seed).isEqualTo(Optional.of(new Value.Whole(thousandths)));
            assertThat(number.multiply(BigDecimal.valueOf(1_000))).as("seed %d", seed).isEqualByComparingTo(BigDecimal.valueOf(thousandths));
        }
    }
}
