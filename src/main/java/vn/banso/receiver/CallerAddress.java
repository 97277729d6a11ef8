package vn.banso.receiver;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a call comes from, as far as shares are concerned: an IPv4 address, or the first 64 bits of an IPv6 one, within which
 * one machine may call itself what it likes. Behind a proxy on this machine it is what the proxy says.
 */
final class CallerAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    /** Nothing else is looked at: a name would be asked of the network. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int NETWORK_BYTES = 8;

    private CallerAddress() {}

    static String of(Context ctx) {
        return of(ctx.req().getRemoteAddr(), Optional.ofNullable(ctx.header(FORWARDED)));
    }

    /** @param forwarded what proxies say, each adding where it was called from at the end */
    static String of(String remote, Optional<String> forwarded) {
        Optional<InetAddress> caller = parse(remote);
        Optional<InetAddress> told = caller.filter(InetAddress::isLoopbackAddress)
                .flatMap(_ -> forwarded.flatMap(all -> parse(all.substring(all.lastIndexOf(',') + 1).strip())));
        return told.or(() -> caller).map(CallerAddress::share).orElse("");
    }

    private static Optional<InetAddress> parse(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        try {
            return NUMBERS.matcher(bare).matches() ? Optional.of(InetAddress.getByName(bare)) : Optional.empty();
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    /** The same of a connection, whatever it will say. */
    static String share(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                : address.getHostAddress();
    }
}
