package vn.banso.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web server that is not one of ours: the log-in page of a network, a proxy, somebody else's site. */
public final class Stage implements AutoCloseable {
    private final HttpServer server;

    /** What it says to every request. */
    public record Line(int status, String header, String value, String body) {}

    private Stage(HttpServer server) {
        this.server = server;
    }

    public static Stage saying(Line line) throws IOException {
        return open(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10), line);
    }

    /** Behind TLS. */
    public static Stage saying(Line line, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return open(server, line);
    }

    private static Stage open(HttpServer server, Line line) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> say(exchange, line));
        server.start();
        return new Stage(server);
    }

    private static void say(HttpExchange exchange, Line line) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = line.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set(line.header(), line.value());
            exchange.sendResponseHeaders(line.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
