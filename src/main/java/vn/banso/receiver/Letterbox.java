package vn.banso.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.store.files.DurableFile;
import vn.banso.sync.wire.CodeForm;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * Where requests and welcomes meet under one-time codes, as sealed files that outlive a restart. The desk knows neither the codes nor
 * what is in the files; a stranger who guesses addresses meets the limits: of size, of number, of age, and of wrong guesses. Where the
 * house is full, the oldest of whoever has most in it makes room for who has less: nobody can fill it for the others.
 *
 * <p>A file is named by the hash of its address, so how long looking it up takes tells nothing about an address.
 */
public final class Letterbox {
    static final Duration LIFETIME = Duration.ofDays(7);
    static final int MOST_BOXES = 1_000;
    static final long MOST_BYTES = 64L << 20;

    /** Wrong ones, by all together at once; then ten a second. A code is one of 2^40, and lives a week. */
    static final int MOST_GUESSES = 4_000;

    private static final String REQUEST = ".request";
    private static final String WELCOME = ".welcome";
    private static final byte[] NOTHING = {};

    private final Path folder;
    private final Clock clock;
    private final int mostBoxes;
    private final long mostBytes;
    /** From where each request came, since this desk was opened; of the others each came from somewhere else. */
    private final Map<String, String> origins = new HashMap<>();
    /** A device asks once and an officer answers once; many may stand behind one address of their network. */
    private final Allowance asking;
    /** Who has a code hits. */
    private final Allowance missing;

    /** @param folder made when the first request comes */
    public Letterbox(Path folder, Clock clock) {
        this(folder, clock, System::nanoTime);
    }

    Letterbox(Path folder, Clock clock, LongSupplier nanos) {
        this(folder, clock, nanos, MOST_BOXES, MOST_BYTES);
    }

    Letterbox(Path folder, Clock clock, LongSupplier nanos, int mostBoxes, long mostBytes) {
        this.mostBoxes = mostBoxes;
        this.mostBytes = mostBytes;
        this.folder = folder;
        this.clock = clock;
        this.asking = new Allowance(new Allowance.Rate(40, 60), new Allowance.Rate(4_000, 0.5), nanos);
        this.missing = new Allowance(new Allowance.Rate(20, 30), new Allowance.Rate(MOST_GUESSES, 0.1), nanos);
    }

    /**
     * One call.
     *
     * @param caller where it comes from, as far as the desk sees
     * @throws PeerException GONE, REFUSED, BUSY, NOT_UNDERSTOOD, TOO_LARGE, see {@link vn.banso.sync.wire.CodeDesk}; FULL where the
     *     disk does not let it
     */
    synchronized byte[] call(byte[] bytes, String caller) throws PeerException {
        try {
            return call(CodeForm.read(bytes), caller);
        } catch (MalformedException e) {
            throw new PeerException(e.reason() == MalformedException.Reason.TOO_LARGE ? Reason.TOO_LARGE : Reason.NOT_UNDERSTOOD, e);
        } catch (IOException e) {
            throw new PeerException(Reason.FULL, e);
        }
    }

    private byte[] call(CodeForm form, String caller) throws PeerException, IOException {
        String name = Hash.sha256(form.address()).toString();
        Path request = folder.resolve(name + REQUEST);
        Path welcome = folder.resolve(name + WELCOME);
        if (form.verb() == CodeForm.Verb.ASK) {
            allow(asking, caller);
            asking.spend(caller);
            // What is too old does not stand in the way of asking again.
            isThere(request);
            return keep(request, form.brought(), caller);
        }
        allow(missing, caller);
        if (!isThere(request)) {
            missing.spend(caller);
            throw new PeerException(Reason.GONE, null);
        }
        return switch (form.verb()) {
            case READ -> Files.readAllBytes(request);
            case ANSWER -> keep(welcome, form.brought(), origin(request));
            case FETCH -> Files.exists(welcome) ? Files.readAllBytes(welcome) : NOTHING;
            case DONE, ASK -> clear(request);
        };
    }

