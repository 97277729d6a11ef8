package vn.banso.desktop.classes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.desktop.kit.Workplace;
import vn.banso.office.PaperHead;
import vn.banso.office.ResultList;
import vn.banso.office.SignInSheet;
import vn.banso.register.Catalogue;
import vn.banso.register.Codes;
import vn.banso.register.Entry;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Texts;
import vn.banso.register.Units;
import vn.banso.register.Value;

/** Puts a class on paper: asks where to, words it in the language of the window, and leaves the drawing to the office. */
final class Printing {
    private static final long HOUR = 60;
    private static final Field SKILLS = Catalogue.ASSESSMENT.field("skills");

    private final Workplace workplace;

    Printing(Workplace workplace) {
        this.workplace = workplace;
    }

    /** @param emptyRows numbered rows after the people; without people it is a sheet to be filled in by hand */
    void signIn(Entry session, Optional<Entry> course, List<Village> villages, List<Tick> people, int emptyRows) {
        Texts texts = texts();
        // Once it is noted who came, that is what the paper says: nobody signs below it.
        boolean marked = people.stream().anyMatch(Tick::came);
        String day = session.day(Catalogue.SESSION.field("date")).map(Value.Day::toString).orElse("");
        Optional<Village> village = village(session, Catalogue.SESSION, villages)
                .or(() -> course.flatMap(c -> village(c, Catalogue.CLASS, villages)));
        String name = course.map(Reading::name).orElseGet(() -> texts.code(Codes.SESSION_KIND,
                new Value.Code(session.code(Catalogue.SESSION.field("kind")))));
        List<Tick> named = people.stream().filter(t -> t.face().onPaper()).toList();
        SignInSheet sheet = new SignInSheet(head(session.scope(), village, name, with(sessionFacts(session), people.size() - named.size())),
                named.stream().map(t -> learner(t, texts)).toList(), marked ? 0 : emptyRows,
                marked ? Optional.of(totals(people)) : Optional.empty());
        draw("classes.print.sign_in", texts.get("classes.file.sign_in", day), (papers, file) -> papers.write(sheet, file));
    }

    private SignInSheet.Totals totals(List<Tick> people) {
        List<Face> came = people.stream().filter(Tick::came).map(Tick::face).toList();
        return new SignInSheet.Totals(came.size(), came.stream().filter(Face::isWoman).count(),
                came.stream().filter(f -> f.isElderly(workplace.today())).count());
    }

    void results(Entry course, CourseSheet sheet, List<Learner> learners) {
        Texts texts = texts();
        String day = Value.Day.of(workplace.today()).toString();
        List<Learner> named = learners.stream().filter(l -> l.face().onPaper()).toList();
        ResultList list = new ResultList(head(course.scope(), village(course, Catalogue.CLASS, sheet.villages()), Reading.name(course),
                with(courseFacts(course, sheet), learners.size() - named.size())), named.stream().map(l -> line(l, texts)).toList(), notes(learners, sheet.underWay(), texts));
        draw("classes.print.results", texts.get("classes.file.results", day), (papers, file) -> papers.write(list, file));
    }

    /** Says how many are left out, since their families did not agree to be named on lists; they are counted all the same. */
    private List<PaperHead.Fact> with(List<PaperHead.Fact> facts, int leftOut) {
        Texts texts = texts();
        return leftOut == 0 ? facts : Stream.concat(facts.stream(), Stream.of(new PaperHead.Fact(texts.get("classes.paper.left_out"),
                texts.get("classes.paper.left_out.people", leftOut)))).toList();
    }

    private void draw(String title, String fileName, PaperFile.Drawing drawing) {
        PaperFile.save(workplace, title, fileName, drawing);
    }

    private Texts texts() {
        return Texts.of(workplace.settings().get().lang());
    }

    private PaperHead head(ScopeId scope, Optional<Village> village, String name, List<PaperHead.Fact> facts) {
        Texts texts = texts();
        return new PaperHead(Units.find(scope).map(u -> u.named(texts)).orElse(""),
                village.map(v -> texts.get("classes.paper.team", v.in(texts))).orElse(""), name, facts);
    }

    private List<PaperHead.Fact> sessionFacts(Entry session) {
        List<PaperHead.Fact> facts = new ArrayList<>();
        for (String key : List.of("date", "start", "place", "trainers", "topics", "skills")) {
            facts.add(fact(Catalogue.SESSION, session, key));
        }
        return facts;
    }

    private List<PaperHead.Fact> courseFacts(Entry course, CourseSheet sheet) {
        Texts texts = texts();
        long held = sheet.sessions().stream().filter(s -> s.phase() == Phase.HELD).count();
        long of = sheet.sessions().stream().filter(s -> s.phase() != Phase.NOT_HELD).count();
        String starts = starts(course, sheet.sessions()).map(Texts::day).orElse("");
        return List.of(new PaperHead.Fact(texts.get("classes.paper.held"), texts.get("classes.of", held, of)),
                fact(Catalogue.CLASS, course, "level"),
                new PaperHead.Fact(texts.field(Catalogue.CLASS, Catalogue.CLASS.field("starts")), starts),
                fact(Catalogue.CLASS, course, "trainers"), fact(Catalogue.CLASS, course, "skills"));
    }

