package vn.banso.store.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.banso.trust.crypto.Argon2Cost;

/**
 * How a node is set up and kept.
 *
 * @param clock the laptop's own; trusted with nothing
 * @param home where the note that tells a copied store lies, outside every store
 * @param cost what one guess of the passphrase costs; used when a vault is made
 * @param recoveryKey public X25519 key of the officer who may help when the passphrase is forgotten; used when a vault is made
 * @param quotas how much is kept that counts for nothing
 */
public record NodeOptions(Clock clock, Path home, Argon2Cost cost, Optional<byte[]> recoveryKey, Quotas quotas) {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** By this machine's clock. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    /**
     * The system's clock, and the data folder of this person.
     *
     * @throws StoreException NO_HOME where there is none
     */
    public static NodeOptions standard() {
        return new NodeOptions(Clock.systemUTC(), DataFolder.find(), Argon2Cost.DEFAULT, Optional.empty(), Quotas.usual());
    }

    public NodeOptions withClock(Clock other) {
        return new NodeOptions(other, home, cost, recoveryKey, quotas);
    }

    public NodeOptions withHome(Path other) {
        return new NodeOptions(clock, other, cost, recoveryKey, quotas);
    }

    public NodeOptions withCost(Argon2Cost other) {
        return new NodeOptions(clock, home, other, recoveryKey, quotas);
    }

    public NodeOptions withRecoveryKey(byte[] key) {
        return new NodeOptions(clock, home, cost, Optional.of(key.clone()), quotas);
    }

    public NodeOptions withQuotas(Quotas other) {
        return new NodeOptions(clock, home, cost, recoveryKey, other);
    }
}
