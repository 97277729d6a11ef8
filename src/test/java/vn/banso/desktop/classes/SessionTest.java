package vn.banso.desktop.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.form.EntryModel;
import vn.banso.register.Catalogue;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Value;
import vn.banso.trust.Role;

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
        return hall.open(hall.saved(vn.banso.register.Draft.of(SESSION, Hall.SCOPE, hall.node.freshId())
                .with("kind", vn.banso.register.Codes.SESSION_KIND.code("campaign_day").orElseThrow())
                .with("date", Value.Day.parse("2026-11-19"))));
    }

    private Entry kept(SessionModel model) {
        return hall.node.entry(Hall.SCOPE, model.form().get().orElseThrow().id()).orElseThrow();
    }

    @Test
    void aSessionWhoseDayHasPassedWaitsForAWord() {
        SessionModel model = of(Role.TRAINER);
        assertThat(model.phase().get()).isEqualTo(Phase.DUE);
        model.didNotHappen();
        EntryModel form = model.form().get().orElseThrow();
        form.commitText(SESSION.field("problems"), "mất điện");
        hall.background.pass();
        assertThat(Phase.of(kept(model), hall.workplace.today())).isEqualTo(Phase.NOT_HELD);
        assertThat(kept(model).text(SESSION.field("problems"))).contains("mất điện");
        model.become(Phase.PLANNED);
        model.leave();
        assertThat(Phase.of(kept(model), hall.workplace.today())).isEqualTo(Phase.DUE);
    }

    @Test
    void aCampaignDayCountsHeadsWithoutNames() {
        SessionModel model = of(Role.TRAINER);
        EntryModel form = model.form().get().orElseThrow();
        form.commitText(SESSION.field("tally_total"), "120");
        assertThat(model.phase().get()).isEqualTo(Phase.HELD);
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
        assertThat(list.sessions()).singleElement().matches(s -> s.people().orElseThrow() == 120 && s.phase() == Phase.HELD);
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
}
