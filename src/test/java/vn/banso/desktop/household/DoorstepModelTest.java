package vn.banso.desktop.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.saving.SaveState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;

/** The form at the door, without windows: what is kept when, what is saved when, and what the line says about it. */
class DoorstepModelTest extends Doorstep {
    @Test
    void aHouseholdOpensWithItsHeadFirstAndAnEmptyLineLast() {
        HouseholdForm form = opened();
        assertThat(form.name()).contains(row.head());
        assertThat(form.members()).hasSize(row.members() + 1);
        assertThat(form.isDirty()).isFalse();
        assertThat(model.state().get()).isInstanceOf(SaveState.Untouched.class);
    }

    @Test
    void whatIsTypedIsADraftBeforeItIsSaved() {
        HouseholdForm form = opened();
        form.household().commit(ADDRESS, new Value.Text("Sau nhà văn hóa"));
        assertThat(model.state().get()).isInstanceOf(SaveState.Writing.class);
        background.pass();
        assertThat(model.state().get()).isInstanceOf(SaveState.DraftKept.class);
        assertThat(laptop.node().drafts().list()).hasSize(1);
        assertThat(stored(form).text(ADDRESS)).isNotEqualTo(Optional.of("Sau nhà văn hóa"));
        model.save();
        assertThat(model.state().get()).isInstanceOf(SaveState.Saved.class);
        assertThat(laptop.node().drafts().list()).isEmpty();
        assertThat(stored(form).text(ADDRESS)).contains("Sau nhà văn hóa");
        background.pass();
        assertThat(model.state().get()).isInstanceOf(SaveState.Saved.class);
    }

    @Test
    void whatIsTakenBackLeavesNoDraft() {
        HouseholdForm form = opened();
        form.household().commit(ADDRESS, new Value.Text("Sau nhà văn hóa"));
        background.pass();
        form.undo().undo();
        background.pass();
        assertThat(laptop.node().drafts().list()).isEmpty();
        assertThat(model.state().get()).isInstanceOf(SaveState.Untouched.class);
    }

    @Test
    void theDraftIsBackAfterAPulledPlug() {
        HouseholdForm form = opened();
        EntryModel member = form.members().getFirst();
        form.household().commit(FIBRE, YES);
        member.typing(BORN, "20/11/19");
        newMember(form, "Lò Văn Bình", "1990");
        background.pass();
        laptop = laptop.reopened();
        begin();
        HouseholdForm again = opened();
        assertThat(again.household().valueOf(FIBRE)).isEqualTo(YES);
        assertThat(again.members().getFirst().typed(BORN).get()).contains("20/11/19");
        assertThat(again.members()).anyMatch(m -> m.valueOf(HouseholdForm.NAME).equals(new Value.Text("Lò Văn Bình")));
        assertThat(model.state().get()).isInstanceOf(SaveState.DraftKept.class);
    }

    @Test
    void aNewHouseholdIsSavedWithItsPeopleAndTheFirstIsTheHead() {
        HouseholdForm form = openedNew();
        assertThat(form.household().valueOf(HouseholdForm.NUMBER)).isInstanceOf(Value.Whole.class);
        assertThat(form.isDirty()).isFalse();
        EntryModel mai = newMember(form, "Lò Thị Mai", "1956");
        newMember(form, "Lò Văn Bình", "1990");
        assertThat(form.members()).hasSize(3);
        assertThat(form.household().valueOf(HouseholdForm.HEAD)).isEqualTo(new Value.Ref(mai.id()));
        model.save();
        Entry saved = stored(form);
        assertThat(saved.ref(HouseholdForm.HEAD)).contains(mai.id());
        assertThat(saved.day(HouseholdForm.LAST_VISIT)).contains(new Value.Day(2026, 11, 20));
        assertThat(laptop.node().linking(Catalogue.PERSON, "household", SCOPE, form.household().id())).hasSize(2);
    }

