package vn.banso.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** An entry on its way from the keyboard to the register. */
class EntryModelTest {
    private static final ScopeId SCOPE = new ScopeId(7);
    private static final EntryId ID = new EntryId(1, 1);
    private static final EntryId HOUSEHOLD = new EntryId(1, 2);
    private static final Value YES = new Value.Code(CodeList.YES);
    private static final Value NO = new Value.Code(CodeList.NO);
    private static final Field NAME = Catalogue.PERSON.field("name");
    private static final Field BORN = Catalogue.PERSON.field("born");
    private static final Field INTERNET = Catalogue.PERSON.field("internet");
    private static final Field SERVICE = Catalogue.PERSON.field("online_service");

    private final Entry mai = Draft.of(Catalogue.PERSON, SCOPE, ID).with("household", new Value.Ref(HOUSEHOLD))
            .with("name", new Value.Text("Lò Thị Mai")).with("born", new Value.Day(1956, 0, 0)).with("internet", NO).over(Optional.empty());
    private final UndoStack undo = new UndoStack();
    private final EntryModel model = model(Optional.of(mai));

    @Test
    void onlyWhatDiffersIsHandedOn() {
        assertThat(model.isDirty()).isFalse();
        model.commit(INTERNET, YES);
        model.commitText(NAME, "Lò Thị  Mai");
        assertThat(model.draft().fields()).containsOnlyKeys(INTERNET.id());
        model.commit(INTERNET, NO);
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void notAskedIsNoAnswerWhereThereWasNone() {
        model.commit(SERVICE, new Value.Code(CodeList.NOT_ASKED));
        assertThat(model.isDirty()).isFalse();
        model.commit(INTERNET, new Value.Code(CodeList.NOT_ASKED));
        assertThat(model.draft().fields()).containsEntry(INTERNET.id(), new Value.Code(CodeList.NOT_ASKED));
    }

    @Test
    void whatIsBeingTypedIsKeptButNotJudged() {
        model.typing(BORN, "20/11/19");
        assertThat(model.valueOf(BORN)).isEqualTo(new Value.Day(1956, 0, 0));
        assertThat(model.findings(BORN).get()).isEmpty();
        assertThat(model.keepsake().fields()).containsEntry(BORN.id(), new Value.Text("20/11/19"));
        assertThat(model.isDirty()).isTrue();
        model.typing(BORN, "1956");
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void whatCannotBeReadStaysAndSaysWhatWouldBeRight() {
        model.commitText(BORN, "năm Thân");
        assertThat(model.typed(BORN).get()).contains("năm Thân");
        assertThat(model.findings(BORN).get()).extracting(Finding::textKey).containsExactly("form.typed.day");
        assertThat(model.blocked()).hasSize(1);
        model.commitText(BORN, "1/7/56");
        assertThat(model.typed(BORN).get()).isEmpty();
        assertThat(model.blocked()).isEmpty();
    }

    @Test
    void aHalfFilledFormComesBackAsItWas() {
        model.commit(INTERNET, YES);
        model.commitText(BORN, "năm Thân");
        model.typing(NAME, "Lò Thị Ma");
        EntryModel again = model(Optional.of(mai));
        again.restore(model.keepsake());
        assertThat(again.valueOf(INTERNET)).isEqualTo(YES);
        assertThat(again.typed(BORN).get()).contains("năm Thân");
        assertThat(again.valueOf(NAME)).isEqualTo(new Value.Text("Lò Thị Ma"));
        assertThat(again.blocked()).hasSize(1);
    }

    @Test
    void everyFinishedFieldIsOneStepBack() {
        model.typing(NAME, "Lò Thị M");
        model.commitText(NAME, "Lò Thị Miên");
        model.commit(INTERNET, YES);
        assertThat(model.undo().flatMap(UndoStack.Step::spot)).contains(new FieldLocation(model, INTERNET));
        assertThat(model.valueOf(INTERNET)).isEqualTo(NO);
        model.undo();
        assertThat(model.valueOf(NAME)).isEqualTo(new Value.Text("Lò Thị Mai"));
        assertThat(model.undo()).isEmpty();
        model.redo();
        model.redo();
        assertThat(model.valueOf(INTERNET)).isEqualTo(YES);
        assertThat(model.valueOf(NAME)).isEqualTo(new Value.Text("Lò Thị Miên"));
        assertThat(model.redo()).isEmpty();
    }

    @Test
    void aTextThatCouldNotBeReadComesBackToo() {
        model.commitText(BORN, "năm Thân");
        model.commitText(BORN, "1957");
        model.undo();
        assertThat(model.typed(BORN).get()).contains("năm Thân");
        model.undo();
        assertThat(model.typed(BORN).get()).isEmpty();
        assertThat(model.valueOf(BORN)).isEqualTo(new Value.Day(1956, 0, 0));
    }

    @Test
    void theLastVisitIsKeptFieldByField() {
        model.commit(INTERNET, YES);
        assertThat(model.changed(INTERNET).get()).isTrue();
        assertThat(model.keep(INTERNET)).isTrue();
        assertThat(model.valueOf(INTERNET)).isEqualTo(NO);
        assertThat(model.confirmed(INTERNET).get()).isTrue();
        assertThat(model.changed(INTERNET).get()).isFalse();
        assertThat(model.keep(SERVICE)).isFalse();
        model.commit(INTERNET, YES);
        assertThat(model.confirmed(INTERNET).get()).isFalse();
    }

    @Test
    void keepingAllLeavesWhatWasChangedToday() {
        model.commit(INTERNET, YES);
        model.keepAll();
        assertThat(model.valueOf(INTERNET)).isEqualTo(YES);
        assertThat(model.confirmed(NAME).get()).isTrue();
        model.undo();
        assertThat(model.confirmed(NAME).get()).isFalse();
        assertThat(model.confirmed(BORN).get()).isFalse();
        assertThat(model.valueOf(INTERNET)).isEqualTo(YES);
    }

    @Test
    void whatIsMissingIsSaidOnlyOnceSomebodyWasThere() {
        EntryModel fresh = model(Optional.empty());
        assertThat(fresh.findings(NAME).get()).isEmpty();
        fresh.commitText(NAME, "");
        assertThat(fresh.findings(NAME).get()).as("the keyboard only passed by").isEmpty();
        fresh.commit(INTERNET, YES);
        assertThat(fresh.findings(NAME).get()).extracting(Finding::textKey).containsExactly("check.required");
        Field household = Catalogue.PERSON.field("household");
        assertThat(fresh.findings(household).get()).isEmpty();
        assertThat(fresh.blocked()).hasSize(2);
        assertThat(fresh.findings(household).get()).hasSize(1);
    }

    @Test
    void warningsLetPass() {
        model.commit(SERVICE, new Value.Code(CodeList.YES));
        assertThat(model.findings(SERVICE).get()).extracting(Finding::textKey).containsExactly("check.contradiction");
        assertThat(model.blocked()).isEmpty();
    }

    @Test
    void savedMeansNothingIsOwedButTheLastVisitStays() {
        model.commit(INTERNET, YES);
        Draft sent = model.draft();
        model.commitText(NAME, "Lò Thị Miên");
        model.saved(sent);
        assertThat(model.draft().fields()).containsOnlyKeys(NAME.id());
        assertThat(model.changed(INTERNET).get()).isTrue();
        assertThat(model.isVisited()).isTrue();
    }

    private EntryModel model(Optional<Entry> before) {
        return new EntryModel(Catalogue.PERSON, SCOPE, ID, before, () -> Validation.Context.on(LocalDate.of(2026, 11, 20)), undo);
    }
}
