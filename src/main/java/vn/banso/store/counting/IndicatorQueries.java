package vn.banso.store.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.banso.indicators.Condition;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.indicators.Which;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.projection.ParallelReads;
import vn.banso.store.tables.ConditionSql;

/**
 * Counts indicators where the entries lie. Means exactly what {@link vn.banso.indicators.Counting} means, commune by commune, so
 * that a laptop with one commune and the province with all of them come to the same figures.
 */
public final class IndicatorQueries {
    /** From so many people in a commune on, a second connection is worth opening. */
    private static final int CROWD = 20_000;

    private final Db db;
    private final NodeLock door;
    private final int crowd;

    /** Counts what the node holds, for as long as it is open. */
    public IndicatorQueries(Node node) {
        this(node.context().db, node.context().door, CROWD);
    }

    IndicatorQueries(Db db, NodeLock door, int crowd) {
        this.db = db;
        this.door = door;
        this.crowd = crowd;
    }

    /** The figures of one commune by {@linkplain Indicator#key line}, in the order given. */
    public SequencedMap<String, Tally> count(ScopeId scope, List<Indicator> indicators, CountPeriod window) {
        return door.read(db, () -> counted(scope, indicators, window));
    }

    private SequencedMap<String, Tally> counted(ScopeId scope, List<Indicator> indicators, CountPeriod window) {
        SequencedMap<String, SparseIndicator> rare = new LinkedHashMap<>();
        indicators.forEach(i -> SparseIndicator.of(i).ifPresent(r -> rare.put(i.key(), r)));
        Map<Condition, List<Indicator>> byFew = rare.values().stream().collect(Collectors.groupingBy(SparseIndicator::few, LinkedHashMap::new,
                Collectors.mapping(SparseIndicator::indicator, Collectors.toList())));

        List<Function<Db, Counted>> queries = new ArrayList<>();
        byType(indicators.stream().map(i -> rare.containsKey(i.key()) ? rare.get(i.key()).rest() : i).toList())
                .forEach(lines -> queries.add(on -> count(on, lines, Condition.ALWAYS, scope, window)));
        byFew.forEach((few, whole) -> byType(whole)
                .forEach(lines -> queries.add(on -> count(on, lines, few, scope, window))));

        Map<String, Tally> amongAll = new HashMap<>();
        Map<String, Tally> amongFew = new HashMap<>();
        answers(queries, scope).forEach(c -> (c.among().equals(Condition.ALWAYS) ? amongAll : amongFew).putAll(c.tallies()));
        SequencedMap<String, Tally> counted = new LinkedHashMap<>();
        for (Indicator i : indicators) {
            Tally tally = amongAll.get(i.key());
            tally = rare.containsKey(i.key()) ? rare.get(i.key()).together(tally, amongFew.get(i.key())) : tally;
            counted.put(i.key(), i.weight().isPresent() ? weighted(i, tally, scope, window) : tally);
        }
        return counted;
    }

    /** @param among the few among whom was counted, or everybody */
    private record Counted(Condition among, Map<String, Tally> tallies) {}

    private List<Counted> answers(List<Function<Db, Counted>> queries, ScopeId scope) {
        long people = db.sql("SELECT count(*) FROM r_person WHERE scope = ?").put(scope).number();
        return people < crowd ? queries.stream().map(q -> q.apply(db)).toList() : ParallelReads.both(db, queries);
    }

    private static Collection<List<Indicator>> byType(List<Indicator> indicators) {
        return indicators.stream().collect(Collectors.groupingBy(Indicator::counts, LinkedHashMap::new, Collectors.toList())).values();
    }

    private static Counted count(Db on, List<Indicator> lines, Condition among, ScopeId scope, CountPeriod window) {
        List<Condition> populations = TallySql.populations(lines);
        return ConditionSql.run(on, TallySql.of(lines, among), scope, window).first(row -> {
            Map<String, Tally> tallies = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                long withheld = row.number(lines.size() + populations.indexOf(lines.get(i).population()) + 1);
                tallies.put(lines.get(i).key(), TallySql.tally(row.number(i + 1), withheld));
            }
            return new Counted(among, tallies);
        }).orElseThrow();
    }

    private Tally weighted(Indicator indicator, Tally plain, ScopeId scope, CountPeriod window) {
        return ConditionSql.run(db, TallySql.weights(indicator), scope, window)
                .first(row -> new Tally(row.number(1), row.number(2), plain.answered(), plain.all(), plain.withheld())).orElse(plain);
    }

    /**
     * The figures of one line by village, for indicators that count households or people; whoever belongs to no village is left out.
     *
     * @throws IllegalArgumentException where something else is counted
     */
    public Map<EntryId, Tally> byVillage(ScopeId scope, Indicator indicator, CountPeriod window) {
        ConditionSql sql = new ConditionSql();
        String counted = "NOT (" + sql.of(indicator.withheld(), "t") + ")";
        String answered = counted + " AND " + sql.of(indicator.answered(), "t");
        String query = "SELECT h.village, total(" + counted + "), total(" + answered + "), total(" + answered + " AND " + sql.of(indicator.yes(), "t")
                + "), count(*) FROM " + withHouseholds(indicator) + " WHERE t.scope = ?1 AND h.village IS NOT NULL AND "
                + sql.of(indicator.population(), "t") + " GROUP BY 1";
        return door.read(db, () -> {
            Map<EntryId, Tally> tallies = new HashMap<>();
            ConditionSql.run(db, query, scope, window).each(row ->
                    tallies.put(row.entry(1), new Tally(row.number(4), row.number(3), row.number(3), row.number(2), row.number(5) - row.number(2))));
            return tallies;
        });
    }

    /** The households in which somebody stands in this list, or which stand in it themselves. */
    public Set<EntryId> households(ScopeId scope, Indicator indicator, Which which, CountPeriod window) {
        String query = "SELECT DISTINCT h.id FROM " + withHouseholds(indicator) + " WHERE t.scope = ?1 AND "
                + new ConditionSql().of(indicator.condition(which), "t");
        return door.read(db, () -> new HashSet<>(ConditionSql.run(db, query, scope, window).list(row -> row.entry(1))));
    }

    private static String withHouseholds(Indicator indicator) {
        String link = indicator.counts() == Catalogue.HOUSEHOLD ? "t.id" : indicator.counts() == Catalogue.PERSON ? "t.household" : "";
        if (link.isEmpty()) {
            throw new IllegalArgumentException("neither households nor people are counted by " + indicator.key());
        }
        return "v_" + indicator.counts().key() + " t JOIN v_household h ON h.scope = t.scope AND h.id = " + link;
    }

    /**
     * The entries behind a number, by rising id.
     *
     * @param after the last one of the page before
     */
    public List<EntryId> members(ScopeId scope, Indicator indicator, Which which, CountPeriod window, Optional<EntryId> after, int limit) {
        String query = "SELECT t.id FROM " + ConditionSql.rows(indicator.counts(), "t") + " AND "
                + new ConditionSql().of(indicator.condition(which), "t") + " AND t.id > ?5 ORDER BY t.id LIMIT ?6";
        byte[] from = after.map(EntryId::bytes).orElse(new byte[0]);
        return door.read(db, () -> ConditionSql.run(db, query, scope, window).put(from).put(limit).list(row -> row.entry(1)));
    }
}
