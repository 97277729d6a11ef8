package vn.banso.simulation;

import java.util.List;
import java.util.stream.IntStream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.register.values.ScopeId;

/**
 * Who plays: device 0 is the province and holds the root key, device 1 is the PC of the first commune, the others are laptops of
 * volunteers (even) and trainers (odd). A device's key is its number and 31 zeros.
 */
final class Cast {
    static final int PROVINCE = 0;
    static final int OFFICER = 1;
    static final int MOST = 9;

    static final int ROLE_VOLUNTEER = 1;
    static final int ROLE_TRAINER = 2;
    static final int ROLE_COMMUNE = 3;

    static final ScopeId GOVERNANCE = ScopeId.governance("2025-07-01", "19");
    static final List<ScopeId> COMMUNES = List.of(ScopeId.commune("2025-07-01", "05719"), ScopeId.commune("2025-07-01", "05818"));
    static final List<ScopeId> SCOPES = List.of(GOVERNANCE, COMMUNES.get(0), COMMUNES.get(1));

    private static final List<byte[]> KEYS = IntStream.range(0, MOST).mapToObj(Cast::newKey).toList();
    private static final List<DeviceId> DEVICES = KEYS.stream().map(DeviceId::ofKey).toList();

    private Cast() {}

    private static byte[] newKey(int device) {
        byte[] key = new byte[32];
        key[0] = (byte) device;
        return key;
    }

    static byte[] key(int device) {
        return KEYS.get(device);
    }

    static DeviceId id(int device) {
        return DEVICES.get(device);
    }

    static int device(byte[] key) {
        return key[0];
    }

    static int usualRole(int device) {
        return device == OFFICER ? ROLE_COMMUNE : device % 2 == 0 ? ROLE_VOLUNTEER : ROLE_TRAINER;
    }

    static FeedId feed(Batch batch) {
        return new FeedId(id(device(batch.header().authorKey())), batch.header().incarnation(), batch.header().scope());
    }
}
