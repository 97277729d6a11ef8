package vn.banso.cli.frame;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.banso.carrier.DeskAddress;
import vn.banso.carrier.HttpPeer;
import vn.banso.carrier.LineTrust;
import vn.banso.carrier.Timeouts;
import vn.banso.sync.wire.PeerException;

/** What the line to a receiver must be. */
public final class LineOption {
    @Option(names = "--insecure")
    private boolean insecure;

    public HttpPeer reach(CommandContext desk, DeskAddress to) throws PeerException {
        return reach(desk, to, Optional.empty());
    }

    /** @param passed a moment that has surely passed */
    public HttpPeer reach(CommandContext desk, DeskAddress to, Optional<Instant> passed) throws PeerException {
        return new HttpPeer(to.uri(), Timeouts.usual(),
                LineTrust.in(desk.options().home()).withOpen(insecure ? to.uri().getHost() : "").with(passed));
    }
}
