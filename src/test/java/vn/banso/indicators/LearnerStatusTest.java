package vn.banso.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.register.catalogue.Catalogue.ASSESSMENT;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.CLASS;
import static vn.banso.register.catalogue.Catalogue.PRACTICE;
import static vn.banso.register.catalogue.Catalogue.SESSION;
import static vn.banso.register.catalogue.Catalogue.VNEID_CONFIRMATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.banso.register.values.EntryId;

/** What a class page says of one learner is what the indicators count. */
class LearnerStatusTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Village village = new Village();

    @Test
    void whoCompletesAClassIsCountedAsSuch() {
        for (int seed = 0; seed < 200; seed++) {
            Village random = new Village();
            List<EntryId> classes = new ArrayList<>();
            List<EntryId> people = new ArrayList<>();
            fill(random, new Random(seed), classes, people);
            LearnerStatus standing = new LearnerStatus(random, TODAY);
            List<EntryId> completed = people.stream()
                    .filter(p -> classes.stream().anyMatch(c -> standing.progress(c, p).completed())).sorted().toList();
            assertThat(new Counting(random, CountPeriod.yearTo(TODAY)).members(Village.indicator("I16"), Which.YES)).as("seed %d", seed)
                    .isEqualTo(completed);
        }
    }

    private static void fill(Village village, Random random, List<EntryId> classes, List<EntryId> people) {
        for (int i = 0; i < 4; i++) {
            people.add(village.person(village.household(), "1980"));
        }
        for (int i = 0; i < 2; i++) {
            EntryId course = village.add(CLASS, "name", "BDHVS");
            classes.add(course);
            int sessions = random.nextInt(6);
            for (int s = 0; s < sessions; s++) {
                EntryId session = village.add(SESSION, "date", random.nextInt(9) == 0 ? "2026-12-01" : "2026-05-0" + (s + 1),
                        "status", List.of("held", "held", "held", "held", "not_held", "not_recorded").get(random.nextInt(6)),
                        "class", course);
                for (EntryId person : people) {
                    village.add(ATTENDANCE, "session", session, "person", person, "presence",
                            List.of("present", "late", "present", "absent").get(random.nextInt(4)));
                    if (random.nextInt(3) == 0) {
                        village.add(PRACTICE, "session", session, "person", person, "done", random.nextBoolean() ? "yes" : "no");
                    }
                }
            }
        }
    }

    @Test
    void theListSaysHowFarOneCame() {
        EntryId course = village.add(CLASS, "name", "BDHVS");
        EntryId person = village.person(village.household(), "1980");
        for (int i = 0; i < 5; i++) {
            EntryId session = village.add(SESSION, "date", "2026-05-0" + (i + 1), "status", i == 4 ? "not_held" : "held", "class", course);
            village.add(ATTENDANCE, "session", session, "person", person, "presence", i == 0 ? "absent" : "late");
            village.add(PRACTICE, "session", session, "person", person, "done", i == 1 ? "yes" : "no");
        }
        ClassProgress progress = new LearnerStatus(village, TODAY).progress(course, person);
        assertThat(progress).isEqualTo(new ClassProgress(4, 3, true));
        assertThat(progress.completed()).isFalse();
        assertThat(progress.completed(75)).isTrue();
        assertThat(new ClassProgress(0, 0, false).completed(0)).isFalse();
    }

    @Test
    void theLatestAssessmentThatStandsDecides() {
        EntryId person = village.person(village.household(), "1980");
        EntryId right = village.add(ASSESSMENT, "person", person, "date", "2026-03-01", "result", "passed", "level", "basic");
        EntryId wrong = village.add(ASSESSMENT, "person", person, "date", "2026-04-01", "result", "failed");
        assertThat(new LearnerStatus(village, TODAY).assessment(person).orElseThrow().id()).isEqualTo(wrong);
        EntryId corrected = village.add(ASSESSMENT, "person", person, "date", "2026-04-01", "result", "passed", "level",
                "intermediate", "supersedes", wrong);
        assertThat(new LearnerStatus(village, TODAY).assessment(person).orElseThrow().id()).isEqualTo(corrected);
        assertThat(new LearnerStatus(village, LocalDate.of(2026, 3, 15)).assessment(person).orElseThrow().id()).isEqualTo(right);
        assertThat(new LearnerStatus(village, TODAY).assessment(right)).isEmpty();
    }

    @Test
    void aRefusedLookAtVneidIsNoLook() {
        EntryId person = village.person(village.household(), "1980");
        EntryId seen = village.add(VNEID_CONFIRMATION, "person", person, "date", "2026-03-01", "confirmed", "yes");
        village.add(VNEID_CONFIRMATION, "person", person, "date", "2026-04-01", "confirmed", "unknown");
        assertThat(new LearnerStatus(village, TODAY).confirmation(person).orElseThrow().id()).isEqualTo(seen);
    }
}
