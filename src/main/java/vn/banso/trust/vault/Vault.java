package vn.banso.trust.vault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import vn.banso.trust.crypto.Aead;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Hpke;
import vn.banso.trust.crypto.PartsFormat;
import vn.banso.trust.crypto.RowSeal;
import vn.banso.trust.crypto.SecureRandomSource;
import vn.banso.trust.vault.VaultException.Reason;

/**
 * The file that keeps a device's secrets: its keys and the key of its sealed rows, under a vault key, which the passphrase
 * wraps (Argon2id) and, where an officer is named for it, that officer's key too. All verbs take and give the bytes of the
 * file; writing them beside, forced and moved, is the store's part. Passphrases are wiped by whoever typed them.
 */
public final class Vault {
    private static final byte[] NONE = new byte[0];

    private Vault() {}

    /** What an open vault holds. */
    public static final class Unlocked {
        private final DeviceKeys device;
        private final RowSeal rows;
        private final byte[] vaultKey;

        private Unlocked(byte[] vaultKey, DeviceKeys device, RowSeal rows) {
            this.vaultKey = vaultKey;
            this.device = device;
            this.rows = rows;
        }

        public DeviceKeys device() {
            return device;
        }

        public RowSeal rows() {
            return rows;
        }

        @Override
        public String toString() {
            return "unlocked vault of " + device;
        }
    }

    /**
     * A new vault.
     *
     * @param recoveryKey public X25519 key of the officer who may help when the passphrase is forgotten
     */
    public static byte[] create(char[] passphrase, Argon2Cost cost, Optional<byte[]> recoveryKey, DeviceKeys device) {
        byte[] vaultKey = SecureRandomSource.bytes(Aead.KEY);
        byte[] secret = device.secret();
        byte[] plain = Arrays.copyOf(secret, DeviceKeys.SECRET + Aead.KEY);
        System.arraycopy(SecureRandomSource.bytes(Aead.KEY), 0, plain, DeviceKeys.SECRET, Aead.KEY);
        VaultFile unwrapped = new VaultFile(cost, VaultFile.newSalt(), NONE, NONE, NONE, device.signingKey(),
                device.sealingKey(), sealed(vaultKey, secretsBinding(device.signingKey()), plain), WrongTries.NONE);
        Arrays.fill(plain, (byte) 0);
        Arrays.fill(secret, (byte) 0);
        VaultFile file = wrapped(unwrapped, vaultKey, passphrase, cost);
        return recoveryKey.map(key -> recoverable(file, vaultKey, key)).orElse(file).write();
    }

    /** @throws VaultException WRONG_PASSPHRASE, DAMAGED or NEWER */
    public static Unlocked unlock(byte[] file, char[] passphrase) throws VaultException {
        VaultFile vault = VaultFile.read(file);
        return unlocked(vault, vaultKey(vault, passphrase));
    }

    /** How long it takes no passphrase yet, after too many wrong ones. */
    public static Duration waits(byte[] file, long nowMillis) throws VaultException {
        return VaultFile.read(file).wrong().left(nowMillis);
    }

    /** The same vault after a wrong passphrase. */
    public static byte[] afterWrong(byte[] file, long nowMillis) throws VaultException {
        VaultFile vault = VaultFile.read(file);
        return vault.with(vault.wrong().oneMore(nowMillis)).write();
    }

    /** The same vault after the right one; empty where it is as it was. */
    public static Optional<byte[]> afterRight(byte[] file) throws VaultException {
        VaultFile vault = VaultFile.read(file);
        return vault.wrong().equals(WrongTries.NONE) ? Optional.empty() : Optional.of(vault.with(WrongTries.NONE).write());
    }

    /**
     * The same vault under a new passphrase.
     *
     * @throws VaultException WRONG_PASSPHRASE, DAMAGED or NEWER
     */
    public static byte[] rewrap(byte[] file, char[] passphrase, char[] newPassphrase, Argon2Cost cost) throws VaultException {
        VaultFile vault = VaultFile.read(file);
        return wrapped(vault, vaultKey(vault, passphrase), newPassphrase, cost).write();
    }

