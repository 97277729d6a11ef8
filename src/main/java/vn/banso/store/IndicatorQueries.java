package vn.banso.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import vn.banso.indicators.Condition;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.indicators.Which;
import vn.banso.indicators.Window;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.ScopeId;

/**
 * Counts indicators where the entries lie. Means exactly what {@link vn.banso.indicators.Counting} means, commune by commune, so
 * that a laptop with one commune and the province with all of them come to the same figures.
 */
public final class IndicatorQueries {
    private final Db db;
    private final Door door;

    /** Counts what the node holds, for as long as it is open. */
    public IndicatorQueries(Node node) {
        this(node.queries(), node.door());
    }

    IndicatorQueries(Db db, Door door) {
        this.db = db;
        this.door = door;
    }

    /** The figures of one commune by {@linkplain Indicator#key line}, in the order given. */
    public SequencedMap<String, Tally> count(ScopeId scope, List<Indicator> indicators, Window window) {
        return door.alone(() -> counted(scope, indicators, window));
    }

    private SequencedMap<String, Tally> counted(ScopeId scope, List<Indicator> indicators, Window window) {
        Map<String, Rare> rare = new LinkedHashMap<>();
        indicators.forEach(i -> Rare.of(i).ifPresent(r -> rare.put(i.key(), r)));
        Map<String, Tally> counted = counted(scope, window, Condition.ALWAYS,
                indicators.stream().map(i -> rare.containsKey(i.key()) ? rare.get(i.key()).rest() : i).toList());
        Map<Condition, List<Rare>> byFew = rare.values().stream()
                .collect(Collectors.groupingBy(Rare::few, LinkedHashMap::new, Collectors.toList()));
        byFew.forEach((few, parts) -> {
            var amongFew = counted(scope, window, few, parts.stream().map(Rare::indicator).toList());
            parts.forEach(r -> counted.merge(r.indicator().key(), amongFew.get(r.indicator().key()), r::together));
        });
        indicators.stream().filter(i -> i.weight().isPresent())
                .forEach(i -> counted.computeIfPresent(i.key(), (_, plain) -> weighted(i, plain, scope, window)));
        SequencedMap<String, Tally> inOrder = new LinkedHashMap<>();
        indicators.forEach(i -> inOrder.put(i.key(), counted.get(i.key())));
        return inOrder;
    }

    /** One query per type of entry. */
    private Map<String, Tally> counted(ScopeId scope, Window window, Condition among, List<Indicator> indicators) {
        Map<EntryType, List<Indicator>> byType = indicators.stream()
                .collect(Collectors.groupingBy(Indicator::counts, LinkedHashMap::new, Collectors.toList()));
        Map<String, Tally> counted = new HashMap<>();
        byType.values().forEach(lines -> run(TallySql.of(lines, among), scope, window).first(row -> {
            for (int i = 0; i < lines.size(); i++) {
                counted.put(lines.get(i).key(), TallySql.tally(row.number(i + 1)));
            }
            return counted;
        }));
        return counted;
    }

    private Tally weighted(Indicator indicator, Tally plain, ScopeId scope, Window window) {
        return run(TallySql.weights(indicator), scope, window)
                .first(row -> new Tally(row.number(1), row.number(2), plain.answered(), plain.all())).orElse(plain);
    }

    /**
     * The entries behind a number, by rising id.
     *
     * @param after the last one of the page before
     */
    public List<EntryId> members(ScopeId scope, Indicator indicator, Which which, Window window, Optional<EntryId> after, int limit) {
        String query = "SELECT t.id FROM " + ConditionSql.rows(indicator.counts(), "t") + " AND "
                + new ConditionSql().of(indicator.condition(which), "t") + " AND t.id > ?5 ORDER BY t.id LIMIT ?6";
        byte[] from = after.map(EntryId::bytes).orElse(new byte[0]);
        return door.alone(() -> run(query, scope, window).put(from).put(limit).list(row -> row.entry(1)));
    }

    /** Fills in the scope and the days, as far as the query has them: a statement has parameters up to the highest it names. */
    private Sql run(String query, ScopeId scope, Window window) {
        Sql sql = db.sql(query).put(scope);
        long[] days = {window.cutOffNumber(), window.fromNumber(), window.toNumber()};
        for (int parameter = 2; parameter < 2 + days.length && names(query, parameter); parameter++) {
            sql.put(days[parameter - 2]);
        }
        return sql;
    }

    private static boolean names(String query, int parameter) {
        return query.contains("?" + parameter) || parameter < 5 && names(query, parameter + 1);
    }
}
