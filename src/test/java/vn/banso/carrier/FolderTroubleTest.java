package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Sender;
import vn.banso.testing.SmallDisk;

/** Sticks that are gone, full, locked, cut short and full of other things. */
class FolderTroubleTest {
    private final HonestPeer commune = new HonestPeer(1);
    private final Sender laptop = new Sender(1).write(40, 900, new Random(1));

    @TempDir
    private Path folder;

    private FolderPeer visit() {
        return new FolderPeer(folder, DeviceId.ofKey(laptop.key()));
    }

    private Reason trouble(FolderPeer peer) {
        try {
            laptop.handOver(peer);
            return fail("it went well");
        } catch (PeerException e) {
            assertThat(peer.handed().safeToRemove()).isFalse();
            return e.reason();
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void noSuchFolder() {
        assertThat(trouble(new FolderPeer(folder.resolve("none"), DeviceId.ofKey(laptop.key())))).isEqualTo(Reason.GONE);
    }

    @Test
    void aFileInPlaceOfTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(trouble(new FolderPeer(file, DeviceId.ofKey(laptop.key())))).isEqualTo(Reason.GONE);
        Files.createDirectory(folder.resolve("BANSO"));
        Files.writeString(folder.resolve("BANSO/IN"), "x");
        assertThat(trouble(visit())).isNotNull();
        assertThat(Files.readString(folder.resolve("BANSO/IN"))).isEqualTo("x");
    }

    @Test
    void aStickThatIsFullStaysAsItWas() throws Exception {
        try (SmallDisk _ = SmallDisk.plug(folder, 200 << 10)) {
            Files.write(folder.resolve("film.mp4"), new byte[150 << 10]);
            assertThat(trouble(visit())).isEqualTo(Reason.FULL);
            assertThat(all(folder)).hasSize(1);
        }
    }

    /** The room is counted before, but others may write meanwhile. */
    @Test
    void aStickThatBecomesFullWhileWritingKeepsNoPieces() throws Exception {
        try (SmallDisk _ = SmallDisk.plug(folder, 64 << 10)) {
            Path target = folder.resolve("K7M2Q9XA.BSO");
            try {
                VerifiedFile.write(target, folder.resolve("K7M2Q9XA.TMP"), new byte[80 << 10]);
                fail("it fitted");
            } catch (IOException e) {
                assertThat(FolderFailure.of(e, folder, 80 << 10).reason()).isEqualTo(Reason.FULL);
            }
            assertThat(all(folder)).isEmpty();
        }
    }

    @Test
    void aLockedStickIsTold() throws Exception {
        try (SmallDisk disk = SmallDisk.plug(folder, 1 << 20)) {
            disk.lock();
            assertThat(trouble(visit())).isEqualTo(Reason.READ_ONLY);
        }
    }

    @Test
    void aLockedStickCanStillBeRead() throws Exception {
        try (SmallDisk disk = SmallDisk.plug(folder, 1 << 20)) {
            laptop.handOver(visit());
            disk.lock();
            DeskReport report = new FolderDesk(commune).take(folder);
            assertThat(commune.held()).isEqualTo(40);
            assertThat(report.taken()).singleElement().satisfies(t -> {
                assertThat(t.answer()).isEmpty();
                assertThat(t.unanswered()).contains(Reason.READ_ONLY);
            });
            assertThat(report.safeToRemove()).isFalse();
        }
    }

    @Test
    void aStickPulledBeforeTheWriteIsMissedAndNothingFallsIntoItsPlace() throws Exception {
        try (SmallDisk disk = SmallDisk.plug(folder, 1 << 20)) {
            FolderPeer visit = visit();
            visit.greet();
            disk.pull();
            assertThat(trouble(visit)).isEqualTo(Reason.GONE);
            assertThat(all(folder)).isEmpty();
        }
    }

    @Test
    void aStickPulledWhileTheDeskReadsIsToldWithWhatWasTaken() throws Exception {
        try (SmallDisk disk = SmallDisk.plug(folder, 1 << 20)) {
            laptop.handOver(visit());
            Sender other = new Sender(2).write(4, 100, new Random(2));
            other.handOver(new FolderPeer(folder, DeviceId.ofKey(other.key())));
            Peer pulling = new Peer() {
                @Override
                public Greeting greet() {
                    return commune.greet();
                }

                @Override
                public byte[] exchange(byte[] parcel) throws PeerException {
                    byte[] answer = commune.exchange(parcel);
                    try {
                        disk.pull();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return answer;
                }

                @Override
                public String name() {
                    return "pulling";
                }
            };
            DeskReport report = new FolderDesk(pulling).take(folder);
            assertThat(report.taken()).hasSize(1);
            assertThat(report.stopped()).contains(Reason.GONE);
            assertThat(report.safeToRemove()).isFalse();
            assertThat(all(folder)).isEmpty();
        }
    }

    @Test
    void whatACrashLeftUnfinishedIsIgnoredAndCleared() throws Exception {
        Path in = Files.createDirectories(folder.resolve("BANSO/IN"));
        byte[] parcel = laptop.parcel();
        String mine = FolderLayout.prefix(DeviceId.ofKey(laptop.key()));
        Path unfinished = Files.write(in.resolve(mine + "ABC.TMP"), Arrays.copyOf(parcel, 3));
        Path anothers = Files.write(in.resolve("ZZZZZABC.TMP"), Arrays.copyOf(parcel, 3));
        DeskReport report = new FolderDesk(commune).take(folder);
        assertThat(report.taken()).isEmpty();
        assertThat(report.left()).isEmpty();
        laptop.handOver(visit());
        assertThat(unfinished).doesNotExist();
        assertThat(anothers).exists();
        assertThat(new FolderDesk(commune).take(folder).taken()).hasSize(1);
    }

    @Test
    void aFileCutShortAnywhereYieldsItsWholePartAndNeverAnythingElse() throws Exception {
        Path in = Files.createDirectories(folder.resolve("BANSO/IN"));
        byte[] parcel = laptop.parcel();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            Path cut = Files.write(in.resolve("cut"), Arrays.copyOf(parcel, random.nextInt(parcel.length)));
            DeskReport report = new FolderDesk(commune).take(folder);
            assertThat(report.taken()).noneMatch(DeskReport.Taken::complete);
            assertThat(report.taken().size() + report.left().size()).isEqualTo(1);
            assertThat(cut).exists();
        }
        assertThat(commune.held()).isBetween(1, 40);
        Files.write(in.resolve("whole"), parcel);
        new FolderDesk(commune).take(folder);
        assertThat(commune.held()).isEqualTo(40);
        assertThat(laptop.things()).allMatch(commune::holds);
    }

    @Test
    void aNewerFormatIsLeftWithItsReason() throws Exception {
        Path in = Files.createDirectories(folder.resolve("BANSO/IN"));
        byte[] newer = laptop.parcel();
        newer[5] = 99;
        Files.write(in.resolve("A.BSO"), newer);
        assertThat(new FolderDesk(commune).take(folder).left()).extracting(DeskReport.Left::why)
                .containsExactly(DeskReport.Why.NEWER_FORMAT);
    }

    @Test
    void aParcelLongerThanTheNodeTakesIsLeftUnread() throws Exception {
        Files.write(folder.resolve("A.BSO"), new Sender(3).write(1_500, 1_500, new Random(3)).parcel());
        assertThat(new FolderDesk(commune).take(folder).left()).extracting(DeskReport.Left::why)
                .containsExactly(DeskReport.Why.TOO_LARGE);
    }

    @Test
    void aMediumThatHoldsSomethingElseIsNoticed() throws Exception {
        Path file = Files.write(folder.resolve("K7M2Q9XA.BSO"), new byte[] {1, 2, 3});
        try {
            VerifiedFile.verify(file, new byte[] {1, 2, 4});
            fail("not noticed");
        } catch (IOException e) {
            assertThat(FolderFailure.of(e, folder, 3).reason()).isEqualTo(Reason.DAMAGED);
        }
    }
}
