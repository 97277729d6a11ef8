package vn.banso.trust.crypto;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Opener.Opened;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.BatchRun.Share;

/**
 * Lays batches out together for a peer that has their key, and makes them again. A batch follows from its changes, its place in the feed
 * and the key to the last byte but the signature, and each names the one before it: where the signature of the last one fits, all
 * are what their author sealed. Safe for several threads.
 */
public final class RunSealer {
    /** So many bytes of bodies go into one run at most. */
    private static final int LONGEST = 2 * BodyForm.GOAL;
    /** What a change takes there, and a batch beside its changes: a run becomes about as long as a batch may be. */
    private static final int CHANGE = 9;
    private static final int BATCH = 67;
    private static final int MOST_CHANGES = 1 << 14;

    private final Keyring keyring;
    private final BatchSealer sealer;
    private volatile boolean failed;

    public RunSealer(Keyring keyring) {
        this.keyring = keyring;
        this.sealer = new BatchSealer(keyring);
    }

    /**
     * Whether a run came of which the batches could not be made again here: one deflater is not all deflaters. From then on batches
     * are asked for one by one, until the program ends.
     */
    public boolean hasFailed() {
        return failed;
    }

    /** How many of these, from that place on, may become one run; what {@link #together} makes of them may be fewer yet. */
    public static int following(List<Batch> batches, int from) {
        int end = from;
        long bytes = 0;
        int changes = 0;
        while (end < batches.size() && (end == from || follows(batches.get(end), batches.get(end - 1)))) {
            Batch next = batches.get(end);
            bytes += next.body().length;
            changes += next.header().changes();
            if (!mayBeIn(next) || bytes > LONGEST || changes > MOST_CHANGES || CHANGE * changes + BATCH * (end - from) > BodyForm.GOAL) {
                break;
            }
            end++;
        }
        return end - from;
    }

    private static boolean mayBeIn(Batch batch) {
        return !batch.feed().governs() && batch.header().closes().isEmpty();
    }

    private static boolean follows(Batch next, Batch before) {
        BatchHeader a = before.header();
        BatchHeader b = next.header();
        return b.previous().equals(before.hash()) && b.number() == a.number() + 1 && b.incarnation() == a.incarnation() && b.scope().equals(a.scope())
                && b.schema() == a.schema() && b.keyId() == a.keyId() && Arrays.equals(a.authorKey(), b.authorKey());
    }

