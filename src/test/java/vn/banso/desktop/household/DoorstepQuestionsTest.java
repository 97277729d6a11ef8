package vn.banso.desktop.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.kit.Notice;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.Value;

/** What the form at the door asks once, and what follows from the answers. */
class DoorstepQuestionsTest extends Doorstep {
    @Test
    void theFamilyIsAskedOnceBeforeItIsSaved() {
        HouseholdForm form = openedNew();
        EntryModel mai = form.members().getLast();
        mai.commitText(HouseholdForm.NAME, "Lò Thị Mai");
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.needs_consent"));
        assertThat(model.look().get()).contains(new FieldLocation(form.household(), Consent.ANSWER));
        assertThat(laptop.node().entry(SCOPE, form.household().id())).isEmpty();
        new HouseholdActs(model).consent(form, Consent.GIVEN);
        model.save();
        assertThat(stored(form).code(Consent.ANSWER)).isEqualTo(1);
        model.save();
        assertThat(workplace.notice().get()).as("not asked again").isNotEqualTo(Optional.of(Notice.wait("household.needs_consent")));
    }

    @Test
    void aRefusalTakesWhatWasWrittenAndGivesItBack() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Thị Mai", "1956");
        form.household().commit(FIBRE, YES);
        form.household().commitText(ADDRESS, "sau chợ");
        new HouseholdActs(model).consent(form, Consent.REFUSED);
        assertThat(form.household().valueOf(ADDRESS)).isEqualTo(Value.BLANK);
        assertThat(form.household().valueOf(HouseholdForm.HEAD)).isEqualTo(Value.BLANK);
        assertThat(form.household().valueOf(HouseholdForm.NUMBER)).isInstanceOf(Value.Whole.class);
        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(form.household().valueOf(ADDRESS)).isEqualTo(new Value.Text("sau chợ"));
        assertThat(form.members()).hasSize(2);
    }

    @Test
    void takingARefusalBackLeavesWhatWasWrittenSince() {
        HouseholdForm form = openedNew();
        EntryModel mai = newMember(form, "Lò Thị Mai", "1956");
        form.household().commitText(ADDRESS, "sau chợ");
        new HouseholdActs(model).consent(form, Consent.REFUSED);
        form.household().commitText(HouseholdForm.NUMBER, "77");
        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(form.household().valueOf(HouseholdForm.NUMBER)).as("written since").isEqualTo(new Value.Whole(77));
        assertThat(form.household().valueOf(ADDRESS)).isEqualTo(new Value.Text("sau chợ"));
        assertThat(Consent.of(form.household())).isEqualTo(Consent.GIVEN);
        assertThat(form.members()).first().isSameAs(mai);
        assertThat(form.name()).contains("Lò Thị Mai");
        form.undo().undo();
        assertThat(Consent.of(form.household())).as("that too is a step").isEqualTo(Consent.REFUSED);
        assertThat(form.members()).hasSize(1);
    }

    @Test
    void aRefusalThatWasSavedIsTakenBackInTheRegister() {
        HouseholdForm form = opened();
        form.household().commitText(ADDRESS, "sau chợ");
        Consent.say(form.household(), Consent.GIVEN, form.today());
        model.save();
        new HouseholdActs(model).consent(form, Consent.REFUSED);
        model.saveAndNext();
        assertThat(stored(form).text(ADDRESS)).isEmpty();
        model.leave();
        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(stored(form).text(ADDRESS)).contains("sau chợ");
        assertThat(stored(form).code(Consent.ANSWER)).isEqualTo(1);
    }

    @Test
    void whatWasMissingIsNotAskedForAnyMoreOnceItIsThere() {
        HouseholdForm form = openedNew();
        form.members().getLast().commitText(HouseholdForm.NAME, "Lò Văn An");
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.needs_consent"));
        new HouseholdActs(model).consent(form, Consent.GIVEN);
        assertThat(workplace.notice().get()).isEmpty();
        EntryModel mai = newMember(form, "Lò Thị Mai", "1958");
        mai.commit(HouseholdForm.RELATION, HouseholdForm.RELATION.codes().orElseThrow().code("head").orElseThrow());
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.needs_head"));
        form.heads().choose(mai);
        assertThat(workplace.notice().get()).isEmpty();
        mai.commitText(BORN, "31/2/1958");
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.blocked", 1));
        form.household().commitText(ADDRESS, "sau chợ");
        assertThat(workplace.notice().get()).as("something else was written").isPresent();
        mai.commitText(BORN, "1958");
        assertThat(workplace.notice().get()).isEmpty();
    }

    @Test
    void aHouseholdHasOneHeadAndIsCalledAfterIt() {
        HouseholdForm form = openedNew();
        EntryModel an = newMember(form, "Lò Văn An", "1956");
        EntryModel mai = newMember(form, "Lò Thị Mai", "1958");
        Value head = HouseholdForm.RELATION.codes().orElseThrow().code("head").orElseThrow();
        mai.commit(HouseholdForm.RELATION, head);
        assertThat(form.heads().all()).containsExactly(an, mai);
        assertThat(form.name()).contains("Lò Văn An");
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.needs_head"));
        form.heads().choose(mai);
        assertThat(form.name()).contains("Lò Thị Mai");
        assertThat(an.valueOf(HouseholdForm.RELATION)).isEqualTo(Value.BLANK);
        form.undo().undo();
        assertThat(form.heads().all()).hasSize(2);
        form.undo().redo();
        model.save();
        assertThat(workplace.notice().get()).contains(Notice.done("household.saved", "Lò Thị Mai"));
        assertThat(stored(form).ref(HouseholdForm.HEAD)).contains(mai.id());
    }

    @Test
    void anEmptyLineMissesNothingAndAfterTakingBackThereIsOne() {
        HouseholdForm form = openedNew();
        newMember(form, "Lò Văn An", "1956");
        newMember(form, "Lò Thị Mai", "1958");
        EntryModel last = form.members().getLast();
        last.commitText(HouseholdForm.NAME, "");
        assertThat(last.findings(HouseholdForm.NAME).get()).as("the keyboard only passed by").isEmpty();
        form.undo().undo();
        form.undo().undo();
        assertThat(form.members()).hasSize(2);
        assertThat(form.members().getLast().findings(HouseholdForm.NAME).get()).isEmpty();
        form.undo().redo();
        form.undo().redo();
        assertThat(form.members()).hasSize(3);
        assertThat(form.members().get(1).valueOf(HouseholdForm.NAME)).isEqualTo(new Value.Text("Lò Thị Mai"));
    }

    @Test
    void whoAgreesAgreesToEveryPurposeAndWhoRefusesToNone() {
        HouseholdForm form = openedNew();
        Consent.say(form.household(), Consent.GIVEN, form.today());
        assertThat(form.household().valueOf(Consent.PURPOSES)).isEqualTo(new Value.Items(new TreeSet<>(Codes.CONSENT_PURPOSE.codes().values())));
        assertThat(form.household().findings(Consent.PURPOSES).get()).isEmpty();
        Consent.say(form.household(), Consent.WITHDRAWN, form.today());
        assertThat(form.household().valueOf(Consent.PURPOSES)).isEqualTo(Value.BLANK);
        form.undo().undo();
        assertThat(form.household().valueOf(Consent.PURPOSES)).as("one step").isNotEqualTo(Value.BLANK);
        Consent.agreeInPart(form.household(), form.today());
        assertThat(form.household().findings(Consent.PURPOSES).get()).as("what for?").isNotEmpty().noneMatch(Finding::blocks);
    }

    @Test
    void aHouseholdThatRefusesIsSavedWithItsNumber() {
        HouseholdForm form = openedNew();
        form.household().commit(HouseholdForm.NUMBER, Value.BLANK);
        new HouseholdActs(model).consent(form, Consent.REFUSED);
        model.save();
        assertThat(laptop.node().entry(SCOPE, form.household().id())).as("nobody would find it again").isEmpty();
        assertThat(workplace.notice().get()).contains(Notice.wait("household.needs_number"));
        assertThat(model.look().get()).hasValueSatisfying(s -> assertThat(s.field()).isEqualTo(HouseholdForm.NUMBER));
        form.household().commitText(HouseholdForm.NUMBER, "51");
        model.save();
        assertThat(stored(form).whole(HouseholdForm.NUMBER)).contains(51L);
    }

    @Test
    void whatWasAskedOnlyAfterAnAnswerGoesWithIt() {
        HouseholdForm form = openedNew();
        Field business = Catalogue.HOUSEHOLD.field("business");
        Field qr = Catalogue.HOUSEHOLD.field("accepts_qr");
        form.household().commit(business, YES);
        form.household().commit(qr, YES);
        form.household().commit(business, new Value.Code(CodeList.NO));
        assertThat(form.household().valueOf(qr)).isEqualTo(Value.BLANK);
        form.undo().undo();
        assertThat(form.household().valueOf(qr)).isEqualTo(YES);
    }
}
