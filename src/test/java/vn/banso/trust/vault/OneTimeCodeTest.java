package vn.banso.trust.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The code that two people say over the phone. */
class OneTimeCodeTest {
    private static final byte[] PARCEL = "đề nghị".getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsReadHoweverItWasHeard() {
        OneTimeCode code = OneTimeCode.of("7K2M-X0PA").orElseThrow();
        for (String heard : List.of("7k2m x0pa", " 7K2MX0PA ", "7k2m-xOpa", "7K2M–x0PA", "7.K.2.M.X.0.P.A")) {
            assertThat(OneTimeCode.of(heard)).as(heard).hasValueSatisfying(c -> assertThat(c.spoken()).isEqualTo(code.spoken()));
        }
        assertThat(OneTimeCode.of("ILIL-OOOO")).hasValueSatisfying(c -> assertThat(c.spoken()).isEqualTo("1111-0000"));
        for (String wrong : List.of("", "7K2M-X0P", "7K2M-X0PAA", "7K2M-X0P!", "bảy K2M-X0PA")) {
            assertThat(OneTimeCode.of(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void everyDrawIsAnotherAndIsReadAgain() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            OneTimeCode code = OneTimeCode.draw();
            assertThat(OneTimeCode.of(code.spoken())).hasValueSatisfying(c -> assertThat(c.spoken()).isEqualTo(code.spoken()));
            drawn.add(code.spoken());
        }
        assertThat(drawn).hasSizeGreaterThan(999);
        assertThat(OneTimeCode.draw()).hasToString("a one-time code");
    }

    @Test
    void whatIsSealedUnderACodeOpensUnderItAlone() {
        OneTimeCode.Box box = OneTimeCode.of("7K2M-X0PA").orElseThrow().box();
        OneTimeCode.Box same = OneTimeCode.of("7k2mxopa").orElseThrow().box();
        OneTimeCode.Box other = OneTimeCode.of("7K2M-X0PB").orElseThrow().box();
        assertThat(same.address()).isEqualTo(box.address()).hasSize(32).isNotEqualTo(other.address());
        byte[] request = box.sealRequest(PARCEL);
        byte[] welcome = box.sealWelcome(PARCEL);
        assertThat(same.openRequest(request)).hasValue(PARCEL);
        assertThat(same.openWelcome(welcome)).hasValue(PARCEL);
        assertThat(other.openRequest(request)).isEmpty();
        assertThat(other.openWelcome(welcome)).isEmpty();
        assertThat(box.openWelcome(request)).as("one is not taken for the other").isEmpty();
        assertThat(box.openRequest(welcome)).isEmpty();
        assertThat(box.openRequest(new byte[3])).isEmpty();
        for (int at = 0; at < request.length; at++) {
            byte[] altered = request.clone();
            altered[at] ^= 1;
            assertThat(box.openRequest(altered)).as("byte " + at).isEmpty();
        }
        byte[] address = box.address();
        address[0] ^= 1;
        assertThat(box.address()).as("nobody changes it from outside").isNotEqualTo(address);
    }
}
