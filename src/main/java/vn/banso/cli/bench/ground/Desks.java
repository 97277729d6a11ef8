package vn.banso.cli.bench.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import vn.banso.carrier.HttpPeer;
import vn.banso.carrier.TransferCounts;
import vn.banso.receiver.Limits;
import vn.banso.receiver.Receiver;
import vn.banso.store.Node;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;

/** A node at a desk, and another that calls there. */
public final class Desks {
    private Desks() {}

    /** Serves the node over HTTP on a free loopback port. */
    public static Receiver serving(Node node) throws IOException {
        Limits limits = Limits.usual();
        return Receiver.open(NodePeer.live(node, limits.maxParcelBytes()), limits,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** @param traffic all bytes of requests and answers with their headers */
    public record Called(ExchangeCounts tally, TransferCounts traffic) {}

    /** One exchange from the first connection to the last receipt, as {@code banso handover} does it. */
    public static Called call(Node node, URI address) throws PeerException {
        try (HttpPeer peer = new HttpPeer(address)) {
            Exchange exchange = new Exchange(node, peer, ProgressListener.SILENT);
            ExchangeCounts tally = exchange.run();
            if (!exchange.unsettled().isEmpty()) {
                throw new IllegalStateException("both ends should hold the same now");
            }
            return new Called(tally, peer.traffic());
        }
    }
}
