package vn.banso.carrier;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Frame;
import vn.banso.store.files.DurableFile;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.Position;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * The giving side of a folder: a stick, or any folder that something else carries away. An exchange leaves the parcel in
 * {@code BANSO/IN} and brings what desks answered to this device in {@code BANSO/OUT}. Nobody is there to ask back, so one
 * parcel should say all: what this node has in full, and everything that no receipt covers; but what lies there already from an
 * earlier visit need not be left again.
 *
 * <p>Parcels that this device left earlier go once the new one stands verified and nothing of them would be lost. Files of
 * others are never touched.
 */
public final class FolderPeer implements Peer {
    /** One file holds what a hundred HTTP rounds would. */
    public static final int LONGEST_PARCEL = 64 << 20;

    private static final byte[] NONE = {};
    /** So many parcels of one device wait on a stick; the next one holds all again, and takes their place. */
    private static final int MOST_LYING = 8;
    /** Folders and names cost room too. */
    private static final long SLACK = 64 << 10;
    /** How far the whole way is where a parcel begins to be written, where it is written, and where it is read back. */
    private static final double PACKED = 0.3;
    private static final double WRITTEN = 0.7;
    private static final double VERIFIED = 0.95;

    private final Path folder;
    private final DeviceId me;
    private final String name;
    private Optional<Stick> stick = Optional.empty();
    private final Map<Path, ParcelSummary> left = new LinkedHashMap<>();
    /** Own parcels of earlier visits that stay, because something in them is owed and lies nowhere else. */
    private final Map<Path, ParcelSummary> stays = new LinkedHashMap<>();
    private final Set<Hash> delivered = new HashSet<>();
    private TransferCounts traffic = TransferCounts.NONE;
    private int replaced;
    private boolean safe;
    private ProgressListener watched = ProgressListener.SILENT;

    /**
     * How it stands on the stick.
     *
     * @param parcels left on this visit
     * @param replaced own earlier parcels that went
     * @param safeToRemove whether everything is written, read back and forced: the stick may be pulled
     */
    public record Handed(List<Path> parcels, int replaced, boolean safeToRemove) {}

    public FolderPeer(Path folder, DeviceId me) {
        this(folder, me, called(FolderLayout.meant(folder)));
    }

    /** @param name how people call the stick: a drive letter says little */
    public FolderPeer(Path folder, DeviceId me, String name) {
        this.folder = FolderLayout.meant(folder);
        this.me = me;
        this.name = name;
    }

