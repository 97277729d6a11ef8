package vn.banso.desktop.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.sessions.AttendanceModel;
import vn.banso.desktop.sessions.SessionModel;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.desktop.training.AssessModel;
import vn.banso.desktop.training.LearnersModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.training.Attendance;
import vn.banso.store.training.ClassLine;
import vn.banso.store.training.Learner;
import vn.banso.store.training.SessionLine;
import vn.banso.store.training.SessionStatus;

/** From the plan of a class to its results. */
class ResultsTest extends InHall {
    private static final EntryType SHEET = Catalogue.ASSESSMENT;

    private ClassModel planned() {
        ClassModel model = hall.room(hall.node.freshId());
        var form = model.form().get().orElseThrow();
        form.commitText(Catalogue.CLASS.field("name"), "Lớp tối Khuổi Mèo");
        form.commit(Catalogue.CLASS.field("village"), new Value.Ref(hall.village));
        form.commitText(Catalogue.CLASS.field("planned_sessions"), "3");
        var first = model.first().get().orElseThrow();
        first.commitText(Catalogue.SESSION.field("date"), "6/11/2026");
        first.commitText(Catalogue.SESSION.field("start"), "19h30");
        assertThat(model.create()).isTrue();
        return model;
    }

    @Test
    void aClassIsPlannedWithAllItsSessionsInOneAct() {
        ClassModel model = planned();
        assertThat(model.isNew().get()).isFalse();
        hall.background.pass();
        model.leave();
        assertThat(hall.node.entries(Catalogue.SESSION, Hall.SCOPE)).as("the plan of the first session is not one more").hasSize(3);
        assertThat(hall.node.drafts().forms()).isEmpty();
        model.open();
        assertThat(model.sheet().get().orElseThrow().sessions()).extracting(s -> s.date().orElseThrow().toString())
                .containsExactly("2026-11-06", "2026-11-13", "2026-11-20");
        assertThat(model.sheet().get().orElseThrow().sessions()).extracting(SessionLine::status)
                .containsExactly(SessionStatus.DUE, SessionStatus.DUE, SessionStatus.PLANNED);
        assertThat(model.sheet().get().orElseThrow().sessions()).allMatch(s -> s.start().orElseThrow() == 1_170
                && s.village().orElseThrow().id().equals(hall.village));
        hall.background.pass();
        model.leave();
        assertThat(hall.node.entries(Catalogue.SESSION, Hall.SCOPE)).as("the form of the first one is no session of its own").hasSize(3);
    }

    @Test
    void aClassWithoutANameIsNotWritten() {
        ClassModel model = hall.room(hall.node.freshId());
        assertThat(model.create()).isFalse();
        assertThat(model.form().get().orElseThrow().findings(Catalogue.CLASS.field("name")).get()).isNotEmpty();
        assertThat(hall.node.entries(Catalogue.CLASS, Hall.SCOPE)).isEmpty();
    }

    @Test
    void anotherSessionIsLikeTheLastOneAWeekLater() {
        ClassModel model = planned();
        ShellModel window = new ShellModel(hall.workplace);
        model.addSession(window);
        SessionLine last = model.sheet().get().orElseThrow().sessions().getLast();
        assertThat(last.date().orElseThrow()).isEqualTo(new Value.Day(2026, 11, 27));
        assertThat(last.start()).contains(1_170L);
        hall.workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(window.place().get()).isInstanceOf(Place.ClassRoom.class);
        assertThat(model.sheet().get().orElseThrow().sessions()).hasSize(3).noneMatch(s -> s.id().equals(last.id()));
    }

    @Test
    void aClassIsNotDoneWhileItsPlanSaysMore() {
        SessionLine held = new SessionLine(Hall.SCOPE, new EntryId(1, 1), Optional.empty(), "", 0, Optional.empty(), Optional.empty(), "", Optional.empty(), SessionStatus.HELD, Optional.empty());
        ClassLine line = new ClassLine(Hall.SCOPE, new EntryId(1, 2), "Lớp tối", Optional.empty(), 0, Optional.empty(), Optional.of(2L), List.of(held));
        assertThat(line.next()).isEmpty();
        assertThat(line.unplanned()).isEqualTo(1);
    }

    /** Two of the village come to all three sessions, one of them practises; a third comes once. */
    private ClassModel held() {
        ClassModel model = planned();
        List<SessionLine> sessions = model.sheet().get().orElseThrow().sessions();
        for (SessionLine line : sessions) {
            SessionModel session = hall.open(line.id());
            session.attendance().base().set(AttendanceModel.Base.VILLAGE);
            session.attendance().practise(session.attendance().rows().get(0));
            session.attendance().toggle(session.attendance().rows().get(1));
            if (line == sessions.getFirst()) {
                session.attendance().practise(session.attendance().rows().get(2));
            }
            hall.background.pass();
        }
        model.open();
        return model;
    }

