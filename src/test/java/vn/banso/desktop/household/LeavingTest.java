package vn.banso.desktop.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;

/** What becomes of a form at the door that somebody leaves. */
class LeavingTest extends Doorstep {
    @Test
    void leavingSavesWhatCanBeSavedAndKeepsTheRest() {
        HouseholdForm form = opened();
        int people = form.members().size();
        newMember(form, "Lò Thị Mai", "1956");
        EntryModel odd = newMember(form, "Lò Văn Bình", "năm Thân");
        background.pass();
        model.leave();
        assertThat(laptop.node().linking(Catalogue.PERSON, "household", SCOPE, form.household().id())).hasSize(people);
        assertThat(laptop.node().drafts().list()).extracting(Draft::id).contains(odd.id());
        assertThat(workplace.notice().get().orElseThrow().goOn()).contains(new Place.Household(SCOPE, row.id()));
        model.open(new Place.Household(SCOPE, form.household().id()));
        HouseholdForm again = model.form().get().orElseThrow();
        assertThat(again.members()).hasSize(people + 2);
        assertThat(again.members().stream().filter(m -> m.id().equals(odd.id())).findFirst().orElseThrow().typed(BORN).get())
                .contains("năm Thân");
    }

    @Test
    void theLastKeyBeforeTheWindowClosesIsKept() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Thị Mai", "1956");
        EntryModel odd = newMember(form, "Lò Văn Bình", "năm Thân");
        background.closing();
        model.leave();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isEmpty();
        assertThat(laptop.node().drafts().forms()).singleElement().matches(f -> f.id().equals(form.household().id()) && f.entries().size() == 3);
        assertThat(laptop.node().drafts().list()).extracting(Draft::id).contains(odd.id());
    }

    @Test
    void aHouseholdOfWhomNobodyCanBeSavedStaysADraftWhenTheWindowCloses() {
        HouseholdForm form = openedNew();
        form.household().commitText(HouseholdForm.NUMBER, "501");
        EntryModel only = form.members().getLast();
        only.commitText(HouseholdForm.NAME, "Lường Thị Đóng");
        only.typing(BORN, "19");
        background.closing();
        model.leave();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).as("no household without people").isEmpty();
        background.heard();
        begin();
        model.open(new Place.Household(SCOPE, form.household().id()));
        HouseholdForm again = model.form().get().orElseThrow();
        assertThat(again.household().valueOf(HouseholdForm.NUMBER)).isEqualTo(new Value.Whole(501));
        assertThat(again.name()).contains("Lường Thị Đóng");
        assertThat(again.members().getFirst().typed(BORN).get()).contains("19");
    }

    @Test
    void aNewHouseholdIsNeverWrittenIntoTheRegisterByLeaving() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Thị Mai", "1956");
        model.leave();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isEmpty();
        Notice told = workplace.notice().get().orElseThrow();
        assertThat(told.sentences().getFirst().key()).isEqualTo("saving.left");
        model.open(told.goOn().orElseThrow());
        assertThat(model.form().get().orElseThrow().name()).contains("Lò Thị Mai");
        model.save();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isPresent();
        assertThat(laptop.node().drafts().forms()).isEmpty();
    }

    @Test
    void whatStaysADraftIsKeptInTheSameWorkAsTheSave() {
        HouseholdForm form = opened();
        newMember(form, "Lò Thị Mai", "1956");
        EntryModel odd = newMember(form, "Lò Văn Bình", "năm Thân");
        int before = background.asked();
        background.closing();
        model.leave();
        assertThat(background.asked() - before).isEqualTo(1);
        assertThat(laptop.node().drafts().list()).extracting(Draft::id).containsExactlyInAnyOrder(form.household().id(), odd.id());
        assertThat(laptop.node().drafts().list().stream().filter(d -> d.type() == Catalogue.HOUSEHOLD).findFirst().orElseThrow().fields())
                .as("what the register has is not said again").isEmpty();
    }

    @Test
    void aHouseholdJustBegunStaysADraftAndIsToldCalmly() {
        HouseholdForm form = openedNew();
        form.household().commitText(Catalogue.HOUSEHOLD.field("phone"), "0912345678");
        long changes = workplace.changes().get();
        model.leave();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isEmpty();
        assertThat(laptop.node().drafts().list()).extracting(Draft::id).containsExactly(form.household().id());
        assertThat(workplace.notice().get()).contains(Notice.done("saving.left").goingOnAt(new Place.Household(SCOPE, form.household().id())));
        assertThat(workplace.changes().get()).as("Home and the line of truth count it").isGreaterThan(changes);
    }

    @Test
    void nothingIsCalledKeptBeforeTheDiskHasIt() {
        HouseholdForm form = opened();
        form.household().typing(HouseholdForm.NUMBER, "mười");
        background.failing(new IllegalStateException("the disk is full"));
        model.leave();
        assertThat(workplace.notice().get().orElseThrow().tone()).isEqualTo(Notice.Tone.LOOK);
        background.working();
        HouseholdForm fresh = openedNew();
        newMember(fresh, "Lò Thị Mai", "1956");
        background.failing(new IllegalStateException("the disk is full"));
        model.leave();
        assertThat(workplace.notice().get().orElseThrow().sentences()).noneMatch(s -> s.key().equals("saving.left"));
        background.working();
    }

    @Test
    void aNumberOfOnesOwnIsADraftToo() {
        HouseholdForm form = openedNew();
        form.household().commitText(HouseholdForm.NUMBER, "501");
        model.leave();
        assertThat(laptop.node().drafts().list()).extracting(Draft::id).containsExactly(form.household().id());
    }

    @Test
    void whatWasTakenBackRightBeforeLeavingLeavesNoDraft() {
        HouseholdForm form = opened();
        form.household().commit(ADDRESS, new Value.Text("Sau nhà văn hóa"));
        background.pass();
        form.undo().undo();
        long changes = workplace.changes().get();
        model.leave();
        assertThat(laptop.node().drafts().list()).isEmpty();
        assertThat(workplace.changes().get()).isGreaterThan(changes);
    }

    @Test
    void whoHasGoneElsewhereIsNotTakenToTheNextHousehold() {
        HouseholdForm form = opened();
        form.household().commit(ADDRESS, new Value.Text("Sau nhà văn hóa"));
        List<Place> elsewhere = new ArrayList<>();
        workplace.changes().subscribe((_, _) -> {
            if (elsewhere.isEmpty()) {
                elsewhere.add(new Place.Today());
                model.leave();
            }
        });
        model.saveAndNext();
        assertThat(stored(form).text(ADDRESS)).contains("Sau nhà văn hóa");
        assertThat(went).isEmpty();
        assertThat(model.form().get()).isEmpty();
    }

    @Test
    void havingLeftIsTakenBackAloneWhateverWasWrittenSince() {
        HouseholdForm form = opened();
        Optional<Value> since = stored(form).value(HouseholdActs.SINCE);
        new HouseholdActs(model).markLeft(form);
        form.household().commit(ADDRESS, new Value.Text("Sau nhà văn hóa"));
        model.leave();
        assertThat(stored(form).value(HouseholdActs.SINCE)).contains(new Value.Day(2026, 11, 20));
        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(stored(form).value(HouseholdActs.SINCE)).isEqualTo(since);
        assertThat(stored(form).text(ADDRESS)).contains("Sau nhà văn hóa");
    }

    @Test
    void aProblemIsADraftUntilSomebodyAddsIt() {
        HouseholdForm form = opened();
        form.problem(Optional.of(OpenProblem.of(workplace, form, laptop.node().freshId(), Optional.empty())));
        model.leave();
        assertThat(laptop.node().drafts().forms()).as("nothing was said").isEmpty();
        HouseholdForm again = opened();
        OpenProblem problem = OpenProblem.of(workplace, again, laptop.node().freshId(), Optional.empty());
        again.problem(Optional.of(problem));
        problem.entry().typing(Catalogue.PROBLEM.field("text"), "Từ bão không có sóng");
        model.leave();
        assertThat(laptop.node().entries(Catalogue.PROBLEM, SCOPE)).isEmpty();
        assertThat(laptop.node().drafts().forms()).singleElement().matches(f -> f.page().equals(row.id()));
        opened();
        assertThat(model.part().get()).as("that is what was left half done").isEqualTo(Part.PROBLEMS);
    }

    @Test
    void whoMayOnlyReadWritesNothing() {
        HouseholdForm form = opened();
        workplace.me().set(Optional.empty());
        form.keepAll();
        model.save();
        model.leave();
        assertThat(stored(form).day(HouseholdForm.LAST_VISIT)).isNotEqualTo(Optional.of(new Value.Day(2026, 11, 20)));
    }

    @Test
    void lookingAndLeavingWritesNothing() {
        int before = laptop.node().history(SCOPE, row.id()).size();
        opened();
        model.leave();
        openedNew();
        model.leave();
        assertThat(laptop.node().history(SCOPE, row.id())).hasSize(before);
        assertThat(laptop.node().drafts().list()).isEmpty();
        assertThat(laptop.node().households().page(HouseholdFilter.ALL, 0, 1).total()).isEqualTo(12);
    }

    @Test
    void keepingAllNotesTheVisit() {
        HouseholdForm form = opened();
        form.keepAll();
        model.leave();
        assertThat(stored(form).day(HouseholdForm.LAST_VISIT)).contains(new Value.Day(2026, 11, 20));
    }
}
