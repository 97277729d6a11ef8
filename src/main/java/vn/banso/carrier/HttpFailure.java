package vn.banso.carrier;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import vn.banso.sync.wire.HttpForm;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/** What went wrong on the way, in the words of {@link Reason}. */
final class HttpFailure {
    private static final byte[] NOTHING = {};
    private static final int SPOT = 256;
    private static final long LONGEST_RETRY_SECONDS = 24 * 3_600;

    private HttpFailure() {}

    /**
     * A request that brought no whole answer.
     *
     * @param partial what came of a parcel
     */
    static PeerException of(Throwable failure, byte[] partial) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (wrongClock(t)) {
                return new PeerException(Reason.WRONG_CLOCK, failure);
            }
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            switch (t) {
                case ConnectException _, UnknownHostException _, NoRouteToHostException _, UnresolvedAddressException _,
                        HttpConnectTimeoutException _ -> {
                    return new PeerException(Reason.NO_CONNECTION, failure);
                }
                // Something answers, in another tongue than HTTP.
                case ProtocolException _ -> {
                    return new PeerException(Reason.NOT_UNDERSTOOD, failure);
                }
                // Somebody answers for the desk and cannot prove to be it: a portal that wants a log-in does this.
                case SSLException _ -> {
                    return new PeerException(Reason.CAPTIVE_PORTAL, failure);
                }
                default -> { }
            }
        }
        return cutOff(failure, partial);
    }

    static PeerException cutOff(Throwable cause, byte[] partial) {
        return new PeerException(Reason.CUT_OFF, Optional.empty(), partial, cause);
    }

    private static boolean wrongClock(Throwable t) {
        return t instanceof CertificateExpiredException
                || t instanceof CertificateNotYetValidException
                || t instanceof CertPathValidatorException e
                        && (e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID);
    }

    /** A whole answer that is not the one asked for. */
    static PeerException of(int status, HttpHeaders headers, byte[] body) {
        Optional<Duration> retryAfter = retryAfter(headers);
        if (type(headers).equals(HttpForm.REASON_TYPE)) {
            return new PeerException(HttpForm.reason(body).orElse(Reason.NOT_UNDERSTOOD), retryAfter, NOTHING, null);
        }
        return new PeerException(switch (status) {
            // What a proxy says while the desk behind it restarts; its page may well be HTML.
            case 429, 502, 503, 504 -> Reason.BUSY;
            case 413 -> Reason.TOO_LARGE;
            case 507 -> Reason.FULL;
            case 407, 511 -> Reason.CAPTIVE_PORTAL;
            default -> status / 100 == 3 || html(headers, body) ? Reason.CAPTIVE_PORTAL : Reason.NOT_UNDERSTOOD;
        }, retryAfter, NOTHING, null);
    }

    /** The media type without parameters, in lower case. */
    static String type(HttpHeaders headers) {
        return headers.firstValue("content-type").orElse("").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private static boolean html(HttpHeaders headers, byte[] body) {
        String start = new String(body, 0, Math.min(SPOT, body.length), StandardCharsets.ISO_8859_1).stripLeading();
        return type(headers).contains("html") || start.startsWith("<");
    }

    /** Seconds as our desk says them; a date, which some proxies send, means nothing to a laptop with a wrong clock. */
    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("retry-after").map(String::trim)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Math.min(LONGEST_RETRY_SECONDS, Long.parseLong(text))));
    }
}
