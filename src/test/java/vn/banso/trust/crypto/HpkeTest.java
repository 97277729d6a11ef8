package vn.banso.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.banso.trust.PlainHpke;

class HpkeTest {
    private static final byte[] PLAIN = "khóa của xã".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BOUND = {1, 2, 3};
    private final DeviceKeys device = DeviceKeys.generate();

    /** The oracle itself is right: RFC 9180, A.1.1, first encryption. */
    @Test
    void theOracleOpensTheVectorOfTheRfc() throws GeneralSecurityException {
        byte[] secret = hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8");
        byte[] publicKey = hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
        byte[] enc = hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431");
        byte[] text = hex("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a");
        assertThat(PlainHpke.shared(secret, publicKey, enc))
                .isEqualTo(hex("fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc"));
        byte[] plain = PlainHpke.aes128().open(secret, publicKey, enc, ascii("Ode on a Grecian Urn"), ascii("Count-0"), text);
        assertThat(plain).isEqualTo(ascii("Beauty is truth, truth beauty"));
    }

    @Test
    void anotherImplementationOpensWhatWeSeal() throws GeneralSecurityException {
        byte[] sealed = Hpke.seal(device.sealingKey(), "purpose", BOUND, PLAIN);
        byte[] secret = Arrays.copyOfRange(device.secret(), 32, 64);
        byte[] plain = PlainHpke.aes256().open(secret, device.sealingKey(), Arrays.copyOf(sealed, 32), ascii("purpose"), BOUND,
                Arrays.copyOfRange(sealed, 32, sealed.length));
        assertThat(plain).isEqualTo(PLAIN);
        assertThat(sealed).hasSize(PLAIN.length + Hpke.OVERHEAD);
    }

    @Test
    void theDeviceOpensItAndNobodyElseDoes() {
        byte[] sealed = Hpke.seal(device.sealingKey(), "purpose", BOUND, PLAIN);
        assertThat(device.openSealed("purpose", BOUND, sealed)).contains(PLAIN);
        assertThat(device.openSealed("other", BOUND, sealed)).isEmpty();
        assertThat(device.openSealed("purpose", new byte[0], sealed)).isEmpty();
        assertThat(DeviceKeys.generate().openSealed("purpose", BOUND, sealed)).isEmpty();
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() {
        byte[] sealed = Hpke.seal(device.sealingKey(), "purpose", BOUND, PLAIN);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(device.openSealed("purpose", BOUND, altered)).as("bit " + bit).isEmpty();
        }
        for (int length = 0; length < sealed.length; length++) {
            assertThat(device.openSealed("purpose", BOUND, Arrays.copyOf(sealed, length))).isEmpty();
        }
    }

    @Test
    void aKeyThatYieldsNoSecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hpke.seal(new byte[32], "purpose", BOUND, PLAIN));
        assertThatIllegalArgumentException().isThrownBy(() -> Hpke.seal(new byte[31], "purpose", BOUND, PLAIN));
        assertThat(device.openSealed("purpose", BOUND, new byte[100])).isEmpty();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
