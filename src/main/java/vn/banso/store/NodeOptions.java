package vn.banso.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.banso.trust.Argon2Cost;

/**
 * How a node is set up and kept.
 *
 * @param clock the laptop's own; trusted with nothing
 * @param home where the note that tells a copied store lies, outside every store
 * @param cost what one guess of the passphrase costs; used when a vault is made
 * @param recoveryKey public X25519 key of the officer who may help when the passphrase is forgotten; used when a vault is made
 * @param parkingBytes how much may wait for an earlier batch or for a grant before more of it is turned away
 */
public record NodeOptions(Clock clock, Path home, Argon2Cost cost, Optional<byte[]> recoveryKey, long parkingBytes) {
    private static final long PARKING = 256L << 20;

    /**
     * The system's clock, and the data folder of this person.
     *
     * @throws StoreException NO_HOME where there is none
     */
    public static NodeOptions standard() {
        return new NodeOptions(Clock.systemUTC(), DataFolder.find(), Argon2Cost.DEFAULT, Optional.empty(), PARKING);
    }

    public NodeOptions withClock(Clock other) {
        return new NodeOptions(other, home, cost, recoveryKey, parkingBytes);
    }

    public NodeOptions withHome(Path other) {
        return new NodeOptions(clock, other, cost, recoveryKey, parkingBytes);
    }

    public NodeOptions withCost(Argon2Cost other) {
        return new NodeOptions(clock, home, other, recoveryKey, parkingBytes);
    }

    public NodeOptions withRecoveryKey(byte[] key) {
        return new NodeOptions(clock, home, cost, Optional.of(key.clone()), parkingBytes);
    }

    public NodeOptions withParking(long bytes) {
        return new NodeOptions(clock, home, cost, recoveryKey, bytes);
    }
}
