package vn.banso.desktop.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.NewVillage;
import vn.banso.desktop.form.PickItem;
import vn.banso.desktop.sessions.SessionModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;
import vn.banso.store.register.VillageName;
import vn.banso.store.training.SessionStatus;
import vn.banso.testing.Laptop;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Role;

/** What becomes of a session, and of sessions that stand alone. */
class SessionTest {
    private static final EntryType SESSION = Catalogue.SESSION;

    @TempDir
    private Path folder;
    private Hall hall;

    @AfterEach
    void close() {
        hall.close();
    }

    private SessionModel of(Role role) {
        hall = new Hall(folder, role);
        return hall.open(hall.saved(campaignDay(hall.node.freshId())));
    }

    private static Draft campaignDay(EntryId id) {
        return Draft.of(SESSION, Hall.SCOPE, id).with("kind", Codes.SESSION_KIND.code("campaign_day").orElseThrow())
                .with("date", Value.Day.parse("2026-11-19"));
    }

    private Entry kept(SessionModel model) {
        return hall.node.entry(Hall.SCOPE, model.sheet().get().orElseThrow().session().orElseThrow().id()).orElseThrow();
    }

    @Test
    void aSessionWhoseDayHasPassedWaitsForAWord() {
        SessionModel model = of(Role.TRAINER);
        assertThat(model.phase().get()).isEqualTo(SessionStatus.DUE);
        model.didNotHappen();
        EntryModel form = model.form().get().orElseThrow();
        form.commitText(SESSION.field("problems"), "mất điện");
        hall.background.pass();
        assertThat(SessionStatus.of(kept(model), hall.workplace.today())).isEqualTo(SessionStatus.NOT_HELD);
        assertThat(kept(model).text(SESSION.field("problems"))).contains("mất điện");
        model.become(SessionStatus.PLANNED);
        model.leave();
        assertThat(SessionStatus.of(kept(model), hall.workplace.today())).isEqualTo(SessionStatus.DUE);
    }

    @Test
    void aCampaignDayCountsHeadsWithoutNames() {
        SessionModel model = of(Role.TRAINER);
        EntryModel form = model.form().get().orElseThrow();
        form.commitText(SESSION.field("tally_total"), "120");
        assertThat(model.phase().get()).isEqualTo(SessionStatus.HELD);
        form.commitText(SESSION.field("tally_women"), "130");
        hall.background.pass();
        assertThat(form.findings(SESSION.field("tally_women")).get()).as("more women than people").isNotEmpty();
        assertThat(kept(model).whole(SESSION.field("tally_total"))).as("nothing impossible is written").isEmpty();
        form.commitText(SESSION.field("tally_women"), "70");
        form.commitText(SESSION.field("tally_60_up"), "15");
        hall.background.pass();
        assertThat(kept(model).whole(SESSION.field("tally_total"))).contains(120L);
        assertThat(hall.node.entries(Catalogue.ATTENDANCE, Hall.SCOPE)).isEmpty();
        ClassesModel list = new ClassesModel(hall.workplace);
        list.open();
        assertThat(list.sessions()).singleElement().matches(s -> s.people().orElseThrow() == 120 && s.status() == SessionStatus.HELD);
    }

    @Test
    void whatCannotBeWrittenIsThereAgainAfterTheWindowWasClosed() {
        SessionModel model = of(Role.TRAINER);
        EntryId session = model.form().get().orElseThrow().id();
        model.form().get().orElseThrow().commitText(SESSION.field("tally_total"), "120");
        model.form().get().orElseThrow().commitText(SESSION.field("tally_women"), "130");
        model.leave();
        EntryModel form = hall.open(session).form().get().orElseThrow();
        assertThat(form.valueOf(SESSION.field("tally_women"))).isEqualTo(new Value.Whole(130));
        SessionModel again = hall.open(session);
        again.form().get().orElseThrow().commitText(SESSION.field("tally_women"), "13");
        again.leave();
        assertThat(kept(again).whole(SESSION.field("tally_women"))).contains(13L);
        assertThat(hall.node.drafts().list()).isEmpty();
    }

    @Test
    void whatTheRegisterDoesNotTakeStaysOnThePage() {
        hall = new Hall(folder, Role.VOLUNTEER);
        EntryId session = hall.node.freshId();
        hall.laptop.office().save(List.of(campaignDay(session)));
        hall.node.ledger().take(hall.laptop.office().ledger().seal());
        SessionModel model = hall.open(session);
        var me = hall.workplace.me().get().orElseThrow();
        hall.workplace.me().set(Optional.of(new GrantedDevice(me.id(), me.signingKey(), me.sealingKey(), me.holder(), Role.TRAINER,
                me.communes(), me.revoked(), me.grants())));
        EntryModel form = model.form().get().orElseThrow();
        form.commitText(SESSION.field("place"), "Chợ phiên");
        hall.background.pass();
        assertThat(form.isDirty()).isTrue();
        assertThat(model.form().get()).contains(form);
        assertThat(hall.open(session).form().get().orElseThrow().valueOf(SESSION.field("place"))).isEqualTo(new Value.Text("Chợ phiên"));

        SessionModel planned = hall.open(hall.node.freshId());
        planned.create();
        assertThat(planned.isNew().get()).isTrue();
        planned.create();
        assertThat(planned.form().get().orElseThrow().draft().fields()).as("the whole plan is still to be written").isNotEmpty();
    }

