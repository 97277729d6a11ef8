package vn.banso.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.carrier.DeskAddress;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.HttpPeer;
import vn.banso.carrier.Sticks;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Destination;
import vn.banso.cli.frame.LineOption;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.TallyAnswer;
import vn.banso.say.Sentences;
import vn.banso.store.Node;
import vn.banso.store.ledger.LastReceipt;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;

/** Gives everything that no receipt covers, and takes receipts, news and grants back. */
@Command(name = "handover")
public final class HandoverCommand implements Callable<Integer> {
    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--to", paramLabel = "FOLDER|URL", required = true)
    private Destination to;

    @Mixin
    private LineOption line;

    @Option(names = "--json")
    private boolean json;

    public HandoverCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        if (to.folder().filter(Files::isRegularFile).isPresent()) {
            throw new NotDirectoryException(to.folder().get().toString());
        }
        try (Node open = node.open(desk)) {
            if (to.desk().isPresent()) {
                try (HttpPeer peer = reach(open)) {
                    return TallyAnswer.give(desk, exchange(open, peer), json);
                }
            }
            FolderPeer peer = new FolderPeer(to.folder().orElseThrow(), open.id());
            int exit = TallyAnswer.give(desk, exchange(open, peer), json);
            if (!json && peer.handed().safeToRemove() && Sticks.ofThisMachine().hold(to.folder().orElseThrow())) {
                desk.say("cli.exchange.safe_to_remove", peer.name());
            }
            return exit;
        }
    }

    private HttpPeer reach(Node open) throws CommandRefusal {
        DeskAddress address = to.desk().orElseThrow();
        try {
            return line.reach(desk, address, open.ledger().lastReceipt().map(LastReceipt::at));
        } catch (PeerException e) {
            throw CommandRefusal.because(Sentences.peer(e, address.toString()), e);
        }
    }

    private static ExchangeCounts exchange(Node open, Peer peer) throws CommandRefusal {
        try {
            return new Exchange(open, peer, ProgressListener.SILENT).run();
        } catch (PeerException e) {
            throw CommandRefusal.because(Sentences.peer(e, peer.name()), e);
        }
    }
}
