package vn.banso.store.engine;

import java.util.List;
import vn.banso.register.values.ScopeId;

/**
 * The scopes that stand in a table, from one to the next by its index: {@code SELECT DISTINCT} would look at every row between, and a
 * save that asks so becomes slower with every save before it.
 */
public final class ScopeWalk {
    private ScopeWalk() {}

    /** A table expression {@code s(scope)} to put in front of a statement. @param table has an index that begins with {@code scope} */
    public static String with(String table) {
        String next = "SELECT min(scope) FROM " + table;
        return "WITH RECURSIVE s(scope) AS (" + next + " UNION ALL SELECT (" + next + " n WHERE n.scope > s.scope) FROM s WHERE s.scope IS NOT NULL) ";
    }

    public static List<ScopeId> of(Db db, String table) {
        return db.sql(with(table) + "SELECT scope FROM s WHERE scope IS NOT NULL").list(row -> row.scope(1));
    }
}
