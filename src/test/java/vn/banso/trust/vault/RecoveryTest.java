package vn.banso.trust.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.banso.trust.vault.VaultTest.refuses;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.vault.VaultException.Reason;

class RecoveryTest {
    private static final char[] FORGOTTEN = "quên mất rồi".toCharArray();
    private static final char[] NEW = "nhớ lấy nhé".toCharArray();
    private static final byte[] WORDS = {1, 2, 3};
    private final DeviceKeys device = DeviceKeys.generate();
    private final DeviceKeys officer = DeviceKeys.generate();
    private final byte[] file = Vault.create(FORGOTTEN, Argon2Cost.FAST, Optional.of(officer.sealingKey()), device);

    @Test
    void theOfficerHelpsWithoutLearningThePassphrase() throws VaultException, MalformedException {
        Recovery.Started started = Recovery.start(file, NEW, Argon2Cost.FAST);
        Recovery.Request request = Recovery.read(started.request());
        assertThat(request.fingerprint()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        byte[] answer = Recovery.answer(officer, request, WORDS);
        Recovery.Finished finished = Recovery.finish(file, started.pending(), answer, NEW);
        assertThat(finished.oneTimeKey()).isEqualTo(request.oneTimeKey());
        assertThat(finished.parcel()).isEqualTo(WORDS);
        byte[] recovered = finished.vault();
        assertThat(Vault.unlock(recovered, NEW).device().id()).isEqualTo(device.id());
        refuses(Reason.WRONG_PASSPHRASE, () -> Vault.unlock(recovered, FORGOTTEN));
        assertThat(Vault.isRecoverable(recovered)).isTrue();
    }

    @Test
    void aVaultThatNamesNobodyCannotBeHelped() {
        byte[] alone = Vault.create(FORGOTTEN, Argon2Cost.FAST, Optional.empty(), device);
        refuses(Reason.NO_RECOVERY, () -> Recovery.start(alone, NEW, Argon2Cost.FAST));
    }

    @Test
    void anOfficerCanBeNamedLater() throws VaultException, MalformedException {
        byte[] alone = Vault.create(FORGOTTEN, Argon2Cost.FAST, Optional.empty(), device);
        byte[] helped = Vault.withRecovery(alone, Vault.unlock(alone, FORGOTTEN), officer.sealingKey());
        Recovery.Started started = Recovery.start(helped, NEW, Argon2Cost.FAST);
        byte[] answer = Recovery.answer(officer, Recovery.read(started.request()), WORDS);
        assertThat(Vault.unlock(Recovery.finish(helped, started.pending(), answer, NEW).vault(), NEW).device().id())
                .isEqualTo(device.id());
        byte[] another = Vault.create(FORGOTTEN, Argon2Cost.FAST, Optional.empty(), DeviceKeys.generate());
        refuses(Reason.NOT_FOR_THIS_VAULT,
                () -> Vault.withRecovery(another, Vault.unlock(alone, FORGOTTEN), officer.sealingKey()));
    }

    @Test
    void anotherOfficerCannotAnswer() throws VaultException, MalformedException {
        Recovery.Request request = Recovery.read(Recovery.start(file, NEW, Argon2Cost.FAST).request());
        refuses(Reason.NOT_FOR_THIS_VAULT, () -> Recovery.answer(DeviceKeys.generate(), request, WORDS));
    }

    @Test
    void anAnswerFitsOneRequestAndOneVault() throws VaultException, MalformedException {
        Recovery.Started first = Recovery.start(file, NEW, Argon2Cost.FAST);
        Recovery.Started second = Recovery.start(file, NEW, Argon2Cost.FAST);
        byte[] answer = Recovery.answer(officer, Recovery.read(first.request()), WORDS);
        refuses(Reason.NOT_FOR_THIS_VAULT, () -> Recovery.finish(file, second.pending(), answer, NEW));
        refuses(Reason.WRONG_PASSPHRASE, () -> Recovery.finish(file, first.pending(), answer, FORGOTTEN));
        byte[] other = Vault.create(FORGOTTEN, Argon2Cost.FAST, Optional.of(officer.sealingKey()), DeviceKeys.generate());
        refuses(Reason.NOT_FOR_THIS_VAULT, () -> Recovery.finish(other, first.pending(), answer, NEW));
    }

    @Test
    void anAlteredRequestIsNotAnswered() throws VaultException {
        byte[] request = Recovery.start(file, NEW, Argon2Cost.FAST).request();
        for (int bit = 0; bit < request.length * 8; bit++) {
            byte[] altered = request.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> Recovery.read(altered)).isInstanceOf(MalformedException.class);
        }
    }
}
