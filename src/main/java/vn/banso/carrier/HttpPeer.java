package vn.banso.carrier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.sync.wire.CodeDesk;
import vn.banso.sync.wire.CodeForm;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.HelloForm;
import vn.banso.sync.wire.HttpForm;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * A desk reached over HTTP/1.1. Greeting and exchanges share one connection, so a round costs one trip there and back. For one
 * thread at a time; interrupting it gives the exchange up, which is always safe.
 */
public final class HttpPeer implements Peer, CodeDesk, AutoCloseable {
    private static final String AGENT = "banso";
    private static final int LONGEST_HELLO = 4 << 10;
    /** An answer may be longer than what the desk takes in; this bounds the memory of a laptop, not the exchange. */
    private static final int LONGEST_ANSWER = 64 << 20;
    private static final long TICK_MILLIS = 250;
    /** In bytes; a day's work of a volunteer. */
    private static final int LITTLE = 4 << 10;
    /** No desk and nobody between closes a connection sooner. */
    private static final long IDLE_NANOS = Duration.ofSeconds(3).toNanos();

    private final URI base;
    private final Timeouts patience;
    private final LineTrust trust;
    private final Supplier<SSLContext> withoutClock;
    private HttpClient client;
    private volatile TransferCounts traffic = TransferCounts.NONE;
    private int longestParcel = Integer.MAX_VALUE;
    private boolean connected;
    private long lastAnswer;
    private boolean clockless;

    /**
     * @param base where the desk is, {@code http://} or {@code https://}, with or without a path
     * @param trust what the line must be; a call over another fails with OPEN_LINE, and nothing was sent
     */
    public HttpPeer(URI base, Timeouts patience, LineTrust trust) {
        this(base, patience, trust, trust.byTheClock(), trust::withoutTheClock);
    }

    HttpPeer(URI base, Timeouts patience, LineTrust trust, SSLContext tls, Supplier<SSLContext> withoutClock) {
        this.base = DeskAddress.of(base.toString()).orElseThrow(() -> new IllegalArgumentException("not an address of a desk")).uri();
        this.patience = patience;
        this.trust = trust;
        this.withoutClock = withoutClock;
        client = client(tls);
    }

    private HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER)
                .connectTimeout(patience.connect()).sslContext(tls).build();
    }

    public HttpPeer(URI base) {
        this(base, Timeouts.usual(), LineTrust.USUAL);
    }

    /**
     * The desk at an address as people type it.
     *
     * @throws PeerException NO_CONNECTION where it is not an address at all: nobody can be reached there
     */
    public static HttpPeer to(String address, Timeouts patience, LineTrust trust) throws PeerException {
        return new HttpPeer(DeskAddress.of(address).orElseThrow(() -> new PeerException(Reason.NO_CONNECTION, null)).uri(), patience, trust);
    }

    @Override
    public Greeting greet() throws PeerException {
        byte[] answer = call(request(HttpForm.HELLO).GET(), new byte[0], HttpForm.HELLO_TYPE, LONGEST_HELLO);
        try {
            Greeting greeting = HelloForm.read(answer);
            longestParcel = greeting.maxParcelBytes();
            return greeting;
        } catch (MalformedException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
    }

    @Override
    public byte[] exchange(byte[] parcel) throws PeerException {
        if (parcel.length > longestParcel) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        HttpRequest.Builder request = request(HttpForm.EXCHANGE).header("Content-Type", HttpForm.PARCEL_TYPE);
        return call(request, parcel, HttpForm.PARCEL_TYPE, LONGEST_ANSWER);
    }

    @Override
    public byte[] byCode(byte[] form) throws PeerException {
        HttpRequest.Builder request = request(HttpForm.CODE).header("Content-Type", HttpForm.CODE_TYPE);
        return call(request, form, HttpForm.CODE_TYPE, CodeForm.LONGEST_WELCOME);
    }

    @Override
    public String name() {
        return base.toString();
    }

    /** Moved so far by this peer, failed attempts included; may be read while an exchange runs. */
    public TransferCounts traffic() {
        return traffic;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("User-Agent", AGENT);
    }

    private byte[] call(HttpRequest.Builder request, byte[] body, String type, int longest) throws PeerException {
        if (!trust.allows(base)) {
            throw new PeerException(Reason.OPEN_LINE, null);
        }
        boolean kept = connected && (body.length <= LITTLE || System.nanoTime() - lastAnswer > IDLE_NANOS);
        TransferProgress progress = new TransferProgress();
        try {
            return once(request, body, type, longest, progress);
        } catch (PeerException e) {
            // The desk may have closed the connection we kept, just as we used it. Repeating is safe, both ends are idempotent; but
            // what took a line long is not sent twice: where it was cut in use, the desk is first asked what came.
            if (kept && e.reason() == Reason.CUT_OFF && !progress.hasAnswer() && e.getCause() instanceof IOException) {
                return once(request, body, type, longest, new TransferProgress());
            }
            if (e.reason() == Reason.WRONG_CLOCK && !clockless) {
                clockless = true;
                client.shutdownNow();
                client = client(withoutClock.get());
                return once(request, body, type, longest, new TransferProgress());
            }
            throw e;
        }
    }

    private byte[] once(HttpRequest.Builder builder, byte[] body, String type, int longest, TransferProgress progress)
            throws PeerException {
        connected = false;
        HttpRequest request = body.length == 0
                ? builder.build()
                : builder.POST(CountedBody.of(body, progress)).build();
        TransferCounts before = traffic.plus(HeaderBytes.of(request, body.length), 0, 1);
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, head -> receive(head, type, longest, progress));
        try {
            HttpResponse<byte[]> response = await(sent, progress, before);
            traffic = before.plus(progress.bytesUp(), progress.bytesDown() + HeaderBytes.of(response), 0);
            connected = true;
            lastAnswer = System.nanoTime();
            byte[] answer = response.body();
            if (response.statusCode() != 200 || !HttpFailure.type(response.headers()).equals(type)) {
                throw HttpFailure.of(response.statusCode(), response.headers(), answer);
            }
            if (answer.length > longest) {
                throw new PeerException(Reason.NOT_UNDERSTOOD, null);
            }
            return answer;
        } catch (ExecutionException e) {
            traffic = before.plus(progress.bytesUp(), progress.bytesDown(), 0);
            throw HttpFailure.of(e.getCause(), progress.partial());
        }
    }

    /** What belongs to a parcel counts even where the rest never comes; of any other page a little is enough. */
    private static BodySubscriber<byte[]> receive(ResponseInfo head, String type, int longest, TransferProgress progress) {
        boolean expected = head.statusCode() == 200 && HttpFailure.type(head.headers()).equals(type);
        CountedBody.Answer answer = new CountedBody.Answer(progress, expected ? longest : LONGEST_HELLO);
        if (expected && type.equals(HttpForm.PARCEL_TYPE)) {
            progress.arrives(answer::soFar);
        }
        return answer;
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> sent, TransferProgress progress, TransferCounts before)
            throws PeerException, ExecutionException {
        while (true) {
            try {
                return sent.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                traffic = before.plus(progress.bytesUp(), progress.bytesDown(), 0);
                if (progress.tooSilent(patience)) {
                    sent.cancel(true);
                    throw HttpFailure.cutOff(e, progress.partial());
                }
            } catch (InterruptedException e) {
                sent.cancel(true);
                Thread.currentThread().interrupt();
                throw HttpFailure.cutOff(e, progress.partial());
            }
        }
    }

    /** Lets go of the connection at once. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
