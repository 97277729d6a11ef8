package vn.banso.register.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.banso.register.units.Cccd.Flaw;
import vn.banso.register.values.Value;

class CccdTest {
    private static final Optional<Value.Day> BORN_1980 = Optional.of(new Value.Day(1980, 3, 0));
    private static final int MALE = 1;
    private static final int FEMALE = 2;

    @Test
    void aNumberThatFitsIsNotAskedAbout() {
        assertThat(Cccd.flaw("019080000001", BORN_1980, MALE)).isEmpty();
        assertThat(Cccd.flaw("019 180 000 001", BORN_1980, FEMALE)).isEmpty();
        assertThat(Cccd.flaw("019205000001", Optional.of(new Value.Day(2005, 0, 0)), MALE)).isEmpty();
        assertThat(Cccd.flaw("019305000001", Optional.empty(), 0)).isEmpty();
    }

    @Test
    void everyFlawHasItsReason() {
        assertThat(Cccd.flaw("0190800", BORN_1980, MALE)).contains(Flaw.LENGTH);
        assertThat(Cccd.flaw("19080000001", BORN_1980, MALE)).contains(Flaw.ZERO_LOST);
        assertThat(Cccd.flaw("003080000001", BORN_1980, MALE)).contains(Flaw.PROVINCE);
        assertThat(Cccd.flaw("119080000001", BORN_1980, MALE)).contains(Flaw.PROVINCE);
        assertThat(Cccd.flaw("019080000001", BORN_1980, FEMALE)).contains(Flaw.SEX);
        assertThat(Cccd.flaw("019081000001", BORN_1980, MALE)).contains(Flaw.YEAR);
        assertThat(Cccd.flaw("019280000001", BORN_1980, MALE)).contains(Flaw.YEAR);
    }

    @Test
    void isShownMasked() {
        assertThat(Cccd.masked("038080001234")).isEqualTo("0380****1234");
        assertThat(Cccd.masked("123")).isEqualTo("***");
    }
}
