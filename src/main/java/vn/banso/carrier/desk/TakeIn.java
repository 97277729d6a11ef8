package vn.banso.carrier.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.StickPlaces;
import vn.banso.store.Node;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;

/**
 * Takes in what a stick, a folder or a single file brought: answers to this machine (receipts, news, grants), and parcels of others.
 * At an office it leaves answers for those who brought parcels; elsewhere it leaves nothing. Doing it again is safe.
 */
public final class TakeIn {
    private final Node node;

    public TakeIn(Node node) {
        this.node = node;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** How people call where it came from. */
        String name();
    }

    /**
     * @param tally what came, of both kinds
     * @param report the parcels of others, file by file; whether the stick may go
     */
    public record Taken(String name, ExchangeCounts tally, DeskReport report) implements Outcome {
        /** Whether nothing was there for this machine. */
        public boolean isNothing() {
            return report.taken().isEmpty() && report.left().isEmpty() && report.stopped().isEmpty()
                    && tally.batchesNew() + tally.batchesKnown() + tally.receipts() == 0 && tally.bytesDown() == 0;
        }
    }

    /** It could not be read; nothing was taken, and nothing is lost. */
    public record Failed(String name, PeerException why) implements Outcome {}

    /** @param source a stick, a folder or a file */
    public Outcome from(Path source) {
        return from(source, ProgressListener.SILENT);
    }

    /** @param progress asked before every file whether to go on; what was taken by then counts */
    public Outcome from(Path source, ProgressListener progress) {
        String name = StickPlaces.name(source);
        try {
            ExchangeCounts answers = Files.isRegularFile(source) ? ExchangeCounts.NOTHING
                    : new Exchange(node, new FolderPeer(source, node.id()), progress).fetch();
            NodePeer desk = NodePeer.forFiles(node, FolderPeer.LONGEST_PARCEL, progress::goOn);
            DeskReport report = (isOffice() ? new FolderDesk(desk) : FolderDesk.withoutAnswers(desk)).take(source, progress);
            return new Taken(name, answers.plus(desk.tally()), report);
        } catch (PeerException e) {
            return new Failed(name, e);
        }
    }

    private boolean isOffice() {
        return node.grants().of(node.id()).stream().anyMatch(grant -> grant.role().isOfficer());
    }
}
