package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Sender;

class FolderExchangeTest {
    private final HonestPeer commune = new HonestPeer(1);
    private final HonestPeer province = new HonestPeer(2);
    private final Sender laptop = new Sender(1).write(10, 100, new Random(1));

    @TempDir
    private Path stick;

    private FolderPeer visit(Sender who) {
        return new FolderPeer(stick, DeviceId.ofKey(who.key()));
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aStickGoesThereAndBackAndEverythingIsReceipted() throws Exception {
        FolderPeer first = visit(laptop);
        laptop.handOver(first);
        assertThat(laptop.receipted()).as("a written file is no receipt").isZero();
        assertThat(first.handed().safeToRemove()).isTrue();

        DeskReport report = new FolderDesk(commune).take(stick);
        assertThat(report.taken()).hasSize(1).allMatch(DeskReport.Taken::complete).allMatch(t -> t.answer().isPresent());
        assertThat(report.left()).isEmpty();
        assertThat(report.safeToRemove()).isTrue();
        assertThat(commune.held()).isEqualTo(10);

        laptop.handOver(visit(laptop));
        assertThat(laptop.receipted()).isEqualTo(10);
    }

    @Test
    void namesAreShortAsciiAndTellNothing() throws Exception {
        laptop.handOver(visit(laptop));
        new FolderDesk(commune).take(stick);
        assertThat(all(stick)).hasSize(2).allSatisfy(file ->
                assertThat(stick.relativize(file).toString().replace('\\', '/')).matches("BANSO/(IN|OUT)/[0-9A-Z]{8}\\.BSO"));
    }

    @Test
    void severalLaptopsAndSeveralDesksShareOneStick() throws Exception {
        Sender other = new Sender(2).write(4, 100, new Random(2));
        laptop.handOver(visit(laptop));
        other.handOver(visit(other));
        assertThat(new FolderDesk(commune).take(stick).taken()).hasSize(2);
        assertThat(new FolderDesk(province).take(stick).taken()).hasSize(2);
        assertThat(province.held()).isEqualTo(14);
        assertThat(all(stick.resolve("BANSO/OUT"))).hasSize(4);

        laptop.handOver(visit(laptop));
        other.handOver(visit(other));
        assertThat(laptop.receipted()).isEqualTo(10);
        assertThat(other.receipted()).isEqualTo(4);
    }

    @Test
    void takingTheSameStickTenTimesChangesNothing() throws Exception {
        laptop.handOver(visit(laptop));
        for (int i = 0; i < 10; i++) {
            new FolderDesk(commune).take(stick);
        }
        assertThat(commune.held()).isEqualTo(10);
        assertThat(all(stick)).hasSize(2);
    }

    @Test
    void anAnswerIsBroughtOncePerVisit() throws Exception {
        laptop.handOver(visit(laptop));
        new FolderDesk(commune).take(stick);
        FolderPeer visit = visit(laptop);
        laptop.read(visit.answers());
        assertThat(laptop.receipted()).isEqualTo(10);
        assertThat(ParcelSummary.of(visit.answers()).orElseThrow().frames()).isEmpty();
        assertThat(ParcelSummary.of(visit.exchange(laptop.parcel())).orElseThrow().frames()).isEmpty();
        assertThat(visit(laptop).answers()).isNotEqualTo(visit.answers());
    }

    @Test
    void aLaterParcelReplacesTheEarlierOneOfTheSameDeviceOnly() throws Exception {
        Sender other = new Sender(2).write(4, 100, new Random(2));
        other.handOver(visit(other));
        laptop.handOver(visit(laptop));
        laptop.write(3, 100, new Random(3));
        FolderPeer second = visit(laptop);
        laptop.handOver(second);
        assertThat(second.handed().replaced()).isEqualTo(1);
        assertThat(all(stick.resolve("BANSO/IN"))).hasSize(2);
        new FolderDesk(commune).take(stick);
        assertThat(commune.held()).isEqualTo(17);
    }

    @Test
    void anEarlierParcelStaysWhileTheNewOneDoesNotCarryAllOfIt() throws Exception {
        laptop.handOver(visit(laptop));
        Sender restored = new Sender(1).write(3, 100, new Random(3));
        assertThat(restored.key()).isEqualTo(laptop.key());
        FolderPeer second = visit(restored);
        restored.handOver(second);
        assertThat(second.handed().replaced()).isZero();
        new FolderDesk(commune).take(stick);
        assertThat(commune.held()).isEqualTo(13);
    }

    @Test
    void filesOfOthersAreNeverTouched() throws Exception {
        Path in = Files.createDirectories(stick.resolve("BANSO/IN"));
        String mine = FolderLayout.prefix(DeviceId.ofKey(laptop.key()));
        Files.writeString(in.resolve(mine + "AAA.BSO"), "a letter");
        Files.write(in.resolve(mine + "BBB.BSO"), new Sender(9).write(2, 50, new Random(9)).parcel());
        Files.writeString(stick.resolve("anh cuoi.jpg"), "a picture");
        laptop.handOver(visit(laptop));
        DeskReport report = new FolderDesk(commune).take(stick);
        assertThat(Files.readString(in.resolve(mine + "AAA.BSO"))).isEqualTo("a letter");
        assertThat(all(stick)).hasSize(6);
        assertThat(report.left()).extracting(DeskReport.Left::why).containsExactly(DeskReport.Why.NOT_A_PARCEL);
        assertThat(report.taken()).hasSize(2);
    }

    @Test
    void aNameThatAnotherFileHasTakenIsPassedBy() throws Exception {
        Path in = Files.createDirectories(stick.resolve("BANSO/IN"));
        byte[] parcel = laptop.parcel();
        String name = FolderLayout.parcelName(DeviceId.ofKey(laptop.key()), Hash.sha256(parcel), 0);
        Files.writeString(in.resolve(name), "somebody was here first");
        laptop.handOver(visit(laptop));
        assertThat(Files.readString(in.resolve(name))).isEqualTo("somebody was here first");
        new FolderDesk(commune).take(stick);
        assertThat(commune.held()).isEqualTo(10);
    }

    @Test
    void pressingTwiceLeavesOneFile() throws Exception {
        laptop.handOver(visit(laptop));
        laptop.handOver(visit(laptop));
        assertThat(all(stick)).hasSize(1);
    }

    @Test
    void foldersInLowerCaseAreTheSameFolders() throws Exception {
        Files.createDirectories(stick.resolve("banso/in"));
        laptop.handOver(visit(laptop));
        new FolderDesk(commune).take(stick);
        assertThat(commune.held()).isEqualTo(10);
        assertThat(stick.resolve("BANSO")).doesNotExist();
        assertThat(all(stick.resolve("banso"))).hasSize(2);
    }

    @Test
    void choosingTheInnerFolderMeansTheStick() throws Exception {
        laptop.handOver(visit(laptop));
        assertThat(new FolderDesk(commune).take(stick.resolve("BANSO/IN")).taken()).hasSize(1);
        assertThat(new FolderDesk(commune).take(stick.resolve("BANSO")).taken()).hasSize(1);
        assertThat(all(stick)).hasSize(2);
    }

    @Test
    void renamedFilesInAFolderOfDownloadsAreFoundByWhatTheyAre() throws Exception {
        Files.write(stick.resolve("tai lieu (1).bin"), laptop.parcel());
        Files.writeString(stick.resolve("hoa don.pdf"), "%PDF-1.7");
        DeskReport report = new FolderDesk(commune).take(stick);
        assertThat(commune.held()).isEqualTo(10);
        assertThat(report.strangers()).isEqualTo(1);
        assertThat(report.left()).isEmpty();
        laptop.read(visit(laptop).answers());
        assertThat(laptop.receipted()).isEqualTo(10);
    }

    @Test
    void aSingleFileIsTakenAndAnsweredBesideIt() throws Exception {
        Path file = Files.write(stick.resolve("gui chi Lan"), laptop.parcel());
        DeskReport report = new FolderDesk(commune).take(file);
        assertThat(report.taken()).singleElement().satisfies(t -> assertThat(t.answer()).isPresent());
        assertThat(commune.held()).isEqualTo(10);
    }
}
