package vn.banso.receiver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;

/**
 * So many open connections of one address, idle ones and those that never finish a header included: what is beyond that is closed at
 * once, before anything of it is read. A proxy on this machine keeps such shares itself.
 */
final class ConnectionShares implements Connection.Listener {
    private final Seats seats;
    private final Predicate<InetAddress> proxies;
    /** By the address they came from: one that is closed does not tell it any more. */
    private final Map<Connection, String> seated = new ConcurrentHashMap<>();

    ConnectionShares(Limits limits, Predicate<InetAddress> proxies) {
        this.seats = new Seats(limits.connections(), limits.connectionsOfOne());
        this.proxies = proxies;
    }

    @Override
    public void onOpened(Connection connection) {
        address(connection).map(CallerAddress::share).ifPresent(address -> {
            if (seats.enter(address)) {
                seated.put(connection, address);
            } else {
                connection.getEndPoint().close();
            }
        });
    }

    @Override
    public void onClosed(Connection connection) {
        Optional.ofNullable(seated.remove(connection)).ifPresent(seats::leave);
    }

    private Optional<InetAddress> address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? Optional.of(remote.getAddress()).filter(proxies.negate()) : Optional.empty();
    }
}
