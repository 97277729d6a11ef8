package vn.banso.app.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/** What happens on the laptops while none of them has a signal. */
final class Meanwhile {
    private static final Value.Code YES = new Value.Code(CodeList.YES);
    private static final int LEARNERS = 12;

    private final Cast cast;
    private final Value.Day today;

    Meanwhile(Cast cast, LocalDate today) {
        this.cast = cast;
        this.today = new Value.Day(today.getYear(), today.getMonthValue(), today.getDayOfMonth());
    }

    /** Two volunteers write different fields of one household. */
    void parallelUpdate(Entry household) {
        change(cast.mai(), household, "e_invoice", YES);
        change(cast.hoa(), household, "sells_online", YES);
    }

    /** Two volunteers write different values into the same field. */
    void conflict(Entry household) {
        long size = household.whole(Catalogue.HOUSEHOLD.field("size")).orElse(4L);
        change(cast.mai(), household, "size", new Value.Whole(size + 1));
        change(cast.hoa(), household, "size", new Value.Whole(size + 2));
    }

    /** Two volunteers meet the same family, and both write it down. */
    void sameFamilyTwice(EntryId village) {
        for (Actor actor : List.of(cast.mai(), cast.hoa())) {
            EntryId household = actor.node().freshId();
            EntryId head = actor.node().freshId();
            Write.down(actor, List.of(
                    Draft.of(Catalogue.HOUSEHOLD, Cast.SANG_MOC, household).with("village", new Value.Ref(village))
                            .with("head", new Value.Ref(head)).with("phone", new Value.Text("0912345678")),
                    Draft.of(Catalogue.PERSON, Cast.SANG_MOC, head).with("household", new Value.Ref(household))
                            .with("name", new Value.Text("Nông Văn Quyết")).with("born", new Value.Day(1979, 0, 0))
                            .with("relation", code(Catalogue.PERSON, "relation", "head"))));
        }
    }

    /** The trainer logs an evening: a class of the village, attendance, practice, and an assessment. */
    int eveningClass() {
        Node node = cast.trainer().node();
        ScopeId scope = Cast.LA_BANG;
        EntryId village = node.entries(Catalogue.VILLAGE, scope).getFirst().id();
        EntryId course = node.freshId();
        EntryId session = node.freshId();
        Value.Items skills = new Value.Items(new TreeSet<>(Set.of("1.1", "4.2")));
        List<Draft> drafts = new ArrayList<>(List.of(
                Draft.of(Catalogue.CLASS, scope, course).with("name", new Value.Text("Bình dân học vụ số, lớp buổi tối"))
                        .with("village", new Value.Ref(village)).with("starts", today).with("planned_people", new Value.Whole(LEARNERS)),
                Draft.of(Catalogue.SESSION, scope, session).with("kind", code(Catalogue.SESSION, "kind", "class"))
                        .with("class", new Value.Ref(course)).with("date", today).with("minutes", new Value.Whole(90))
                        .with("village", new Value.Ref(village)).with("skills", skills)
                        .with("status", code(Catalogue.SESSION, "status", "held"))));
        for (Entry person : learners(node, scope)) {
            Value.Ref ref = new Value.Ref(person.id());
            drafts.add(Draft.of(Catalogue.ATTENDANCE, scope, NaturalId.attendance(session, person.id()))
                    .with("session", new Value.Ref(session)).with("person", ref)
                    .with("presence", code(Catalogue.ATTENDANCE, "presence", "present")));
            drafts.add(Draft.of(Catalogue.PRACTICE, scope, NaturalId.practice(session, person.id()))
                    .with("session", new Value.Ref(session)).with("person", ref).with("done", YES));
            drafts.add(Draft.of(Catalogue.ASSESSMENT, scope, node.freshId()).with("person", ref)
                    .with("session", new Value.Ref(session)).with("date", today)
                    .with("mode", code(Catalogue.ASSESSMENT, "mode", "practical")).with("skills", skills)
                    .with("result", code(Catalogue.ASSESSMENT, "result", "passed")).with("level", code(Catalogue.ASSESSMENT, "level", "basic")));
        }
        Write.down(cast.trainer(), drafts);
        return LEARNERS;
    }

    private static List<Entry> learners(Node node, ScopeId scope) {
        return node.entries(Catalogue.PERSON, scope).stream()
                .filter(p -> p.day(Catalogue.PERSON.field("born")).filter(b -> b.year() < 2000).isPresent()).limit(LEARNERS).toList();
    }

    private static void change(Actor actor, Entry household, String field, Value value) {
        Write.down(actor, List.of(Draft.of(Catalogue.HOUSEHOLD, household.scope(), household.id()).with(field, value)));
    }

    private static Value.Code code(EntryType type, String field, String key) {
        return type.field(field).codes().flatMap(c -> c.code(key)).orElseThrow();
    }
}
