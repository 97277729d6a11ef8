package vn.banso.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.HOUSEHOLD;
import static vn.banso.register.catalogue.Catalogue.PERSON;
import static vn.banso.register.catalogue.Catalogue.SESSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;

/** Who did not agree to be counted is in no number but that of those left out. */
class WithheldTest {
    private static final CountPeriod WINDOW = CountPeriod.yearTo(LocalDate.of(2026, 11, 20));
    private static final String ALL = "counting contact class_lists";

    private final Village village = new Village();

    @Test
    void aHouseholdThatDidNotAgreeToBeCountedIsLeftOutWithItsPeopleAndNumbered() {
        village.person(village.household("consent", "given", "consent_purposes", ALL, "fibre_subscribed", "yes"), "1980", "smartphone", "own");
        EntryId withheld = village.household("consent", "given", "consent_purposes", "contact", "fibre_subscribed", "yes");
        village.person(withheld, "1980", "smartphone", "own");
        village.household("consent", "refused");
        village.household("consent", "withdrawn", "fibre_subscribed", "no");
        village.household("consent", "given", "consent_basis", "statutory_task", "fibre_subscribed", "no");
        village.household("fibre_subscribed", "no");
        assertThat(village.count("I04", WINDOW)).isEqualTo(new Tally(1, 3, 3, 3, 3));
        assertThat(village.count("I01", WINDOW)).isEqualTo(new Tally(1, 1, 1, 1, 1));
        assertThat(village.count("I02", WINDOW).withheld()).isEqualTo(3);
        assertThat(new Counting(village, WINDOW).members(Village.indicator("I04"), Which.YES)).doesNotContain(withheld);
        assertThat(new Counting(village, WINDOW).members(Village.indicator("I04"), Which.WITHHELD)).contains(withheld).hasSize(3);
    }

    @Test
    void somebodySpeaksForThemselvesWhateverTheHouseholdSaid() {
        EntryId refusing = village.household("consent", "refused");
        village.person(refusing, "1990", "smartphone", "own", "consent", "given", "consent_purposes", "counting");
        village.person(refusing, "1990", "smartphone", "own");
        EntryId agreeing = village.household("consent", "given", "consent_purposes", ALL);
        village.person(agreeing, "1990", "smartphone", "own", "consent", "refused");
        village.person(agreeing, "1990", "smartphone", "none");
        assertThat(village.count("I01", WINDOW)).isEqualTo(new Tally(1, 2, 2, 2, 2));
        assertThat(village.count("I02", WINDOW)).as("the phone of who refused is not the household's").isEqualTo(new Tally(0, 1, 1, 1, 1));
    }

    @Test
    void whatSomebodyLearntIsLeftOutWithThem() {
        EntryId session = village.add(SESSION, "status", "held", "date", "2026-05-05");
        EntryId counted = village.person(village.household(), "1980");
        EntryId withheld = village.person(village.household("consent", "given", "consent_purposes", "class_lists"), "1980");
        for (EntryId person : List.of(counted, withheld)) {
            village.add(ATTENDANCE, "session", session, "person", person, "presence", "present");
        }
        assertThat(village.count("I15.attendances", WINDOW)).isEqualTo(new Tally(1, 1, 1, 1, 1));
        assertThat(village.count("I15.people", WINDOW)).isEqualTo(new Tally(1, 1, 1, 1, 1));
    }

    /** Whatever was said, the condition and the rule that asks at the door say the same of it. */
    @Test
    void theConditionSaysWhatTheRuleOfConsentSays() {
        for (String answer : List.of("", "given", "refused", "withdrawn")) {
            for (String purposes : List.of("", "counting", "contact", ALL)) {
                for (String basis : List.of("", "consent", "statutory_task")) {
                    Village one = new Village();
                    List<String> said = new java.util.ArrayList<>();
                    List.of("consent", answer, "consent_purposes", purposes, "consent_basis", basis).forEach(said::add);
                    for (int i = said.size() - 2; i >= 0; i -= 2) {
                        if (said.get(i + 1).isEmpty()) {
                            said.subList(i, i + 2).clear();
                        }
                    }
                    EntryId home = one.household(said.toArray());
                    one.person(home, "1980");
                    Entry household = one.live(HOUSEHOLD).findFirst().orElseThrow();
                    Entry person = one.live(PERSON).findFirst().orElseThrow();
                    boolean denied = ConsentPurpose.COUNTING.isDenied(ConsentPurpose.speaker(person, Optional.of(household)).orElseThrow());
                    assertThat(one.count("I14", WINDOW).withheld()).as(said.toString()).isEqualTo(denied ? 1 : 0);
                    assertThat(one.count("I13", WINDOW).withheld()).as(said.toString()).isEqualTo(denied ? 1 : 0);
                    assertThat(one.count("I13", WINDOW).all()).as(said.toString()).isEqualTo(denied ? 0 : 1);
                }
            }
        }
    }
}
