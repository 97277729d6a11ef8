package vn.banso.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.banso.sync.wire.HttpForm;

/** A caller without manners: writes HTTP by hand over a bare socket, so that it can also do it wrong. */
public final class PlainCaller implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    /** An answer in full; {@code head} is everything before the body. */
    public record Answer(int status, String head, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public PlainCaller(URI desk) throws IOException {
        socket = new Socket(desk.getHost(), desk.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public Answer get(String path) throws IOException {
        send("GET /" + path + " HTTP/1.1\r\nHost: x\r\n\r\n", new byte[0]);
        return answer();
    }

    public Answer exchange(byte[] parcel) throws IOException {
        announce(parcel.length, parcel);
        return answer();
    }

    /** Promises so many bytes and sends these. */
    public void announce(long promised, byte[] body) throws IOException {
        send("POST /" + HttpForm.EXCHANGE + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + promised + "\r\n\r\n", body);
    }

    public void send(String head, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.getBytes(StandardCharsets.US_ASCII));
        all.write(body);
        socket.getOutputStream().write(all.toByteArray());
        socket.getOutputStream().flush();
    }

    /** @throws IOException where the desk closes the connection before its answer is whole */
    public Answer answer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("closed after " + head.length() + " bytes");
            }
            head.append((char) c);
        }
        int length = 0;
        for (String line : head.toString().split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring("content-length:".length()).trim());
            }
        }
        byte[] body = in.readNBytes(length);
        return new Answer(Integer.parseInt(head.substring(9, 12)), head.toString(), body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
