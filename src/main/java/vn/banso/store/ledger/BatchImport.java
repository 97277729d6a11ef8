package vn.banso.store.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Intake;
import vn.banso.ledger.merge.Permits.Ruling;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.ImportCounts;
import vn.banso.store.batches.Meta;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;

/** Takes batches in, by whatever road they came: governance first, then the rest, each whole or not at all. */
final class BatchImport {
    /**
     * One transaction for this many bytes of bodies: a disk is slow to make things durable and quick to write much at once, but what
     * they unfold to, some fifty times as much, should fit into the page cache.
     */
    private static final long TOGETHER = 256 << 10;
    private static final int AHEAD = 4;

    private final NodeContext in;
    private final Intake intake;
    private final TrustState trusted;
    private final Erasing erasing;

    BatchImport(NodeContext in, Intake intake, TrustState trusted, Erasing erasing) {
        this.erasing = erasing;
        this.in = in;
        this.intake = intake;
        this.trusted = trusted;
    }

    /** @param from who brings them, as far as that is proven */
    ImportCounts take(List<Batch> batches, Optional<DeviceId> from) {
        ScopeId governance = trusted.governance();
        List<Batch> first = sorted(batches.stream().filter(b -> b.header().scope().equals(governance)).toList());
        List<Batch> rest = sorted(batches.stream().filter(b -> !b.header().scope().equals(governance)).toList());
        ImportCounts taken = first.isEmpty() ? ImportCounts.NOTHING : in.db.write(() -> inTurn(first, from));
        for (List<Batch> part : parts(rest)) {
            taken = taken.plus(in.db.write(() -> {
                ImportCounts counts = inTurn(part, from);
                in.aliases.settle();
                erasing.sweep();
                return counts;
            }));
        }
        return taken;
    }

    /** Whoever is granted something by one of these may have written others of them. */
    private ImportCounts inTurn(List<Batch> batches, Optional<DeviceId> from) {
        ImportCounts taken = ImportCounts.NOTHING;
        List<Batch> left = batches;
        List<Batch> next = vouchedFor(left);
        while (!next.isEmpty()) {
            Set<Batch> done = new HashSet<>(next);
            left = left.stream().filter(b -> !done.contains(b)).toList();
            taken = taken.plus(each(next, from));
            if (in.entries.isGoverned()) {
                trusted.settle();
                erasing.sweep();
            }
            next = vouchedFor(left);
        }
        return taken.plus(each(left, from));
    }

    private List<Batch> vouchedFor(List<Batch> batches) {
        return batches.stream().filter(b -> trusted.isVouchedFor(b.header().author(), b.header().scope())).toList();
    }

    private static List<Batch> sorted(List<Batch> batches) {
        return batches.stream().sorted(Comparator.comparing((Batch b) -> !b.feed().governs())
                .thenComparingInt(b -> b.header().number())).toList();
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

    private ImportCounts each(List<Batch> batches, Optional<DeviceId> from) {
        ImportCounts taken = ImportCounts.NOTHING;
        List<Batch> good = new ArrayList<>(batches.size());
        boolean full = false;
        for (Batch batch : batches) {
            switch (trusted.grants().batch(batch.header())) {
                case Ruling.NotYet _ -> {
                    ImportCounts kept = full ? ImportCounts.TURNED_AWAY : trusted.unvouched().keep(batch, from);
                    // Whoever brings thousands more of what there is no room for does not have it looked for again each time.
                    full = kept.equals(ImportCounts.TURNED_AWAY);
                    taken = taken.plus(kept);
                }
                case Ruling.Refused(Reason why) when why == Reason.OTHER_PROVINCE -> taken = taken.plus(ImportCounts.REJECTED);
                case Ruling.Allowed _ -> good.add(batch);
                default -> {
                    if (isMine(batch) || !in.kept.isFull(batch.header().author())) {
                        good.add(batch);
                    } else {
                        taken = taken.plus(ImportCounts.TURNED_AWAY);
                    }
                }
            }
        }
        return taken.plus(each(good));
    }

    private ImportCounts each(List<Batch> batches) {
        ImportCounts taken = ImportCounts.NOTHING;
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

    private ImportCounts one(Batch batch) {
        return in.db.attempt(() -> {
            Intake.Outcome outcome = intake.take(batch, trusted.grants());
            return switch (outcome) {
                case Intake.Outcome.Known _ -> Optional.of(erasing.restore(batch) ? new ImportCounts(1, 0, 0, 0, 0, 0) : ImportCounts.KNOWN);
                case Intake.Outcome.Rejected _ -> Optional.of(ImportCounts.REJECTED);
                case Intake.Outcome.Kept kept -> kept(batch, kept.standing());
            };
        }).orElse(ImportCounts.TURNED_AWAY);
    }

    private boolean isMine(Batch batch) {
        return batch.header().author().equals(in.self());
    }

    private boolean isOurs(long incarnation) {
        return (incarnation & ~1L) == in.incarnation();
    }

    /** Empty where it would not count and there is no room left for such of its author. */
    private Optional<ImportCounts> kept(Batch batch, BatchStatus standing) {
        if (isMine(batch) && (isOurs(batch.header().incarnation())
                || batch.header().closes().stream().anyMatch(c -> isOurs(c.incarnation())))) {
            // Somebody else writes in the name of this incarnation, or has closed its feed: a copy of this store. It goes on under another.
            in.meta.put(Meta.INCARNATION, Meta.freshIncarnation());
            in.meta.put(Meta.LAST_SEALED, "");
        }
        if (!isMine(batch) && in.kept.isOver(batch.header().author(), standing)) {
            return Optional.empty();
        }
        return Optional.of(switch (standing) {
            case APPLIED -> new ImportCounts(1, 0, 0, in.shelf.refused(batch.hash()).size(), 0, 0);
            case SET_ASIDE -> new ImportCounts(1, 0, 0, 1, 0, 0);
            case WAITING_PREVIOUS, WAITING_GRANT, WAITING_KEY, WAITING_UPDATE -> new ImportCounts(1, 0, 1, 0, 0, 0);
        });
    }
}
