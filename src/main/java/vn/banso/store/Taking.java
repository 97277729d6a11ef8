package vn.banso.store;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Intake;
import vn.banso.ledger.Standing;
import vn.banso.register.ScopeId;

/** Takes batches in, by whatever road they came: governance first, then the rest, each whole or not at all. */
final class Taking {
    /**
     * One transaction for this many bytes of bodies: a disk is slow to make things durable and quick to write much at once, but what
     * they unfold to, some fifty times as much, should fit into the page cache.
     */
    private static final long TOGETHER = 256 << 10;
    private static final int AHEAD = 4;

    private final Inside in;
    private final Intake intake;
    private final Trusted trusted;
    private final Erasing erasing;

    Taking(Inside in, Intake intake, Trusted trusted, Erasing erasing) {
        this.erasing = erasing;
        this.in = in;
        this.intake = intake;
        this.trusted = trusted;
    }

    Taken take(List<Batch> batches) {
        ScopeId governance = trusted.governance();
        List<Batch> first = sorted(batches.stream().filter(b -> b.header().scope().equals(governance)).toList());
        List<Batch> rest = sorted(batches.stream().filter(b -> !b.header().scope().equals(governance)).toList());
        Taken taken = Taken.NOTHING;
        if (!first.isEmpty()) {
            taken = in.db.write(() -> {
                Taken counts = each(first);
                if (counts.fresh() > 0) {
                    trusted.settle();
                    erasing.sweep();
                }
                return counts;
            });
        }
        for (List<Batch> part : parts(rest)) {
            taken = taken.plus(in.db.write(() -> {
                Taken counts = each(part);
                in.aliases.settle();
                erasing.sweep();
                return counts;
            }));
        }
        return taken;
    }

    private static List<Batch> sorted(List<Batch> batches) {
        return batches.stream().sorted(Comparator.comparingInt(b -> b.header().number())).toList();
    }

    private static List<List<Batch>> parts(List<Batch> batches) {
        List<List<Batch>> parts = new ArrayList<>();
        long bytes = TOGETHER;
        for (Batch batch : batches) {
            if (bytes >= TOGETHER) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.getLast().add(batch);
            bytes += batch.body().length;
        }
        return parts;
    }

    private Taken each(List<Batch> batches) {
        Taken taken = Taken.NOTHING;
        int announced = 0;
        try {
            for (int at = 0; at < batches.size(); at++) {
                while (announced < Math.min(batches.size(), at + AHEAD)) {
                    Batch soon = batches.get(announced++);
                    if (in.shelf.standing(soon.hash()).isEmpty()) {
                        in.opener.announce(soon);
                    }
                }
                taken = taken.plus(one(batches.get(at)));
                in.opener.forget(batches.get(at));
            }
            return taken;
        } finally {
            batches.forEach(in.opener::forget);
        }
    }

    private Taken one(Batch batch) {
        return in.db.attempt(() -> {
            Intake.Outcome outcome = intake.take(batch, trusted.grants());
            return switch (outcome) {
                case Intake.Outcome.Known _ -> Optional.of(erasing.restore(batch) ? new Taken(1, 0, 0, 0, 0, 0) : new Taken(0, 1, 0, 0, 0, 0));
                case Intake.Outcome.Rejected _ -> Optional.of(new Taken(0, 0, 0, 0, 1, 0));
                case Intake.Outcome.Kept kept -> kept(batch, kept.standing());
            };
        }).orElse(new Taken(0, 0, 0, 0, 0, 1));
    }

    /** Empty where it would wait and there is no room left for what waits. */
    private Optional<Taken> kept(Batch batch, Standing standing) {
        if (batch.header().author().equals(in.self()) && batch.header().incarnation() == in.incarnation()) {
            // Somebody else writes in the name of this incarnation: a copy of this store. It goes on under another.
            in.meta.put(Meta.INCARNATION, new SecureRandom().nextLong());
            in.meta.put(Meta.LAST_SEALED, "");
        }
        return switch (standing) {
            case APPLIED -> Optional.of(new Taken(1, 0, 0, in.shelf.refused(batch.hash()).size(), 0, 0));
            case SET_ASIDE -> Optional.of(new Taken(1, 0, 0, 1, 0, 0));
            case WAITING_PREVIOUS, WAITING_GRANT -> parkedBytes(batch.header().scope()) > in.options.parkingBytes() ? Optional.empty()
                    : Optional.of(new Taken(1, 0, 1, 0, 0, 0));
            case WAITING_KEY, WAITING_UPDATE -> Optional.of(new Taken(1, 0, 1, 0, 0, 0));
        };
    }

    /** Governance has a parking of its own: were there no room left for grants, nothing could ever be let in. */
    private long parkedBytes(ScopeId scope) {
        String which = scope.equals(trusted.governance()) ? "scope = ?" : "scope <> ?";
        return in.db.sql("SELECT coalesce(sum(length), 0) FROM batch WHERE standing IN ('WAITING_PREVIOUS', 'WAITING_GRANT') "
                + "AND standing <> 'APPLIED' AND " + which).put(trusted.governance()).number();
    }
}
