package vn.banso.carrier.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.carrier.FolderLayout;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.ParcelSummary;
import vn.banso.carrier.Stick;
import vn.banso.carrier.VerifiedFile;
import vn.banso.carrier.desk.DeskReport.Left;
import vn.banso.carrier.desk.DeskReport.Taken;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.Position;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * The receiving side of a folder: hands each parcel in {@code BANSO/IN} to a peer and leaves its answers in {@code BANSO/OUT}.
 * It takes a plain folder (downloads of a messenger) and a single file too. Files are known by what they begin with, not by their
 * names; none is removed, because the next desk may need it as well, and what cannot be taken is told.
 */
public final class FolderDesk {
    private final Peer peer;
    private final boolean answering;
    private final DeviceId me;
    private final int longest;

    /** @param peer the node that takes the parcels, in the same process */
    public FolderDesk(Peer peer) throws PeerException {
        this(peer, true);
    }

    /** Takes everything in and leaves nothing: for whoever no one asks for receipts. */
    static FolderDesk withoutAnswers(Peer peer) throws PeerException {
        return new FolderDesk(peer, false);
    }

    private FolderDesk(Peer peer, boolean answering) throws PeerException {
        this.peer = peer;
        this.answering = answering;
        Greeting greeting = peer.greet();
        me = DeviceId.ofKey(greeting.nodeKey());
        longest = Math.min(greeting.maxParcelBytes(), FolderPeer.LONGEST_PARCEL);
    }

    /**
     * @param source a stick, a plain folder or a file
     * @throws PeerException GONE where there is nothing; whatever goes wrong later is in the report
     */
    public DeskReport take(Path source) throws PeerException {
        return take(source, ProgressListener.SILENT);
    }

    /** @param progress told how many files lie behind, and asked before each whether to go on */
    DeskReport take(Path source, ProgressListener progress) throws PeerException {
        Lying lying = Lying.at(source);
        return new Visit(lying.stick(), lying.meant()).take(lying.files(), progress);
    }

    private final class Visit {
        private final Stick stick;
        /** Whether everything here is meant for us, so that a file which is no parcel is worth a word. */
        private final boolean meant;
        private final List<Taken> taken = new ArrayList<>();
        private final List<Left> left = new ArrayList<>();
        private final Map<DeviceId, List<byte[]>> answers = new HashMap<>();
        private int strangers;

        Visit(Stick stick, boolean meant) {
            this.stick = stick;
            this.meant = meant;
        }

        DeskReport take(List<Path> files, ProgressListener progress) {
            Optional<Reason> stopped = Optional.empty();
            try {
                if (answering) {
                    clearUnfinished();
                }
                for (int i = 0; i < files.size() && progress.goOn(); i++) {
                    progress.stands(new Position(ExchangePhase.RECEIVING, (double) i / files.size(), i, files.size()));
                    one(files.get(i));
                }
            } catch (PeerException e) {
                stopped = Optional.of(e.reason());
            }
            boolean safe = stopped.isEmpty() && taken.stream().allMatch(t -> t.unanswered().isEmpty());
            return new DeskReport(List.copyOf(taken), List.copyOf(left), strangers, stopped, safe);
        }

        private void one(Path file) throws PeerException {
            FileContents contents = FileContents.of(file, longest);
            if (contents.why().filter(Why.UNREADABLE::equals).isPresent()) {
                stick.stillThere();
            }
            for (byte[] parcel : contents.parcels()) {
                hand(file, parcel);
            }
            if (!contents.parcels().isEmpty()) {
                return;
            }
            if (contents.isWorthAWord(file, meant)) {
                left.add(new Left(file, contents.why().orElse(Why.NOT_A_PARCEL)));
            } else {
                strangers++;
            }
        }

        private void hand(Path file, byte[] bytes) throws PeerException {
            ParcelSummary cargo;
            try {
                cargo = ParcelSummary.read(bytes);
            } catch (MalformedException e) {
                left.add(new Left(file, FileContents.why(e)));
                return;
            }
            Optional<Why> other = FileContents.otherKind(cargo);
            if (other.isPresent()) {
                left.add(new Left(file, other.get()));
                return;
            }
            if (cargo.isOf(me)) {
                strangers++;
                return;
            }
            byte[] answer;
            try {
                answer = peer.exchange(bytes);
            } catch (PeerException e) {
                left.add(new Left(file, why(e.reason())));
                return;
            }
            DeviceId asker = cargo.speaker().orElse(DeviceId.of(Hash.sha256(bytes).bytes()));
            taken.add(answered(file, bytes, cargo.complete(), asker, answer));
        }

        private Taken answered(Path file, byte[] bytes, boolean complete, DeviceId asker, byte[] answer) throws PeerException {
            Optional<Path> written = Optional.empty();
            Optional<Reason> trouble = Optional.empty();
            if (answering && ParcelSummary.of(answer).filter(ParcelSummary::saysSomething).isPresent()) {
                try {
                    stick.stillThere();
                    List<byte[]> all = answers.computeIfAbsent(asker, _ -> new ArrayList<>());
                    all.add(answer);
                    written = Optional.of(write(asker, ParcelSummary.together(all)));
                } catch (PeerException e) {
                    trouble = Optional.of(e.reason());
                }
            }
            return new Taken(file, bytes.length, complete, written, trouble);
        }

        private Path write(DeviceId asker, byte[] answer) throws PeerException {
            stick.roomFor(answer.length);
            try {
                Path out = FolderLayout.create(stick.folder(), FolderLayout.OUT);
                for (int attempt = 0; attempt < FolderLayout.ATTEMPTS; attempt++) {
                    String name = FolderLayout.answerName(asker, me, attempt);
                    Path target = out.resolve(name);
                    if (!Files.exists(target) || isMine(target)) {
                        VerifiedFile.write(target, out.resolve(FolderLayout.unfinished(name)), answer);
                        return target;
                    }
                }
                throw new PeerException(Reason.DAMAGED, null);
            } catch (IOException e) {
                throw stick.failure(e, answer.length);
            }
        }

        /** Only an earlier answer of this node may be replaced. */
        private boolean isMine(Path target) throws IOException {
            return Files.isRegularFile(target) && Files.size(target) <= FolderPeer.LONGEST_PARCEL
                    && ParcelSummary.of(Files.readAllBytes(target)).flatMap(ParcelSummary::speaker).filter(me::equals).isPresent();
        }

        private void clearUnfinished() throws PeerException {
            try {
                Optional<Path> out = FolderLayout.find(stick.folder(), FolderLayout.OUT);
                for (Path file : out.isPresent() ? FolderLayout.files(out.get()) : List.<Path>of()) {
                    if (FolderLayout.isUnfinishedAnswer(file, me)) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (IOException e) {
                // A stick that cannot be written to can still be read.
                stick.stillThere();
            }
        }
    }

    private static Why why(Reason reason) {
        return switch (reason) {
            case OTHER_PROVINCE -> Why.OTHER_PROVINCE;
            case NOT_JOINED -> Why.NOT_JOINED;
            case REFUSED -> Why.REFUSED;
            case TOO_LARGE, RECEIPT_TOO_LONG -> Why.TOO_LARGE;
            case NOT_UNDERSTOOD, DAMAGED -> Why.UNREADABLE;
            case NO_CONNECTION, CAPTIVE_PORTAL, WRONG_CLOCK, BUSY, CUT_OFF, FULL, READ_ONLY, GONE, NOT_THE_DESK, OPEN_LINE -> Why.NOT_NOW;
        };
    }
}
