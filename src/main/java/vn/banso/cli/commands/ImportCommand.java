package vn.banso.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.Sticks;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.TallyAnswer;
import vn.banso.say.Sentences;
import vn.banso.store.Node;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.PeerException;

/** Takes in a parcel, or all parcels of a stick or a folder, and leaves answers on the stick. */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {
    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Parameters(paramLabel = "FILE|FOLDER", descriptionKey = "source")
    private Path source;

    @Option(names = "--json")
    private boolean json;

    public ImportCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        try (Node open = node.open(desk)) {
            NodePeer peer = NodePeer.forFiles(open, FolderPeer.LONGEST_PARCEL);
            DeskReport report = new FolderDesk(peer).take(source);
            report.taken().stream().filter(t -> !t.complete()).forEach(t -> desk.note("folder.cut", t.file().getFileName()));
            report.left().forEach(l -> desk.note(l.textKey(), l.file().getFileName()));
            report.stopped().ifPresent(reason -> desk.note("peer." + reason, source));
            int exit = TallyAnswer.give(desk, peer.tally().plus(files(report)), json);
            if (!json) {
                epilogue(report);
            }
            return report.isWhole() ? exit : Exit.REFUSED;
        } catch (PeerException e) {
            throw CommandRefusal.because(Sentences.peer(e, source.toString()), e);
        }
    }

    /** What to do next: a stick may go, an answer to a single file must travel back by itself. */
    private void epilogue(DeskReport report) {
        if (Files.isDirectory(source)) {
            if (report.isWhole() && report.taken().isEmpty()) {
                desk.note("cli.exchange.nothing_here", source);
            }
            if (report.safeToRemove() && Sticks.ofThisMachine().hold(source)) {
                desk.say("cli.exchange.safe_to_remove", name(source));
            }
        } else {
            report.taken().stream().flatMap(t -> t.answer().stream()).forEach(answer -> desk.say("cli.exchange.answer", answer));
        }
    }

    private static Path name(Path source) {
        return source.toAbsolutePath().normalize().getFileName();
    }

    /** The files as an exchange would count them: parcels read, and answers left. */
    private static ExchangeCounts files(DeskReport report) throws IOException {
        long left = 0;
        for (Path answer : report.taken().stream().flatMap(t -> t.answer().stream()).collect(Collectors.toSet())) {
            left += Files.size(answer);
        }
        return new ExchangeCounts(0, 0, 0, 0, 0, 0, 0, 0, left, report.bytes(), report.taken().size());
    }
}
