package vn.banso.store.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Smartphones;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.ResultRow;

/**
 * What a household's line needs to know of a person.
 *
 * @param ownsPhone see {@link Smartphones#OWNS}; the two after it likewise
 */
public record Member(EntryId id, int relation, boolean ownsPhone, boolean lacksPhone, boolean unasked) {
    private static final int HEAD = Codes.RELATION.code("head").orElseThrow().number();
    /** Of the scope ?1, on the day ?2. */
    private static final String SELECT = "SELECT id, household, relation" + Stream.of(Smartphones.OWNS, Smartphones.LACKS, Smartphones.UNASKED)
            .map(c -> ", " + new ConditionSql().of(c, "p")).collect(Collectors.joining()) + " FROM v_person p WHERE scope = ?1";

    /** The people of a commune, and whose household they are. */
    public static Map<EntryId, List<Member>> byHousehold(Db db, ScopeId scope, CountPeriod window) {
        Map<EntryId, List<Member>> members = new HashMap<>();
        ConditionSql.run(db, SELECT + " AND household IS NOT NULL", scope, window)
                .each(row -> members.computeIfAbsent(row.entry(2), _ -> new ArrayList<>()).add(of(row)));
        return members;
    }

    public static List<Member> one(Db db, ScopeId scope, EntryId id, CountPeriod window) {
        return ConditionSql.run(db, SELECT + " AND id = ?5", scope, window).put(id).list(Member::of);
    }

    private static Member of(ResultRow row) {
        return new Member(row.entry(1), row.whole(3), row.whole(4) != 0, row.whole(5) != 0, row.whole(6) != 0);
    }

    /** The head, then whoever is called the head, then the others in the order in which they were written down. */
    public static List<Member> headFirst(List<Member> members, Optional<EntryId> head) {
        return members.stream().sorted(Comparator.comparing((Member m) -> head.filter(m.id::equals).isEmpty())
                .thenComparing(m -> m.relation != HEAD).thenComparing(Member::id)).toList();
    }

    /** Whether one of them has a smartphone. */
    public static int smartphone(List<Member> members) {
        return Smartphones.inHousehold(members.stream().anyMatch(Member::ownsPhone), members.stream().anyMatch(Member::lacksPhone),
                members.stream().anyMatch(Member::unasked));
    }
}
