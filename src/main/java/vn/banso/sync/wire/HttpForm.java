package vn.banso.sync.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * How an exchange looks over HTTP, version 1; the caller and the desk both read it here.
 *
 * <p>{@code GET v1/hello} answers 200 with a {@link HelloForm}. {@code POST v1/exchange} takes a parcel and answers 200 with a
 * parcel. {@code POST v1/code} takes a {@link CodeForm} and answers 200 with what lies under that code. Everything else is a refusal: a status, {@code Retry-After} in seconds where waiting helps, and as body the bare name
 * of a {@link Reason} in ASCII under {@link #REASON_TYPE}. A body of another type did not come from a desk of ours.
 */
public final class HttpForm {
    public static final String HELLO = "v1/hello";
    public static final String EXCHANGE = "v1/exchange";
    public static final String CODE = "v1/code";
    public static final String HELLO_TYPE = "application/vnd.banso.hello";
    public static final String PARCEL_TYPE = "application/vnd.banso.parcel";
    public static final String CODE_TYPE = "application/vnd.banso.code";
    public static final String REASON_TYPE = "application/vnd.banso.reason";

    private HttpForm() {}

    /** The status that goes with a reason; the body says it exactly. */
    public static int status(Reason reason) {
        return switch (reason) {
            case NOT_UNDERSTOOD -> 400;
            case NOT_JOINED -> 401;
            case REFUSED -> 403;
            case CUT_OFF -> 408;
            case GONE -> 410;
            case TOO_LARGE, RECEIPT_TOO_LONG -> 413;
            case OTHER_PROVINCE -> 421;
            case READ_ONLY -> 423;
            case NO_CONNECTION, CAPTIVE_PORTAL, WRONG_CLOCK, NOT_THE_DESK, OPEN_LINE -> 502;
            case BUSY -> 503;
            case FULL, DAMAGED -> 507;
        };
    }

    public static byte[] body(Reason reason) {
        return reason.name().getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty where the body names no reason that this version knows. */
    public static Optional<Reason> reason(byte[] body) {
        String name = new String(body, StandardCharsets.US_ASCII);
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(name)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
