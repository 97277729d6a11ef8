package vn.banso.cli.bench.baseline;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The barest HTTP caller: one connection, a request, an answer of known length. Thousands of them fit into one process. */
public final class PlainCall implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final URI address;
    private final InputStream in;
    private final OutputStream out;

    /** Connects. */
    public PlainCall(URI address) throws IOException {
        this.address = address;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        in = new BufferedInputStream(socket.getInputStream(), 1024);
        out = socket.getOutputStream();
    }

    public record Answer(int status, byte[] body) {}

    public Answer get(String path) throws IOException {
        return call("GET /" + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n", new byte[0]);
    }

    public Answer post(String path, String type, byte[] body) throws IOException {
        return call("POST /" + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\n\r\n", body);
    }

    /** Promises so many bytes and brings only these of them. */
    public void begin(String path, int promised, byte[] body, int brought) throws IOException {
        out.write(("POST /" + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nContent-Length: " + promised + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, brought);
        out.flush();
    }

    private Answer call(String head, byte[] body) throws IOException {
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        out.write(all);
        out.flush();
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        byte[] answer = in.readNBytes(length);
        if (answer.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return new Answer(status, answer);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the answer was cut off");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
