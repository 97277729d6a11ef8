package vn.banso.desktop.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Workplace;
import vn.banso.register.Catalogue;
import vn.banso.register.CodeList;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;
import vn.banso.store.HouseholdFilter;
import vn.banso.store.HouseholdRow;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.Role;

/** The form at the door, without windows: what is kept when, what is saved when, and what the line says about it. */
class DoorstepModelTest {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    private static final Field FIBRE = Catalogue.HOUSEHOLD.field("fibre_available");
    private static final Field ADDRESS = Catalogue.HOUSEHOLD.field("address_hint");
    private static final Field BORN = Catalogue.PERSON.field("born");
    private static final Value YES = new Value.Code(CodeList.YES);

    @TempDir
    Path folder;
    private final AtOnce background = new AtOnce();
    private final List<Place> went = new ArrayList<>();
    private Laptop laptop;
    private Workplace workplace;
    private DoorstepModel model;
    private HouseholdRow row;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 12);
        begin();
        row = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
    }

    private void begin() {
        workplace = new Workplace(laptop.node(), background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        model = new DoorstepModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {
                went.add(place);
            }

            @Override
            public void back() {}
        });
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    @Test
    void aHouseholdOpensWithItsHeadFirstAndAnEmptyLineLast() {
        HouseholdForm form = opened();
        assertThat(form.name()).contains(row.head());
        assertThat(form.members()).hasSize(row.members() + 1);
        assertThat(form.isDirty()).isFalse();
        assertThat(model.keeping().get()).isInstanceOf(Keeping.Untouched.class);
    }

    @Test
    void whatIsTypedIsADraftBeforeItIsSaved() {
        HouseholdForm form = opened();
        form.household().commit(ADDRESS, new Value.Text("Sau nhà văn hóa"));
        assertThat(model.keeping().get()).isInstanceOf(Keeping.Writing.class);
        background.pass();
        assertThat(model.keeping().get()).isInstanceOf(Keeping.DraftKept.class);
        assertThat(laptop.node().drafts().list()).hasSize(1);
        assertThat(stored(form).text(ADDRESS)).isNotEqualTo(Optional.of("Sau nhà văn hóa"));
        model.save();
        assertThat(model.keeping().get()).isInstanceOf(Keeping.Saved.class);
        assertThat(laptop.node().drafts().list()).isEmpty();
        assertThat(stored(form).text(ADDRESS)).contains("Sau nhà văn hóa");
        background.pass();
        assertThat(model.keeping().get()).isInstanceOf(Keeping.Saved.class);
    }

    @Test
    void whatIsTakenBackLeavesNoDraft() {
        HouseholdForm form = opened();
        form.household().commit(ADDRESS, new Value.Text("Sau nhà văn hóa"));
        background.pass();
        form.undo().undo();
        background.pass();
        assertThat(laptop.node().drafts().list()).isEmpty();
        assertThat(model.keeping().get()).isInstanceOf(Keeping.Untouched.class);
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
        assertThat(model.keeping().get()).isInstanceOf(Keeping.DraftKept.class);
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
        assertThat(form.isDirty()).isFalse();
        form.undo().redo();
        assertThat(form.household().valueOf(HouseholdForm.HEAD)).isInstanceOf(Value.Ref.class);
    }

    @Test
    void blocksAreShownAndNothingIsCalledSaved() {
        HouseholdForm form = openedNew();
        EntryModel mai = newMember(form, "Lò Thị Mai", "năm Thân");
        model.save();
        assertThat(model.keeping().get()).isNotInstanceOf(Keeping.Saved.class);
        assertThat(model.look().get()).hasValueSatisfying(s -> assertThat(s.entry()).isSameAs(mai));
        assertThat(workplace.notice().get()).hasValueSatisfying(n -> assertThat(n.tone()).isEqualTo(Notice.Tone.WAIT));
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isEmpty();
    }

    @Test
    void leavingSavesWhatCanBeSavedAndKeepsTheRest() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Thị Mai", "1956");
        EntryModel odd = newMember(form, "Lò Văn Bình", "năm Thân");
        background.pass();
        model.leave();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isPresent();
        assertThat(laptop.node().linking(Catalogue.PERSON, "household", SCOPE, form.household().id())).hasSize(1);
        assertThat(laptop.node().drafts().list()).extracting(Draft::id).contains(odd.id());
        model.open(new Place.Household(SCOPE, form.household().id()));
        HouseholdForm again = model.form().get().orElseThrow();
        assertThat(again.members()).hasSize(3);
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
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isPresent();
        assertThat(laptop.node().drafts().list()).extracting(Draft::id).as("with the household, by which it is found")
                .containsExactlyInAnyOrder(form.household().id(), odd.id());
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

    @Test
    void afterSavingComesTheNextOfTheVillageAndAfterTheLastANewOne() {
        model.open(new Place.Household(SCOPE, row.id()));
        HouseholdFilter village = HouseholdFilter.ALL.withVillage(SCOPE, row.village());
        List<HouseholdRow> rows = laptop.node().households().page(village, 0, 100).rows();
        model.saveAndNext();
        assertThat(went.getLast()).isEqualTo(rows.size() > 1 ? new Place.Household(SCOPE, rows.get(1).id())
                : new Place.NewHousehold(Optional.of(row.village())));
        model.open(new Place.Household(SCOPE, rows.getLast().id()));
        model.saveAndNext();
        assertThat(went.getLast()).isEqualTo(new Place.NewHousehold(Optional.of(row.village())));
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
        assertThat(model.alike()).isEmpty();
        member.typing(BORN, String.valueOf(head.day(BORN).orElseThrow().year()));
        background.pass();
        assertThat(model.alike()).extracting(a -> a.household()).contains(row.id());
    }

    @Test
    void theSamePlaceAgainIsTheSameHouseholdAgain() {
        Place place = new Place.NewHousehold(Optional.of(row.village()));
        model.open(place);
        HouseholdForm form = model.form().get().orElseThrow();
        newMember(form, "Lò Thị Mai", "1956");
        model.leave();
        model.open(place);
        assertThat(model.form().get().orElseThrow().household().id()).isEqualTo(form.household().id());
        model.leave();
        model.open(new Place.NewHousehold(Optional.of(row.village())));
        assertThat(model.form().get().orElseThrow().household().id()).isNotEqualTo(form.household().id());
    }

    @Test
    void whoRefusesIsNotWrittenDown() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Thị Mai", "1956");
        form.household().commit(FIBRE, YES);
        form.refuse();
        assertThat(form.members()).hasSize(1);
        model.save();
        assertThat(laptop.node().linking(Catalogue.PERSON, "household", SCOPE, form.household().id())).isEmpty();
        assertThat(stored(form).value(FIBRE)).isEmpty();
        assertThat(stored(form).code(Consent.ANSWER)).isEqualTo(2);
        assertThat(stored(form).ref(HouseholdForm.VILLAGE)).contains(row.village());
        form.undo().undo();
        assertThat(form.members()).hasSize(2);
    }

    private HouseholdForm opened() {
        model.open(new Place.Household(SCOPE, row.id()));
        return model.form().get().orElseThrow();
    }

    private HouseholdForm openedNew() {
        model.open(new Place.NewHousehold(Optional.of(row.village())));
        return model.form().get().orElseThrow();
    }

    private static EntryModel newMember(HouseholdForm form, String name, String born) {
        EntryModel line = form.members().getLast();
        line.commitText(HouseholdForm.NAME, name);
        line.commitText(BORN, born);
        return line;
    }

    private Entry stored(HouseholdForm form) {
        return laptop.node().entry(SCOPE, form.household().id()).orElseThrow();
    }
}
