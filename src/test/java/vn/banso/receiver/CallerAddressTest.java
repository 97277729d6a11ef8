package vn.banso.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "203.0.113.7            |                              | 203.0.113.7",
        "2001:db8:1:2:3:4:5:6   |                              | 20010db800010002/64",
        "[2001:db8:1:2::9]      |                              | 20010db800010002/64",
        "::ffff:203.0.113.7     |                              | 203.0.113.7",
        "203.0.113.7            | 198.51.100.1                 | 203.0.113.7",
        "127.0.0.1              | 198.51.100.1                 | 198.51.100.1",
        "127.0.0.1              | 10.9.9.9, 2001:db8:1:2::9    | 20010db800010002/64",
        "0:0:0:0:0:0:0:1        | 198.51.100.1                 | 198.51.100.1",
        "127.0.0.1              | nobody.example               | 127.0.0.1"})
    void isANetworkAndNotWhatTheCallerSays(String remote, String forwarded, String share) {
        assertThat(CallerAddress.of(remote, Optional.ofNullable(forwarded))).isEqualTo(share);
    }

    @Test
    void whatIsNoAddressIsOneOfAll() {
        assertThat(CallerAddress.of("?", Optional.empty())).isEmpty();
    }
}
