package vn.banso.register.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({"0912345678,0912345678", "091 234 5678,0912345678", "091.234.5678,0912345678", "(091) 234-5678,0912345678",
            "+84912345678,0912345678", "+84 0912345678,0912345678", "0084912345678,0912345678", "84912345678,0912345678",
            "912345678,0912345678", "01681234567,0381234567", "01201234567,0701234567", "01991234567,0591234567",
            "+841681234567,0381234567", "02083856789,02083856789"})
    void everySpellingBecomesTheNumberAsItIsDialled(String typed, String number) {
        assertThat(Phones.canonical(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0412345678", "091234567", "09123456789", "mai", "01301234567", "0912 34 56 7x", "1234567890123456"})
    void otherThingsAreNone(String typed) {
        assertThat(Phones.canonical(typed)).isEmpty();
    }

    @Test
    void isShownMasked() {
        assertThat(Phones.masked("0912345678")).isEqualTo("091****678");
        assertThat(Phones.masked("0912")).isEqualTo("****");
    }
}