    @Test
    void takingTheNameBackTakesBackWhatFollowedFromIt() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Thị Mai", "1956");
        form.undo().undo();
        form.undo().undo();
        assertThat(form.household().valueOf(HouseholdForm.HEAD)).isEqualTo(Value.BLANK);
        form.undo().undo();
        assertThat(form.isDirty()).isFalse();
        form.undo().redo();
        form.undo().redo();
        assertThat(form.household().valueOf(HouseholdForm.HEAD)).isInstanceOf(Value.Ref.class);
    }

    @Test
    void blocksAreShownAndNothingIsCalledSaved() {
        HouseholdForm form = openedNew();
        EntryModel mai = newMember(form, "Lò Thị Mai", "năm Thân");
        model.save();
        assertThat(model.state().get()).isNotInstanceOf(SaveState.Saved.class);
        assertThat(model.look().get()).hasValueSatisfying(s -> assertThat(s.entry()).isSameAs(mai));
        assertThat(workplace.notice().get()).hasValueSatisfying(n -> assertThat(n.tone()).isEqualTo(Notice.Tone.WAIT));
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isEmpty();
    }

    @Test
    void aHouseholdOfNobodyIsNotSaved() {
        HouseholdForm form = openedNew();
        Consent.say(form.household(), Consent.GIVEN, form.today());
        model.saveAndNext();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.needs_name"));
        form.household().commitText(Catalogue.HOUSEHOLD.field("phone"), "0912345678");
        model.saveAndNext();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isEmpty();
        assertThat(model.form().get()).as("stays").contains(form);
        assertThat(model.look().get()).hasValueSatisfying(s -> assertThat(s.field()).isEqualTo(HouseholdForm.NAME));
        EntryModel first = form.members().getFirst();
        assertThat(first.findings(HouseholdForm.NAME).get()).hasSize(1);
        first.commitText(HouseholdForm.NAME, "Lò Thị Mai");
        model.save();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isPresent();
        assertThat(workplace.notice().get()).as("no longer true").isNotEqualTo(Optional.of(Notice.wait("household.needs_name")));
    }

    @Test
    void whatIsSavedIsSaidAndWhatWasToldOfBlocksGoes() {
        HouseholdForm form = openedNew();
        EntryModel mai = newMember(form, "Lò Thị Mai", "năm Thân");
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.blocked", 1));
        mai.commitText(BORN, "1956");
        assertThat(workplace.notice().get()).as("never ahead of the truth").isNotEqualTo(Optional.of(Notice.done("household.saved", "Lò Thị Mai")));
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.done("household.saved", "Lò Thị Mai"));
    }

    @Test
    void whatWasToldOfBlocksGoesWithTheForm() {
        HouseholdForm form = openedNew();
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.needs_consent"));
        model.leave();
        assertThat(workplace.notice().get()).isEmpty();
        Notice other = Notice.wait("household.read_only");
        model.open(new Place.Household(SCOPE, row.id()));
        workplace.tell(other);
        model.leave();
        assertThat(workplace.notice().get()).as("somebody else's").contains(other);
        assertThat(laptop.node().drafts().list()).extracting(d -> d.id()).doesNotContain(form.household().id());
    }

    @Test
    void aDepartureThatWasSavedCanStillBeTakenBack() {
        HouseholdForm form = opened();
        new HouseholdActs(model).markLeft(form);
        model.save();
        assertThat(workplace.notice().get().flatMap(Notice::undo)).isPresent();
    }

    @Test
    void aVillageThatIsInNoListStaysAsItWasTyped() {
        HouseholdForm form = openedNew();
        Consent.say(form.household(), Consent.GIVEN, form.today());
        form.household().typing(HouseholdForm.VILLAGE, "zz");
        form.household().commitText(HouseholdForm.VILLAGE, "zz");
        model.saveAndNext();
        assertThat(model.form().get()).contains(form);
        assertThat(form.household().typed(HouseholdForm.VILLAGE).get()).contains("zz");
        assertThat(form.household().findings(HouseholdForm.VILLAGE).get()).anyMatch(f -> f.blocks());
        assertThat(model.look().get()).hasValueSatisfying(s -> assertThat(s.field()).isEqualTo(HouseholdForm.VILLAGE));
        model.leave();
        model.open(new Place.Household(SCOPE, form.household().id()));
        assertThat(model.form().get().orElseThrow().household().typed(HouseholdForm.VILLAGE).get()).contains("zz");
    }

    @Test
    void afterSavingComesTheNextOfTheVillageAndAfterTheLastANewOne() {
        model.open(new Place.Household(SCOPE, row.id()));
        HouseholdFilter village = HouseholdFilter.ALL.withVillage(SCOPE, row.village());
        List<HouseholdRow> rows = laptop.node().households().page(village, 0, 100).rows();
        model.saveAndNext();
        assertThat(went.getLast()).isEqualTo(rows.size() > 1 ? new Place.Household(SCOPE, rows.get(1).id())
                : new Place.NewHousehold(row.scope(), row.village()));
        model.open(new Place.Household(SCOPE, rows.getLast().id()));
        model.saveAndNext();
        assertThat(went.getLast()).isEqualTo(new Place.NewHousehold(row.scope(), row.village()));
    }

    @Test
    void fiveNewHouseholdsFollowEachOtherWithRisingNumbers() {
        HouseholdForm first = openedNew();
        long number = ((Value.Whole) first.household().valueOf(HouseholdForm.NUMBER)).number();
        for (int i = 0; i < 5; i++) {
            HouseholdForm form = model.form().get().orElseThrow();
            assertThat(form.household().valueOf(HouseholdForm.NUMBER)).isEqualTo(new Value.Whole(number + i));
            newMember(form, "Nông Văn " + "ABCDE".charAt(i), "198" + i);
            model.saveAndNext();
        }
        assertThat(laptop.node().households().page(HouseholdFilter.ALL, 0, 1).total()).isEqualTo(17);
    }

    @Test
    void aHouseholdWrittenDownTwiceIsNoticedWhileItIsTyped() {
        Entry head = laptop.node().linking(Catalogue.PERSON, "household", SCOPE, row.id()).stream()
                .filter(p -> p.text(HouseholdForm.NAME).equals(Optional.of(row.head()))).findFirst().orElseThrow();
        HouseholdForm form = openedNew();
        EntryModel member = form.members().getLast();
        member.typing(HouseholdForm.NAME, row.head());
        background.pass();
        assertThat(model.duplicates()).isEmpty();
        member.typing(BORN, String.valueOf(head.day(BORN).orElseThrow().year()));
        background.pass();
        assertThat(model.duplicates()).extracting(a -> a.household()).contains(row.id());
    }

    @Test
    void theOtherOfTwoAlikeOpensAndMineStaysADraftOrIsDropped() {
        long all = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).total();
        HouseholdForm form = alike();
        new HouseholdActs(model).openOther(model.duplicates().getFirst());
        assertThat(went).containsExactly(new Place.Household(SCOPE, row.id()));
        model.leave();
        assertThat(laptop.node().drafts().forms()).extracting(f -> f.id()).containsExactly(form.household().id());
        model.open(new Place.Household(SCOPE, form.household().id()));
        background.pass();
        new HouseholdActs(model).dropForOther(model.duplicates().getFirst());
        model.leave();
        background.pass();
        assertThat(laptop.node().drafts().forms()).isEmpty();
        assertThat(laptop.node().households().page(HouseholdFilter.ALL, 0, 1).total()).as("never saved").isEqualTo(all);
        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(laptop.node().drafts().forms()).extracting(f -> f.id()).containsExactly(form.household().id());
    }

    private HouseholdForm alike() {
        HouseholdForm form = openedNew();
        for (Entry person : laptop.node().linking(Catalogue.PERSON, "household", SCOPE, row.id())) {
            EntryModel line = form.members().getLast();
            line.commit(HouseholdForm.NAME, person.value(HouseholdForm.NAME).orElseThrow());
            line.commit(BORN, person.value(BORN).orElse(Value.BLANK));
        }
        background.pass();
        return form;
    }

    @Test
    void theSamePlaceAgainIsTheSameHouseholdAgain() {
        Place place = new Place.NewHousehold(row.scope(), row.village());
        model.open(place);
        HouseholdForm form = model.form().get().orElseThrow();
        newMember(form, "Lò Thị Mai", "1956");
        model.leave();
        model.open(place);
        assertThat(model.form().get().orElseThrow().household().id()).isEqualTo(form.household().id());
        model.leave();
        model.open(new Place.NewHousehold(row.scope(), row.village()));
        assertThat(model.form().get().orElseThrow().household().id()).isNotEqualTo(form.household().id());
    }

    @Test
    void whoRefusesIsNotWrittenDown() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Thị Mai", "1956");
        form.household().commit(FIBRE, YES);
        new ConsentRefusal(form);
        assertThat(form.members()).hasSize(1);
        model.save();
        assertThat(laptop.node().linking(Catalogue.PERSON, "household", SCOPE, form.household().id())).isEmpty();
        assertThat(stored(form).value(FIBRE)).isEmpty();
        assertThat(stored(form).code(Consent.ANSWER)).isEqualTo(2);
        assertThat(stored(form).ref(HouseholdForm.VILLAGE)).contains(row.village());
        form.undo().undo();
        assertThat(form.members()).hasSize(2);
    }
}
