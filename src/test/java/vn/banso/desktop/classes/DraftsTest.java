package vn.banso.desktop.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.desktop.saving.SaveState;
import vn.banso.desktop.sessions.SessionModel;
import vn.banso.desktop.training.AssessModel;
import vn.banso.desktop.training.LearnersModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.training.Learner;
import vn.banso.store.writing.FormDraft;

/** What is written about classes is there again when nobody closed anything: the page is simply gone. */
class DraftsTest extends InHall {
    private static final Field PLACE = Catalogue.SESSION.field("place");
    private static final Field NAME = Catalogue.CLASS.field("name");

    private FormDraft only() {
        assertThat(hall.node.drafts().forms()).hasSize(1);
        return hall.node.drafts().forms().getFirst();
    }

    @Test
    void aNewClassIsThereAgainWithItsFirstSessionAndItsRhythm() {
        EntryId id = hall.node.freshId();
        ClassModel model = hall.room(id);
        model.form().get().orElseThrow().typing(NAME, "Lớp tối");
        model.first().get().orElseThrow().commitText(PLACE, "Nhà văn hóa");
        model.days().set(3);
        hall.background.pass();
        assertThat(model.state().get()).isInstanceOf(SaveState.DraftKept.class);
        assertThat(DraftPlace.of(only())).isEqualTo(new Place.ClassRoom(Hall.SCOPE, id));

        ClassModel again = hall.room(id);
        assertThat(again.form().get().orElseThrow().valueOf(NAME)).isEqualTo(new Value.Text("Lớp tối"));
        assertThat(again.first().get().orElseThrow().valueOf(PLACE)).isEqualTo(new Value.Text("Nhà văn hóa"));
        assertThat(again.days().get()).isEqualTo(3);
        assertThat(again.state().get()).as("the page says so").isInstanceOf(SaveState.DraftKept.class);
        assertThat(again.create()).isTrue();
        assertThat(hall.node.drafts().forms()).isEmpty();
    }

    @Test
    void whoPlansAnotherOneIsPointedToTheOneThatWasLeftHalfWritten() {
        EntryId id = hall.node.freshId();
        ClassModel model = hall.room(id);
        model.form().get().orElseThrow().typing(NAME, "Lớp tối");
        hall.background.pass();
        assertThat(model.leftOff().get()).as("not to itself").isEmpty();
        EntryId session = hall.node.freshId();
        SessionModel alone = hall.open(session);
        assertThat(alone.leftOff().get()).as("a class is no session").isEmpty();
        alone.form().get().orElseThrow().typing(PLACE, "Nhà văn hóa");
        hall.background.pass();

        assertThat(hall.room(hall.node.freshId()).leftOff().get()).hasValueSatisfying(other -> {
            assertThat(other.name()).isEqualTo("Lớp tối");
            assertThat(DraftPlace.of(other.form())).isEqualTo(new Place.ClassRoom(Hall.SCOPE, id));
        });
        SessionModel another = hall.open(hall.node.freshId());
        assertThat(another.leftOff().get().map(other -> DraftPlace.of(other.form()))).contains(new Place.Session(Hall.SCOPE, session));
        assertThat(model.create()).isTrue();
        assertThat(hall.room(hall.node.freshId()).leftOff().get()).as("it is a class by now").isEmpty();
    }

    @Test
    void aNewSessionIsThereAgain() {
        EntryId id = hall.node.freshId();
        SessionModel model = hall.open(id);
        model.form().get().orElseThrow().typing(PLACE, "Nhà văn");
        hall.background.pass();
        assertThat(DraftPlace.of(only())).isEqualTo(new Place.Session(Hall.SCOPE, id));
        assertThat(hall.open(id).form().get().orElseThrow().valueOf(PLACE)).isEqualTo(new Value.Text("Nhà văn"));
        model.leave();
        assertThat(hall.node.entry(Hall.SCOPE, id)).isEmpty();
        assertThat(hall.workplace.notice().get().orElseThrow().goOn()).contains(new Place.Session(Hall.SCOPE, id));
    }

    @Test
    void aNewPageOfWhichNothingIsWrittenLeavesNoDraft() {
        hall.room(hall.node.freshId()).leave();
        hall.open(hall.node.freshId()).leave();
        hall.background.pass();
        assertThat(hall.node.drafts().forms()).isEmpty();
        assertThat(hall.workplace.notice().get()).isEmpty();
    }

