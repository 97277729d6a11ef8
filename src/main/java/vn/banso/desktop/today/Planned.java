package vn.banso.desktop.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/**
 * A session of which nobody has said yet whether it was held.
 *
 * @param minutes after midnight; empty where no hour was noted
 * @param name of its class, or of its village where it belongs to none; empty where neither is known
 * @param past whether its day is over: it is to be noted what became of it
 */
record Planned(ScopeId scope, EntryId id, Value.Day day, Optional<Long> minutes, String name, String place, boolean past) {
    /** Older ones nobody will note any more from memory. */
    private static final int DAYS_BACK = 14;

    /** Those of the last two weeks that are still to be noted, then those to come, by day. */
    static List<Planned> at(Node node, List<ScopeId> communes, LocalDate today) {
        int from = Value.Day.of(today.minusDays(DAYS_BACK)).number();
        int now = Value.Day.of(today).number();
        List<Planned> all = new ArrayList<>();
        for (ScopeId scope : communes) {
            for (Entry e : node.entries(Catalogue.SESSION, scope)) {
                if (e.code(Catalogue.SESSION.field("status")) == 0) {
                    e.day(Catalogue.SESSION.field("date")).filter(day -> day.number() >= from).ifPresent(day -> all.add(
                            new Planned(scope, e.id(), day, e.whole(Catalogue.SESSION.field("start")), name(node, scope, e),
                                    e.text(Catalogue.SESSION.field("place")).orElse(""), day.number() < now)));
                }
            }
        }
        all.sort(Comparator.comparing(Planned::day).thenComparing(p -> p.minutes().orElse(0L)).thenComparing(Planned::id));
        return all;
    }

    private static String name(Node node, ScopeId scope, Entry session) {
        Optional<String> course = session.ref(Catalogue.SESSION.field("class")).flatMap(id -> node.entry(scope, id))
                .flatMap(c -> c.text(Catalogue.CLASS.field("name")));
        return course.or(() -> session.ref(Catalogue.SESSION.field("village")).map(v -> node.canonical(scope, v))
                .flatMap(v -> Optional.ofNullable(node.names(scope, List.of(v)).get(v)))).orElse("");
    }
}
