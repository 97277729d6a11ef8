package vn.banso.store.counting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.indicators.Condition;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.store.tables.ConditionSql;

/**
 * One query for all indicators that count entries of one type: one pass over the entries, however many indicators.
 *
 * <p>Its rows come in three layers. The innermost carries the plain columns and the answers to questions about other entries
 * that several indicators ask; the middle one adds whatever else several of them ask; the outer one adds up. What only one
 * indicator asks stands in its sum, behind what makes it unnecessary for most entries.
 */
final class TallySql {
    /** Of a sum, the lowest 21 bits count the yes, the next the answered, the rest all; a commune has fewer than 2 million people. */
    private static final int BITS = 21;
    private static final long ALL = 1L << 2 * BITS;
    private static final long ANSWERED = 1L << BITS;

    private final EntryType type;
    private final SequencedMap<Condition, Integer> far = new LinkedHashMap<>();
    private final SequencedSet<Field> near = new LinkedHashSet<>();
    /** What is asked about the same latest entries, which are looked up once. */
    private final SequencedMap<Condition.Latest, SequencedSet<Condition>> latest = new LinkedHashMap<>();

    private TallySql(EntryType type) {
        this.type = type;
    }

    /**
     * @param indicators of one type; the result has one row with a packed sum for each, see {@link #tally}, then for each of their {@link
     *     #populations} how many are left out
     * @param among counts only entries like this; a condition that few fulfil makes the query look up those few
     */
    static String of(List<Indicator> indicators, Condition among) {
        TallySql sql = new TallySql(indicators.getFirst().counts());
        indicators.forEach(i -> List.of(i.population(), i.withheld(), i.answered(), i.yes()).forEach(sql::gather));
        sql.gather(among);
        return sql.query(indicators, among);
    }

    /** The sum of the weights of the yes and of all who answered, for an indicator that has weights: two numbers. */
    static String weights(Indicator indicator) {
        ConditionSql sql = new ConditionSql();
        String weight = indicator.weight().map(f -> "ifnull(" + ConditionSql.column("t", f) + ",0)").orElse("1");
        String answered = sql.of(Condition.all(indicator.population(), Condition.not(indicator.withheld()), indicator.answered()), "t");
        return "SELECT total(" + weight + " * (" + sql.of(indicator.yes(), "t") + ")), total(" + weight + ") FROM "
                + ConditionSql.rows(indicator.counts(), "t") + " AND " + answered;
    }

    static List<Condition> populations(List<Indicator> indicators) {
        return indicators.stream().map(Indicator::population).distinct().toList();
    }

    static Tally tally(long packed, long withheld) {
        long answered = packed >> BITS & ANSWERED - 1;
        return new Tally(packed & ANSWERED - 1, answered, answered, packed >> 2 * BITS, withheld);
    }

    private void gather(Condition condition) {
        switch (condition) {
            case Condition.Always _ -> { }
            case Condition.Is(var field, _) -> near.add(field);
            case Condition.Known(var field) -> near.add(field);
            case Condition.By(var field) -> near.add(field);
            case Condition.Within(var field) -> near.add(field);
            case Condition.Aged(var field, _) -> near.add(field);
            case Condition.Not(var other) -> gather(other);
            case Condition.All(var all) -> all.forEach(this::gather);
            case Condition.Any(var any) -> any.forEach(this::gather);
            case Condition.Of of -> {
                near.add(of.link());
                far.merge(condition, 1, Integer::sum);
            }
            case Condition.Was was -> {
                near.add(was.link());
                far.merge(condition, 1, Integer::sum);
            }
            case Condition.Includes(var field, _) -> near.add(field);
            case Condition.Latest one -> latest.computeIfAbsent(withoutIts(one), _ -> new LinkedHashSet<>()).add(one.its());
            case Condition.Has _, Condition.First _, Condition.Completed _ -> far.merge(condition, 1, Integer::sum);
        }
    }

