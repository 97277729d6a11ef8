package vn.banso.desktop.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.Sticks;
import vn.banso.carrier.desk.TakeIn;
import vn.banso.desktop.kit.Notice.Tone;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.NodePeer;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Desk;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.SmallDisk;
import vn.banso.testing.Stage;

/** What the page knows and says, without a page. */
class HandOverModelTest {
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node mai;
    private OpenRegister workplace;
    private HandOverModel model;
    private final List<Path> plugged = new ArrayList<>();
    private final AtOnce work = new AtOnce();
    private final Answers answers = new Answers();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        mai = people.laptop("mai");
        enter(mai);
    }

    private void enter(Node node) {
        workplace = new OpenRegister(node, work, Laptop.CLOCK, answers, settings);
        model = new HandOverModel(workplace, new Sticks(() -> List.copyOf(plugged)));
    }

    @AfterEach
    void close() {
        people.close();
    }

    private Path plug(String name) throws IOException {
        plugged.add(Files.createDirectory(folder.resolve(name)));
        return plugged.getLast();
    }

    private Receiver receiver() {
        Receiver receiver = Desk.serving(NodePeer.live(people.province(), 1 << 20));
        settings.set(Settings.USUAL.withReceiver(receiver.address().toString()));
        return receiver;
    }

    private List<String> said() {
        return told().sentences().stream().map(Sentence::key).toList();
    }

    private Tone tone() {
        return told().tone();
    }

    private Situation now() {
        return model.situation().get();
    }

    private OutcomeText told() {
        return OutcomeText.of(now()).orElseThrow();
    }

    private WorkLocation lying() {
        return now().lying().orElseThrow();
    }

    private long in(RecordState state) {
        return lying().count(state);
    }

    @Test
    void whatTheLastHandOverCameToIsToldUntilMoreIsSaved() throws Exception {
        people.record(mai, 5);
        plug("MAI");
        model.open();
        model.press();
        model.open();
        assertThat(now().last()).as("nothing new").isPresent();
        people.record(mai, 1);
        model.open();
        assertThat(now().last()).isEmpty();
        assertThat(in(RecordState.HERE)).isEqualTo(1);
    }

    @Test
    void aStickIsFoundFilledCarriedAndReadAgain() throws Exception {
        people.record(mai, 5);
        Path stick = plug("MAI");
        model.open();
        assertThat(now().found().flatMap(f -> f.road())).map(Road::name).contains("MAI");
        assertThat(in(RecordState.HERE)).isEqualTo(6);
        model.press();
        assertThat(said()).containsExactly("handover.done.left", "handover.safe_to_remove", "handover.done.carry_stick");
        assertThat(tone()).isEqualTo(Tone.DONE);
        assertThat(in(RecordState.HANDED_OVER)).as("a stick is no receipt").isEqualTo(6);
        assertThat(lying().slips()).isEmpty();
        assertThat(lying().carriers()).containsExactly("MAI");

        model.takeIn(stick);
        assertThat(said()).containsExactly("handover.in.nothing");
        new TakeIn(people.province()).from(stick);
        model.takeIn(stick);
        assertThat(said()).startsWith("handover.in.taken", "handover.came.receipts");
        assertThat(in(RecordState.PROVINCE)).isEqualTo(6);
        assertThat(lying().slips(RecordState.PROVINCE)).singleElement().satisfies(slip -> {
            assertThat(slip.signer()).isEqualTo("Lý Thị Mẫu");
            assertThat(slip.mine()).containsExactly(new WorkLocation.Run(1));
        });
        model.press();
        assertThat(said()).startsWith("handover.done.left_nothing");
    }

    @Test
    void theReceiverComesFirstAndAgainIsNothing() throws Exception {
        people.record(mai, 5);
        plug("MAI");
        try (Receiver _ = receiver()) {
            model.open();
            assertThat(now().found().flatMap(f -> f.road())).containsInstanceOf(Road.Line.class);
            model.press();
            assertThat(said()).contains("handover.done.line", "handover.came.receipts");
            assertThat(in(RecordState.PROVINCE)).isEqualTo(6);
            model.press();
            assertThat(said()).containsExactly("handover.done.line_nothing");
            people.record(mai, 1);
            workplace.changed();
            assertThat(said()).as("something waits again").contains("handover.still_here").doesNotContain("handover.done.line_nothing");
        }
    }

    @Test
    void afterTheNetworkBrokeTheButtonGoesOnByNetworkAndAsksForNoFolder() throws Exception {
        people.record(mai, 5);
        Road line;
        try (Receiver _ = receiver()) {
            model.open();
            line = now().found().flatMap(f -> f.road()).orElseThrow();
        }
        model.press();
        assertThat(said()).containsExactly("handover.broken.line", "handover.again_is_safe");
        assertThat(now().press()).isEqualTo(new Situation.Press.Best());
        model.press();
        assertThat(said()).containsExactly("handover.no_road");
        model.press(line);
        try (Receiver back = Desk.serving(NodePeer.live(people.province(), 1 << 20))) {
            settings.set(Settings.USUAL.withReceiver(back.address().toString()));
            work.pass();
            assertThat(now().hasLine()).as("seen without a key pressed").isTrue();
            assertThat(said()).containsExactly("handover.broken.line", "handover.broken.line_is_back");
            model.press();
            assertThat(said()).contains("handover.done.line", "handover.done.after_a_cut");
        }
        assertThat(answers.asked()).as("nobody was asked for a folder").isEmpty();
        assertThat(in(RecordState.PROVINCE)).isEqualTo(6);
    }

    @Test
    void brokenOffAndPressedAgainIsToldToBeSafeAndWhole() throws Exception {
        people.record(mai, 5);
        Path stick = plug("MAI");
        model.open();
        Files.delete(stick);
        plugged.remove(stick);
        model.press();
        assertThat(said()).containsExactly("handover.broken.stick", "handover.again_is_safe");
        assertThat(tone()).isEqualTo(Tone.LOOK);
        assertThat(in(RecordState.HERE)).isEqualTo(6);
        plugged.add(Files.createDirectory(stick));
        model.look();
        assertThat(said()).containsExactly("handover.broken.stick", "handover.broken.stick_is_back");
        model.press();
        assertThat(said()).contains("handover.done.after_a_cut");
        model.press();
        assertThat(said()).doesNotContain("handover.done.after_a_cut");
    }

    @Test
    void theFolderIsAskedForWhereThereIsNoRoad() throws Exception {
        people.record(mai, 5);
        model.open();
        assertThat(now().found().flatMap(f -> f.road())).isEmpty();
        model.press();
        assertThat(answers.asked()).containsExactly("handover.choose_folder");
        assertThat(OutcomeText.of(now())).as("they thought better of it").isEmpty();
        answers.path(Files.createDirectory(folder.resolve("Zalo")));
        model.press();
        assertThat(said()).containsExactly("handover.done.left", "handover.done.carry_folder");
        assertThat(told().sentences().getFirst().in(Texts.of(Lang.VI))).as("as many as the ladder beneath shows: whoever may do what is not counted")
                .contains("đang giữ " + now().lying().orElseThrow().lots(RecordState.HANDED_OVER).size() + " gói");
    }

    @Test
    void everyTroubleHasItsWords() throws Exception {
        people.record(mai, 5);
        Path stick = plug("MAI");
        try (Stage busy = Stage.saying(new Stage.Line(503, "Retry-After", "90", "later"))) {
            settings.set(Settings.USUAL.withReceiver(busy.address().toString()));
            model.open();
            assertThat(OutcomeText.noLine(now().found().orElseThrow().noLine().orElseThrow()))
                    .isEqualTo(Sentence.of("handover.no_line.busy_until", 90L));
            model.press(new Road.Line(busy.address().toString()));
            assertThat(said()).containsExactly("peer.BUSY", "failure.retry_after", "handover.again_is_safe");
        }
        try (Stage portal = Stage.saying(new Stage.Line(302, "Location", "http://10.0.0.1/login", ""))) {
            settings.set(Settings.USUAL.withReceiver(portal.address().toString()));
            model.look();
            assertThat(OutcomeText.noLine(now().found().orElseThrow().noLine().orElseThrow()).key()).isEqualTo("handover.no_line.portal");
        }
        try (SmallDisk disk = SmallDisk.plug(stick, 100 << 10)) {
            Files.write(stick.resolve("film.mp4"), new byte[80 << 10]);
            model.look();
            model.press();
            assertThat(said()).startsWith("peer.FULL");
            Files.delete(stick.resolve("film.mp4"));
            disk.lock();
            model.press();
            assertThat(said()).startsWith("peer.READ_ONLY");
        }
    }

    @Test
    void whoHasNotJoinedIsTold() {
        enter(people.open("alone"));
        plugged.add(folder);
        model.open();
        assertThat(now().found().orElseThrow().road()).isEmpty();
        assertThat(OutcomeText.noLine(now().found().orElseThrow().noLine().orElseThrow()).key()).isEqualTo("handover.no_line.not_joined");
        assertThat(lying().isEmpty()).isTrue();
    }

    @Test
    void aFileThatIsNoAnswerStaysWhereItWas() throws Exception {
        answers.path(Files.writeString(folder.resolve("thu.txt"), "không phải gói"));
        model.takeInFile();
        assertThat(said()).contains("folder.left.NOT_A_PARCEL");
        assertThat(tone()).isEqualTo(Tone.LOOK);
        model.takeIn(folder.resolve("none"));
        assertThat(said()).containsExactly("peer.GONE");
        assertThat(now().running()).isEqualTo(Optional.empty());
    }

    @Test
    void lockedAndUnlockedItGoesOnWithTheSameRegister() throws Exception {
        people.record(mai, 5);
        plug("MAI");
        model.open();
        workplace.locked();
        people.shut("mai");
        model.look();
        model.press();
        assertThat(said()).containsExactly("handover.stopped", "handover.again_is_safe");
        assertThat(workplace.notice().get()).as("a lock is no failure").isEmpty();
        mai = people.open("mai");
        workplace.reopened(mai);
        model.open();
        model.press();
        assertThat(said()).contains("handover.done.left", "handover.done.after_a_cut");
        assertThat(in(RecordState.HANDED_OVER)).isEqualTo(6);
    }
}
