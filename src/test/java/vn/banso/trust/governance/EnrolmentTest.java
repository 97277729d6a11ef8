package vn.banso.trust.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.banso.trust.Province.GOVERNANCE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.crypto.ScopeKey;

class EnrolmentTest {
    private final DeviceKeys root = DeviceKeys.generate();
    private final DeviceKeys officer = DeviceKeys.generate();
    private final DeviceKeys device = DeviceKeys.generate();
    private final List<ScopeKey> keys = List.of(ScopeKey.fresh(GOVERNANCE, 1), ScopeKey.fresh(GOVERNANCE, 2));
    private final byte[] request = Enrolment.request(device, "Bàn Thị Mùi", Role.TRAINER);

    @Test
    void aRequestTellsWhoAsksForWhat() throws MalformedException {
        Enrolment.Request read = Enrolment.readRequest(request);
        assertThat(read.signingKey()).isEqualTo(device.signingKey());
        assertThat(read.sealingKey()).isEqualTo(device.sealingKey());
        assertThat(read.holder()).isEqualTo("Bàn Thị Mùi");
        assertThat(read.role()).isEqualTo(Role.TRAINER);
        assertThat(read.device()).isEqualTo(device.id());
        assertThat(read.fingerprint()).isEqualTo(Fingerprint.of(device.signingKey()));
    }

    @Test
    void aWelcomeTellsWhomToTrustAndHandsTheKeysToOneDevice() throws MalformedException {
        byte[] bytes = welcome();
        Enrolment.Welcome welcome = Enrolment.readWelcome(device, bytes);
        assertThat(welcome.rootKey()).isEqualTo(root.signingKey());
        assertThat(welcome.fingerprint()).isEqualTo(Fingerprint.of(root.signingKey()));
        assertThat(welcome.province()).isEqualTo("19");
        assertThat(welcome.listVersion()).isEqualTo("2025-07-01");
        assertThat(welcome.governance()).isEqualTo(GOVERNANCE);
        assertThat(welcome.keys()).isEqualTo(keys);
        assertThat(welcome.officerKey()).isEqualTo(officer.signingKey());
        assertThat(welcome.recoveryKey()).isEqualTo(officer.sealingKey());
        assertThat(welcome.receiver()).isEqualTo("http://127.0.0.1:8080");
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(keys.getFirst().key(), StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Enrolment.readWelcome(DeviceKeys.generate(), bytes)).isInstanceOf(MalformedException.class);
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() throws MalformedException {
        byte[] welcome = welcome();
        for (int bit = 0; bit < request.length * 8; bit++) {
            byte[] altered = flipped(request, bit);
            assertThatThrownBy(() -> Enrolment.readRequest(altered)).isInstanceOf(MalformedException.class);
        }
        for (int bit = 0; bit < welcome.length * 8; bit++) {
            byte[] altered = flipped(welcome, bit);
            assertThatThrownBy(() -> Enrolment.readWelcome(device, altered)).isInstanceOf(MalformedException.class);
        }
        for (int length = 0; length < welcome.length; length++) {
            byte[] cut = Arrays.copyOf(welcome, length);
            assertThatThrownBy(() -> Enrolment.readWelcome(device, cut)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void filesOfOtherKindsAreToldApart() {
        assertThatThrownBy(() -> Enrolment.readWelcome(device, request)).isInstanceOfSatisfying(MalformedException.class,
                e -> assertThat(e.reason()).isEqualTo(MalformedException.Reason.NOT_A_PARCEL));
        byte[] newer = request.clone();
        newer["banso request ".length()] = '2';
        assertThatThrownBy(() -> Enrolment.readRequest(newer)).isInstanceOfSatisfying(MalformedException.class,
                e -> assertThat(e.reason()).isEqualTo(MalformedException.Reason.NEWER_FORMAT));
    }

    @Test
    void fingerprintsAreShortAndDiffer() {
        assertThat(Fingerprint.of(device.signingKey())).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")
                .isNotEqualTo(Fingerprint.of(officer.signingKey()));
        assertThat(Fingerprint.of(new byte[32])).isEqualTo(Fingerprint.of(new byte[32]));
    }

    @Test
    void secretsSurviveAndAreNotPrinted() {
        DeviceKeys again = DeviceKeys.of(device.secret());
        assertThat(again.signingKey()).isEqualTo(device.signingKey());
        assertThat(again.sealingKey()).isEqualTo(device.sealingKey());
        assertThat(device).hasToString("device " + device.id());
        assertThat(keys.getFirst().toString()).doesNotContain(HexFormat.of().formatHex(keys.getFirst().key()));
    }

    private byte[] welcome() throws MalformedException {
        return Enrolment.welcome(officer, Enrolment.readRequest(request), root.signingKey(), "19", "2025-07-01", GOVERNANCE, keys,
                "http://127.0.0.1:8080");
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] altered = bytes.clone();
        altered[bit / 8] ^= (byte) (1 << bit % 8);
        return altered;
    }
}
