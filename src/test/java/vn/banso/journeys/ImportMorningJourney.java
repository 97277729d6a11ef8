package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.desktop.kit.Place;
import vn.banso.store.Node;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** Monday morning at the commune: thirty sticks on the desk, one damaged, one of another province, one there twice. */
@Tag("slow")
class ImportMorningJourney {
    private static final int VOLUNTEERS = 9;
    private static final int DAYS = 3;

    @TempDir
    Path folder;
    private Neighbourhood people;
    private Node office;
    private Node volunteer;
    private Screen screen;
    private final List<Path> sticks = new ArrayList<>();

    @BeforeEach
    void sticksOfAWeek() throws Exception {
        people = new Neighbourhood(folder.resolve("people"), "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        for (int i = 1; i <= VOLUNTEERS; i++) {
            Node laptop = people.laptop("laptop-" + i, office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
            volunteer = laptop;
            for (int day = 1; day <= DAYS; day++) {
                people.record(laptop, 1);
                sticks.add(written("USB-" + i + "-" + day, laptop));
            }
        }
    }

    private Path written(String name, Node laptop) throws Exception {
        Path stick = Files.createDirectories(folder.resolve("sticks").resolve(name));
        new Exchange(laptop, new FolderPeer(stick, laptop.id()), ProgressListener.SILENT).run();
        return stick;
    }

    @AfterEach
    void close() {
        System.clearProperty("banso.sticks");
        screen.close();
        people.close();
    }

    private void allArePluggedIn() {
        System.setProperty("banso.sticks", sticks.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        screen = Screen.open(Laptop.CLOCK);
        screen.enter(office);
        screen.go(new Place.Importing());
    }

    private static Path parcel(Path stick) throws IOException {
        try (Stream<Path> files = Files.list(stick.resolve("BANSO/IN"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void thirtySticksGoInWithOnePressAndEachIsToldApart() throws Exception {
        Path damaged = sticks.getLast();
        Path cut = parcel(damaged);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) - 40));
        try (Neighbourhood elsewhere = new Neighbourhood(folder.resolve("elsewhere"), "38", Laptop.CLOCK)) {
            sticks.add(written("USB-FOREIGN", elsewhere.province()));
        }
        Path twice = Files.createDirectories(folder.resolve("sticks/USB-TWICE/BANSO/IN"));
        Files.copy(parcel(sticks.getFirst()), twice.resolve(parcel(sticks.getFirst()).getFileName()));
        sticks.add(twice.getParent().getParent());
        Path letters = Files.createDirectories(folder.resolve("sticks/USB-LETTERS/BANSO/IN"));
        Files.writeString(letters.resolve("bao-cao.docx"), "Kính gửi");
        sticks.add(letters.getParent().getParent());

        allArePluggedIn();
        screen.awaitText("Nhận tất cả · " + (VOLUNTEERS * DAYS + VOLUNTEERS - 1) + " mục mới");
        screen.settle();
        assertThat(people.households(office)).as("looked at, not taken in").isZero();
        screen.push(KeyCode.F8);
        screen.awaitText("Đã xem xong");

        assertThat(people.households(office)).isEqualTo(VOLUNTEERS * DAYS - 1);
        assertThat(screen.texts()).anyMatch(said -> said.equals("Đã có · có thể rút USB") || said.equals("Mới · có thể rút USB"));
        assertThat(sticks.getFirst().resolve("BANSO/OUT")).isNotEmptyDirectory();
        assertThat(screen.texts()).anyMatch(said -> said.startsWith("Đã xem xong 28 tệp: 26 mới · 1 đã có · 1 cần xử lý."));

        screen.push(KeyCode.F8);
        screen.settle();
        assertThat(people.households(office)).as("again is safe").isLessThanOrEqualTo(VOLUNTEERS * DAYS);
    }

    @Test
    void aVolunteerHasNoDesk() throws Exception {
        screen = Screen.open(Laptop.CLOCK);
        screen.enter(volunteer);
        screen.settle();
        assertThat(screen.texts()).contains("Bàn giao").doesNotContain("Nhận dữ liệu");
    }
}
