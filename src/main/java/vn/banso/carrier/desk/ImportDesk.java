package vn.banso.carrier.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.ParcelSummary;
import vn.banso.carrier.desk.DeskFile.Piece;
import vn.banso.carrier.desk.DeskReport.Left;
import vn.banso.carrier.desk.DeskReport.Taken;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.merge.Reason;
import vn.banso.store.Node;
import vn.banso.store.ledger.BatchPlace;
import vn.banso.store.register.BatchVillages;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;

/**
 * The desk of an officer on which sticks, folders and files are laid: says of each file what it would bring, takes all of it in, and says
 * what became of it. Doing it again is safe, and so is stopping.
 */
public final class ImportDesk {
    private final Node node;

    public ImportDesk(Node node) {
        this.node = node;
    }

    /**
     * What lies there, file by file; nothing is taken in, nothing is written.
     *
     * @param source a stick, a folder or a file
     * @throws PeerException GONE where there is nothing
     */
    public List<DeskFile> look(Path source) throws PeerException {
        return look(source, Set.of());
    }

    /** @param beside batches that lie on the desk elsewhere: what is there twice is new once */
    public List<DeskFile> look(Path source, Set<Hash> beside) throws PeerException {
        Lying lying = Lying.at(source);
        List<DeskFile> files = new ArrayList<>();
        Set<Hash> seen = new HashSet<>(beside);
        for (Path file : lying.files()) {
            look(source, file, lying.meant(), seen).ifPresent(files::add);
        }
        return files;
    }

    /**
     * Empty for a file of a folder that has nothing to do with us.
     *
     * @param seen what the files before it bring: it is new only once
     */
    private Optional<DeskFile> look(Path source, Path file, boolean meant, Set<Hash> seen) {
        FileContents contents = FileContents.of(file, FolderPeer.LONGEST_PARCEL);
        if (contents.parcels().isEmpty()) {
            return contents.isWorthAWord(file, meant) ? Optional.of(new DeskFile(source, file, contents.why(), false, true, List.of(), List.of())) : Optional.empty();
        }
        List<Piece> pieces = new ArrayList<>();
        List<Batch> fresh = new ArrayList<>();
        Optional<Why> why = Optional.empty();
        boolean mine = false;
        boolean complete = true;
        for (byte[] parcel : contents.parcels()) {
            try {
                ParcelSummary summary = ParcelSummary.read(parcel);
                why = why.or(() -> FileContents.otherKind(summary)).or(() -> isForeign(summary) ? Optional.of(Why.OTHER_PROVINCE) : Optional.empty());
                mine |= summary.isOf(node.id());
                complete &= summary.complete();
                for (Batch batch : summary.batches()) {
                    Piece piece = piece(batch, seen);
                    pieces.add(piece);
                    if (piece.isNew()) {
                        fresh.add(batch);
                    }
                }
            } catch (MalformedException e) {
                why = why.or(() -> Optional.of(FileContents.why(e)));
            }
        }
        return Optional.of(new DeskFile(source, file, why, mine, complete, List.copyOf(pieces), BatchVillages.of(node, fresh)));
    }

    private boolean isForeign(ParcelSummary summary) {
        return node.province().flatMap(ours -> summary.governance().filter(theirs -> !theirs.equals(ours.governance()))).isPresent();
    }

    private Piece piece(Batch batch, Set<Hash> seen) {
        BatchHeader header = batch.header();
        return new Piece(batch.hash(), header.author(), header.scope(), header.number(), header.changes(),
                node.ledger().place(batch.hash()).isPresent(), !seen.add(batch.hash()));
    }

    /**
     * Takes in what a source brings, and leaves receipts, news and grants there for whoever sent it.
     *
     * @param looked what {@link #look} found there
     * @param progress told how many files lie behind, and asked before each whether to go on: what was taken by then counts
     * @return what became of each, in their order
     */
    public List<FileOutcome> take(Path source, List<DeskFile> looked, ProgressListener progress) {
        return switch (new TakeIn(node).from(source, progress)) {
            case TakeIn.Failed(_, PeerException why) -> looked.stream().map(file -> untouched(file, Optional.empty(), Optional.of(why.reason()))).toList();
            case TakeIn.Taken(_, _, DeskReport report) -> looked.stream().map(file -> outcome(file, report)).toList();
        };
    }

    private FileOutcome outcome(DeskFile file, DeskReport report) {
        List<Taken> taken = report.taken().stream().filter(t -> t.file().equals(file.file())).toList();
        Optional<Why> left = report.left().stream().filter(l -> l.file().equals(file.file())).map(Left::why).findFirst();
        if (taken.isEmpty()) {
            return untouched(file, left, left.isPresent() ? Optional.empty() : report.stopped());
        }
        long counted = 0;
        long known = 0;
        long carried = 0;
        List<Piece> waiting = new ArrayList<>();
        List<Piece> newcomers = new ArrayList<>();
        List<Piece> newer = new ArrayList<>();
        List<Piece> lost = new ArrayList<>();
        List<FileOutcome.Aside> aside = new ArrayList<>();
        for (Piece piece : file.pieces()) {
            Optional<BatchPlace> place = node.ledger().place(piece.batch());
            switch (place.map(BatchPlace::status).orElse(null)) {
                case null -> lost.add(piece);
                case APPLIED -> {
                    known += piece.isNew() ? 0 : piece.changes();
                    counted += piece.isNew() ? piece.changes() : 0;
                }
                case WAITING_PREVIOUS -> waiting.add(piece);
                case WAITING_GRANT -> newcomers.add(piece);
                case WAITING_UPDATE -> newer.add(piece);
                case WAITING_KEY -> carried += piece.isNew() ? piece.changes() : 0;
                case SET_ASIDE -> aside.add(new FileOutcome.Aside(piece, place.flatMap(BatchPlace::reason).orElse(Reason.DAMAGED)));
            }
        }
        return new FileOutcome(file, true, counted, known, List.copyOf(waiting), List.copyOf(newcomers), carried, List.copyOf(newer), List.copyOf(aside),
                List.copyOf(lost), taken.stream().allMatch(Taken::complete), taken.stream().flatMap(t -> t.answer().stream()).findFirst(), left,
                taken.stream().flatMap(t -> t.unanswered().stream()).findFirst());
    }

    private static FileOutcome untouched(DeskFile file, Optional<Why> left, Optional<PeerException.Reason> trouble) {
        return new FileOutcome(file, false, 0, 0, List.of(), List.of(), 0, List.of(), List.of(), List.of(), true, Optional.empty(), left, trouble);
    }
}
