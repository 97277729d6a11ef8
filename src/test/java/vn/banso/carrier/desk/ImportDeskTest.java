package vn.banso.carrier.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.carrier.desk.FileOutcome.Mark;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.say.DeskWords;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.register.VillageName;
import vn.banso.sync.Admission;
import vn.banso.sync.Exchange;
import vn.banso.sync.Revoking;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What an officer is told of each file before and after it is taken in. */
class ImportDeskTest {
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder.resolve("people"));
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        mai = people.laptop("mai", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private Path stick(String name, Node who) throws Exception {
        Path stick = Files.createDirectories(folder.resolve(name));
        new Exchange(who, new FolderPeer(stick, who.id()), ProgressListener.SILENT).run();
        return stick;
    }

    private static Path parcel(Path stick) throws IOException {
        try (Stream<Path> files = Files.list(stick.resolve("BANSO/IN"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private DeskFile look(Path source) throws PeerException {
        List<DeskFile> files = new ImportDesk(office).look(source);
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private FileOutcome take(Path source) throws PeerException {
        ImportDesk desk = new ImportDesk(office);
        return desk.take(source, desk.look(source), ProgressListener.SILENT).getFirst();
    }

    @Test
    void saysBeforehandWhoseItIsAndWhatIsNewAndTakesNothing() throws Exception {
        people.record(mai, 10);
        Path stick = stick("USB", mai);
        DeskFile file = look(stick);
        assertThat(file.writers()).containsExactly(mai.id());
        assertThat(file.scopes()).containsExactly(Neighbourhood.SANG_MOC);
        assertThat(file.newChanges()).isEqualTo(11);
        assertThat(file.villages()).extracting(VillageName::name).hasSize(1).allMatch(name -> !name.isBlank());
        assertThat(people.households(office)).isZero();
        assertThat(stick.resolve("BANSO/OUT")).doesNotExist();

        FileOutcome taken = take(stick);
        assertThat(taken.mark()).isEqualTo(Mark.NEW);
        assertThat(taken.counted()).isEqualTo(11);
        assertThat(taken.answer()).isPresent();
        assertThat(people.households(office)).isEqualTo(10);

        assertThat(look(stick)).satisfies(again -> {
            assertThat(again.newChanges()).isZero();
            assertThat(again.knownChanges()).isEqualTo(11);
        });
        assertThat(take(stick)).satisfies(again -> {
            assertThat(again.mark()).isEqualTo(Mark.NOTHING_NEW);
            assertThat(again.known()).isEqualTo(11);
        });
        assertThat(people.households(office)).isEqualTo(10);
    }

    @Test
    void whatWaitsForAnEarlierPartSaysWhichAndComesInWithIt() throws Exception {
        people.record(mai, 3);
        Path first = Files.copy(parcel(stick("one", mai)), folder.resolve("phần 1.bso"));
        people.record(mai, 4);
        mai.ledger().seal();
        Path second = folder.resolve("phần 2.bso");
        Path stick = folder.resolve("two");
        Files.createDirectories(stick.resolve("BANSO/IN"));
        Files.copy(first, stick.resolve("BANSO/IN").resolve(parcel(folder.resolve("one")).getFileName()));
        stick("two", mai);
        try (Stream<Path> files = Files.list(stick.resolve("BANSO/IN"))) {
            Files.copy(files.filter(f -> differs(f, first)).findFirst().orElseThrow(), second);
        }
        FileOutcome waits = take(second);
        assertThat(waits.mark()).isEqualTo(Mark.WAITS);
        assertThat(waits.waiting()).singleElement().satisfies(piece -> {
            assertThat(piece.writer()).isEqualTo(mai.id());
            assertThat(piece.number()).isEqualTo(2);
        });
        assertThat(people.households(office)).isZero();
        assertThat(take(first).counted()).isPositive();
        assertThat(people.households(office)).isEqualTo(7);
    }

    private static boolean differs(Path one, Path other) {
        try {
            return Files.mismatch(one, other) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotBeTakenIsToldFileByFileAndStopsNobody() throws Exception {
        people.record(mai, 5);
        Path good = parcel(stick("USB", mai));
        Path all = Files.createDirectories(folder.resolve("đợt sáng thứ hai/BANSO/IN"));
        Files.write(all.resolve("a-cut.bso"), Arrays.copyOf(Files.readAllBytes(good), (int) Files.size(good) - 40));
        Files.write(all.resolve("b-request"), Admission.request(people.open("new"), "Hoàng Văn Thử", Role.VOLUNTEER));
        Files.writeString(all.resolve("c-letter.txt"), "Kính gửi Ủy ban nhân dân xã");
        try (RandomAccessFile zeros = new RandomAccessFile(all.resolve("d-zeros").toFile(), "rw")) {
            zeros.setLength(2L << 30);
        }
        try (Neighbourhood elsewhere = new Neighbourhood(folder.resolve("elsewhere"), "24")) {
            Files.copy(parcel(stick("elsewhere-usb", elsewhere.province())), all.resolve("e-foreign.bso"));
        }
        Files.copy(good, all.resolve("f-good.bso"));
        Path source = folder.resolve("đợt sáng thứ hai");

        ImportDesk desk = new ImportDesk(office);
        List<DeskFile> looked = desk.look(source).stream().sorted((a, b) -> a.file().compareTo(b.file())).toList();
        assertThat(looked).extracting(DeskFile::why).containsExactly(Optional.empty(), Optional.of(Why.REQUEST), Optional.of(Why.NOT_A_PARCEL),
                Optional.of(Why.NOT_A_PARCEL), Optional.of(Why.OTHER_PROVINCE), Optional.empty());
        assertThat(looked.getFirst().complete()).isFalse();

        List<FileOutcome> became = desk.take(source, looked, ProgressListener.SILENT);
        assertThat(became).extracting(FileOutcome::mark).containsExactly(Mark.LOOK, Mark.LEFT, Mark.LEFT, Mark.LEFT, Mark.LEFT, Mark.NEW);
        assertThat(became).extracting(FileOutcome::left).containsExactly(Optional.empty(), Optional.of(Why.REQUEST), Optional.of(Why.NOT_A_PARCEL),
                Optional.of(Why.NOT_A_PARCEL), Optional.of(Why.OTHER_PROVINCE), Optional.empty());
        assertThat(people.households(office)).isEqualTo(5);
    }

    @Test
    void whatARevokedDeviceBringsIsSetAsideWithItsReason() throws Exception {
        people.record(mai, 2);
        stick("before", mai);
        take(folder.resolve("before"));
        people.record(mai, 3);
        Path late = parcel(stick("late", mai));
        Revoking.revoke(office, Revoking.outlook(office, mai.id()), "mất máy");
        FileOutcome aside = take(late);
        assertThat(aside.mark()).isEqualTo(Mark.LOOK);
        assertThat(aside.aside()).isNotEmpty().allSatisfy(a -> assertThat(a.reason()).isEqualTo(Reason.REVOKED));
        assertThat(people.households(office)).isEqualTo(2);
    }

    @Test
    void whatLiesThereTwiceIsNewOnce() throws Exception {
        people.record(mai, 5);
        Path one = parcel(stick("USB", mai));
        Path all = Files.createDirectories(folder.resolve("twice/BANSO/IN"));
        Files.copy(one, all.resolve("1.bso"));
        Files.copy(one, all.resolve("1 (1).bso"));
        ImportDesk desk = new ImportDesk(office);
        List<DeskFile> looked = desk.look(folder.resolve("twice"));
        assertThat(looked).extracting(DeskFile::newChanges).containsExactlyInAnyOrder(6L, 0L);
        List<FileOutcome> became = desk.take(folder.resolve("twice"), looked, ProgressListener.SILENT);
        assertThat(became).extracting(FileOutcome::counted).containsExactlyInAnyOrder(6L, 0L);
        assertThat(became).extracting(FileOutcome::mark).containsExactlyInAnyOrder(Mark.NEW, Mark.NOTHING_NEW);
    }

    @Test
    void whatIsLeftOfAFileDoesNotHideWhatWasTakenOfIt() throws Exception {
        people.record(mai, 5);
        Path zip = folder.resolve("zalo.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(Admission.request(people.open("new"), "Hoàng Văn Thử", Role.VOLUNTEER));
            out.putNextEntry(new ZipEntry("b"));
            out.write(Files.readAllBytes(parcel(stick("USB", mai))));
        }
        FileOutcome became = take(zip);
        assertThat(became.counted()).isEqualTo(6);
        assertThat(became.left()).contains(Why.REQUEST);
        assertThat(became.mark()).isEqualTo(Mark.LOOK);
        assertThat(new DeskWords(office.grants(), Texts.of(Lang.VI)).after(became)).extracting(Sentence::key)
                .containsExactly("desk.counted", "folder.left.REQUEST");
    }

    @Test
    void whoStopsHasWhatCameByThenAndTheRestLiesThereStill() throws Exception {
        people.record(mai, 2);
        Path one = parcel(stick("USB", mai));
        Path all = Files.createDirectories(folder.resolve("all/BANSO/IN"));
        Files.copy(one, all.resolve("1.bso"));
        Node lan = people.laptop("lan", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        people.record(lan, 4);
        Files.copy(parcel(stick("lan-usb", lan)), all.resolve("2.bso"));
        ImportDesk desk = new ImportDesk(office);
        List<DeskFile> looked = desk.look(folder.resolve("all"));
        List<FileOutcome> became = desk.take(folder.resolve("all"), looked, new ProgressListener() {
            @Override
            public void moved(ExchangeCounts soFar) { }

            @Override
            public boolean goOn() {
                return people.households(office) == 0;
            }
        });
        assertThat(became).extracting(FileOutcome::mark).containsExactly(Mark.LEFT, Mark.LEFT);
        assertThat(became.getLast()).satisfies(unreached -> {
            assertThat(unreached.taken()).isFalse();
            assertThat(new DeskWords(office.grants(), Texts.of(Lang.VI)).after(unreached)).extracting(Sentence::key).containsExactly("desk.not_reached");
        });
        int afterStop = people.households(office);
        assertThat(afterStop).isLessThan(6);
        desk.take(folder.resolve("all"), desk.look(folder.resolve("all")), ProgressListener.SILENT);
        assertThat(people.households(office)).isEqualTo(6);
    }
}
