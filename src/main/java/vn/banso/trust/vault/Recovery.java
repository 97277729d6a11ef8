package vn.banso.trust.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.trust.crypto.Aead;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.crypto.Hpke;
import vn.banso.trust.crypto.PartsFormat;
import vn.banso.trust.crypto.Purpose;
import vn.banso.trust.vault.VaultException.Reason;

/**
 * A forgotten passphrase, helped by file: the device writes a request with a fresh one-time key, the officer named in the
 * vault opens the vault key and seals it to the one-time key, the device opens its vault with that under the passphrase chosen
 * when the request was written. With the answer comes the officer's {@linkplain vn.banso.trust.governance.RecoveryAct statement} of having helped, and only with that is
 * it taken. The officer never sees the device's secrets on their own, and reads the request's
 * {@linkplain Fingerprint fingerprint} back over the phone before answering: a thief can write a request too.
 */
public final class Recovery {
    static final String PURPOSE = "banso vault recovery 1";
    private static final String ANSWER_PURPOSE = "banso vault recovery answer 1";
    private static final String REQUEST = "banso recovery request 1";
    private static final String ANSWER = "banso recovery answer 1";

    private Recovery() {}

    /**
     * @param request for the officer
     * @param pending stays on the device until the answer comes: the one-time key, under the new passphrase
     */
    public record Started(byte[] request, byte[] pending) {}

    /** What the officer sees before answering. */
    public record Request(byte[] deviceKey, byte[] sealedVaultKey, byte[] oneTimeKey) {
        /** Of the one-time key: what the person at the device reads out. */
        public String fingerprint() {
            return Fingerprint.of(oneTimeKey);
        }
    }

    /** @throws VaultException NO_RECOVERY where the vault names no officer, DAMAGED, NEWER */
    public static Started start(byte[] vaultFile, char[] newPassphrase, Argon2Cost cost) throws VaultException {
        VaultFile vault = VaultFile.read(vaultFile);
        if (vault.recovery().isEmpty()) {
            throw new VaultException(Reason.NO_RECOVERY);
        }
        DeviceKeys oneTime = DeviceKeys.generate();
        byte[] body = PartsFormat.write(REQUEST, vault.signingKey(), vault.recoverable(), oneTime.sealingKey());
        byte[] request = PartsFormat.write(REQUEST, body, oneTime.signingKey(), oneTime.sign(Purpose.RECOVERY, body));
        return new Started(request, Vault.create(newPassphrase, cost, Optional.empty(), oneTime));
    }

    /** @throws MalformedException where it is not a whole, unaltered request */
    public static Request read(byte[] request) throws MalformedException {
        List<byte[]> outer = PartsFormat.read(REQUEST, 3, request);
        if (!DeviceKeys.verify(outer.get(1), Purpose.RECOVERY, outer.get(0), outer.get(2))) {
            throw PartsFormat.damaged();
        }
        List<byte[]> body = PartsFormat.read(REQUEST, 3, outer.get(0));
        return new Request(body.get(0), body.get(1), body.get(2));
    }

    /**
     * The officer's answer.
     *
     * @param parcel with the statement of having helped, and what is needed to judge it
     * @throws VaultException NOT_FOR_THIS_VAULT where another officer was named
     */
    public static byte[] answer(DeviceKeys officer, Request request, byte[] parcel) throws VaultException {
        byte[] vaultKey = officer.openSealed(PURPOSE, request.deviceKey(), request.sealedVaultKey())
                .orElseThrow(() -> new VaultException(Reason.NOT_FOR_THIS_VAULT));
        try {
            return PartsFormat.write(ANSWER, request.deviceKey(),
                    Hpke.seal(request.oneTimeKey(), ANSWER_PURPOSE, request.deviceKey(), vaultKey), parcel);
        } catch (IllegalArgumentException _) {
            throw new VaultException(Reason.NOT_FOR_THIS_VAULT);
        } finally {
            Arrays.fill(vaultKey, (byte) 0);
        }
    }

    /**
     * A vault that an answer opens.
     *
     * @param vault under the new passphrase
     * @param oneTimeKey of the request that was answered
     * @param parcel in which the officer states having helped
     */
    public record Finished(byte[] vault, byte[] oneTimeKey, byte[] parcel) {}

    /**
     * The vault under the new passphrase.
     *
     * @param newPassphrase the one given to {@link #start}
     * @throws VaultException WRONG_PASSPHRASE where it is another, NOT_FOR_THIS_VAULT where the answer is, DAMAGED, NEWER
     */
    public static Finished finish(byte[] vaultFile, byte[] pending, byte[] answer, char[] newPassphrase) throws VaultException {
        VaultFile vault = VaultFile.read(vaultFile);
        DeviceKeys oneTime = Vault.unlock(pending, newPassphrase).device();
        List<byte[]> parts = parts(vault, answer);
        byte[] vaultKey = oneTime.openSealed(ANSWER_PURPOSE, vault.signingKey(), parts.get(1))
                .filter(key -> key.length == Aead.KEY)
                .orElseThrow(() -> new VaultException(Reason.NOT_FOR_THIS_VAULT));
        Vault.unlocked(vault, vaultKey);
        byte[] wrapped = Vault.wrapped(vault, vaultKey, newPassphrase, VaultFile.read(pending).cost()).write();
        return new Finished(wrapped, oneTime.sealingKey(), parts.get(2));
    }

    private static List<byte[]> parts(VaultFile vault, byte[] answer) throws VaultException {
        try {
            List<byte[]> parts = PartsFormat.read(ANSWER, 3, answer);
            if (!Arrays.equals(parts.get(0), vault.signingKey())) {
                throw new VaultException(Reason.NOT_FOR_THIS_VAULT);
            }
            return parts;
        } catch (MalformedException e) {
            throw new VaultException(e.reason() == MalformedException.Reason.NEWER_FORMAT ? Reason.NEWER : Reason.DAMAGED);
        }
    }
}