    /**
     * The same vault, which from now on this officer can help to open and no earlier one.
     *
     * @throws VaultException DAMAGED or NEWER, NOT_FOR_THIS_VAULT where another vault was unlocked
     */
    public static byte[] withRecovery(byte[] file, Unlocked unlocked, byte[] recoveryKey) throws VaultException {
        VaultFile vault = VaultFile.read(file);
        if (!Arrays.equals(vault.signingKey(), unlocked.device.signingKey())) {
            throw new VaultException(Reason.NOT_FOR_THIS_VAULT);
        }
        return recoverable(vault, unlocked.vaultKey, recoveryKey).write();
    }

    /**
     * Whether both are vaults of one device, under whatever passphrases.
     *
     * @throws VaultException DAMAGED or NEWER, of either
     */
    public static boolean isSameDevice(byte[] file, byte[] other) throws VaultException {
        return Arrays.equals(VaultFile.read(file).signingKey(), VaultFile.read(other).signingKey());
    }

    /** Whether an officer can help when the passphrase is forgotten. */
    public static boolean isRecoverable(byte[] file) throws VaultException {
        return VaultFile.read(file).recovery().isPresent();
    }

    /** The public key of the officer who can help; empty where nobody can. */
    public static Optional<byte[]> recoveryKey(byte[] file) throws VaultException {
        return VaultFile.read(file).recovery();
    }

    static Unlocked unlocked(VaultFile vault, byte[] vaultKey) throws VaultException {
        byte[] plain = opened(vaultKey, secretsBinding(vault.signingKey()), vault.secrets())
                .filter(p -> p.length == DeviceKeys.SECRET + Aead.KEY)
                .orElseThrow(() -> new VaultException(Reason.DAMAGED));
        DeviceKeys device = DeviceKeys.of(Arrays.copyOf(plain, DeviceKeys.SECRET));
        RowSeal rows = new RowSeal(Arrays.copyOfRange(plain, DeviceKeys.SECRET, plain.length));
        Arrays.fill(plain, (byte) 0);
        return new Unlocked(vaultKey, device, rows);
    }

    static VaultFile wrapped(VaultFile vault, byte[] vaultKey, char[] passphrase, Argon2Cost cost) {
        byte[] salt = VaultFile.newSalt();
        byte[] key = cost.derive(passphrase, salt);
        byte[] wrapped = sealed(key, VaultFile.binding(cost, salt, vault.signingKey()), vaultKey);
        Arrays.fill(key, (byte) 0);
        return new VaultFile(cost, salt, wrapped, vault.recoveryKey(), vault.recoverable(), vault.signingKey(),
                vault.sealingKey(), vault.secrets(), WrongTries.NONE);
    }

    private static VaultFile recoverable(VaultFile vault, byte[] vaultKey, byte[] recoveryKey) {
        byte[] sealed = Hpke.seal(recoveryKey, Recovery.PURPOSE, vault.signingKey(), vaultKey);
        return new VaultFile(vault.cost(), vault.salt(), vault.wrapped(), recoveryKey.clone(), sealed, vault.signingKey(),
                vault.sealingKey(), vault.secrets(), vault.wrong());
    }

    private static byte[] vaultKey(VaultFile vault, char[] passphrase) throws VaultException {
        byte[] key = vault.cost().derive(passphrase, vault.salt());
        try {
            return opened(key, VaultFile.binding(vault.cost(), vault.salt(), vault.signingKey()), vault.wrapped())
                    .orElseThrow(() -> new VaultException(Reason.WRONG_PASSPHRASE));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] secretsBinding(byte[] signingKey) {
        return PartsFormat.write("banso vault secrets 1", signingKey);
    }

    static byte[] sealed(byte[] key, byte[] boundTo, byte[] plain) {
        byte[] nonce = SecureRandomSource.bytes(Aead.NONCE);
        byte[] text = Aead.seal(key, nonce, boundTo, plain);
        byte[] all = Arrays.copyOf(nonce, nonce.length + text.length);
        System.arraycopy(text, 0, all, nonce.length, text.length);
        return all;
    }

    static Optional<byte[]> opened(byte[] key, byte[] boundTo, byte[] sealed) {
        return sealed.length < Aead.NONCE ? Optional.empty()
                : Aead.open(key, Arrays.copyOf(sealed, Aead.NONCE), boundTo,
                        Arrays.copyOfRange(sealed, Aead.NONCE, sealed.length));
    }
}
