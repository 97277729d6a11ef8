package vn.banso.cli.bench.baseline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.banso.register.rules.Draft;
import vn.banso.store.engine.RawBaseline;

/** The barest desk: takes gzip JSON by POST, writes it into plain rows, one transaction each, and says yes. */
public final class PlainDesk implements AutoCloseable {
    private static final String PATH = "changes";
    private static final String TYPE = "application/json";
    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RawBaseline raw;

    public PlainDesk(Path file) throws IOException {
        raw = RawBaseline.create(file);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/" + PATH, this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        List<Draft> drafts = PlainJson.drafts(exchange.getRequestBody().readAllBytes());
        synchronized (raw) {
            raw.save(drafts);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Connects, hands over, waits for the yes. */
    public static void post(URI address, byte[] gzipped) throws IOException {
        try (PlainCall call = new PlainCall(address)) {
            post(call, gzipped);
        }
    }

    /** The same over an open connection. */
    public static void post(PlainCall call, byte[] gzipped) throws IOException {
        int status = call.post(PATH, TYPE, gzipped).status();
        if (status != 200) {
            throw new IOException("the plain desk answered " + status);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        raw.close();
    }
}
