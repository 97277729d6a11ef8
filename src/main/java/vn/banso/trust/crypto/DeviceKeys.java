package vn.banso.trust.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.banso.ledger.batch.DeviceId;

/**
 * The two key pairs of a device: Ed25519 to sign what it writes, X25519 to open what is sealed to it. Public keys are raw, 32
 * bytes each. The secrets never appear in texts.
 */
public final class DeviceKeys {
    public static final int PUBLIC_KEY = 32;
    public static final int SIGNATURE = Ed25519.SIGNATURE_SIZE;
    /** Length of {@link #secret}. */
    public static final int SECRET = Ed25519.SECRET_KEY_SIZE + X25519.SCALAR_SIZE;

    private final byte[] signingSecret;
    private final byte[] sealingSecret;
    private final byte[] signingKey = new byte[PUBLIC_KEY];
    private final byte[] sealingKey = new byte[PUBLIC_KEY];
    private final DeviceId id;

    private DeviceKeys(byte[] signingSecret, byte[] sealingSecret) {
        this.signingSecret = signingSecret;
        this.sealingSecret = sealingSecret;
        Ed25519.generatePublicKey(signingSecret, 0, signingKey, 0);
        X25519.generatePublicKey(sealingSecret, 0, sealingKey, 0);
        this.id = DeviceId.ofKey(signingKey);
    }

    public static DeviceKeys generate() {
        return of(SecureRandomSource.bytes(SECRET));
    }

    /** @param secret what {@link #secret} gave, {@value #SECRET} bytes; copied */
    public static DeviceKeys of(byte[] secret) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("the secret of a device has " + SECRET + " bytes");
        }
        byte[] sealing = Arrays.copyOfRange(secret, Ed25519.SECRET_KEY_SIZE, SECRET);
        X25519.clampPrivateKey(sealing);
        return new DeviceKeys(Arrays.copyOf(secret, Ed25519.SECRET_KEY_SIZE), sealing);
    }

    public DeviceId id() {
        return id;
    }

    /** Ed25519 public key: who the device is. */
    public byte[] signingKey() {
        return signingKey.clone();
    }

    /** X25519 public key: what others seal to. */
    public byte[] sealingKey() {
        return sealingKey.clone();
    }

    /** Ed25519 over the purpose and exactly these bytes: {@value #SIGNATURE} bytes. */
    public byte[] sign(Purpose purpose, byte[] bytes) {
        byte[] message = purpose.before(bytes);
        byte[] signature = new byte[SIGNATURE];
        Ed25519.sign(signingSecret, 0, signingKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** False for anything but this key's signature for this purpose over these bytes, whatever the lengths. */
    public static boolean verify(byte[] publicKey, Purpose purpose, byte[] bytes, byte[] signature) {
        if (publicKey.length != PUBLIC_KEY || signature.length != SIGNATURE) {
            return false;
        }
        byte[] message = purpose.before(bytes);
        return Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    /** Opens what {@link Hpke#seal} sealed to this device; empty where it was for another, for another purpose, or altered. */
    public Optional<byte[]> openSealed(String purpose, byte[] boundTo, byte[] sealed) {
        return Hpke.open(sealingSecret, sealingKey, purpose, boundTo, sealed);
    }

    /** Both secret keys, for the vault alone. */
    public byte[] secret() {
        byte[] secret = Arrays.copyOf(signingSecret, SECRET);
        System.arraycopy(sealingSecret, 0, secret, signingSecret.length, sealingSecret.length);
        return secret;
    }

    @Override
    public String toString() {
        return "device " + id;
    }
}