    @Test
    void whoCameOftenEnoughAndPractisedHasCompletedIt() {
        LearnersModel learners = held().learners();
        assertThat(learners.all()).hasSize(3);
        learners.filter().set(LearnersModel.Filter.COMPLETED);
        assertThat(learners.shown()).extracting(l -> l.person().name()).containsExactly("Lò Thị Ẫm");
        assertThat(learners.all().get(1).progress()).matches(p -> p.came() == 3 && p.held() == 3 && !p.practised());
    }

    private LearnersModel assessedByPoints(String points) {
        LearnersModel learners = held().learners();
        learners.assess().way().set(AssessModel.Way.SCORE);
        learners.selected().set(Optional.of(learners.all().getFirst()));
        learners.assessSelected();
        sheet(learners).commitText(SHEET.field("score"), points);
        assertThat(learners.assess().save()).isTrue();
        return learners;
    }

    private static vn.banso.desktop.form.EntryModel sheet(LearnersModel learners) {
        return learners.assess().sheet().get().orElseThrow().form();
    }

    @Test
    void pointsDecideResultAndLevelAndTheNextLearnerIsThere() {
        LearnersModel learners = assessedByPoints("75");
        Learner first = learners.all().getFirst();
        assertThat(first.hasPassed()).isTrue();
        assertThat(first.level()).isEqualTo(Codes.LEVEL.code("basic").orElseThrow().number());
        assertThat(learners.assess().sheet().get().orElseThrow().learner().person().name()).isEqualTo("Vàng A Dơ");
        sheet(learners).commitText(SHEET.field("score"), "30");
        learners.assess().save();
        assertThat(learners.all().get(1).hasPassed()).isFalse();
        assertThat(learners.all().get(1).level()).isEqualTo(Codes.LEVEL.code("not_reached").orElseThrow().number());
        assertThat(learners.count(LearnersModel.Filter.PASSED)).isEqualTo(1);
    }

    @Test
    void theBoardMayDecideOtherwise() {
        LearnersModel learners = held().learners();
        learners.selected().set(Optional.of(learners.all().getFirst()));
        learners.assessSelected();
        learners.assess().needed().set(2);
        sheet(learners).commit(SHEET.field("skills"), new Value.Items(new TreeSet<>(List.of("0.1"))));
        assertThat(sheet(learners).valueOf(Learner.RESULT)).isEqualTo(Codes.RESULT.code("failed").orElseThrow());
        sheet(learners).commit(SHEET.field("skills"), new Value.Items(new TreeSet<>(List.of("0.1", "1.1"))));
        assertThat(sheet(learners).valueOf(Learner.RESULT)).isEqualTo(Codes.RESULT.code("passed").orElseThrow());
        sheet(learners).commit(Learner.LEVEL, Codes.LEVEL.code("advanced").orElseThrow());
        sheet(learners).commit(SHEET.field("skills"), new Value.Items(new TreeSet<>(List.of("0.1", "1.1", "2.1"))));
        sheet(learners).commit(SHEET.field("commended"), new Value.Code(CodeList.YES));
        learners.assess().save();
        assertThat(learners.all().getFirst().level()).isEqualTo(Codes.LEVEL.code("advanced").orElseThrow().number());
        assertThat(learners.all().getFirst().isCommended()).isTrue();
    }

    @Test
    void whoIsAssessedAgainKeepsBothSheets() {
        LearnersModel learners = assessedByPoints("30");
        learners.selected().set(Optional.of(learners.all().getFirst()));
        learners.assessSelected();
        assertThat(learners.assess().sheet().get().orElseThrow().again()).isPresent();
        sheet(learners).commitText(SHEET.field("score"), "80");
        learners.assess().save();
        Learner first = learners.all().getFirst();
        assertThat(first.assessments()).hasSize(2);
        assertThat(first.hasPassed()).isTrue();
        assertThat(first.latest().orElseThrow().ref(SHEET.field("retake_of"))).isPresent();
    }

    @Test
    void aWrongSheetIsReplacedNotEdited() {
        LearnersModel learners = assessedByPoints("80");
        Learner before = learners.all().getFirst();
        Entry wrong = before.latest().orElseThrow();
        learners.selected().set(Optional.of(before));
        learners.correct(wrong);
        sheet(learners).commitText(SHEET.field("score"), "8");
        learners.assess().save();
        Learner after = learners.all().getFirst();
        assertThat(after.hasPassed()).isFalse();
        assertThat(after.assessments()).hasSize(2);
        assertThat(after.isReplaced(wrong)).isTrue();
        assertThat(hall.node.entry(Hall.SCOPE, wrong.id()).orElseThrow()).isEqualTo(wrong);
    }