    /** As its plan says, else the day of the first session that was not called off. */
    private static Optional<Value.Day> starts(Entry course, List<SessionLine> sessions) {
        return course.day(Catalogue.CLASS.field("starts")).or(() -> sessions.stream().filter(s -> s.phase() != Phase.NOT_HELD)
                .flatMap(s -> s.date().stream()).findFirst());
    }

    private PaperHead.Fact fact(EntryType type, Entry entry, String key) {
        Field field = type.field(key);
        Texts texts = texts();
        String value = entry.value(field).map(v -> v instanceof Value.Items i && key.equals("skills")
                ? skills(i.items(), texts) : key.equals("start") && v instanceof Value.Whole w ? clock(w.number())
                : texts.value(field, v)).orElse("");
        return new PaperHead.Fact(texts.field(type, field), value);
    }

    /** @param minutes after midnight */
    static String clock(long minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / HOUR, minutes % HOUR);
    }

    private static Optional<Village> village(Entry entry, EntryType type, List<Village> villages) {
        return entry.ref(type.field("village")).flatMap(id -> villages.stream().filter(v -> v.id().equals(id)).findFirst());
    }

    private static SignInSheet.Learner learner(Tick tick, Texts texts) {
        int presence = tick.presence().get();
        return new SignInSheet.Learner(tick.face().name(), tick.face().year(), where(tick.face(), texts),
                presence == Tick.NONE ? "" : texts.code(Codes.PRESENCE, new Value.Code(presence)));
    }

    private static String where(Face face, Texts texts) {
        return face.village().map(v -> v.in(texts)).orElse("");
    }

    private static ResultList.Line line(Learner l, Texts texts) {
        return new ResultList.Line(l.face().name(), l.face().year(), where(l.face(), texts),
                l.progress().held() == 0 ? "" : texts.get("classes.of", l.progress().came(), l.progress().held()),
                l.progress().practised() ? texts.get("classes.paper.yes") : "", l.latest().map(a -> brief(a, texts)).orElse(""),
                l.latest().map(a -> texts.code(Codes.RESULT, new Value.Code(a.code(Learner.RESULT)))).orElse(""),
                l.level() == 0 ? "" : texts.code(Codes.LEVEL, new Value.Code(l.level())),
                l.isCommended() ? texts.get("classes.paper.yes") : "");
    }

    /** "0.1 Devices; 2.3 Public services": number and words. */
    private static String skills(Collection<String> codes, Texts texts) {
        return codes.stream().map(code -> texts.label(Codes.SKILL, code).orElse(code)).collect(Collectors.joining("; "));
    }

    /** Points of how many, or the skills in words. */
    static String marks(Entry assessment, Texts texts) {
        return points(assessment, texts).orElseGet(() -> skills(SessionModel.items(assessment, SKILLS), texts));
    }

    private static Optional<String> points(Entry assessment, Texts texts) {
        EntryType type = Catalogue.ASSESSMENT;
        return assessment.whole(type.field("score")).map(s -> assessment.whole(type.field("max_score"))
                        .map(max -> texts.get("classes.of", s, max)).orElse(String.valueOf(s)));
    }

    /** In the narrow column of a list the numbers of the skills; what they mean stands below it. */
    private static String brief(Entry assessment, Texts texts) {
        return points(assessment, texts).orElseGet(() -> String.join(", ", SessionModel.items(assessment, SKILLS)));
    }

    private static List<String> notes(List<Learner> learners, boolean underWay, Texts texts) {
        SortedSet<String> used = new TreeSet<>();
        learners.stream().flatMap(l -> l.latest().stream()).filter(a -> points(a, texts).isEmpty())
                .forEach(a -> used.addAll(SessionModel.items(a, SKILLS)));
        List<String> notes = new ArrayList<>(counts(learners, underWay, texts));
        if (!used.isEmpty()) {
            notes.add(texts.get("classes.paper.skills", skills(used, texts)));
        }
        return notes;
    }

    private static List<String> counts(List<Learner> learners, boolean underWay, Texts texts) {
        Map<Integer, Long> levels = new TreeMap<>();
        learners.stream().filter(Learner::hasPassed).forEach(l -> levels.merge(l.level(), 1L, Long::sum));
        String byLevel = String.join(", ", levels.entrySet().stream().filter(e -> e.getKey() != 0)
                .map(e -> texts.get("classes.paper.level", texts.code(Codes.LEVEL, new Value.Code(e.getKey())), e.getValue())).toList());
        List<String> counts = new ArrayList<>();
        counts.add(texts.get(underWay ? "classes.paper.counts_so_far" : "classes.paper.counts", learners.size(), learners.stream().filter(Learner::hasCompleted).count(),
                learners.stream().filter(Learner::hasPassed).count(), learners.stream().filter(Learner::isCommended).count()));
        if (!byLevel.isEmpty()) {
            counts.add(texts.get("classes.paper.levels", byLevel));
        }
        counts.add(texts.get("classes.paper.confirmed", learners.stream().filter(Learner::isConfirmed).count(),
                learners.stream().filter(Learner::isToBeConfirmed).count()));
        return counts;
    }
}
