package vn.banso.desktop.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.sessions.AttendanceModel;
import vn.banso.desktop.sessions.AttendanceRow;
import vn.banso.desktop.sessions.NameSearch;
import vn.banso.desktop.sessions.SessionModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.say.Sentence;
import vn.banso.store.training.Attendance;
import vn.banso.store.training.Learner;
import vn.banso.store.training.SessionStatus;
import vn.banso.trust.governance.Role;

/** Keeping the list of a session. */
class AttendanceTest {
    @TempDir
    private Path folder;
    private Hall hall;
    private EntryId session;
    private SessionModel model;

    @BeforeEach
    void open() {
        hall = new Hall(folder, Role.TRAINER);
        session = hall.session(hall.course(), "2026-11-20");
        model = hall.open(session);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private List<String> names() {
        return model.attendance().rows().stream().map(t -> t.person().name()).toList();
    }

    private List<String> suggested() {
        return model.search().suggestions().stream().map(s -> s.tick().person().name()).toList();
    }

    private Entry kept(EntryId person) {
        return hall.node.entry(Hall.SCOPE, NaturalId.attendance(session, person)).orElseThrow();
    }

    private void type(String text) {
        model.search().type(text);
        hall.background.pass();
    }

    @Test
    void theRollOfTheVillageStandsInTheOrderOfAClassList() {
        assertThat(model.attendance().base().get()).isEqualTo(AttendanceModel.Base.VILLAGE);
        assertThat(names()).containsExactly("Lò Thị Ẫm", "Vàng A Dơ", "Nguyễn Văn Độ", "H'Blưng Niê Kđăm", "Hoàng Thị Lan", "Nguyễn Thị Lan");
    }

    @Test
    void twoLettersFindWhoIsCalledSoWithOrWithoutMarks() {
        type("la");
        assertThat(suggested()).containsExactly("Hoàng Thị Lan", "Nguyễn Thị Lan");
        type("do");
        assertThat(suggested()).containsExactly("Vàng A Dơ", "Nguyễn Văn Độ");
        type("nguyen v");
        assertThat(suggested()).containsExactly("Nguyễn Văn Độ");
        type("hb");
        assertThat(suggested()).containsExactly("H'Blưng Niê Kđăm");
    }

    @Test
    void enterTicksTheMarkedOneAndTheSessionWasHeld() {
        type("la");
        model.search().move(1);
        assertThat(model.search().enter()).isTrue();
        assertThat(model.search().suggestions()).isEmpty();
        assertThat(model.search().entered().get()).contains(new NameSearch.Entered(NameSearch.Outcome.TICKED, "Nguyễn Thị Lan"));
        hall.background.pass();
        assertThat(kept(hall.people.get(3)).code(Catalogue.ATTENDANCE.field("presence"))).isEqualTo(Attendance.PRESENT);
        assertThat(model.phase().get()).isEqualTo(SessionStatus.HELD);
        assertThat(SessionStatus.of(hall.node.entry(Hall.SCOPE, session).orElseThrow(), hall.workplace.today())).isEqualTo(SessionStatus.HELD);
        assertThat(model.attendance().count()).isEqualTo(new AttendanceModel.Count(1, 0, 0, 0, 0));
    }

    @Test
    void aPaperListIsKeyedInByItsNumbers() {
        for (String number : List.of("1", "3", "5", "3")) {
            type(number);
            model.search().enter();
        }
        assertThat(model.attendance().rows().stream().filter(AttendanceRow::came).map(t -> t.number().get())).containsExactly(1, 3, 5);
        assertThat(model.search().entered().get().orElseThrow().outcome()).isEqualTo(NameSearch.Outcome.ALREADY);
        type("99");
        assertThat(model.search().enter()).isFalse();
        assertThat(model.search().entered().get().orElseThrow().outcome()).isEqualTo(NameSearch.Outcome.NOBODY);
    }

    @Test
    void whoLivesElsewhereInTheCommuneIsFoundToo() {
        type("mui");
        assertThat(model.search().suggestions()).singleElement().matches(NameSearch.Suggestion::elsewhere);
        model.search().enter();
        assertThat(names()).last().isEqualTo("Triệu Thị Mùi");
        assertThat(kept(hall.stranger).code(Catalogue.ATTENDANCE.field("presence"))).isEqualTo(Attendance.PRESENT);
    }

    @Test
    void aTickIsTakenBackAndComesAgain() {
        AttendanceRow tick = model.attendance().rows().getFirst();
        model.attendance().toggle(tick);
        model.attendance().toggle(tick);
        assertThat(hall.node.linking(Catalogue.ATTENDANCE, "session", Hall.SCOPE, session)).isEmpty();
        model.attendance().toggle(tick);
        model.attendance().mark(tick, Attendance.LATE);
        assertThat(hall.node.linking(Catalogue.ATTENDANCE, "session", Hall.SCOPE, session)).singleElement()
                .matches(a -> a.code(Catalogue.ATTENDANCE.field("presence")) == Attendance.LATE);
    }

    @Test
    void practiceMeansTheyWereThere() {
        AttendanceRow tick = model.attendance().rows().getFirst();
        model.attendance().practise(tick);
        assertThat(tick.came()).isTrue();
        assertThat(hall.node.entry(Hall.SCOPE, NaturalId.practice(session, tick.person().id())).orElseThrow()
                .code(Catalogue.PRACTICE.field("done"))).isEqualTo(CodeList.YES);
        model.attendance().practise(tick);
        assertThat(tick.came()).isTrue();
        assertThat(tick.hasPractised()).isFalse();
    }

    @Test
    void theRestIsAbsentInOneStep() {
        model.attendance().toggle(model.attendance().rows().getFirst());
        model.attendance().restAbsent();
        assertThat(model.attendance().count()).isEqualTo(new AttendanceModel.Count(1, 1, 1, 0, 5));
        assertThat(hall.open(session).attendance().count()).isEqualTo(model.attendance().count());
    }

    @Test
    void theNextSessionBeginsWithThoseWhoCame() {
        model.attendance().toggle(model.attendance().rows().get(2));
        model.attendance().toggle(model.attendance().rows().getFirst());
        Entry here = hall.node.entry(Hall.SCOPE, session).orElseThrow();
        SessionModel next = hall.open(hall.session(here.ref(Catalogue.SESSION.field("class")).orElseThrow(), "2026-11-27"));
        assertThat(next.attendance().base().get()).isEqualTo(AttendanceModel.Base.CLASS);
        assertThat(next.attendance().rows()).extracting(t -> t.person().name()).containsExactly("Lò Thị Ẫm", "Nguyễn Văn Độ");
        assertThat(next.sheet().get().orElseThrow()).matches(s -> s.number() == 2 && s.of() == 2);
        next.attendance().base().set(AttendanceModel.Base.VILLAGE);
        assertThat(next.attendance().rows()).hasSize(6);
    }

    @Test
    void twoTrainersWhoTickOnePersonMakeOneRow() {
        SessionModel second = hall.open(session);
        model.attendance().toggle(model.attendance().rows().getFirst());
        second.attendance().toggle(second.attendance().rows().getFirst());
        assertThat(hall.node.linking(Catalogue.ATTENDANCE, "session", Hall.SCOPE, session)).hasSize(1);
    }

    @Test
    void aDayToComeIsNotCalledHeldWithoutAWord() {
        SessionModel ahead = hall.open(hall.session(hall.course(), "2026-11-22"));
        ahead.attendance().toggle(ahead.attendance().rows().getFirst());
        assertThat(ahead.phase().get()).isEqualTo(SessionStatus.HELD);
        Notice said = hall.workplace.notice().get().orElseThrow();
        assertThat(said.sentences()).containsExactly(Sentence.of("classes.held_ahead", "22/11/2026"));
        said.undo().orElseThrow().run();
        ahead.attendance().toggle(ahead.attendance().rows().get(1));
        hall.background.pass();
        assertThat(ahead.phase().get()).as("taken back for good").isEqualTo(SessionStatus.PLANNED);
        assertThat(ahead.attendance().count().came()).isEqualTo(2);
        ahead.hold();
        assertThat(ahead.phase().get()).isEqualTo(SessionStatus.HELD);
    }

    @Test
    void aSessionOfTodayIsHeldWithoutAWord() {
        model.attendance().toggle(model.attendance().rows().getFirst());
        assertThat(model.phase().get()).isEqualTo(SessionStatus.HELD);
        assertThat(hall.workplace.notice().get()).isEmpty();
    }

    @Test
    void theLearnersOfTheClassAreCountedAsTheyAreTicked() {
        model.attendance().toggle(model.attendance().rows().getFirst());
        model.attendance().mark(model.attendance().rows().get(1), Attendance.LATE);
        model.attendance().restAbsent();
        assertThat(model.attendance().learners()).isEqualTo(2);
        EntryId course = hall.node.entry(Hall.SCOPE, session).orElseThrow().ref(Catalogue.SESSION.field("class")).orElseThrow();
        assertThat(hall.room(course).learners().all()).as("who was only marked absent never came").hasSize(2);
        assertThat(hall.open(session).attendance().learners()).isEqualTo(2);
    }

    @Test
    void aPrintedListIsAboutThoseWhoCameOnceSomebodyIsTicked() {
        assertThat(model.listed()).as("to be signed").hasSize(6);
        model.attendance().toggle(model.attendance().rows().get(1));
        model.attendance().mark(model.attendance().rows().get(3), Attendance.LATE);
        assertThat(model.listed()).extracting(t -> t.person().name()).containsExactly("Vàng A Dơ", "H'Blưng Niê Kđăm");
    }

    @Test
    void aSessionWithPeopleInItIsNotCalledOffWithoutAWord() {
        model.attendance().practise(model.attendance().rows().getFirst());
        model.attendance().toggle(model.attendance().rows().get(1));
        hall.background.pass();
        hall.answers.yes(false);
        model.become(SessionStatus.NOT_HELD);
        hall.background.pass();
        assertThat(hall.answers.asked()).containsExactly("classes.not_held_ask");
        SessionModel again = hall.open(session);
        assertThat(again.phase().get()).isEqualTo(SessionStatus.HELD);
        assertThat(again.attendance().count()).isEqualTo(new AttendanceModel.Count(2, 1, 1, 1, 0));
    }

    @Test
    void aListKeptInTheWrongSessionIsTakenBackWholeAndComesAgain() {
        model.attendance().practise(model.attendance().rows().getFirst());
        model.attendance().toggle(model.attendance().rows().get(1));
        model.attendance().restAbsent();
        AttendanceModel.Count before = model.attendance().count();
        model.become(SessionStatus.NOT_HELD);
        hall.background.pass();
        assertThat(hall.open(session)).matches(s -> s.phase().get() == SessionStatus.NOT_HELD && s.attendance().count().came() == 0
                && s.attendance().count().practised() == 0);
        hall.workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        hall.background.pass();
        assertThat(hall.open(session)).matches(s -> s.phase().get() == SessionStatus.HELD && s.attendance().count().equals(before));
    }

    @Test
    void whatTwoLaptopsSayOfASessionIsBothKeptAndShown() {
        model.attendance().toggle(model.attendance().rows().getFirst());
        hall.background.pass();
        hall.saved(Draft.of(Catalogue.SESSION, Hall.SCOPE, session).with("status", SessionStatus.NOT_HELD.status()));
        SessionModel merged = hall.open(session);
        assertThat(merged.outcome().isContradicted()).isTrue();
        assertThat(merged.attendance().count().came()).isEqualTo(1);
        merged.attendance().toggle(merged.attendance().rows().get(1));
        assertThat(merged.phase().get()).as("somebody else came: it was held").isEqualTo(SessionStatus.HELD);
    }

    @Test
    void nobodyCameToNoneOfNoSessions() {
        EntryId ahead = hall.session(hall.course(), "2026-11-22");
        SessionModel waiting = hall.open(ahead);
        waiting.attendance().toggle(waiting.attendance().rows().getFirst());
        hall.workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        hall.background.pass();
        Learner learner = hall.open(ahead).learners().all().getFirst();
        assertThat(learner.progress().held()).isZero();
        assertThat(learner.sessions()).as("sessions that were held").isZero();
    }

    @Test
    void whoIsTakenOffTheListDidNotPractise() {
        AttendanceRow tick = model.attendance().rows().getFirst();
        model.attendance().practise(tick);
        model.attendance().toggle(tick);
        assertThat(hall.open(session).attendance().count()).isEqualTo(new AttendanceModel.Count(0, 0, 0, 0, 0));
    }

    @Test
    void theRestIsTakenBackInOneStepToo() {
        model.attendance().toggle(model.attendance().rows().getFirst());
        model.attendance().restAbsent();
        model.attendance().toggle(model.attendance().rows().get(1));
        hall.workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(hall.open(session).attendance().count()).as("who was found to be there after all stays")
                .isEqualTo(new AttendanceModel.Count(2, 1, 1, 0, 0));
    }

    @Test
    void whatIsTakenBackElsewhereIsGoneHere() {
        AttendanceRow tick = model.attendance().rows().getFirst();
        model.attendance().toggle(tick);
        SessionModel elsewhere = hall.open(session);
        elsewhere.attendance().toggle(elsewhere.attendance().rows().getFirst());
        model.open();
        assertThat(tick.came()).isFalse();
    }
}