    private static void allow(Allowance allowance, String caller) throws PeerException {
        if (!allowance.isLeft(caller)) {
            throw new PeerException(Reason.BUSY, Optional.of(Duration.ofMinutes(1)), NOTHING, null);
        }
    }

    /** The first to come stays; the same once more is no other. */
    private byte[] keep(Path file, byte[] brought, String origin) throws IOException, PeerException {
        if (brought.length == 0) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, null);
        }
        if (Files.exists(file)) {
            if (!Arrays.equals(Files.readAllBytes(file), brought)) {
                throw new PeerException(Reason.REFUSED, null);
            }
            return NOTHING;
        }
        makeRoom(file, brought.length, origin);
        Files.createDirectories(folder);
        DurableFile.writePrivate(file, brought);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return NOTHING;
    }

    private String origin(Path request) {
        String name = request.getFileName().toString();
        return origins.getOrDefault(name, name);
    }

    /** What lies here of one origin, the oldest request first. */
    private static final class Heap {
        private final List<Path> requests = new ArrayList<>();
        private long bytes;
    }

    private void makeRoom(Path file, long more, String origin) throws IOException, PeerException {
        boolean asks = file.toString().endsWith(REQUEST);
        Map<String, Heap> heaps = heaps();
        while (heaps.values().stream().mapToLong(h -> h.bytes).sum() + more > mostBytes
                || asks && heaps.values().stream().mapToInt(h -> h.requests.size()).sum() >= mostBoxes) {
            Heap own = heaps.getOrDefault(origin, new Heap());
            boolean tooMany = heaps.values().stream().mapToInt(h -> h.requests.size()).sum() >= mostBoxes;
            Heap largest = heaps.values().stream().max(tooMany ? Comparator.comparingInt(h -> h.requests.size())
                    : Comparator.comparingLong(h -> h.bytes)).orElseThrow();
            if (tooMany ? largest.requests.size() <= own.requests.size() : largest.bytes <= own.bytes + more) {
                throw new PeerException(Reason.BUSY, Optional.of(Duration.ofHours(1)), NOTHING, null);
            }
            clear(largest.requests.getFirst());
            heaps = heaps();
        }
    }

    /** Whoever asked first comes first. */
    private Map<String, Heap> heaps() throws IOException {
        List<Path> requests = new ArrayList<>();
        for (Path each : files()) {
            if (each.toString().endsWith(REQUEST) && isThere(each)) {
                requests.add(each);
            }
        }
        Map<Path, FileTime> since = new HashMap<>();
        for (Path request : requests) {
            since.put(request, Files.getLastModifiedTime(request));
        }
        requests.sort(Comparator.comparing(since::get));
        Map<String, Heap> heaps = new LinkedHashMap<>();
        for (Path request : requests) {
            Heap heap = heaps.computeIfAbsent(origin(request), _ -> new Heap());
            heap.requests.add(request);
            Path welcome = welcome(request);
            heap.bytes += Files.size(request) + (Files.exists(welcome) ? Files.size(welcome) : 0);
        }
        return heaps;
    }

    private Path welcome(Path request) {
        return folder.resolve(request.getFileName().toString().replace(REQUEST, WELCOME));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(f -> f.toString().endsWith(REQUEST) || f.toString().endsWith(WELCOME)).sorted().toList());
        }
    }

    /** A request that is too old goes, and its welcome with it. */
    private boolean isThere(Path request) throws IOException {
        if (!Files.exists(request)) {
            return false;
        }
        Instant since = Files.getLastModifiedTime(request).toInstant();
        if (since.plus(LIFETIME).isBefore(clock.instant())) {
            clear(request);
            return false;
        }
        return true;
    }

    private byte[] clear(Path request) throws IOException {
        Files.deleteIfExists(welcome(request));
        Files.deleteIfExists(request);
        origins.remove(request.getFileName().toString());
        return NOTHING;
    }
}
