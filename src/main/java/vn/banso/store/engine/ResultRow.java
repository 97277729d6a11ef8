package vn.banso.store.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** The row under the cursor; columns count from 1. */
public final class ResultRow {
    private final ResultSet results;

    ResultRow(ResultSet results) {
        this.results = results;
    }

    /** 0 where the column is NULL. */
    public long number(int column) {
        try {
            return results.getLong(column);
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    public int whole(int column) {
        return (int) number(column);
    }

    /** null where the column is NULL. */
    public byte[] bytes(int column) {
        try {
            return results.getBytes(column);
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    /** null where the column is NULL. */
    public String text(int column) {
        try {
            return results.getString(column);
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    public ScopeId scope(int column) {
        return new ScopeId(number(column));
    }

    public EntryId entry(int column) {
        return EntryId.of(bytes(column));
    }

    public Hash hash(int column) {
        return new Hash(bytes(column));
    }
}