    /**
     * Lays these out together.
     *
     * @param batches at least one, as {@link #following} counts them
     * @return empty where one of them cannot be opened or made again here, or where together they would be more than may be in one
     */
    public Optional<BatchRun> together(List<Batch> batches) {
        BatchHeader first = batches.getFirst().header();
        Optional<ScopeKey> key = keyring.opening(first.scope(), first.keyId());
        List<Optional<List<Change>>> opened = batches.parallelStream().map(batch -> opened(key, batch)).toList();
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).isEmpty()) {
                return Optional.empty();
            }
            for (Change change : opened.get(i).get()) {
                placed.add(new Placed(change, i));
            }
        }
        placed.sort(Comparator.comparing(p -> p.change().stamp()));
        List<byte[]> signatures = batches.stream().map(Batch::signature).toList();
        return packed(placed.stream().map(Placed::change).toList())
                .map(packed -> sealed(key.orElseThrow(), first, signatures, shares(placed), packed));
    }

    /** What is in a batch; empty where it cannot be made of it again. */
    private Optional<List<Change>> opened(Optional<ScopeKey> key, Batch batch) {
        BatchHeader header = batch.header();
        return sealer.open(batch) instanceof Opened.Changes(List<Change> changes)
                && packed(changes).map(p -> again(key.orElseThrow(), header, header.number(), header.previous(), changes, p, batch.signature()))
                        .filter(b -> b.hash().equals(batch.hash())).isPresent() ? Optional.of(changes) : Optional.empty();
    }

    private record Placed(Change change, int batch) {}

    private static List<Share> shares(List<Placed> placed) {
        List<Share> shares = new ArrayList<>();
        for (Placed next : placed) {
            if (!shares.isEmpty() && shares.getLast().batch() == next.batch()) {
                shares.addLast(new Share(next.batch(), shares.removeLast().changes() + 1));
            } else {
                shares.add(new Share(next.batch(), 1));
            }
        }
        return shares;
    }

    private static BatchRun sealed(ScopeKey key, BatchHeader first, List<byte[]> signatures, List<Share> shares, BodyForm.Packed packed) {
        BatchRun open = new BatchRun(first.authorKey(), first.incarnation(), first.scope(), first.number(), first.previous(), first.schema(),
                first.keyId(), new byte[Aead.NONCE], signatures, shares, packed.plainLength(), new byte[0]);
        byte[] binding = binding(open);
        byte[] nonce = SecureRandomSource.bytes(Aead.NONCE);
        return new BatchRun(open.authorKey(), open.incarnation(), open.scope(), open.first(), open.previous(), open.schema(), open.keyId(),
                nonce, signatures, shares, open.plainLength(), Aead.seal(key.key(), nonce, binding, packed.bytes()));
    }

    /** The batches of a run, as their author sealed them; empty where they cannot be made here, and then {@link #hasFailed}. */
    public Optional<List<Batch>> apart(BatchRun run) {
        Optional<List<Batch>> batches = keyring.opening(run.scope(), run.keyId()).flatMap(key -> apart(key, run))
                .filter(made -> BatchSealer.isGenuine(made.getLast()));
        failed |= batches.isEmpty();
        return batches;
    }

    private static Optional<List<Batch>> apart(ScopeKey key, BatchRun run) {
        return Aead.open(key.key(), run.nonce(), binding(run), run.body()).flatMap(body -> changes(run, body)).flatMap(changes -> {
            BatchHeader like = new BatchHeader(run.authorKey(), run.incarnation(), run.scope(), run.first(), run.previous(), run.schema(),
                    run.keyId(), run.nonce(), 0, 0, 0, Hash.NONE);
            List<Batch> made = new ArrayList<>();
            List<List<Change>> dealt = run.dealt(changes);
            List<Optional<BodyForm.Packed>> packed = dealt.parallelStream().map(RunSealer::packed).toList();
            for (int i = 0; i < dealt.size(); i++) {
                if (packed.get(i).isEmpty()) {
                    return Optional.empty();
                }
                made.add(again(key, like, run.first() + i, made.isEmpty() ? run.previous() : made.getLast().hash(), dealt.get(i), packed.get(i).get(),
                        run.signatures().get(i)));
            }
            return Optional.of(made);
        });
    }

    private static Optional<List<Change>> changes(BatchRun run, byte[] packed) {
        try {
            return Optional.of(BodyForm.read(packed, run.plainLength(), run.changes(), DeviceId.ofKey(run.authorKey())));
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    /** Empty where no batch could be made of them. */
    private static Optional<BodyForm.Packed> packed(List<Change> changes) {
        return BodyForm.tryToPack(changes).filter(packed -> changes.size() <= HeaderForm.mostChanges(packed.bytes().length + Aead.TAG));
    }

    private static Batch again(ScopeKey key, BatchHeader like, int number, Hash previous, List<Change> changes, BodyForm.Packed packed, byte[] signature) {
        return BatchSealer.made(key, like.authorKey(), like.incarnation(), like.scope(), number, previous, like.schema(), changes, packed, List.of(),
                Aead::again).signed(signature);
    }

    private static byte[] binding(BatchRun run) {
        byte[] numbers = ByteBuffer.allocate(3 * Long.BYTES + 5 * Integer.BYTES).putLong(run.incarnation()).putLong(run.scope().value())
                .putLong(run.keyId()).putInt(run.first()).putInt(run.schema()).putInt(run.signatures().size()).putInt(run.changes())
                .putInt(run.plainLength()).array();
        return PartsFormat.write("banso batch run 1", run.authorKey(), numbers, run.previous().bytes());
    }
}
