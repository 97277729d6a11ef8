package vn.banso.carrier;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** How long a request or an answer is without its body, reckoned as HTTP/1.1 writes it; the client does not tell. */
final class HeaderBytes {
    private static final int LINE_END = 2;

    private HeaderBytes() {}

    static long of(HttpRequest request, int bodyLength) {
        URI uri = request.uri();
        int host = "Host: ".length() + uri.getRawAuthority().length() + LINE_END;
        int length = bodyLength == 0 ? 0 : ("Content-Length: " + bodyLength).length() + LINE_END;
        String line = request.method() + " " + uri.getRawPath() + " HTTP/1.1";
        return line.length() + LINE_END + host + length + of(request.headers()) + LINE_END;
    }

    static long of(HttpResponse<?> response) {
        return "HTTP/1.1 200 OK".length() + LINE_END + of(response.headers()) + LINE_END;
    }

    private static long of(HttpHeaders headers) {
        long bytes = 0;
        for (Map.Entry<String, List<String>> header : headers.map().entrySet()) {
            for (String value : header.getValue()) {
                bytes += header.getKey().length() + ": ".length() + value.length() + LINE_END;
            }
        }
        return bytes;
    }
}
