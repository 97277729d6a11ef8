package vn.banso.carrier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.ledger.LastReceipt;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.Position;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * Gives away what waits here, by the best road there is: the receiver where it answers, else the stick that was plugged in last,
 * else a folder somebody names. Pressing again is always safe, by any road; so is stopping. For one run at a time.
 */
public final class HandOver {
    /** How long a receiver may take to say hello before the stick is offered. */
    public static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(4), Duration.ofSeconds(4), 1_000);

    private final Node node;
    private final Sticks sticks;
    private final Supplier<Optional<String>> receiver;
    private final Timeouts patience;
    private final Supplier<String> openHost;
    private volatile boolean stopped;
    private volatile Optional<HttpPeer> calling = Optional.empty();

    /** A way out of this machine. */
    public sealed interface Road {
        /** How people call where it leads. */
        String name();

        /** @param name the address of the receiver */
        record Line(String name) implements Road {}

        record Usb(Sticks.Plugged stick) implements Road {
            @Override
            public String name() {
                return stick.name();
            }
        }

        record Folder(Path path) implements Road {
            @Override
            public String name() {
                return StickPlaces.name(path);
            }
        }
    }

    /**
     * What a look around found.
     *
     * @param road empty: somebody must plug a stick in or choose a folder
     * @param sticks that are here, the newest first
     * @param noLine why it does not go over the line: the receiver did not answer as it should, or the node has not joined.
     *     Empty too where nobody told this node of a receiver
     */
    public record Found(Optional<Road> road, List<Sticks.Plugged> sticks, Optional<PeerException> noLine) {}

    /** What became of a run. */
    public sealed interface Outcome {
        /** What came about by then; it is kept. */
        default ExchangeCounts tally() {
            return ExchangeCounts.NOTHING;
        }
    }

    /**
     * @param safeToRemove whether everything is written, read back and forced, so that the stick may be pulled
     * @param stillHere records that are on this machine alone, such as those written meanwhile, or those it has no key for
     * @param unsettled communes in which the other side still holds something else; another run goes on there
     */
    public record Done(Road road, ExchangeCounts tally, boolean safeToRemove, long stillHere, Set<ScopeId> unsettled) implements Outcome {
        /** Nothing is left to do: whoever wanted to stop came too late. */
        boolean isWhole() {
            return stillHere == 0 && unsettled.isEmpty() && (safeToRemove || road instanceof Road.Line && tally.rounds() > 0);
        }
    }

    /** Broken off; {@link vn.banso.sync.wire.PeerException} says why. Everything is still here, and what was given counts. */
    public record Interrupted(Road road, PeerException why, ExchangeCounts tally) implements Outcome {}

    /** Somebody stopped it. Everything is still here, and what was given counts. */
    public record Stopped(Road road, ExchangeCounts tally) implements Outcome {}

    /** Nothing was tried: no receiver answers, and no stick is here. */
    public record NoRoad(Optional<PeerException> noLine) implements Outcome {}

    /**
     * @param receiver the address in the settings, asked each time; the province's own where it is empty
     * @param patience with a receiver that may not be there, while looking around only
     */
    public HandOver(Node node, Sticks sticks, Supplier<Optional<String>> receiver, Timeouts patience) {
        this(node, sticks, receiver, () -> "", patience);
    }

    /** @param openHost the one host to which the line need not be encrypted, asked each time; empty for none */
    public HandOver(Node node, Sticks sticks, Supplier<Optional<String>> receiver, Supplier<String> openHost, Timeouts patience) {
        this.openHost = openHost;
        this.node = node;
        this.sticks = sticks;
        this.receiver = receiver;
        this.patience = patience;
    }

    /** Looks for the best road. Takes as long as the receiver needs to answer, or patience lasts. */
    public Found look() {
        List<Sticks.Plugged> plugged = sticks.now();
        if (node.province().isEmpty()) {
            return new Found(Optional.empty(), plugged, Optional.of(new PeerException(Reason.NOT_JOINED, null)));
        }
        Optional<Road> stick = plugged.stream().findFirst().map(Road.Usb::new);
        Optional<String> address = address();
        if (address.isEmpty()) {
            return new Found(stick, plugged, Optional.empty());
        }
        try (HttpPeer peer = peer(address.get(), patience)) {
            peer.greet();
            return new Found(Optional.of(new Road.Line(address.get())), plugged, Optional.empty());
        } catch (PeerException e) {
            return new Found(stick, plugged, Optional.of(e));
        }
    }

    /** Where the receiver is, as far as anybody told this node. */
    public Optional<String> address() {
        return receiver.get().or(() -> node.province().map(p -> p.receiver())).map(String::strip).filter(a -> !a.isEmpty());
    }

    /** Looks for the best road and takes it. */
    public Outcome run(ProgressListener progress) {
        progress.stands(Position.at(ExchangePhase.LOOKING, 0));
        Found found = look();
        return found.road().map(road -> run(road, progress)).orElse(new NoRoad(found.noLine()));
    }

    /** By this road and no other. */
    public Outcome run(Road road, ProgressListener progress) {
        Stoppable watched = new Stoppable(progress);
        try {
            return switch (road) {
                case Road.Line line -> call(line, watched);
                case Road.Usb usb -> leave(usb, new FolderPeer(usb.stick().folder(), node.id(), usb.name()), watched);
                case Road.Folder folder -> leave(folder, new FolderPeer(folder.path(), node.id()), watched);
            };
        } finally {
            stopped = false;
        }
    }

    private Outcome call(Road.Line line, ProgressListener watched) {
        try (HttpPeer peer = peer(line.name(), Timeouts.usual())) {
            calling = Optional.of(peer);
            if (stopped) {
                return new Stopped(line, ExchangeCounts.NOTHING);
            }
            return exchange(line, peer, watched, () -> false);
        } catch (PeerException e) {
            return new Interrupted(line, e, ExchangeCounts.NOTHING);
        } finally {
            calling = Optional.empty();
        }
    }

    private Outcome leave(Road road, FolderPeer peer, ProgressListener watched) {
        return exchange(road, peer.watchedBy(watched), watched, () -> peer.handed().safeToRemove());
    }

    private Outcome exchange(Road road, Peer peer, ProgressListener watched, BooleanSupplier safe) {
        Exchange exchange;
        try {
            exchange = new Exchange(node, peer, watched);
        } catch (PeerException e) {
            return new Interrupted(road, e, ExchangeCounts.NOTHING);
        }
        try {
            ExchangeCounts tally = exchange.run();
            Done done = new Done(road, tally, safe.getAsBoolean(), node.ledger().states().getOrDefault(RecordState.HERE, 0L), exchange.unsettled());
            return watched.goOn() || done.isWhole() ? done : new Stopped(road, tally);
        } catch (PeerException e) {
            return watched.goOn() ? new Interrupted(road, e, exchange.tally()) : new Stopped(road, exchange.tally());
        }
    }

    /** Stops a run, from any thread: at once on the line, within a block that is written on a stick, within a batch that is made. */
    public void stop() {
        stopped = true;
        calling.ifPresent(HttpPeer::close);
    }

    /** An officer's receipt has shown what time it was at least: certificates are judged by that where the laptop's clock is wrong. */
    private HttpPeer peer(String address, Timeouts how) throws PeerException {
        return HttpPeer.to(address, how, LineTrust.in(node.home()).withOpen(openHost.get()).with(node.ledger().lastReceipt().map(LastReceipt::at)));
    }

    private final class Stoppable implements ProgressListener {
        private final ProgressListener told;
        private double furthest;

        Stoppable(ProgressListener told) {
            this.told = told;
        }

        @Override
        public void moved(ExchangeCounts soFar) {
            told.moved(soFar);
        }

        @Override
        public void stands(Position now) {
            furthest = Math.clamp(now.part(), furthest, 1);
            told.stands(now.withPart(furthest));
        }

        @Override
        public boolean goOn() {
            return !stopped && told.goOn();
        }
    }
}
