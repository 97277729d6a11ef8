package vn.banso.trust.governance;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.ChangeId;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;

/**
 * One statement that an officer has helped to open a device whose passphrase was forgotten.
 *
 * @param officer who helped
 * @param oneTimeKey of the request that was answered
 * @param at by the officer's clock
 */
public record RecoveryAct(ChangeId change, DeviceId officer, DeviceId device, Key oneTimeKey, Instant at) {
    static final Comparator<RecoveryAct> EARLIEST_FIRST = Comparator.comparing(RecoveryAct::at).thenComparing(RecoveryAct::change);

    private static final EntryType TYPE = Catalogue.RECOVERY;
    private static final Field DEVICE_KEY = TYPE.field("device_key");
    private static final Field ONE_TIME_KEY = TYPE.field("one_time_key");

    /** Empty where the statement does not name both keys. */
    static Optional<RecoveryAct> of(Statement s) {
        Optional<Key> device = s.bytes(DEVICE_KEY).flatMap(Key::of);
        Optional<Key> oneTime = s.bytes(ONE_TIME_KEY).flatMap(Key::of);
        return device.isEmpty() || oneTime.isEmpty() ? Optional.empty()
                : Optional.of(new RecoveryAct(s.change(), s.author(), DeviceId.ofKey(device.get().bytes()), oneTime.get(), Instant.ofEpochMilli(s.stamp().millis())));
    }
}
