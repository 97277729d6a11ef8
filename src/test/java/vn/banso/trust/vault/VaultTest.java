package vn.banso.trust.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.vault.VaultException.Reason;

class VaultTest {
    private static final char[] TYPED = "mười hai con mèo".toCharArray();
    private static final char[] OTHER = "mười hai con gà".toCharArray();
    private final DeviceKeys device = DeviceKeys.generate();
    private final byte[] file = Vault.create(TYPED, Argon2Cost.FAST, Optional.empty(), device);

    @Test
    void opensToTheSameDeviceAndTheSameRows() throws VaultException {
        Vault.Unlocked first = Vault.unlock(file, TYPED);
        Vault.Unlocked second = Vault.unlock(file, TYPED);
        assertThat(first.device().id()).isEqualTo(device.id());
        assertThat(first.device().secret()).isEqualTo(device.secret());
        byte[] row = first.rows().seal(bytes("Lý Thị Mẩy"), bytes("row 1"));
        assertThat(second.rows().open(row, bytes("row 1"))).isEqualTo(bytes("Lý Thị Mẩy"));
    }

    @Test
    void aWrongPassphraseIsToldFromDamage() {
        refuses(Reason.WRONG_PASSPHRASE, () -> Vault.unlock(file, OTHER));
        refuses(Reason.WRONG_PASSPHRASE, () -> Vault.unlock(file, new char[0]));
        refuses(Reason.DAMAGED, () -> Vault.unlock(new byte[0], TYPED));
        refuses(Reason.DAMAGED, () -> Vault.unlock(bytes("<html>captive portal</html>"), TYPED));
    }

    @Test
    void aNewerFormatIsToldFromDamage() {
        byte[] newer = file.clone();
        newer["banso vault ".length()] = '2';
        refuses(Reason.NEWER, () -> Vault.unlock(newer, TYPED));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] altered = file.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Vault.unlock(altered, TYPED);
                Assertions.fail("opened with bit " + bit + " flipped");
            } catch (VaultException e) {
                assertThat(e.reason()).as("bit " + bit).isIn(Reason.DAMAGED, Reason.NEWER);
            }
        }
    }

    @Test
    void everyCutIsNoticed() {
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            refuses(Reason.DAMAGED, () -> Vault.unlock(cut, TYPED));
        }
    }

    @Test
    void aNewPassphraseTakesTheOldOnesPlace() throws VaultException {
        byte[] rewrapped = Vault.rewrap(file, TYPED, OTHER, Argon2Cost.FAST);
        assertThat(Vault.unlock(rewrapped, OTHER).device().id()).isEqualTo(device.id());
        refuses(Reason.WRONG_PASSPHRASE, () -> Vault.unlock(rewrapped, TYPED));
        refuses(Reason.WRONG_PASSPHRASE, () -> Vault.rewrap(file, OTHER, OTHER, Argon2Cost.FAST));
    }

    /** Unikey can type ờ as one letter or as o with marks. */
    @Test
    void howTheKeyboardComposesLettersDoesNotMatter() throws VaultException {
        char[] decomposed = Normalizer.normalize(new String(TYPED), Normalizer.Form.NFD).toCharArray();
        assertThat(decomposed).isNotEqualTo(TYPED);
        assertThat(Vault.unlock(file, decomposed).device().id()).isEqualTo(device.id());
    }

    @Test
    void aCostThatWouldTakeTheMachineDownIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(Integer.MAX_VALUE, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(64, 1_000, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(64, 1, 0));
    }

    @Test
    void nothingSecretIsPrinted() throws VaultException {
        assertThat(Vault.unlock(file, TYPED)).hasToString("unlocked vault of device " + device.id());
        String secret = new String(device.secret(), StandardCharsets.ISO_8859_1);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    /** RFC 9106 has no vector without secret and associated data; this one is of the reference implementation's test suite. */
    @Test
    void derivesWhatOthersDerive() {
        byte[] key = new Argon2Cost(64 * 1024, 2, 1).derive("password".toCharArray(), bytes("somesalt"));
        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    static void refuses(Reason reason, ThrowingCallable call) {
        Assertions.assertThatThrownBy(call).isInstanceOfSatisfying(VaultException.class,
                e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