    @Test
    void aLockInTheMiddleIsNoFailure() {
        SessionModel model = of(Role.TRAINER);
        hall.workplace.locked();
        hall.node.close();
        model.open();
        assertThat(model.failing().get()).isEmpty();
        hall.laptop.around().shut(Laptop.NAME);
        hall.workplace.reopened(hall.laptop.around().open(Laptop.NAME));
        model.open();
        assertThat(model.sheet().get()).isPresent();
    }

    @Test
    void aSingleSessionIsPlannedAndFoundInTheList() {
        of(Role.TRAINER);
        EntryId fresh = hall.node.freshId();
        SessionModel model = hall.open(fresh);
        assertThat(model.isNew().get()).isTrue();
        model.form().get().orElseThrow().commitText(SESSION.field("place"), "Chợ phiên");
        assertThat(model.create()).isTrue();
        assertThat(model.isNew().get()).isFalse();
        assertThat(model.part().get()).isEqualTo(SessionModel.Part.ATTENDANCE);
        ClassesModel list = new ClassesModel(hall.workplace);
        list.open();
        list.shown().set(ClassesModel.Shown.SESSIONS);
        list.words().set("cho phien");
        assertThat(list.sessions()).singleElement().matches(s -> s.id().equals(fresh));
        list.words().set("");
        list.which().set(ClassesModel.Which.TO_RECORD);
        assertThat(list.sessions()).hasSize(1).noneMatch(s -> s.id().equals(fresh));
        assertThat(list.count(ClassesModel.Which.TO_COME)).isEqualTo(1);
    }

    @Test
    void aVolunteerTicksButLeavesTheSessionToTheTrainer() {
        SessionModel model = of(Role.TRAINER);
        assertThat(model.mayWrite()).isTrue();
        EntryId session = model.form().get().orElseThrow().id();
        hall.close();
        hall = new Hall(folder.resolve("mai"), Role.VOLUNTEER);
        SessionModel hers = hall.open(session);
        assertThat(hers.mayWrite()).isFalse();
        assertThat(new ClassesModel(hall.workplace).mayPlan()).isFalse();
    }

    @Test
    void headsThatWereCountedAreNotCalledOffWithoutAWord() {
        SessionModel model = of(Role.TRAINER);
        EntryModel form = model.form().get().orElseThrow();
        form.commitText(SESSION.field("tally_total"), "120");
        form.commitText(SESSION.field("tally_women"), "70");
        hall.answers.yes(false);
        model.become(SessionStatus.NOT_HELD);
        assertThat(model.phase().get()).isEqualTo(SessionStatus.HELD);
        hall.answers.yes(true);
        model.become(SessionStatus.NOT_HELD);
        hall.background.pass();
        assertThat(kept(model).whole(SESSION.field("tally_total"))).isEmpty();
        hall.workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        hall.background.pass();
        assertThat(kept(model)).matches(s -> s.whole(SESSION.field("tally_women")).orElseThrow() == 70
                && SessionStatus.of(s, hall.workplace.today()) == SessionStatus.HELD);
    }

    @Test
    void headsThatWereCountedComeBackAlsoFromAnotherPage() {
        SessionModel model = of(Role.TRAINER);
        model.form().get().orElseThrow().commitText(SESSION.field("tally_total"), "120");
        hall.answers.yes(true);
        model.become(SessionStatus.NOT_HELD);
        Runnable back = hall.workplace.notice().get().orElseThrow().undo().orElseThrow();
        hall.background.pass();
        model.leave();
        back.run();
        hall.background.pass();
        assertThat(kept(model)).matches(s -> s.whole(SESSION.field("tally_total")).orElse(0L) == 120 && SessionStatus.of(s, hall.workplace.today()) == SessionStatus.HELD);
    }

    @Test
    void aNewSessionIsSaidToBeThereOnlyOnceItIs() {
        of(Role.TRAINER);
        SessionModel model = hall.open(hall.node.freshId());
        hall.background.closing();
        assertThat(model.create()).isTrue();
        assertThat(model.isNew().get()).as("nobody has read it back").isTrue();
        hall.background.heard();
        assertThat(model.create()).isTrue();
        assertThat(model.isNew().get()).isFalse();
        assertThat(model.part().get()).isEqualTo(SessionModel.Part.ATTENDANCE);
        assertThat(hall.node.entries(SESSION, Hall.SCOPE)).hasSize(2);
    }

    @Test
    void aVillageThatIsNotInTheListYetIsAddedWhereItIsAskedForAndStandsInTheListOfEveryClass() {
        SessionModel model = of(Role.TRAINER);
        NewVillage adding = new NewVillage(hall.workplace, Hall.SCOPE, Texts.of(Lang.VI));
        assertThat(adding.offer("Nà Hin")).contains("Nà Hin");
        List<PickItem> added = new ArrayList<>();
        adding.add("  Nà   Hin ", added::add);
        EntryModel form = model.form().get().orElseThrow();
        form.commit(SESSION.field("village"), added.getFirst().value());
        hall.background.pass();
        model.reread();
        assertThat(kept(model).ref(SESSION.field("village")).map(Value.Ref::new)).contains((Value.Ref) added.getFirst().value());
        assertThat(model.sheet().get().orElseThrow().villages()).extracting(VillageName::name).contains("Nà Hin");
        assertThat(hall.room(hall.course()).sheet().get().orElseThrow().villages()).extracting(VillageName::name).contains("Nà Hin");
        assertThat(hall.workplace.notice().get().orElseThrow().sentences().getFirst().key()).isEqualTo("form.village_added");
    }
}
