package vn.banso.store.lists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Visit;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.node.NodeContext;
import vn.banso.store.search.RollOrder;
import vn.banso.store.tables.ConditionSql;

/** The visits to make: at which households, and how many people are meant there. Counted anew only after something was written. */
public final class Visits {
    private final NodeContext in;
    private final NodeLock door;
    private final Map<Key, Found> known = new HashMap<>();

    public Visits(NodeContext in, NodeLock door) {
        this.in = in;
        this.door = door;
    }

    private record Key(Visit why, ScopeId scope, CountPeriod window) {}

    /** @param people by household; 1 where the household itself is meant */
    private record Found(long after, Map<EntryId, Integer> people) {}

    /**
     * How much there is to do in a village.
     *
     * @param people how many people are meant; the same number where households are
     */
    public record Due(int households, int people) {
        public static final Due NOTHING = new Due(0, 0);

        public Due plus(Due other) {
            return new Due(households + other.households, people + other.people);
        }
    }

    /** What is due in a commune, by village; households of no village stand under the id of zeros. */
    public Map<Visit, Map<EntryId, Due>> due(ScopeId scope, CountPeriod window) {
        return door.read(in.db, () -> {
            Map<Visit, Map<EntryId, Due>> all = new EnumMap<>(Visit.class);
            Map<EntryId, EntryId> villages = new HashMap<>();
            in.db.sql("SELECT id, village FROM v_household WHERE scope = ? AND village IS NOT NULL").put(scope)
                    .each(row -> villages.put(row.entry(1), row.entry(2)));
            for (Visit why : Visit.values()) {
                Map<EntryId, Due> byVillage = new HashMap<>();
                due(why, scope, window).forEach((household, people) -> byVillage.merge(
                        villages.getOrDefault(household, RollOrder.NOWHERE), new Due(1, people), Due::plus));
                all.put(why, byVillage);
            }
            return all;
        });
    }

    /** The same of a commune as a whole. */
    public Map<Visit, Due> total(ScopeId scope, CountPeriod window) {
        return door.read(in.db, () -> {
            Map<Visit, Due> all = new EnumMap<>(Visit.class);
            for (Visit why : Visit.values()) {
                Map<EntryId, Integer> found = due(why, scope, window);
                all.put(why, new Due(found.size(), found.values().stream().mapToInt(Integer::intValue).sum()));
            }
            return all;
        });
    }

    /** The people who are meant in a household, by rising id; empty where the visit is to the household itself. */
    public List<EntryId> people(Visit why, ScopeId scope, EntryId household, CountPeriod window) {
        if (why.counts() == Catalogue.HOUSEHOLD) {
            return List.of();
        }
        String query = "SELECT t.id FROM " + ConditionSql.rows(why.counts(), "t") + " AND t.id IN (SELECT id FROM r_person "
                + "WHERE scope = ?1 AND household = ?5) AND " + new ConditionSql().of(why.condition(), "t") + " ORDER BY t.id";
        return door.read(in.db, () -> {
            List<EntryId> found = new ArrayList<>();
            in.aliases.namesOf(scope, household).forEach(name ->
                    found.addAll(in.db.sql(query).put(scope).put(window.cutOffNumber()).put(window.fromNumber()).put(window.toNumber())
                            .put(name).list(row -> row.entry(1))));
            return found;
        });
    }

    /** The households where it is due, each with how many people are meant. */
    Map<EntryId, Integer> due(Visit why, ScopeId scope, CountPeriod window) {
        long written = in.entries.written(scope);
        Found found = known.get(new Key(why, scope, window));
        if (found == null || found.after() != written) {
            known.keySet().removeIf(k -> k.why() == why && k.scope().equals(scope));
            found = new Found(written, find(why, scope, window));
            known.put(new Key(why, scope, window), found);
        }
        return found.people();
    }

    private Map<EntryId, Integer> find(Visit why, ScopeId scope, CountPeriod window) {
        boolean people = why.counts() == Catalogue.PERSON;
        String query = "SELECT " + (people ? "t.household" : "t.id") + ", count(*) FROM " + ConditionSql.rows(why.counts(), "t")
                + " AND " + new ConditionSql().of(why.condition(), "t") + " GROUP BY 1";
        Map<EntryId, Integer> found = new HashMap<>();
        ConditionSql.run(in.db, query, scope, window).each(row -> found.put(row.entry(1), row.whole(2)));
        return found;
    }
}
