package vn.banso.app.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/** What happened of late on the machines of a trial, so that there is something to see on every page. */
final class SampleActivity {
    private static final Value.Code YES = new Value.Code(CodeList.YES);
    private static final int SESSION_BEGINS = 19 * 60;

    private final ScopeId commune;
    private final LocalDate today;

    SampleActivity(ScopeId commune, LocalDate today) {
        this.commune = commune;
        this.today = today;
    }

    /** The same field, two values. */
    List<Draft> size(Entry household, int more) {
        long size = household.whole(Catalogue.HOUSEHOLD.field("size")).orElse(4L);
        return List.of(change(household).with("size", new Value.Whole(size + more)));
    }

    /** A family that both people meet, and both write down. */
    List<Draft> family(Node node, EntryId village) {
        EntryId household = node.freshId();
        EntryId head = node.freshId();
        return List.of(
                Draft.of(Catalogue.HOUSEHOLD, commune, household).with("village", new Value.Ref(village))
                        .with("head", new Value.Ref(head)).with("phone", new Value.Text("0912345678")),
                Draft.of(Catalogue.PERSON, commune, head).with("household", new Value.Ref(household))
                        .with("name", new Value.Text("Nông Văn Quyết")).with("born", new Value.Day(1979, 0, 0))
                        .with("relation", code(Catalogue.PERSON, "relation", "head")));
    }

    /** This morning's visits, and a class for the next days. */
    List<Draft> lately(Node node, List<Entry> visited, Entry village) {
        List<Draft> drafts = new ArrayList<>();
        visited.forEach(household -> drafts.add(change(household).with("last_visit", day(today)).with("mobile_data", YES)));
        EntryId course = node.freshId();
        Value.Items skills = new Value.Items(new TreeSet<>(Set.of("1.1", "4.2")));
        drafts.add(Draft.of(Catalogue.CLASS, commune, course).with("name", new Value.Text("Bình dân học vụ số, lớp buổi tối"))
                .with("village", new Value.Ref(village.id())).with("level", code(Catalogue.CLASS, "level", "basic"))
                .with("starts", day(today.plusDays(2))).with("planned_sessions", new Value.Whole(2))
                .with("planned_people", new Value.Whole(20)).with("skills", skills));
        for (int session = 1; session <= 2; session++) {
            drafts.add(Draft.of(Catalogue.SESSION, commune, node.freshId()).with("kind", code(Catalogue.SESSION, "kind", "class"))
                    .with("class", new Value.Ref(course)).with("date", day(today.plusDays(2L * session)))
                    .with("start", new Value.Whole(SESSION_BEGINS)).with("minutes", new Value.Whole(90))
                    .with("village", new Value.Ref(village.id())).with("level", code(Catalogue.SESSION, "level", "basic"))
                    .with("skills", skills).with("planned_people", new Value.Whole(20)));
        }
        return drafts;
    }

    private Draft change(Entry household) {
        return Draft.of(Catalogue.HOUSEHOLD, commune, household.id());
    }

    private static Value.Day day(LocalDate day) {
        return new Value.Day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static Value.Code code(EntryType type, String field, String key) {
        return type.field(field).codes().flatMap(c -> c.code(key)).orElseThrow();
    }
}
