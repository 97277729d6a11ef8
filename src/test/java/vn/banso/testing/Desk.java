package vn.banso.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import vn.banso.receiver.Limits;
import vn.banso.receiver.Receiver;
import vn.banso.sync.wire.Peer;

/** A real receiver on a free loopback port. */
public final class Desk {
    private Desk() {}

    public static Receiver serving(Peer peer) {
        return serving(peer, Limits.usual());
    }

    public static Receiver serving(Peer peer, Limits limits) {
        try {
            return Receiver.open(peer, limits, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
