package vn.banso.desktop.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.Sticks;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.carrier.desk.FileOutcome.Mark;
import vn.banso.desktop.importing.ImportSource.State;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.store.Node;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What lies on an officer's desk, without a page. */
class ImportModelTest {
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;
    private ImportModel model;
    private final List<Path> plugged = new ArrayList<>();
    private final Answers answers = new Answers();

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder.resolve("people"), "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        mai = people.laptop("mai", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        model = new ImportModel(new OpenRegister(office, new AtOnce(), Laptop.CLOCK, answers, new SimpleObjectProperty<>(Settings.USUAL)),
                new Sticks(() -> List.copyOf(plugged)));
    }

    @AfterEach
    void close() {
        model.leaving();
        people.close();
    }

    private Path written(String name) throws Exception {
        Path stick = Files.createDirectories(folder.resolve(name));
        new Exchange(mai, new FolderPeer(stick, mai.id()), ProgressListener.SILENT).run();
        return stick;
    }

    private static Path parcel(Path stick) throws IOException {
        try (Stream<Path> files = Files.list(stick.resolve("BANSO/IN"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private ImportSource source(Path path) {
        return model.situation().get().source(path).orElseThrow();
    }

    @Test
    void aStickLiesOnTheDeskByItselfAndIsGoneWhenItIsPulledOut() throws Exception {
        people.record(mai, 4);
        Path stick = written("USB");
        plugged.add(stick);
        model.shown();
        assertThat(source(stick).state()).isEqualTo(State.LOOKED);
        assertThat(source(stick).newChanges()).isEqualTo(5);
        assertThat(people.households(office)).isZero();

        plugged.clear();
        model.leaving();
        model.shown();
        assertThat(model.situation().get().sources()).isEmpty();
    }

    @Test
    void aStickThatHadNothingIsLookedAtAgain() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("USB"));
        plugged.add(stick);
        model.shown();
        assertThat(source(stick).files()).isEmpty();
        people.record(mai, 4);
        written("USB");
        model.leaving();
        model.shown();
        assertThat(source(stick).newChanges()).isEqualTo(5);
    }

    @Test
    void whatWasTakenIsToldAfterTheStickIsPulledOut() throws Exception {
        people.record(mai, 4);
        Path stick = written("USB");
        plugged.add(stick);
        model.shown();
        model.takeAll();
        assertThat(source(stick).outcomes()).extracting(FileOutcome::mark).containsExactly(Mark.NEW);
        assertThat(people.households(office)).isEqualTo(4);
        assertThat(model.situation().get().waiting()).isEmpty();
        plugged.clear();
        model.leaving();
        model.shown();
        assertThat(source(stick).state()).isEqualTo(State.TAKEN);
        model.clear();
        assertThat(model.situation().get().sources()).isEmpty();
    }

    @Test
    void whatLiesOnTwoSticksIsNewOnce() throws Exception {
        people.record(mai, 4);
        Path stick = written("USB");
        Path copy = Files.copy(parcel(stick), folder.resolve("tu-zalo (3)"));
        model.add(List.of(stick, copy, stick));
        assertThat(model.situation().get().sources()).hasSize(2);
        assertThat(model.situation().get().newChanges()).isEqualTo(5);
        assertThat(source(copy).files().getFirst().besideChanges()).isEqualTo(5);
        model.takeAll();
        assertThat(model.situation().get().marks()).containsEntry(Mark.NEW, 1).containsEntry(Mark.NOTHING_NEW, 1);
    }

    @Test
    void whatIsNotThereSaysSoAndStopsNobody() throws Exception {
        people.record(mai, 4);
        Path stick = written("USB");
        Path gone = folder.resolve("đã rút");
        model.add(List.of(gone, stick));
        assertThat(source(gone).state()).isEqualTo(State.UNREADABLE);
        assertThat(source(gone).trouble()).isPresent();
        model.takeAll();
        assertThat(people.households(office)).isEqualTo(4);
    }

    @Test
    void aStickPulledOutWhileItIsTakenInLosesNothing() throws Exception {
        people.record(mai, 4);
        Path first = written("USB-1");
        people.record(mai, 3);
        Path second = written("USB-2");
        model.add(List.of(first, second));
        Files.delete(parcel(first));
        Files.delete(first.resolve("BANSO/IN"));
        Files.delete(first.resolve("BANSO"));
        Files.delete(first);
        model.takeAll();
        assertThat(source(first).outcomes()).allMatch(o -> !o.taken());
        assertThat(people.households(office)).isEqualTo(7);
        assertThat(model.situation().get().run()).isEmpty();
    }

    @Test
    void whatIsTakenOffTheDeskIsNotTakenIn() throws Exception {
        people.record(mai, 4);
        Path stick = written("USB");
        answers.path(stick);
        model.chooseFolder();
        model.remove(stick);
        model.takeAll();
        assertThat(people.households(office)).isZero();
        assertThat(parcel(stick)).exists();
    }
}
