package vn.banso.register.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;

/** Bình dân học vụ số in a village over the last three quarters: classes, sessions, who came, and what came of it. */
final class Training {
    private static final int QUARTERS = 3;
    private static final int QUARTER_DAYS = 91;
    private static final List<String> SKILLS = List.of("0.1", "0.2", "1.1", "1.2", "2.1", "2.2", "4.1", "4.2", "5.1");
    private static final List<String> TOPICS = List.of("vneid", "online_service", "payment", "e_commerce", "safety", "health",
            "scam");

    private final Commune commune;
    private final Dice dice;
    private final FreshIds ids;

    Training(Commune commune, Dice dice, FreshIds ids) {
        this.commune = commune;
        this.dice = dice;
        this.ids = ids;
    }

    /** Each act is one evening: a session with its list; the class and the assessments go with its first and last one. */
    void write(Hamlet hamlet, List<Resident> people, List<List<Draft>> acts) {
        for (int quarter = QUARTERS; quarter > 0; quarter--) {
            double rate = .5 + 2.5 * dice.random().nextDouble();
            int sessions = (int) rate + (dice.chance(rate % 1) ? 1 : 0);
            LocalDate start = commune.today().minusDays((long) quarter * QUARTER_DAYS);
            if (sessions > 0) {
                quarter(hamlet, learners(people), start, sessions, acts);
            }
        }
    }

    private List<Resident> learners(List<Resident> people) {
        List<Resident> learners = new ArrayList<>();
        for (Resident person : people) {
            if (person.age() >= 15 && !person.away()) {
                learners.add(person);
            }
        }
        int wanted = Math.min(learners.size(), 60);
        for (int i = 0; i < wanted; i++) {
            int other = dice.between(i, learners.size() - 1);
            learners.set(i, learners.set(other, learners.get(i)));
        }
        return learners.subList(0, wanted);
    }

    private void quarter(Hamlet hamlet, List<Resident> learners, LocalDate start, int sessions, List<List<Draft>> acts) {
        Optional<EntryId> course = sessions > 1 ? Optional.of(ids.next()) : Optional.empty();
        int step = (QUARTER_DAYS - 15) / sessions;
        List<Draft> act = new ArrayList<>();
        course.ifPresent(id -> act.add(new Sheet("class", commune.scope(), id)
                .text("name", "Bình dân học vụ số – " + hamlet.name()).ref("village", hamlet.id()).code("level", "basic")
                .code("audience", "citizen").day("starts", start.plusDays(1)).whole("planned_sessions", sessions)
                .whole("planned_people", 25).items("skills", SKILLS.subList(0, 5)).draft()));
        List<Resident> came = List.of();
        LocalDate date = start;
        for (int i = 0; i < sessions; i++) {
            date = start.plusDays(1L + (long) i * step + dice.between(0, step - 1));
            List<Resident> here = session(hamlet, course, learners, date, act);
            came = here.isEmpty() ? came : here;
            if (i == sessions - 1) {
                assess(came, date, act);
            }
            acts.add(List.copyOf(act));
            act.clear();
        }
    }

    /** Writes a session and its list; those who came, empty where nobody was listed. */
    private List<Resident> session(Hamlet hamlet, Optional<EntryId> course, List<Resident> learners, LocalDate date,
                                   List<Draft> act) {
        EntryId session = ids.next();
        String kind = course.isPresent() ? "class"
                : List.of("home_guidance", "support_point", "campaign_day").get(dice.between(0, 2));
        String status = List.of("held", "not_held", "not_recorded").get(dice.weighted(.88, .06, .06));
        boolean held = status.equals("held");
        boolean listed = held && dice.chance(.9);
        int attending = dice.lognormal(18, .35, 10, 40);
        Sheet sheet = new Sheet("session", commune.scope(), session).code("kind", kind).day("date", date)
                .whole("start", dice.chance(.8) ? 1_140 + dice.between(0, 2) * 15L : 480 + dice.between(0, 4) * 30L)
                .whole("minutes", dice.between(6, 12) * 10L).text("place", "Nhà văn hóa " + hamlet.name())
                .ref("village", hamlet.id()).code("level", "basic").code("audience", "citizen")
                .items("skills", List.of(dice.pick(SKILLS), dice.pick(SKILLS))).items("topics", List.of(dice.pick(TOPICS)))
                .whole("planned_people", 25).code("status", status);
        course.ifPresent(id -> sheet.ref("class", id));
        if (held && !listed) {
            int women = attending * dice.between(40, 60) / 100;
            sheet.whole("tally_total", attending).whole("tally_women", women)
                    .whole("tally_60_up", Math.min(attending, dice.between(0, 6)));
        }
        if (held) {
            sheet.answer("practice_done", dice.chance(.85));
        }
        act.add(sheet.draft());
        return listed ? list(session, learners, attending, act) : List.of();
    }

    private List<Resident> list(EntryId session, List<Resident> learners, int attending, List<Draft> act) {
        List<Resident> came = new ArrayList<>();
        for (Resident person : learners) {
            if (came.size() == attending) {
                break;
            }
            boolean here = dice.chance(.88);
            act.add(new Sheet("attendance", commune.scope(), NaturalId.attendance(session, person.id()))
                    .ref("session", session).ref("person", person.id())
                    .code("presence", !here ? "absent" : dice.chance(.93) ? "present" : "late").draft());
            if (here) {
                came.add(person);
                if (dice.chance(.7)) {
                    act.add(new Sheet("practice", commune.scope(), NaturalId.practice(session, person.id()))
                            .ref("session", session).ref("person", person.id()).answer("done", dice.chance(.97))
                            .items("skills", List.of(dice.pick(SKILLS))).draft());
                }
            }
        }
        return came;
    }

    private void assess(List<Resident> came, LocalDate date, List<Draft> act) {
        for (Resident person : came) {
            if (!dice.chance(.6)) {
                continue;
            }
            EntryId first = ids.next();
            boolean passed = dice.chance(.78);
            act.add(assessment(first, person, date, passed).draft());
            LocalDate again = date.plusDays(dice.between(7, 14));
            if (!passed && dice.chance(.4) && again.isBefore(commune.today())) {
                passed = dice.chance(.8);
                act.add(assessment(ids.next(), person, again, passed).ref("retake_of", first).draft());
            }
            if (passed && person.vneidLevel2() && dice.chance(.7)) {
                act.add(new Sheet("vneid_confirmation", commune.scope(), ids.next()).ref("person", person.id())
                        .answer("confirmed", dice.chance(.85)).day("date", date)
                        .code("seen", dice.chance(.8) ? "on_screen" : "told").draft());
            }
        }
    }

    private Sheet assessment(EntryId id, Resident person, LocalDate date, boolean passed) {
        String level = passed ? List.of("basic", "intermediate", "advanced").get(dice.weighted(.65, .28, .07)) : "not_reached";
        return new Sheet("assessment", commune.scope(), id).ref("person", person.id()).day("date", date)
                .text("form", "BDHVS").text("form_version", "1").code("mode", dice.chance(.6) ? "practical" : "paper")
                .whole("score", passed ? dice.between(50, 100) : dice.between(10, 49)).whole("max_score", 100)
                .whole("pass_mark", 50).code("result", passed ? "passed" : "failed").code("level", level);
    }
}