    @Test
    void aSheetOfAssessmentIsThereAgain() {
        EntryId session = hall.session(hall.course(), "2026-11-19");
        SessionModel model = hall.open(session);
        model.attendance().toggle(model.attendance().onPaper().getFirst());
        model.open();
        LearnersModel learners = model.learners();
        learners.assessSelected();
        AssessModel.Sheet sheet = learners.assess().sheet().get().orElseThrow();
        learners.assess().way().set(AssessModel.Way.SCORE);
        sheet.form().typing(Catalogue.ASSESSMENT.field("score"), "7");
        hall.background.pass();
        FormDraft draft = only();
        assertThat(DraftPlace.of(draft)).isEqualTo(new Place.Session(Hall.SCOPE, session));

        SessionModel again = hall.open(session);
        AssessModel.Sheet found = again.learners().assess().sheet().get().orElseThrow();
        assertThat(again.part().get()).isEqualTo(SessionModel.Part.ASSESSMENT);
        assertThat(found.learner().person().id()).isEqualTo(sheet.learner().person().id());
        assertThat(found.form().typed(Catalogue.ASSESSMENT.field("score")).get()).contains("7");
        assertThat(again.learners().assess().way().get()).isEqualTo(AssessModel.Way.SCORE);
        found.form().commitText(Catalogue.ASSESSMENT.field("score"), "70");
        found.form().commit(Learner.RESULT, Codes.RESULT.code("passed").orElseThrow());
        assertThat(again.learners().assess().save()).isTrue();
        assertThat(hall.node.entry(Hall.SCOPE, draft.id())).isPresent();
        assertThat(hall.node.drafts().forms()).isEmpty();
    }

    /** It keeps the session of the one it replaces, and is written on the page of this one. */
    @Test
    void aSheetInPlaceOfOneOfAnotherSessionIsFoundWhereItIsWritten() {
        EntryId course = hall.course();
        EntryId before = hall.session(course, "2026-11-12");
        hall.saved(Draft.of(Catalogue.ASSESSMENT, Hall.SCOPE, hall.node.freshId()).with("person", new Value.Ref(hall.people.getFirst()))
                .with("session", new Value.Ref(before)).with("date", Value.Day.parse("2026-11-12"))
                .with("result", Codes.RESULT.code("passed").orElseThrow()).with("level", Codes.LEVEL.code("basic").orElseThrow()));
        EntryId session = hall.session(course, "2026-11-19");
        SessionModel model = hall.open(session);
        model.attendance().toggle(model.attendance().rows().stream().filter(t -> t.person().id().equals(hall.people.getFirst())).findFirst().orElseThrow());
        model.open();
        Learner learner = model.learners().shown().getFirst();
        model.learners().assess().beginInPlaceOf(learner, learner.assessments().getFirst());
        model.learners().assess().sheet().get().orElseThrow().form().commitText(Catalogue.ASSESSMENT.field("assessor"), "Lan");
        hall.background.pass();
        assertThat(DraftPlace.of(only())).isEqualTo(new Place.Session(Hall.SCOPE, session));
    }

    @Test
    void aSheetThatIsCancelledLeavesNoDraftAndOneThatIsLeftDoes() {
        ClassModel model = hall.room(hall.course());
        EntryId session = hall.session(model.sheet().get().orElseThrow().course().orElseThrow().id(), "2026-11-19");
        SessionModel held = hall.open(session);
        held.attendance().toggle(held.attendance().onPaper().getFirst());
        model.open();
        model.learners().assessSelected();
        AssessModel.Sheet sheet = model.learners().assess().sheet().get().orElseThrow();
        sheet.form().commitText(Catalogue.ASSESSMENT.field("assessor"), "Lan");
        model.leave();
        assertThat(DraftPlace.of(only())).isInstanceOf(Place.ClassRoom.class);
        model.open();
        assertThat(model.learners().assess().sheet().get()).isPresent();
        model.learners().assess().cancel();
        assertThat(hall.node.drafts().forms()).isEmpty();
        assertThat(model.learners().assess().sheet().get()).isEqualTo(Optional.empty());
    }
}
