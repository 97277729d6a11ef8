package vn.banso.store.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import vn.banso.indicators.Condition;
import vn.banso.indicators.CountPeriod;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.ValueType;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Sql;

/**
 * Conditions as SQL over the views {@code v_<type>}: always 0 or 1, never NULL. Parameters: ?1 the scope, ?2 the cut-off, ?3 and ?4
 * the first and the last day of the period, as day numbers.
 *
 * <p>What asks for other entries becomes a set that SQLite fills once ({@code IN (SELECT …)}), never a question per row.
 */
public final class ConditionSql {
    private static final int NEVER = 99_999_999;

    private final SequencedMap<Condition, String> known = new LinkedHashMap<>();
    private int names;

    /** Conditions that are columns already, by what to write for them. */
    public void know(Condition condition, String sql) {
        known.put(condition, sql);
    }

    /** @param row the alias of the row that is asked about */
    public String of(Condition condition, String row) {
        String column = known.get(condition);
        return column != null ? column : switch (condition) {
            case Condition.Always() -> "1";
            case Condition.Is(var field, var codes) -> bit(mask(codes), row, field);
            case Condition.Known(var field) when field.type() == ValueType.CODE ->
                    bit(~mask(List.of(CodeList.NOT_ASKED, CodeList.REFUSED)), row, field);
            case Condition.Known(var field) -> column(row, field) + " IS NOT NULL";
            case Condition.By(var day) -> day(row, day) + " <= ?2";
            case Condition.Within(var day) -> day(row, day) + " BETWEEN ?3 AND ?4";
            case Condition.Aged(var born, var years) -> day(row, born) + " <= ?2 - " + years * 10_000;
            case Condition.Not(var other) -> "NOT (" + of(other, row) + ")";
            case Condition.All(var all) -> join(all, row, " AND ");
            case Condition.Any(var any) -> join(any, row, " OR ");
            case Condition.Of(var link, var target, var its) -> {
                String there = name();
                yield "ifnull(" + in(column(row, link), "SELECT " + there + ".id FROM " + rows(target, there) + " AND "
                        + of(its, there)) + ",0)";
            }
            case Condition.Was(var link, var target, var its) -> {
                String there = name();
                yield "ifnull(" + in(column(row, link), "SELECT " + there + ".id FROM all_" + target.key() + " " + there + " WHERE " + there
                        + ".scope = ?1 AND " + of(its, there)) + ",0)";
            }
            case Condition.Includes(var field, var choice) -> "(instr(ifnull(" + column(row, field) + ",''), '\"" + choice + "\"') > 0)";
            case Condition.Has(var type, var link, var its) -> {
                String there = name();
                yield in(row + ".id", "SELECT " + column(there, link) + " FROM " + rows(type, there) + " AND "
                        + column(there, link) + " IS NOT NULL AND " + of(its, there));
            }
            case Condition.Latest latest -> latest(latest, row);
            case Condition.First first -> {
                String there = name();
                yield in(row + ".id", "SELECT id FROM (SELECT " + there + ".id AS id, row_number() OVER (PARTITION BY " + column(there, first.link())
                        + " ORDER BY (" + of(first.preferred(), there) + ") DESC, " + there + ".id) AS place FROM " + rows(first.type(), there) + " AND "
                        + column(there, first.link()) + " IS NOT NULL AND " + of(first.counts(), there) + ") WHERE place = 1");
            }
            case Condition.Completed(var percent) -> in(row + ".id", completed(percent));
        };
    }

    /** The rows of a type in the scope, for a FROM that goes on with AND. */
    public static String rows(EntryType type, String alias) {
        return "v_" + type.key() + " " + alias + " WHERE " + alias + ".scope = ?1";
    }

    public static String column(String row, Field field) {
        return row + ".\"" + field.key() + "\"";
    }

    private String latest(Condition.Latest latest, String row) {
        return in(row + ".id", "SELECT entry FROM (" + latest(latest, List.of(latest.its())) + ") WHERE its0");
    }

    /** For each entry that is linked to, whether its latest one is like each of these: columns entry, its0, its1 … */
    public String latest(Condition.Latest latest, List<Condition> its) {
        String there = name();
        String link = column(there, latest.link());
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < its.size(); i++) {
            answers.append(", ").append(of(its.get(i), there)).append(" AS its").append(i);
        }
        return "SELECT * FROM (SELECT " + link + " AS entry" + answers + ", row_number() OVER (PARTITION BY " + link + " ORDER BY "
                + day(there, latest.day()) + " DESC, " + latest.better().stream().map(c -> "(" + of(c, there) + ") DESC, ").collect(Collectors.joining())
                + there + ".id DESC) AS place FROM " + rows(latest.type(), there) + " AND "
                + link + " IS NOT NULL AND " + of(latest.counts(), there) + ") WHERE place = 1";
    }

    /** Persons who came to enough of a class and practised in it, see {@link Condition.Completed}. */
    private static String completed(int percent) {
        return """
                SELECT c.person FROM (
                    SELECT x.person, s.class, count(DISTINCT CASE WHEN x.came THEN s.id END) AS times, max(x.practised) AS practised
                    FROM (SELECT person, session, 1 AS came, 0 AS practised FROM v_attendance
                              WHERE scope = ?1 AND presence IN (1, 3)
                          UNION ALL SELECT person, session, 0, 1 FROM v_practice WHERE scope = ?1 AND done = 1) x
                        CROSS JOIN v_session s ON s.scope = ?1 AND s.id = x.session
                    WHERE x.person IS NOT NULL AND s.status = 1 AND s.date <= ?2 AND s.class IS NOT NULL
                    GROUP BY x.person, s.class) c
                JOIN (SELECT class, count(*) AS many FROM v_session
                    WHERE scope = ?1 AND status = 1 AND date <= ?2 AND class IS NOT NULL GROUP BY class) h ON h.class = c.class
                WHERE c.practised AND c.times AND c.times * 100 >= h.many * """ + percent;
    }

    private String join(List<Condition> conditions, String row, String word) {
        return conditions.stream().map(c -> of(c, row)).collect(Collectors.joining(word, "(", ")"));
    }

    private static String day(String row, Field day) {
        return "ifnull(" + column(row, day) + "," + NEVER + ")";
    }

    private static String in(String what, String select) {
        return what + " IN (" + select + ")";
    }

    /**
     * Whether the bit of this code is set: cheaper than a list. Beyond 63, shifting leaves the sign: no code of a mask that was
     * listed, every code of a mask that was turned over.
     */
    private static String bit(long mask, String row, Field field) {
        return "(" + mask + " >> ifnull(" + column(row, field) + ",0) & 1)";
    }

    /** @throws IllegalArgumentException for codes from 63 on, which no list has */
    private static long mask(Iterable<Integer> codes) {
        long mask = 0;
        for (int code : codes) {
            if (code < 0 || code >= Long.SIZE - 1) {
                throw new IllegalArgumentException("a code that does not fit a mask: " + code);
            }
            mask |= 1L << code;
        }
        return mask;
    }

    private String name() {
        return "e" + ++names;
    }

    /** Fills in the scope and the days, as far as the query has them: a statement has parameters up to the highest it names. */
    public static Sql run(Db on, String query, ScopeId scope, CountPeriod window) {
        Sql sql = on.sql(query).put(scope);
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
