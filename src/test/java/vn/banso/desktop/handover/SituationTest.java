package vn.banso.desktop.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.banso.carrier.HandOver.Done;
import vn.banso.carrier.HandOver.Found;
import vn.banso.carrier.HandOver.Interrupted;
import vn.banso.carrier.HandOver.NoRoad;
import vn.banso.carrier.HandOver.Outcome;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.HandOver.Stopped;
import vn.banso.carrier.Sticks;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.TakeIn;
import vn.banso.desktop.handover.Situation.Press;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.say.Sentence;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.trust.governance.Role;

/** Every sentence of the page and its button, wherever the records lie, whichever roads there are, whatever came of the last run. */
class SituationTest {
    private static final Sticks.Plugged STICK = new Sticks.Plugged(Path.of("/media/mai"), "MAI", 1_000_000_000);
    private static final Road.Usb USB = new Road.Usb(STICK);
    private static final Road.Line LINE = new Road.Line("http://tinh.example");
    private static final Set<String> NOTHING_WAITS = Set.of("handover.done.line_nothing", "handover.done.left_nothing");

    private static ExchangeCounts sent(int batches) {
        return new ExchangeCounts(0, 0, 0, 0, 0, batches, 0, 0, 0, 0, 1);
    }

    private static Optional<PeerException> no(Reason reason) {
        return Optional.of(new PeerException(reason, null));
    }

