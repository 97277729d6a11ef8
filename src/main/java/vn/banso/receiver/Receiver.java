package vn.banso.receiver;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.HelloForm;
import vn.banso.sync.wire.HttpForm;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * Serves any peer over HTTP as {@link HttpForm} says. It looks into no parcel and logs none; who may do what is the peer's
 * affair. Behind it may stand a proxy that does TLS.
 */
public final class Receiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int BACKLOG = 1_024;
    /** Anybody may call about a code, and an answer may be long: so many hold memory at once, and so many of one address. */
    private static final int CALLS_BY_CODE = 64;
    private static final int CALLS_BY_CODE_OF_ONE = 4;

    private final Peer peer;
    private final Optional<Letterbox> codes;
    private final Seats byCode = new Seats(CALLS_BY_CODE, CALLS_BY_CODE_OF_ONE);
    private final Limits limits;
    private final ExchangeQueue turns;
    private final RequestBody bodies;
    /** One party for the desk itself, one for each request in flight. */
    private final Phaser inFlight = new Phaser(1);
    private final Predicate<InetAddress> proxies;
    private final InetSocketAddress at;
    private final Javalin javalin;
    private ServerConnector connector;
    private volatile boolean closing;

    private Receiver(Peer peer, Optional<Letterbox> codes, Limits limits, ServerSocketChannel door, Predicate<InetAddress> proxies) throws IOException {
        this.peer = peer;
        this.proxies = proxies;
        this.codes = codes;
        this.limits = limits;
        turns = new ExchangeQueue(peer, limits);
        bodies = new RequestBody(limits);
        at = (InetSocketAddress) door.getLocalAddress();
        javalin = Javalin.create(config -> configure(config, door));
        javalin.start();
    }

    /**
     * Opens the desk.
     *
     * @param at address and port to listen on; port 0 takes a free one
     * @throws BindException where the port is taken, needs more rights, or the address is not of this machine
     */
    public static Receiver open(Peer peer, Limits limits, InetSocketAddress at) throws IOException {
        return open(peer, Optional.empty(), limits, at, InetAddress::isLoopbackAddress);
    }

    /**
     * The same with a place where requests and welcomes meet under one-time codes.
     *
     * @throws BindException as above
     */
    public static Receiver open(Peer peer, Letterbox codes, Limits limits, InetSocketAddress at) throws IOException {
        return open(peer, Optional.of(codes), limits, at, InetAddress::isLoopbackAddress);
    }

    /** @param proxies whose connections are those of many: of them no share is kept */
    static Receiver open(Peer peer, Optional<Letterbox> codes, Limits limits, InetSocketAddress at, Predicate<InetAddress> proxies) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        boolean open = false;
        try {
            door.bind(at, BACKLOG);
            Receiver receiver = new Receiver(peer, codes, limits, door, proxies);
            open = true;
            return receiver;
        } finally {
            if (!open) {
                door.close();
            }
        }
    }

    public int port() {
        return at.getPort();
    }

    /** What callers on this machine or network dial; a desk that listens everywhere answers to its loopback name here. */
    public URI address() {
        String host = at.getAddress().isAnyLocalAddress() ? "127.0.0.1" : at.getAddress().getHostAddress();
        return URI.create("http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + at.getPort() + "/");
    }

    /** What is left of the room for parcels; all of it while nobody calls. */
    long freeBytes() {
        return bodies.free();
    }

    private void configure(JavalinConfig config, ServerSocketChannel door) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.concurrency.useVirtualThreads = true;
        QueuedThreadPool threads = new QueuedThreadPool(10, 2, 60_000);
        threads.setName("desk");
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("caller-", 1).factory()));
        config.jetty.threadPool = threads;
        config.jetty.addConnector((server, http) -> connector(server, http, door));
        config.routes.get("/" + HttpForm.HELLO, ctx -> answer(ctx, this::hello));
        config.routes.post("/" + HttpForm.EXCHANGE, ctx -> answer(ctx, this::exchange));
        codes.ifPresent(box -> config.routes.post("/" + HttpForm.CODE, ctx -> answer(ctx, c -> byCode(c, box))));
        config.routes.get("/", FrontPage::show);
        config.routes.exception(RuntimeException.class, (e, ctx) -> {
            LOG.error("an exchange failed unexpectedly", e);
            ctx.status(500).contentType(HttpForm.REASON_TYPE).result(HttpForm.body(Reason.NOT_UNDERSTOOD));
        });
    }

    private Connector connector(Server server, HttpConfiguration http, ServerSocketChannel door) {
        // On a 64 kbit/s line every hundred bytes of header are a hundredth of a second.
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(4 << 10);
        // A cache of header fields would cost 90 KB for each connection, and our callers send three fields.
        http.setHeaderCacheSize(0);
        http.setIdleTimeout(limits.silence().toMillis());
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(limits.silence().toMillis());
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        connector.addEventListener(new ConnectionShares(limits, proxies));
        try {
            connector.open(door);
        } catch (IOException e) {
            throw new IllegalStateException("the open door was refused", e);
        }
        return connector;
    }

    private interface Step {
        void run(Context ctx) throws PeerException, IOException;
    }

    private void answer(Context ctx, Step step) throws IOException {
        inFlight.register();
        try {
            if (closing || turns.full()) {
                throw turns.busy(null);
            }
            step.run(ctx);
        } catch (PeerException e) {
            refuse(ctx, e);
        } finally {
            inFlight.arriveAndDeregister();
        }
    }

    private void hello(Context ctx) throws PeerException, IOException {
        send(ctx, HttpForm.HELLO_TYPE, HelloForm.write(offer(peer.greet())));
    }

    /** The peer's greeting, but no longer parcels than the desk reads. */
    private Greeting offer(Greeting greeting) {
        return new Greeting(greeting.nonce(), greeting.nodeKey(), greeting.incarnation(),
                Math.min(greeting.maxParcelBytes(), limits.maxParcelBytes()));
    }

    private void exchange(Context ctx) throws PeerException, IOException {
        byte[] answer;
        try (RequestBody.Parcel parcel = read(ctx, Parcel.FRONT, peer::admit)) {
            answer = parcel.whole() ? turns.exchange(parcel.bytes()) : part(parcel.bytes());
        }
        send(ctx, HttpForm.PARCEL_TYPE, answer);
    }

    private RequestBody.Parcel read(Context ctx, int front, RequestBody.Gate gate) throws PeerException, IOException {
        return bodies.read(ctx.req().getInputStream(), ctx.req().getContentLengthLong(), CallerAddress.of(ctx), front, gate);
    }

    private void byCode(Context ctx, Letterbox box) throws PeerException, IOException {
        String address = CallerAddress.of(ctx);
        if (!byCode.enter(address)) {
            throw turns.busy(null);
        }
        try (RequestBody.Parcel call = read(ctx, 0, _ -> { })) {
            if (!call.whole()) {
                throw new PeerException(Reason.CUT_OFF, null);
            }
            send(ctx, HttpForm.CODE_TYPE, box.call(call.bytes(), address));
        } finally {
            byCode.leave(address);
        }
    }

    /** What came before a cut is taken in, so that it need not come again; nobody is there to be answered. */
    private byte[] part(byte[] bytes) throws PeerException {
        try {
            turns.exchange(bytes);
            throw new PeerException(Reason.CUT_OFF, null);
        } catch (PeerException e) {
            throw new PeerException(Reason.CUT_OFF, e);
        }
    }

    private void refuse(Context ctx, PeerException e) throws IOException {
        Reason reason = e.reason();
        if (reason == Reason.BUSY) {
            long seconds = e.retryAfter().or(() -> turns.busy(null).retryAfter()).orElseThrow().toSeconds();
            ctx.header("Retry-After", Long.toString(Math.max(1, seconds)));
        }
        if (closing || reason == Reason.CUT_OFF || reason == Reason.TOO_LARGE) {
            ctx.header("Connection", "close");
        }
        ctx.status(HttpForm.status(reason));
        send(ctx, HttpForm.REASON_TYPE, HttpForm.body(reason));
    }

    private static void send(Context ctx, String type, byte[] bytes) throws IOException {
        ctx.res().setContentType(type);
        ctx.res().setContentLength(bytes.length);
        ctx.res().getOutputStream().write(bytes);
        ctx.res().getOutputStream().close();
    }

    /** Takes no new callers, lets those in flight finish, then closes. */
    @Override
    public void close() {
        closing = true;
        connector.close();
        try {
            inFlight.awaitAdvanceInterruptibly(inFlight.arrive(), limits.stopWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("closing with {} requests still in flight", inFlight.getUnarrivedParties());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        javalin.stop();
        turns.close();
    }
}
