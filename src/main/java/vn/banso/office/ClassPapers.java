package vn.banso.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.register.PersonLine;
import vn.banso.store.register.VillageName;
import vn.banso.store.training.ClassSheet;
import vn.banso.store.training.Learner;
import vn.banso.store.training.SessionLine;
import vn.banso.store.training.SessionSheet;
import vn.banso.store.training.SessionStatus;
import vn.banso.store.training.TrainingReader;

/** Puts together what stands on the papers of a class, in words of one language, from what the register says of it. */
public final class ClassPapers {
    private static final Field SKILLS = Catalogue.ASSESSMENT.field("skills");

    private final Texts texts;
    private final LocalDate today;

    public ClassPapers(Texts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    /**
     * The list on which people sign.
     *
     * @param session as it is written by now
     * @param people in the order of the list; without people it is a sheet to be filled in by hand
     * @param emptyRows numbered rows after the people
     */
    public SignInSheet signIn(Entry session, SessionSheet sheet, List<SessionSheet.Mark> people, int emptyRows) {
        // Once it is noted who came, that is what the paper says: nobody signs below it.
        boolean marked = people.stream().anyMatch(SessionSheet.Mark::came);
        Optional<VillageName> village = village(session, Catalogue.SESSION, sheet.villages())
                .or(() -> sheet.course().flatMap(c -> village(c, Catalogue.CLASS, sheet.villages())));
        String name = sheet.course().map(TrainingReader::name).orElseGet(() -> texts.code(Codes.SESSION_KIND,
                new Value.Code(session.code(Catalogue.SESSION.field("kind")))));
        List<SessionSheet.Mark> named = people.stream().filter(m -> m.person().onPaper()).toList();
        return new SignInSheet(head(session.scope(), village, name, with(sessionFacts(session), people.size() - named.size())),
                named.stream().map(this::learner).toList(), marked ? 0 : emptyRows, marked ? Optional.of(totals(people)) : Optional.empty());
    }

    private SignInSheet.Totals totals(List<SessionSheet.Mark> people) {
        List<PersonLine> came = people.stream().filter(SessionSheet.Mark::came).map(SessionSheet.Mark::person).toList();
        return new SignInSheet.Totals(came.size(), came.stream().filter(PersonLine::isWoman).count(),
                came.stream().filter(p -> p.isElderly(today)).count());
    }

    /** What became of these learners of a class. */
    public ResultList results(Entry course, ClassSheet sheet, List<Learner> learners) {
        List<Learner> named = learners.stream().filter(l -> l.person().onPaper()).toList();
        return new ResultList(head(course.scope(), village(course, Catalogue.CLASS, sheet.villages()), TrainingReader.name(course),
                with(courseFacts(course, sheet), learners.size() - named.size())), named.stream().map(this::line).toList(),
                notes(learners, sheet.underWay()));
    }

    /** Says how many are left out, since their families did not agree to be named on lists; they are counted all the same. */
    private List<PaperHead.Fact> with(List<PaperHead.Fact> facts, int leftOut) {
        return leftOut == 0 ? facts : Stream.concat(facts.stream(), Stream.of(new PaperHead.Fact(texts.get("office.left_out"),
                texts.get("office.left_out.people", leftOut)))).toList();
    }

    private PaperHead head(ScopeId scope, Optional<VillageName> village, String name, List<PaperHead.Fact> facts) {
        return new PaperHead(Units.find(scope).map(u -> u.named(texts)).orElse(""),
                village.map(v -> texts.get("office.team", v.in(texts))).orElse(""), name, facts);
    }

    private List<PaperHead.Fact> sessionFacts(Entry session) {
        return Stream.of("date", "start", "place", "trainers", "topics", "skills").map(key -> fact(Catalogue.SESSION, session, key)).toList();
    }

    private List<PaperHead.Fact> courseFacts(Entry course, ClassSheet sheet) {
        long held = sheet.sessions().stream().filter(s -> s.status() == SessionStatus.HELD).count();
        long of = sheet.sessions().stream().filter(s -> s.status() != SessionStatus.NOT_HELD).count();
        String starts = starts(course, sheet.sessions()).map(Texts::day).orElse("");
        return List.of(new PaperHead.Fact(texts.get("office.held"), texts.get("office.of", held, of)),
                fact(Catalogue.CLASS, course, "level"),
                new PaperHead.Fact(texts.field(Catalogue.CLASS, Catalogue.CLASS.field("starts")), starts),
                fact(Catalogue.CLASS, course, "trainers"), fact(Catalogue.CLASS, course, "skills"));
    }

    /** As its plan says, else the day of the first session that was not called off. */
    private static Optional<Value.Day> starts(Entry course, List<SessionLine> sessions) {
        return course.day(Catalogue.CLASS.field("starts")).or(() -> sessions.stream().filter(s -> s.status() != SessionStatus.NOT_HELD)
                .flatMap(s -> s.date().stream()).findFirst());
    }

    private PaperHead.Fact fact(EntryType type, Entry entry, String key) {
        Field field = type.field(key);
        String value = entry.value(field).map(v -> v instanceof Value.Items i && key.equals("skills")
                ? skills(i.items(), texts) : key.equals("start") && v instanceof Value.Whole w ? Texts.clock(w.number())
                : texts.value(field, v)).orElse("");
        return new PaperHead.Fact(texts.field(type, field), value);
    }

    private static Optional<VillageName> village(Entry entry, EntryType type, List<VillageName> villages) {
        return entry.ref(type.field("village")).flatMap(id -> villages.stream().filter(v -> v.id().equals(id)).findFirst());
    }

    private SignInSheet.Learner learner(SessionSheet.Mark mark) {
        return new SignInSheet.Learner(mark.person().name(), mark.person().year(), where(mark.person()),
                mark.presence() == 0 ? "" : texts.code(Codes.PRESENCE, new Value.Code(mark.presence())));
    }

    private String where(PersonLine person) {
        return person.village().map(v -> v.in(texts)).orElse("");
    }

    private ResultList.Line line(Learner l) {
        return new ResultList.Line(l.person().name(), l.person().year(), where(l.person()),
                l.progress().held() == 0 ? "" : texts.get("office.of", l.progress().came(), l.progress().held()),
                l.progress().practised() ? texts.get("office.yes") : "", l.latest().map(this::brief).orElse(""),
                l.latest().map(a -> texts.code(Codes.RESULT, new Value.Code(a.code(Learner.RESULT)))).orElse(""),
                l.level() == 0 ? "" : texts.code(Codes.LEVEL, new Value.Code(l.level())),
                l.isCommended() ? texts.get("office.yes") : "");
    }

    /** "0.1 Devices; 2.3 Public services": number and words. */
    private static String skills(Collection<String> codes, Texts texts) {
        return codes.stream().map(code -> texts.label(Codes.SKILL, code).orElse(code)).collect(Collectors.joining("; "));
    }

    /** What an assessment gave: points of how many, or the skills in words. */
    public static String marks(Entry assessment, Texts texts) {
        return points(assessment, texts).orElseGet(() -> skills(assessment.items(SKILLS), texts));
    }

    private static Optional<String> points(Entry assessment, Texts texts) {
        EntryType type = Catalogue.ASSESSMENT;
        return assessment.whole(type.field("score")).map(s -> assessment.whole(type.field("max_score"))
                .map(max -> texts.get("office.of", s, max)).orElse(String.valueOf(s)));
    }

    /** In the narrow column of a list the numbers of the skills; what they mean stands below it. */
    private String brief(Entry assessment) {
        return points(assessment, texts).orElseGet(() -> String.join(", ", assessment.items(SKILLS)));
    }

    private List<String> notes(List<Learner> learners, boolean underWay) {
        SortedSet<String> used = new TreeSet<>();
        learners.stream().flatMap(l -> l.latest().stream()).filter(a -> points(a, texts).isEmpty()).forEach(a -> used.addAll(a.items(SKILLS)));
        List<String> notes = new ArrayList<>(counts(learners, underWay));
        if (!used.isEmpty()) {
            notes.add(texts.get("office.skills", skills(used, texts)));
        }
        return notes;
    }

    private List<String> counts(List<Learner> learners, boolean underWay) {
        Map<Integer, Long> levels = new TreeMap<>();
        learners.stream().filter(Learner::hasPassed).forEach(l -> levels.merge(l.level(), 1L, Long::sum));
        String byLevel = String.join(", ", levels.entrySet().stream().filter(e -> e.getKey() != 0)
                .map(e -> texts.get("office.level", texts.code(Codes.LEVEL, new Value.Code(e.getKey())), e.getValue())).toList());
        List<String> counts = new ArrayList<>();
        counts.add(texts.get(underWay ? "office.counts_so_far" : "office.counts", learners.size(),
                learners.stream().filter(Learner::hasCompleted).count(), learners.stream().filter(Learner::hasPassed).count(),
                learners.stream().filter(Learner::isCommended).count()));
        if (!byLevel.isEmpty()) {
            counts.add(texts.get("office.levels", byLevel));
        }
        counts.add(texts.get("office.confirmed", learners.stream().filter(Learner::isConfirmed).count(),
                learners.stream().filter(Learner::isToBeConfirmed).count()));
        return counts;
    }
}
