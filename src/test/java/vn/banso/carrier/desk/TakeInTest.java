package vn.banso.carrier.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.SmallDisk;

/** What comes back: on the stick, as a file in the downloads, or not at all. */
class TakeInTest {
    @TempDir
    private Path folder;
    private Path stick;
    private Neighbourhood people;
    private Node mai;

    @BeforeEach
    void handOver() throws Exception {
        people = new Neighbourhood(folder.resolve("people"));
        mai = people.laptop("mai");
        stick = Files.createDirectory(folder.resolve("USB"));
        people.record(mai, 10);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private void leave() throws PeerException {
        new Exchange(mai, new FolderPeer(stick, mai.id()), ProgressListener.SILENT).run();
    }

    private static TakeIn.Taken taken(Node node, Path from) {
        assertThat(new TakeIn(node).from(from)).isInstanceOf(TakeIn.Taken.class);
        return (TakeIn.Taken) new TakeIn(node).from(from);
    }

    @Test
    void theOfficeTakesInAndAnswersAndTheLaptopTakesTheAnswer() throws Exception {
        leave();
        TakeIn.Outcome office = new TakeIn(people.province()).from(stick);
        assertThat(office).isInstanceOfSatisfying(TakeIn.Taken.class, t -> {
            assertThat(t.name()).isEqualTo("USB");
            assertThat(t.tally().batchesNew()).isPositive();
            assertThat(t.report().safeToRemove()).isTrue();
        });
        assertThat(people.households(people.province())).isEqualTo(10);
        Path parcel = onlyFile(stick.resolve("BANSO/IN"));
        TakeIn.Outcome laptop = new TakeIn(mai).from(stick);
        assertThat(laptop).isInstanceOfSatisfying(TakeIn.Taken.class, t -> assertThat(t.tally().receipts()).isPositive());
        assertThat(mai.ledger().states().get(RecordState.PROVINCE)).isEqualTo(11);
        assertThat(onlyFile(stick.resolve("BANSO/IN"))).as("only taking in gives nothing").isEqualTo(parcel);
        assertThat(taken(mai, stick).tally().receipts()).as("again is nothing").isZero();
    }

    @Test
    void anAnswerThatCameAsAFileUnderAnyName() throws Exception {
        leave();
        new TakeIn(people.province()).from(stick);
        Path downloads = Files.createDirectory(folder.resolve("Downloads"));
        Files.writeString(downloads.resolve("thư.txt"), "không phải gói");
        Path file = Files.copy(onlyFile(stick.resolve("BANSO/OUT")), downloads.resolve("trả lời (1).bin"));
        taken(mai, file);
        assertThat(mai.ledger().states().get(RecordState.PROVINCE)).isEqualTo(11);
        assertThat(taken(mai, downloads).report().strangers()).isEqualTo(1);
        assertThat(downloads.resolve("BANSO")).as("nobody asked this laptop for an answer").doesNotExist();
    }

    @Test
    void nothingThereIsSaid() throws Exception {
        assertThat(taken(mai, stick).isNothing()).isTrue();
        leave();
        assertThat(taken(mai, stick).isNothing()).as("its own parcel is nothing for it").isTrue();
    }

    @Test
    void aLockedStickCanBeReadAndAMissingOneIsTold() throws Exception {
        try (SmallDisk disk = SmallDisk.plug(stick, 1 << 20)) {
            leave();
            new TakeIn(people.province()).from(stick);
            disk.lock();
            taken(mai, stick);
            assertThat(mai.ledger().states().get(RecordState.PROVINCE)).isEqualTo(11);
        }
        assertThat(new TakeIn(mai).from(folder.resolve("none"))).isInstanceOfSatisfying(TakeIn.Failed.class,
                f -> assertThat(f.why().reason()).isEqualTo(Reason.GONE));
    }

    private static Path onlyFile(Path in) throws Exception {
        try (var files = Files.list(in)) {
            return files.reduce((_, _) -> {
                throw new AssertionError("more than one");
            }).orElseThrow();
        }
    }
}
