package vn.banso.store.lists;

import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/**
 * One thing for somebody to look at. Nothing waits for it: what is not in doubt has been counted.
 *
 * @param scope the commune, or the governance scope
 * @param entry the entry it is about; empty where it is about a feed or the clock
 * @param type number of the entry's type; 0 where there is no entry
 * @param other the entry that may be the same as {@code entry}
 * @param reason why it was set aside; texts {@code reason.<name>}
 * @param count how many changes or batches it is about
 * @param device whose doing it is; empty where it is about no single device
 */
public record Attention(Kind kind, Optional<ScopeId> scope, Optional<EntryId> entry, int type, Optional<EntryId> other,
                        Optional<Reason> reason, long count, Optional<DeviceId> device) {

    /** Texts: {@code attention.<name>}. */
    public enum Kind {
        /** Two people wrote different values without seeing each other; one is shown. */
        CONFLICT,
        /** Two households that may be one. */
        DUPLICATE,
        /** What was written to an entry, or belongs to it, since it goes on in another commune; its commune is known here or not. */
        LEFT_BEHIND,
        /** An entry that was deleted or erased, to which something was added by somebody who had not seen that. */
        ORPHANED,
        /** An entry that does not say what it belongs to, or belongs to something ({@code other}) that is not here. */
        UNPLACED,
        /** A change or a whole batch that is kept but not counted. */
        SET_ASIDE,
        /** What came of a device after it was revoked: kept and not counted, until an officer lets it count. */
        REVOKED,
        /** Batches that wait for an earlier one of their feed. */
        GAP,
        /** Batches that wait for a grant, or for a newer program. */
        WAITING,
        /** A feed with two ends: a copy of a store was at work. All of both is kept. */
        FORK,
        /** Changes on this laptop that cannot be handed over: there is no key for the commune, or its grant has ended. */
        UNSEALED,
        /** An officer has helped to open this register when its passphrase was forgotten, and whoever works here has not said to know it. */
        HELPED,
        /** The clock of this laptop is far from what others wrote. It is believed in nothing, only told. */
        CLOCK
    }

    static Attention entry(Kind kind, ScopeId scope, EntryId entry, int type) {
        return new Attention(kind, Optional.of(scope), Optional.of(entry), type, Optional.empty(), Optional.empty(), 1, Optional.empty());
    }

    static Attention scope(Kind kind, ScopeId scope, long count) {
        return new Attention(kind, Optional.of(scope), Optional.empty(), 0, Optional.empty(), Optional.empty(), count, Optional.empty());
    }

    Attention with(EntryId second) {
        return new Attention(kind, scope, entry, type, Optional.of(second), reason, count, device);
    }

    Attention of(long many) {
        return new Attention(kind, scope, entry, type, other, reason, many, device);
    }

    Attention because(Reason why) {
        return new Attention(kind, scope, entry, type, other, Optional.of(why), count, device);
    }

    Attention by(DeviceId whose) {
        return new Attention(kind, scope, entry, type, other, reason, count, Optional.of(whose));
    }
}
