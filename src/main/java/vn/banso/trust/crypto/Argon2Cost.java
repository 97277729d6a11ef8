package vn.banso.trust.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What one guess of a passphrase costs (Argon2id, version 0x13).
 *
 * @param memoryKiB memory of one guess, in KiB, 8 to 1,048,576
 * @param passes times over that memory, 1 to 64
 * @param lanes 1 to 16
 */
public record Argon2Cost(int memoryKiB, int passes, int lanes) {
    public static final Argon2Cost DEFAULT = new Argon2Cost(64 * 1024, 3, 1);
    /** For tests and demonstration nodes, where nobody guesses. */
    public static final Argon2Cost FAST = new Argon2Cost(64, 1, 1);

    private static final int MOST_KIB = 1 << 20;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 16;

    public Argon2Cost {
        if (memoryKiB < 8 * lanes || memoryKiB > MOST_KIB || passes < 1 || passes > MOST_PASSES || lanes < 1
                || lanes > MOST_LANES) {
            throw new IllegalArgumentException("an Argon2 cost outside what this program spends");
        }
    }

    /** A key of 32 bytes. */
    public byte[] derive(char[] passphrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] key = new byte[Aead.KEY];
        byte[] typed = Passphrase.bytes(passphrase);
        try {
            generator.generateBytes(typed, key);
            return key;
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }
}