    @Test
    void whoPassedWaitsForVneidUntilSomebodyHasSeenIt() {
        LearnersModel learners = assessedByPoints("80");
        assertThat(learners.count(LearnersModel.Filter.TO_CONFIRM)).isEqualTo(1);
        learners.selected().set(Optional.of(learners.all().getFirst()));
        learners.confirmed(true, "on_screen");
        assertThat(learners.count(LearnersModel.Filter.TO_CONFIRM)).isZero();
        assertThat(learners.all().getFirst().isConfirmed()).isTrue();
        hall.workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(learners.all().getFirst().isConfirmed()).as("one click, and one to take it back").isFalse();
        assertThat(learners.count(LearnersModel.Filter.TO_CONFIRM)).isEqualTo(1);
    }

    @Test
    void aClassIsNeverSaidToHaveFewerSessionsThanItHas() {
        ClassModel model = hall.room(hall.node.freshId());
        model.form().get().orElseThrow().commitText(Catalogue.CLASS.field("name"), "Lớp tối Khuổi Mèo");
        List<Integer> said = new ArrayList<>();
        Runnable look = () -> {
            if (!model.isNew().get()) {
                said.add(model.sheet().get().orElseThrow().sessions().size());
            }
        };
        model.isNew().subscribe(look);
        model.sheet().subscribe(look);
        model.part().subscribe(look);
        hall.background.closing();
        assertThat(model.create()).isTrue();
        assertThat(model.isNew().get()).isTrue();
        hall.background.heard();
        assertThat(model.create()).as("saved already: not a second time").isTrue();
        assertThat(said).isNotEmpty().containsOnly(5);
        assertThat(model.part().get()).isEqualTo(ClassModel.Part.SESSIONS);
        assertThat(hall.node.entries(Catalogue.SESSION, Hall.SCOPE)).hasSize(5);
    }

    @Test
    void bothPapersArePrinted() throws IOException {
        ClassModel model = held();
        Path results = folder.resolve("kết quả.pdf");
        hall.answers.path(results);
        model.printResults();
        assertThat(Files.size(results)).isGreaterThan(10_000);
        EntryId session = model.sheet().get().orElseThrow().sessions().getFirst().id();
        Path blank = folder.resolve("trống.pdf");
        hall.answers.path(blank);
        hall.open(session).print(List.of(), 18);
        assertThat(Files.readAllBytes(blank)).startsWith('%', 'P', 'D', 'F');
        assertThat(hall.workplace.notice().get().orElseThrow().sentences().getFirst().key()).isEqualTo("kit.printed");
    }

    @Test
    void nobodyHasCompletedAClassThatGoesOn() throws IOException {
        EntryId course = hall.course();
        EntryId first = hall.session(course, "2026-11-19");
        hall.session(course, "2026-11-26");
        SessionModel session = hall.open(first);
        session.attendance().practise(session.attendance().rows().getFirst());
        hall.background.pass();
        ClassModel model = hall.room(course);
        assertThat(model.learners().isUnderWay()).isTrue();
        assertThat(hall.open(first).learners().isUnderWay()).isTrue();
        String text = printed(model);
        assertThat(text).contains("đến nay: 1 người", "1/2").doesNotContain("hoàn thành lớp");
        assertThat(text).as("a class without a day of its own begins with its first session").contains("19/11/2026");
    }

    @Test
    void whoCompletedAClassThatHasEndedStandsOnPaperAsSuch() throws IOException {
        ClassModel model = held();
        assertThat(model.learners().isUnderWay()).isFalse();
        assertThat(printed(model)).contains("1 người hoàn thành lớp").doesNotContain("đến nay");
    }

    @Test
    void aListPrintedAfterwardsSaysWhoCame() throws IOException {
        SessionModel session = hall.open(hall.session(hall.course(), "2026-11-19"));
        session.attendance().mark(session.attendance().rows().get(1), Attendance.LATE);
        Path file = folder.resolve("list.pdf");
        hall.answers.path(file);
        session.print(session.listed(), 0);
        assertThat(PrintedText.of(file)).contains("Điểm danh", "Vàng A Dơ", "Đến muộn").doesNotContain("Lò Thị Ẫm");
    }

    private String printed(ClassModel model) throws IOException {
        Path file = folder.resolve("results.pdf");
        hall.answers.path(file);
        model.printResults();
        return PrintedText.of(file);
    }
}