    /** Each of the four steps before the end empty or not. */
    private static Stream<WorkLocation> lying() {
        List<RecordState> steps = List.of(RecordState.DRAFT, RecordState.HERE, RecordState.HANDED_OVER, RecordState.PROVINCE);
        List<WorkLocation> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << steps.size(); bits++) {
            Map<RecordState, Long> records = new EnumMap<>(RecordState.class);
            for (int i = 0; i < steps.size(); i++) {
                records.put(steps.get(i), (bits >> i & 1) * (2L + i));
            }
            all.add(new WorkLocation(records, List.of(), List.of()));
        }
        return all.stream();
    }

    private static Stream<Optional<Found>> roads() {
        return Stream.of(Optional.empty(),
                Optional.of(new Found(Optional.empty(), List.of(), Optional.empty())),
                Optional.of(new Found(Optional.empty(), List.of(), no(Reason.NO_CONNECTION))),
                Optional.of(new Found(Optional.empty(), List.of(), no(Reason.NOT_JOINED))),
                Optional.of(new Found(Optional.of(USB), List.of(STICK), Optional.empty())),
                Optional.of(new Found(Optional.of(USB), List.of(STICK), no(Reason.BUSY))),
                Optional.of(new Found(Optional.of(LINE), List.of(STICK), Optional.empty())),
                Optional.of(new Found(Optional.of(LINE), List.of(), Optional.empty())));
    }

    private static Stream<Optional<Result>> results() {
        List<Outcome> outcomes = new ArrayList<>(List.of(new NoRoad(no(Reason.NO_CONNECTION)), new NoRoad(Optional.empty())));
        for (int batches : new int[] {0, 3}) {
            outcomes.add(new Done(LINE, sent(batches), false, 0, Set.of()));
            outcomes.add(new Done(USB, sent(batches), true, 0, Set.of()));
            outcomes.add(new Done(new Road.Folder(Path.of("/home/mai/Zalo")), sent(batches), true, 0, Set.of()));
            Map<Road, Set<Reason>> troubles = Map.of(LINE, EnumSet.complementOf(EnumSet.of(Reason.FULL, Reason.READ_ONLY, Reason.DAMAGED)),
                    USB, EnumSet.of(Reason.GONE, Reason.FULL, Reason.READ_ONLY, Reason.DAMAGED));
            troubles.forEach((road, reasons) -> {
                outcomes.add(new Stopped(road, sent(batches)));
                reasons.forEach(reason -> outcomes.add(new Interrupted(road, new PeerException(reason, null), sent(batches))));
            });
        }
        DeskReport half = new DeskReport(List.of(), List.of(new DeskReport.Left(Path.of("a"), DeskReport.Why.NOT_NOW)), 0, Optional.empty(), true);
        return Stream.of(Stream.of(Optional.<Result>empty(), Optional.<Result>of(new Result.LockedAway()),
                        Optional.<Result>of(new Result.TakenIn(new TakeIn.Taken("MAI", ExchangeCounts.NOTHING, half), true))),
                outcomes.stream().flatMap(outcome -> Stream.of(true, false)
                        .map(again -> Optional.<Result>of(new Result.Given(outcome, again))))).flatMap(all -> all);
    }

    private static Stream<Situation> all() {
        return lying().flatMap(at -> roads().flatMap(found -> results().flatMap(last ->
                Stream.concat(Stream.of(Optional.<Role>empty()), Stream.of(Role.values()).map(Optional::of))
                        .map(role -> new Situation(found, Optional.empty(), last, Optional.of(at), role)))));
    }

    private static List<String> said(Situation now) {
        return OutcomeText.of(now).map(OutcomeText::sentences).orElse(List.of()).stream().map(Sentence::key).toList();
    }

    @Test
    void nothingIsSaidThatIsNotSo() {
        long[] seen = {0};
        all().forEach(now -> {
            List<String> said = said(now);
            seen[0]++;
            assertThat(said).as("%s", now).doesNotHaveDuplicates();
            if (now.count(RecordState.DRAFT) + now.count(RecordState.HERE) + now.count(RecordState.HANDED_OVER) > 0) {
                assertThat(said).as("something waits: %s", now).doesNotContainAnyElementsOf(NOTHING_WAITS);
            }
            if (!now.hasLine()) {
                assertThat(said).as("%s", now).doesNotContain("handover.broken.line_is_back");
            }
            if (now.found().flatMap(Found::road).isPresent()) {
                assertThat(said).as("%s", now).doesNotContain("handover.no_road");
            }
            if (now.found().filter(found -> found.sticks().isEmpty()).isPresent()) {
                assertThat(said).as("%s", now).doesNotContain("handover.safe_to_remove", "handover.broken.stick_is_back");
            }
            if (now.hasLine()) {
                assertThat(said).as("the receiver answers: %s", now).doesNotContain("peer.NO_CONNECTION", "peer.CUT_OFF");
            }
            if (now.role().filter(Role::isOfficer).isPresent()) {
                assertThat(said).as("%s", now).doesNotContain("handover.done.carry_stick");
            }
            if (now.count(RecordState.HERE) > 0 && now.last().isPresent() && now.last().get() instanceof Result.Given(Outcome o, _)
                    && (o instanceof Done || o instanceof Stopped)) {
                assertThat(said).as("%s", now).containsAnyOf("handover.still_here", "handover.only_here");
            }
        });
        assertThat(seen[0]).isGreaterThan(10_000);
    }

    @Test
    void theButtonDoesWhatCanBeDoneNow() {
        all().forEach(now -> {
            Press press = now.press();
            now.found().ifPresentOrElse(found -> found.road().ifPresentOrElse(
                    road -> assertThat(press).isEqualTo(new Press.By(road)),
                    () -> assertThat(press instanceof Press.Choose).as("a folder only where nobody named a receiver: %s", now)
                            .isEqualTo(found.noLine().isEmpty())),
                    () -> assertThat(press).isEqualTo(new Press.Best()));
        });
    }

    @Test
    void everySentenceIsWordedInBothLanguages() {
        for (Lang lang : Lang.values()) {
            Texts texts = Texts.of(lang);
            Set<Sentence> distinct = new HashSet<>();
            all().forEach(now -> OutcomeText.of(now).ifPresent(told -> distinct.addAll(told.sentences())));
            assertThat(distinct).hasSizeGreaterThan(30).allSatisfy(sentence -> assertThat(sentence.in(texts)).isNotBlank()
                    .doesNotContain("{").isNotEqualTo(sentence.key()));
        }
    }

    @Test
    void besidesTheButtonStandsWhatTheButtonDoesNotDo() {
        roads().flatMap(Optional::stream).forEach(found -> {
            Situation now = new Situation(Optional.of(found), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Role.VOLUNTEER));
            Press press = now.press();
            assertThat(now.canRetry() && press instanceof Press.Best).as("the network is tried by the button: %s", found).isFalse();
            assertThat(now.canChooseFolder()).as("a folder can always be chosen, by the button or beside it: %s", found)
                    .isEqualTo(!(press instanceof Press.Choose || press instanceof Press.Nobody));
        });
    }
}
