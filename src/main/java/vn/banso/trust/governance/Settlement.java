package vn.banso.trust.governance;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Intake;
import vn.banso.register.values.ScopeId;

/** Brings grants and the batches that they are made of into agreement. */
public final class Settlement {
    private static final int MOST_ROUNDS = 16;

    private Settlement() {}

    /**
     * Judges what the scopes hold until grants and what they allow agree: who was granted may grant in turn, who was revoked
     * takes later grants along. The ranks make that end after at most as many rounds as there are ranks, with the same
     * result from any order of arrival.
     *
     * @param before by which the batches held were judged so far
     * @param held all scopes of which there are batches
     * @param read the grants from the entries as they stand now
     */
    public static Grants settle(Intake intake, Grants before, Collection<ScopeId> held, Supplier<Grants> read) {
        Grants judged = before;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Grants now = read.get();
            boolean changed = false;
            for (ScopeId scope : held) {
                Set<DeviceId> devices = now.changedIn(scope, judged);
                if (!devices.isEmpty()) {
                    changed = true;
                    intake.reconsider(scope, now, devices::contains);
                }
            }
            if (!changed) {
                return now;
            }
            judged = now;
        }
        throw new IllegalStateException("grants that allow each other in a circle");
    }
}
