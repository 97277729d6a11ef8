package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host and a port are enough; what cannot be an address is none. */
class DeskAddressTest {
    @ParameterizedTest
    @CsvSource({"so.example.vn, https://so.example.vn/", " so.example.vn:8443 , https://so.example.vn:8443/",
            "so.example.vn/banso, https://so.example.vn/banso/", "HTTP://So.Example.vn:8080, http://so.example.vn:8080/",
            "https://so.example.vn/banso/, https://so.example.vn/banso/", "localhost:8080, http://localhost:8080/",
            "127.0.0.1:8080, http://127.0.0.1:8080/", "192.168.1.5:8080, http://192.168.1.5:8080/", "10.0.0.7, http://10.0.0.7/",
            "172.20.1.1:80, http://172.20.1.1:80/", "172.32.1.1:80, https://172.32.1.1:80/", "may-tinh:8080, http://may-tinh:8080/",
            "[::1]:8080, http://[::1]:8080/", "https://127.0.0.1:8443, https://127.0.0.1:8443/", "so:65535, http://so:65535/"})
    void asPeopleTypeIt(String typed, String meant) {
        assertThat(DeskAddress.of(typed)).map(DeskAddress::toString).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://", "http://so nha", "https://[", "http://so:99:1/", "http:///v1", "so:65536", "so:0", "so:99999999999",
            "máy tỉnh ở đâu", "/media/usb", "ftp://so.vn/", "http://mai:mat@so.vn/", "so..vn", "-so.vn"})
    void whatIsNone(String typed) {
        assertThat(DeskAddress.of(typed)).isEmpty();
    }

    @Test
    void aDriveAndAFolderAreNoDesk() {
        assertThat(DeskAddress.isMeant("E:\\BANSO")).isFalse();
        assertThat(DeskAddress.isMeant("usb")).isFalse();
        assertThat(DeskAddress.isMeant("so.example.vn:8080")).isTrue();
        assertThat(DeskAddress.isMeant("so:70000")).isTrue();
        assertThat(DeskAddress.isMeant("https://so.example.vn")).isTrue();
    }
}