    @Override
    public Greeting greet() throws PeerException {
        Stick there = stick();
        there.stillThere();
        there.roomFor(SLACK);
        return new Greeting(NONE, NONE, 0, LONGEST_PARCEL);
    }

    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        if (parcel.length > LONGEST_PARCEL) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        Stick there = stick();
        there.stillThere();
        there.roomFor(parcel.length + SLACK);
        safe = false;
        try {
            Path in = FolderLayout.create(folder, FolderLayout.IN);
            clearUnfinished(in);
            Path newest = addsNothing(parcel) ? forced(stays.keySet()) : leave(in, parcel);
            there.stillThere();
            replaceEarlier(in, newest, read(FolderLayout.find(folder, FolderLayout.OUT)));
        } catch (IOException e) {
            throw there.failure(e, parcel.length + SLACK);
        }
        byte[] answer = answers();
        there.stillThere();
        safe = true;
        return answer;
    }

    /** Whether all of it lies there already. */
    private boolean addsNothing(byte[] parcel) {
        return !stays.isEmpty() && ParcelSummary.of(parcel).filter(cargo -> cargo.carriedBy(stays.values(), List.of())).isPresent();
    }

    private static Path forced(Collection<Path> parcels) throws IOException {
        for (Path parcel : parcels) {
            DurableFile.force(parcel);
        }
        return parcels.iterator().next();
    }

    /** {@inheritDoc} Only what can be read whole is relied upon, and only a few: else all is written in one again. */
    @Override
    public List<Frame> lying(Predicate<List<Batch>> waits) throws PeerException {
        stays.clear();
        try {
            Optional<Path> in = FolderLayout.find(folder, FolderLayout.IN);
            for (Path file : in.isPresent() ? mine(in.get()) : List.<Path>of()) {
                ParcelSummary.of(Files.readAllBytes(file)).filter(cargo -> cargo.complete() && cargo.isOf(me) && waits.test(cargo.batches()))
                        .ifPresent(cargo -> stays.put(file, cargo));
            }
        } catch (IOException e) {
            throw stick().failure(e, 0);
        }
        if (stays.size() >= MOST_LYING) {
            stays.clear();
        }
        return stays.values().stream().flatMap(cargo -> cargo.frames().stream()).toList();
    }

    /**
     * What desks answered, each answer once per visit, as one parcel. Worth reading before the parcel is made: what is receipted
     * need not be left again.
     */
    @Override
    public byte[] answers() throws PeerException {
        List<byte[]> fresh = new ArrayList<>();
        try {
            for (byte[] answer : read(FolderLayout.find(folder, FolderLayout.OUT))) {
                if (delivered.add(Hash.sha256(answer))) {
                    fresh.add(answer);
                    traffic = traffic.plus(0, answer.length, 0);
                }
            }
        } catch (IOException e) {
            throw stick().failure(e, 0);
        }
        return ParcelSummary.together(fresh);
    }

    @Override
    public String name() {
        return name;
    }

    private static String called(Path folder) {
        Path name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** @param progress told while a parcel is written and read back; where it says stop, what is half written is taken away again */
    public FolderPeer watchedBy(ProgressListener progress) {
        watched = progress;
        return this;
    }

    private void written(long bytes, long all) throws IOException {
        stands(ExchangePhase.SENDING, PACKED + (WRITTEN - PACKED) * bytes / all);
    }

    private void verified(long bytes, long all) throws IOException {
        stands(ExchangePhase.VERIFYING, WRITTEN + (VERIFIED - WRITTEN) * bytes / all);
    }

    private void stands(ExchangePhase phase, double part) throws IOException {
        if (!watched.goOn()) {
            throw new InterruptedIOException("somebody stopped it");
        }
        watched.stands(Position.at(phase, part));
    }

    public Handed handed() {
        return new Handed(List.copyOf(left.keySet()), replaced, safe);
    }

    /** Parcels left and answers read. */
    public TransferCounts traffic() {
        return traffic;
    }

    private Stick stick() throws PeerException {
        if (stick.isEmpty()) {
            stick = Optional.of(Stick.at(folder));
        }
        return stick.get();
    }

    private Path leave(Path in, byte[] parcel) throws IOException, PeerException {
        Hash content = Hash.sha256(parcel);
        for (int attempt = 0; attempt < FolderLayout.ATTEMPTS; attempt++) {
            String file = FolderLayout.parcelName(me, content, attempt);
            Path target = in.resolve(file);
            boolean same = Files.isRegularFile(target) && VerifiedFile.holds(target, parcel);
            if (same) {
                DurableFile.force(target);
            } else if (!Files.exists(target)) {
                VerifiedFile.write(target, in.resolve(FolderLayout.unfinished(file)), parcel, this::written, this::verified);
            }
            if (same || VerifiedFile.holds(target, parcel)) {
                ParcelSummary.of(parcel).ifPresent(cargo -> left.put(target, cargo));
                traffic = traffic.plus(parcel.length, 0, 1);
                return target;
            }
        }
        throw new PeerException(Reason.DAMAGED, null);
    }

    private void clearUnfinished(Path in) throws IOException {
        for (Path file : FolderLayout.files(in)) {
            if (FolderLayout.isUnfinishedParcel(file, me)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void replaceEarlier(Path in, Path newest, List<byte[]> answers) throws IOException {
        List<ParcelSummary> receipts = answers.stream().map(ParcelSummary::of).flatMap(Optional::stream).toList();
        for (Path file : mine(in)) {
            if (!file.equals(newest) && !stays.containsKey(file) && isReplaced(file, receipts)) {
                Files.deleteIfExists(file);
                left.remove(file);
                replaced++;
            }
        }
        if (replaced > 0) {
            DurableFile.forceFolder(newest);
        }
    }

    private boolean isReplaced(Path earlier, List<ParcelSummary> answers) throws IOException {
        List<ParcelSummary> others = new ArrayList<>(stays.values());
        left.entrySet().stream().filter(e -> !e.getKey().equals(earlier)).map(Map.Entry::getValue).forEach(others::add);
        return ParcelSummary.of(Files.readAllBytes(earlier)).filter(cargo -> cargo.isOf(me) && cargo.carriedBy(others, answers)).isPresent();
    }

    private List<byte[]> read(Optional<Path> out) throws IOException {
        List<byte[]> answers = new ArrayList<>();
        for (Path file : out.isPresent() ? mine(out.get()) : List.<Path>of()) {
            byte[] answer = Files.readAllBytes(file);
            ParcelSummary.of(answer).ifPresent(_ -> answers.add(answer));
        }
        return answers;
    }

    /** The files that are named like this device's. */
    private List<Path> mine(Path in) throws IOException {
        List<Path> mine = new ArrayList<>();
        for (Path file : FolderLayout.files(in)) {
            if (FolderLayout.upper(file).startsWith(FolderLayout.prefix(me)) && Files.size(file) <= LONGEST_PARCEL) {
                mine.add(file);
            }
        }
        return mine;
    }
}
