package vn.banso.desktop.devices;

import java.time.Instant;
import java.util.Optional;
import vn.banso.store.ledger.Uncounted;
import vn.banso.store.register.CommuneSize;
import vn.banso.sync.Revoking;

/**
 * A laptop that was lost: what it may hold, what of its work has arrived, and whether it was shut out.
 *
 * @param held how much it may hold: whatever is recorded in its communes
 * @param outlook what shutting it out would mean
 * @param kept what of its work is here
 * @param noticed when who works here began to deal with it
 * @param revoked when it was shut out
 */
record LostDevice(DeviceLine line, CommuneSize held, Revoking.Outlook outlook, Uncounted kept, Instant noticed, Optional<Instant> revoked) {
    LostDevice revokedAt(Instant when) {
        return new LostDevice(line, held, outlook, kept, noticed, Optional.of(when));
    }
}
