package vn.banso.desktop.saving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.batches.RecordState;
import vn.banso.store.files.StoreException;
import vn.banso.store.writing.FormDraft;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Held;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What is written in a form is never lost with the page, and goes into the register only when it may. */
class AutoSaveTest {
    private static final Field DECISION = Catalogue.TEAM.field("decision_number");
    private static final Field NAME = Catalogue.VILLAGE.field("name");
    private static final Field COUNT = Catalogue.VILLAGE.field("household_count");

    @TempDir
    private Path folder;
    private final AtOnce background = new AtOnce();
    private Laptop laptop;
    private OpenRegister workplace;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 0);
        workplace = new OpenRegister(laptop.node(), background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private EntryModel entry(EntryType type, EntryId id, Optional<Entry> before) {
        return new EntryModel(type, Neighbourhood.SANG_MOC, id, before, () -> Validation.Context.on(workplace.today()));
    }

    private List<FormDraft> drafts() {
        return laptop.node().drafts().forms();
    }

    @Test
    void whatTheRegisterDoesNotTakeIsKept() {
        EntryModel team = entry(Catalogue.TEAM, laptop.node().freshId(), Optional.empty());
        AutoSave saving = new AutoSave(workplace, team);
        team.commitText(DECISION, "12/QĐ-UBND");
        saving.save(List.of(team), () -> { });
        assertThat(saving.state().get()).as("teams are written by officers").isInstanceOf(SaveState.Refused.class);
        assertThat(workplace.notice().get().orElseThrow().sentences().getFirst().key()).isEqualTo("saving.refused.form");
        assertThat(drafts()).singleElement().matches(f -> f.id().equals(team.id())
                && f.entries().getFirst().value(DECISION).equals(Optional.of(new Value.Text("12/QĐ-UBND"))));
    }

    @Test
    void whatIsNewStaysADraftUntilSomebodySavesIt() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        AutoSave saving = new AutoSave(workplace, new EntryForm(DraftPlace.VILLAGES, List.of(village), java.util.Map::of), AutoSave.When.AS_WRITTEN);
        village.commitText(NAME, "Nà Lay");
        background.pass();
        assertThat(saving.state().get()).isInstanceOf(SaveState.DraftKept.class);
        saving.leave();
        assertThat(laptop.node().entry(Neighbourhood.SANG_MOC, village.id())).as("valid, and nobody said so").isEmpty();
        assertThat(drafts()).hasSize(1);
        assertThat(workplace.notice().get().orElseThrow().goOn()).contains(new Place.Villages());
    }

    @Test
    void aDraftThatIsFoundAgainSaysWhenItWasWritten() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        AutoSave saving = new AutoSave(workplace, village);
        village.commitText(NAME, "Nà Lay");
        background.pass();
        saving.leave();
        OpenRegister tomorrow = new OpenRegister(laptop.node(), background, Clock.offset(Laptop.CLOCK, Duration.ofDays(1)), new Answers(),
                new SimpleObjectProperty<>(Settings.USUAL));
        EntryModel again = entry(Catalogue.VILLAGE, village.id(), Optional.empty());
        AutoSave found = new AutoSave(tomorrow, again);
        found.restore(drafts().getFirst());
        assertThat(found.state().get()).isEqualTo(new SaveState.DraftKept(Laptop.CLOCK.instant()));
    }

    @Test
    void whatIsSavedLeavesNoDraftAndIsNotAskedAbout() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        AutoSave saving = new AutoSave(workplace, village);
        village.commitText(NAME, "Nà Lay");
        background.pass();
        saving.save(List.of(village), () -> { });
        background.pass();
        assertThat(saving.state().get()).isInstanceOf(SaveState.Saved.class);
        assertThat(drafts()).isEmpty();
        village.commitText(COUNT, "47");
        background.pass();
        assertThat(laptop.node().entry(Neighbourhood.SANG_MOC, village.id()).orElseThrow().whole(COUNT)).as("there by now: as it is written")
                .contains(47L);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void whatTheMachineFilledInIsNoDraft() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        village.commitText(NAME, "filled in");
        AutoSave saving = new AutoSave(workplace, village);
        saving.now();
        saving.leave();
        assertThat(drafts()).isEmpty();
        assertThat(workplace.notice().get()).isEmpty();
    }

    @Test
    void whatIsDroppedIsGoneAndWritesNothingLater() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        AutoSave saving = new AutoSave(workplace, village);
        village.commitText(NAME, "Nà Lay");
        background.pass();
        village.commitText(COUNT, "4");
        List<FormDraft> dropped = new ArrayList<>();
        saving.discard(dropped::add);
        background.pass();
        saving.now();
        assertThat(drafts()).isEmpty();
        assertThat(dropped.getFirst().entries().getFirst().value(COUNT)).contains(new Value.Whole(4));
    }

    @Test
    void aDraftThatTheRegisterSaysByNowIsNone() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        village.commitText(NAME, "Nà Lay");
        laptop.node().drafts().keep(FormDraft.of(village.keepsake()));
        assertThat(drafts()).hasSize(1);
        laptop.node().save(List.of(village.draft()));
        assertThat(drafts()).isEmpty();
        assertThat(laptop.node().drafts().list()).isEmpty();
    }

    @Test
    void draftsAreCountedByForm() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        EntryModel other = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        village.commitText(NAME, "Nà Lay");
        other.commitText(NAME, "Khuổi Mười");
        laptop.node().drafts().keep(FormDraft.of(List.of(village.keepsake(), other.keepsake())));
        assertThat(laptop.node().ledger().states()).containsEntry(RecordState.DRAFT, 1L);
        laptop.node().drafts().keep(FormDraft.nothing(Neighbourhood.SANG_MOC, village.id()));
        assertThat(laptop.node().ledger().states()).containsEntry(RecordState.DRAFT, 0L);
    }

    /** What is typed while the disk is slow is not in what was asked to be saved; leaving does not wait, and locking hears no answers. */
    @Test
    void whatIsWrittenWhileASaveIsUnderWayIsKeptByLeaving() {
        Held slow = new Held();
        OpenRegister waiting = new OpenRegister(laptop.node(), slow, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        AutoSave saving = new AutoSave(waiting, village);
        village.commitText(NAME, "Nà Lay");
        saving.save(List.of(village), () -> { });
        village.commitText(COUNT, "47");
        saving.leave();
        waiting.locked();
        while (slow.isWaiting()) {
            slow.letGo();
        }
        assertThat(laptop.node().entry(Neighbourhood.SANG_MOC, village.id()).orElseThrow().text(NAME)).contains("Nà Lay");
        assertThat(laptop.node().drafts().of(Neighbourhood.SANG_MOC, village.id()).orElseThrow().value(COUNT)).contains(new Value.Whole(47));
    }

    @Test
    void whatIsThereAlreadyIsSavedByLeavingAlsoWhileASaveIsUnderWay() {
        EntryId id = laptop.node().freshId();
        EntryModel first = entry(Catalogue.VILLAGE, id, Optional.empty());
        first.commitText(NAME, "Nà Lay");
        laptop.node().save(List.of(first.draft()));
        Held slow = new Held();
        OpenRegister waiting = new OpenRegister(laptop.node(), slow, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        EntryModel village = entry(Catalogue.VILLAGE, id, laptop.node().entry(Neighbourhood.SANG_MOC, id));
        AutoSave saving = new AutoSave(waiting, village);
        village.commitText(COUNT, "4");
        saving.now();
        village.commitText(COUNT, "47");
        saving.leave();
        while (slow.isWaiting()) {
            slow.letGo();
        }
        assertThat(laptop.node().entry(Neighbourhood.SANG_MOC, id).orElseThrow().whole(COUNT)).contains(47L);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void aDraftThatCouldNotBeWrittenIsWrittenAgain() {
        EntryModel village = entry(Catalogue.VILLAGE, laptop.node().freshId(), Optional.empty());
        AutoSave saving = new AutoSave(workplace, village);
        village.commitText(NAME, "Nà Lay");
        background.failing(new StoreException(StoreException.Reason.FULL, "no room"));
        background.pass();
        assertThat(drafts()).isEmpty();
        assertThat(saving.state().get()).as("nobody is told that it is kept").isInstanceOf(SaveState.NotWritten.class);
        background.working();
        saving.leave();
        assertThat(drafts()).hasSize(1);
    }
}
