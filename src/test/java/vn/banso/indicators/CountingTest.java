package vn.banso.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.banso.register.catalogue.Catalogue.ASSESSMENT;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.CLASS;
import static vn.banso.register.catalogue.Catalogue.PRACTICE;
import static vn.banso.register.catalogue.Catalogue.SESSION;
import static vn.banso.register.catalogue.Catalogue.TEAM;
import static vn.banso.register.catalogue.Catalogue.TEAM_MEMBER;
import static vn.banso.register.catalogue.Catalogue.VILLAGE;
import static vn.banso.register.catalogue.Catalogue.VNEID_CONFIRMATION;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.banso.register.values.EntryId;

class CountingTest {
    private static final CountPeriod WINDOW = CountPeriod.yearTo(LocalDate.of(2026, 11, 20));

    private final Village village = new Village();

    @Test
    void refusedAndNotAskedAreNeitherYesNorNo() {
        EntryId home = village.household();
        village.person(home, "1980", "smartphone", "own");
        village.person(home, "1981", "smartphone", "shared");
        village.person(home, "1982", "smartphone", "none");
        village.person(home, "1983", "smartphone", "refused");
        village.person(home, "1984");
        Tally tally = village.count("I01", WINDOW);
        assertThat(tally).isEqualTo(new Tally(2, 3, 3, 5));
        assertThat(tally.ratio().orElseThrow()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(tally.coverage().orElseThrow()).isCloseTo(.6, within(1e-9));
    }

    @Test
    void agesAreReckonedAtTheCutOffToTheDay() {
        EntryId home = village.household();
        village.person(home, "2008-11-20", "smartphone", "own");
        village.person(home, "2008-11-21", "smartphone", "own");
        village.person(home, "2008-12", "smartphone", "own");
        village.person(home, "2008", "smartphone", "own");
        assertThat(village.count("I01", WINDOW).all()).isEqualTo(2);
        assertThat(village.count("I01", CountPeriod.yearTo(LocalDate.of(2026, 11, 21))).all()).isEqualTo(3);
        assertThat(village.count("I01", CountPeriod.yearTo(LocalDate.of(2025, 12, 31))).all()).isZero();
    }

    @Test
    void whoseBirthWasNotAskedIsStillToBeAsked() {
        village.person(village.household(), "", "smartphone", "own");
        assertThat(village.count("I01", WINDOW)).isEqualTo(new Tally(0, 0, 0, 1));
        assertThat(village.count("I01", WINDOW).ratio()).isEmpty();
    }

    @Test
    void awayPeopleAndHouseholdsThatLeftAreNotCounted() {
        village.person(village.household(), "1980", "smartphone", "own", "residence", "away");
        EntryId left = village.household("residence", "left", "residence_date", "2026-03-01", "fibre_subscribed", "yes");
        village.person(left, "1980", "smartphone", "own");
        assertThat(village.count("I01", WINDOW).all()).isZero();
        assertThat(village.count("I04", WINDOW)).isEqualTo(new Tally(0, 0, 0, 1));
        // Before it left, it lived there.
        assertThat(village.count("I04", CountPeriod.yearTo(LocalDate.of(2026, 2, 28)))).isEqualTo(new Tally(1, 1, 1, 2));
    }

    @Test
    void aHouseholdHasNoPhoneOnlyWhenAllSaidSo() {
        EntryId yes = village.household();
        village.person(yes, "1980", "smartphone", "own");
        village.person(yes, "1981");
        EntryId no = village.household();
        village.person(no, "1980", "smartphone", "none");
        village.person(no, "2020");
        EntryId unknown = village.household();
        village.person(unknown, "1980", "smartphone", "none");
        village.person(unknown, "1981", "smartphone", "refused");
        village.household();
        assertThat(village.count("I02", WINDOW)).isEqualTo(new Tally(1, 2, 2, 4));
    }

    @Test
    void internetIsFibreOrMobileData() {
        village.household("fibre_subscribed", "no", "mobile_data", "yes");
        village.household("fibre_subscribed", "yes");
        village.household("fibre_subscribed", "no", "mobile_data", "no");
        village.household("fibre_subscribed", "no");
        assertThat(village.count("I05", WINDOW)).isEqualTo(new Tally(2, 3, 3, 4));
    }

    @Test
    void villagesWithoutGridPowerAreNotAskedFor4g() {
        village.add(VILLAGE, "grid_power", "yes", "best_technology", "5g", "coverage", "covered");
        village.add(VILLAGE, "grid_power", "yes", "best_technology", "3g", "coverage", "patchy");
        village.add(VILLAGE, "grid_power", "no", "best_technology", "4g", "coverage", "dark");
        village.add(VILLAGE, "best_technology", "4g");
        village.add(VILLAGE, "grid_power", "yes", "best_technology", "4g", "valid_to", "2025-06-30");
        assertThat(village.count("I07", WINDOW)).isEqualTo(new Tally(1, 2, 2, 3));
        assertThat(village.count("I06.dark", WINDOW)).isEqualTo(new Tally(1, 3, 3, 4));
    }

    @Test
    void peopleAndAttendancesAreTwoNumbers() {
        EntryId person = village.person(village.household(), "1980");
        EntryId other = village.person(village.household(), "1980");
        for (String day : new String[] {"2026-01-01", "2026-05-02", "2025-12-31", "2026-11-21"}) {
            EntryId session = village.add(SESSION, "date", day, "status", "held");
            village.add(ATTENDANCE, "session", session, "person", person, "presence", "present");
            village.add(ATTENDANCE, "session", session, "person", other, "presence", "absent");
        }
        village.add(SESSION, "date", "2026-05-03", "status", "held", "tally_total", 20);
        village.add(SESSION, "date", "2026-05-04", "status", "held");
        village.add(SESSION, "date", "2026-05-04", "status", "not_held", "tally_total", 20);
        assertThat(village.count("I15.people", WINDOW)).isEqualTo(new Tally(1, 2, 2, 2));
        assertThat(village.count("I15.attendances", WINDOW)).isEqualTo(new Tally(2, 4, 4, 4));
        assertThat(village.count("I15.tally", WINDOW)).isEqualTo(new Tally(20, 20, 1, 2));
    }

    @Test
    void aClassIsCompletedByComingOftenEnoughAndPractising() {
        EntryId course = village.add(CLASS, "name", "BDHVS");
        EntryId[] people = new EntryId[3];
        for (int i = 0; i < people.length; i++) {
            people[i] = village.person(village.household(), "1980");
        }
        for (int i = 0; i < 5; i++) {
            EntryId session = village.add(SESSION, "date", "2026-05-0" + (i + 1), "status", "held", "class", course);
            village.add(ATTENDANCE, "session", session, "person", people[0], "presence", i == 2 ? "absent" : "late");
            village.add(ATTENDANCE, "session", session, "person", people[1], "presence", i < 2 ? "absent" : "present");
            village.add(ATTENDANCE, "session", session, "person", people[2], "presence", "present");
            village.add(PRACTICE, "session", session, "person", people[0], "done", i == 4 ? "yes" : "no");
            village.add(PRACTICE, "session", session, "person", people[1], "done", "yes");
        }
        village.add(SESSION, "date", "2026-05-09", "status", "not_recorded", "class", course);
        assertThat(village.count("I16", WINDOW)).isEqualTo(new Tally(1, 3, 3, 3));
        assertThat(new Counting(village, WINDOW).members(Village.indicator("I16"), Which.YES)).containsExactly(people[0]);
        assertThat(new Counting(village, WINDOW).members(Village.indicator("I16"), Which.NO)).containsExactly(people[1], people[2]);
    }

    @Test
    void theLatestValidAssessmentDecides() {
        EntryId home = village.household();
        EntryId up = village.person(home, "1980");
        village.add(ASSESSMENT, "person", up, "date", "2026-03-01", "result", "failed");
        village.add(ASSESSMENT, "person", up, "date", "2026-04-01", "result", "passed", "level", "intermediate");
        EntryId down = village.person(home, "1980");
        village.add(ASSESSMENT, "person", down, "date", "2026-03-01", "result", "passed", "level", "basic");
        EntryId wrong = village.add(ASSESSMENT, "person", down, "date", "2026-04-01", "result", "passed", "level", "basic");
        village.add(ASSESSMENT, "person", down, "date", "2026-03-15", "result", "failed", "supersedes", wrong);
        village.person(home, "1980");
        assertThat(village.count("I17", WINDOW)).as("of all adults, as the target is set").isEqualTo(new Tally(1, 3, 3, 3));
        assertThat(village.count("I17.of_assessed", WINDOW)).isEqualTo(new Tally(1, 2, 2, 3));
        assertThat(village.count("I17.intermediate", WINDOW).n()).isEqualTo(1);
        assertThat(village.count("I17.basic", WINDOW).n()).isZero();
        assertThat(village.count("I17.of_assessed", CountPeriod.yearTo(LocalDate.of(2026, 3, 14)))).isEqualTo(new Tally(1, 2, 2, 3));
        village.person(village.household(), "1980");
        assertThat(village.count("I19", WINDOW)).isEqualTo(new Tally(1, 2, 2, 2));
        assertThat(village.count("I19.of_assessed", WINDOW)).isEqualTo(new Tally(1, 1, 1, 2));
    }

    @Test
    void vneidIsCountedAmongAllAdultsAndAmongThoseSeen() {
        EntryId home = village.household();
        village.add(VNEID_CONFIRMATION, "person", village.person(home, "1980"), "date", "2026-03-01", "confirmed", "yes");
        village.add(VNEID_CONFIRMATION, "person", village.person(home, "1981"), "date", "2026-03-01", "confirmed", "no");
        village.person(home, "1982");
        assertThat(village.count("I18", WINDOW)).isEqualTo(new Tally(1, 3, 3, 3));
        assertThat(village.count("I18.of_seen", WINDOW)).isEqualTo(new Tally(1, 2, 2, 3));
    }

    @Test
    void whatFollowsFromAnotherAnswerNeedsNoQuestion() {
        village.household("fibre_subscribed", "yes");
        village.household("fibre_subscribed", "no");
        village.household("fibre_available", "no");
        assertThat(village.count("I03", WINDOW)).as("who is on fibre can be reached by it").isEqualTo(new Tally(1, 2, 2, 3));
        village.household("digital_address_date", "2026-02-01");
        village.household("has_digital_address", "no");
        assertThat(village.count("I14", WINDOW)).isEqualTo(new Tally(1, 2, 2, 5));
    }

    @Test
    void coverageFollowsFromTheOperatorsWhereNobodySummedItUp() {
        village.add(VILLAGE, "coverage_viettel", "covered", "coverage_mobifone", "dark");
        village.add(VILLAGE, "coverage_viettel", "patchy");
        village.add(VILLAGE, "coverage_viettel", "dark");
        village.add(VILLAGE, "coverage_viettel", "dark", "coverage_vinaphone", "dark", "coverage_mobifone", "dark",
                "coverage_vietnamobile", "dark");
        village.add(VILLAGE, "coverage", "patchy", "coverage_viettel", "covered");
        assertThat(village.count("I06.covered", WINDOW)).isEqualTo(new Tally(1, 4, 4, 5));
        assertThat(village.count("I06.patchy", WINDOW)).isEqualTo(new Tally(2, 4, 4, 5));
        assertThat(village.count("I06.dark", WINDOW)).as("one dark operator says little").isEqualTo(new Tally(1, 4, 4, 5));
    }

    @Test
    void trainedCountsFromItsDay() {
        EntryId team = village.add(TEAM, "village", village.add(VILLAGE, "name", "1"), "active_from", "2024");
        village.add(TEAM_MEMBER, "team", team, "trained", "yes", "training_date", "2026-11-21");
        village.add(TEAM_MEMBER, "team", team, "trained", "yes", "training_date", "2026-11-20");
        village.add(TEAM_MEMBER, "team", team, "trained", "yes");
        assertThat(village.count("I20.members", WINDOW)).isEqualTo(new Tally(2, 3, 3, 3));
    }

    @Test
    void aTeamThatEndedIsNoTeam() {
        EntryId with = village.add(VILLAGE, "name", "1");
        EntryId without = village.add(VILLAGE, "name", "2");
        EntryId team = village.add(TEAM, "village", with, "active_from", "2024");
        EntryId ended = village.add(TEAM, "village", without, "active_to", "2026-01-31");
        village.add(TEAM_MEMBER, "team", team, "trained", "yes");
        village.add(TEAM_MEMBER, "team", team);
        village.add(TEAM_MEMBER, "team", ended, "trained", "yes");
        assertThat(village.count("I20.villages", WINDOW)).isEqualTo(new Tally(1, 2, 2, 2));
        assertThat(village.count("I20.members", WINDOW)).isEqualTo(new Tally(1, 1, 1, 2));
    }

    @Test
    void talliesAddUpAndPercentagesAreMadeOfSums() {
        Tally both = new Tally(1, 1, 1, 10).plus(new Tally(0, 3, 3, 3));
        assertThat(both).isEqualTo(new Tally(1, 4, 4, 13));
        assertThat(both.ratio().orElseThrow()).isEqualTo(.25);
        assertThat(Tally.NONE.coverage()).isEmpty();
    }

    @Test
    void adultsAreFifteenOrEighteen() {
        village.person(village.household(), "2010", "smartphone", "own");
        assertThat(village.count("I01", WINDOW).all()).isZero();
        Indicator from15 = Definitions.from(15).getFirst();
        assertThat(from15.key()).isEqualTo("I01");
        assertThat(new Counting(village, WINDOW).count(from15)).isEqualTo(new Tally(1, 1, 1, 1));
        assertThatThrownBy(() -> Definitions.from(16)).isInstanceOf(IllegalArgumentException.class);
    }
}