    private String query(List<Indicator> indicators, Condition among) {
        ConditionSql inner = new ConditionSql();
        ConditionSql outer = new ConditionSql();
        String tables = latest(inner, outer);
        String where = among.equals(Condition.ALWAYS) ? "" : " AND " + outer.of(among, "t");
        if (!among.equals(Condition.ALWAYS)) {
            outer.know(among, "1");
        }
        // What the outer layers write for a column, and what the innermost one writes to make it.
        SequencedMap<String, String> columns = new LinkedHashMap<>(Map.of("t.id", "t.id"));
        near.forEach(field -> columns.put(ConditionSql.column("t", field), ConditionSql.column("t", field)));
        far.forEach((condition, times) -> {
            if (times > 1 && !condition.equals(among)) {
                String name = "far" + columns.size();
                columns.put("t." + name, inner.of(condition, "t") + " AS " + name);
                outer.know(condition, "t." + name);
            }
        });
        SequencedMap<Condition, String> shared = new LinkedHashMap<>();
        shared(indicators).forEach(c -> shared.put(c, outer.of(c, "t") + " AS shared" + shared.size()));
        shared.forEach((condition, sql) -> outer.know(condition, "t." + sql.substring(sql.lastIndexOf(' ') + 1)));
        Condition withheld = indicators.getFirst().withheld();
        String sums = Stream.concat(indicators.stream().map(i -> sum(i, outer)), populations(indicators).stream()
                .map(p -> "total(" + outer.of(withheld, "t") + " AND " + outer.of(p, "t") + ")")).collect(Collectors.joining(",\n  "));

        // Only what is used further out is handed on: copying links and ids through two layers costs as much as counting.
        List<String> handedOn = columns.keySet().stream().filter(sums::contains).toList();
        List<String> middle = Stream.concat(handedOn.stream(), shared.values().stream()).toList();
        String asked = sums + shared.values();
        List<String> made = columns.entrySet().stream().filter(c -> asked.contains(c.getKey())).map(Map.Entry::getValue).toList();
        // Without the LIMITs, SQLite would merge the three and ask every question once per mention.
        return tables + "SELECT " + sums + "\nFROM (SELECT " + list(middle) + "\n  FROM (SELECT " + list(made) + "\n    FROM "
                + ConditionSql.rows(type, "t") + where + " LIMIT -1) t LIMIT -1) t";
    }

    private static String list(List<String> columns) {
        return columns.isEmpty() ? "1" : String.join(",\n    ", columns);
    }

    /** The latest entries with all that is asked about them, each a table of its own before the query. */
    private String latest(ConditionSql inner, ConditionSql outer) {
        List<String> tables = new ArrayList<>();
        latest.forEach((which, its) -> {
            String table = "latest" + tables.size();
            tables.add(table + " AS MATERIALIZED (" + inner.latest(which, List.copyOf(its)) + ")");
            int at = 0;
            for (Condition condition : its) {
                outer.know(new Condition.Latest(which.type(), which.link(), which.day(), which.better(), which.counts(), condition),
                        "t.id IN (SELECT entry FROM " + table + " WHERE its" + at++ + ")");
            }
        });
        return tables.isEmpty() ? "" : "WITH " + String.join(",\n", tables) + "\n";
    }

    private static Condition.Latest withoutIts(Condition.Latest one) {
        return new Condition.Latest(one.type(), one.link(), one.day(), one.better(), one.counts(), Condition.ALWAYS);
    }

    /** What several indicators ask first. */
    private static List<Condition> shared(List<Indicator> indicators) {
        Map<Condition, Long> times = indicators.stream().flatMap(i -> Stream.of(i.population(), i.withheld(), i.answered()))
                .collect(Collectors.groupingBy(c -> c, LinkedHashMap::new, Collectors.counting()));
        return times.entrySet().stream().filter(e -> e.getValue() > 1 && !e.getKey().equals(Condition.ALWAYS))
                .map(Map.Entry::getKey).toList();
    }

    private static String sum(Indicator indicator, ConditionSql sql) {
        return "sum(CASE WHEN NOT " + sql.of(indicator.population(), "t") + " OR " + sql.of(indicator.withheld(), "t") + " THEN 0 WHEN NOT " + sql.of(indicator.answered(), "t")
                + " THEN " + ALL + " WHEN " + sql.of(indicator.yes(), "t") + " THEN " + (ALL + ANSWERED + 1) + " ELSE "
                + (ALL + ANSWERED) + " END)";
    }
}
