package vn.banso.store.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.files.StoreException;

/**
 * A prepared statement that is filled from left to right and used again and again. Of one statement only one run may be
 * under way: {@link #each} must not reach itself.
 */
public final class Sql {
    private final PreparedStatement statement;
    private final Function<SQLException, StoreException> spoilt;
    private final Consumer<Set<ScopeId>> before;
    private final Set<ScopeId> scopes = new HashSet<>(2);
    private int at;

    /**
     * @param spoilt called once it has failed, and says why: the driver has closed it then
     * @param before told the scopes that were filled in, before it asks
     */
    Sql(PreparedStatement statement, Function<SQLException, StoreException> spoilt, Consumer<Set<ScopeId>> before) {
        this.statement = statement;
        this.spoilt = spoilt;
        this.before = before;
    }

    private StoreException failed(SQLException e) {
        return spoilt.apply(e);
    }

    /** To be filled from the left, whatever was put in before. */
    public Sql afresh() {
        at = 0;
        return this;
    }

    public Sql put(long number) {
        try {
            statement.setLong(++at, number);
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Sql put(byte[] bytes) {
        try {
            statement.setBytes(++at, bytes);
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Sql put(String text) {
        try {
            statement.setString(++at, text);
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Sql putNothing() {
        try {
            statement.setNull(++at, Types.NULL);
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Sql put(ScopeId scope) {
        if (at == 0) {
            scopes.clear();
        }
        scopes.add(scope);
        return put(scope.value());
    }

    public Sql put(EntryId id) {
        return put(id.bytes());
    }

    /** @return how many rows were changed */
    public int run() {
        try {
            at = 0;
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void ask() {
        before.accept(Set.copyOf(scopes));
        scopes.clear();
        at = 0;
    }

    public void each(Consumer<ResultRow> row) {
        ask();
        try (ResultSet results = statement.executeQuery()) {
            ResultRow here = new ResultRow(results);
            while (results.next()) {
                row.accept(here);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public <T> List<T> list(Function<ResultRow, T> as) {
        List<T> all = new ArrayList<>();
        each(row -> all.add(as.apply(row)));
        return all;
    }

    /** Of the first row; empty where there is none, or where it says nothing. */
    public <T> Optional<T> first(Function<ResultRow, T> as) {
        ask();
        try (ResultSet results = statement.executeQuery()) {
            return results.next() ? Optional.ofNullable(as.apply(new ResultRow(results))) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The first column of the first row; 0 where there is none. */
    public long number() {
        return first(row -> row.number(1)).orElse(0L);
    }

    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
