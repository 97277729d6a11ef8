package vn.banso.store.pages;

import java.util.List;

/**
 * A record as it was found. It may be damaged, or from another table that looks alike.
 *
 * @param rowid 0 where the table has none
 * @param values one a column: null, Long, Double, String or byte[]
 * @param place where to read it again
 */
public record FoundRecord(RecordShape shape, long rowid, List<Object> values, Place place) {

    /**
     * @param page its number
     * @param writing which of the page's writings
     * @param at of the first byte
     * @param byKey whether it is a record of a table without row numbers
     */
    public record Place(long page, int writing, int at, boolean byKey) {}

    public String table() {
        return shape.table();
    }

    public long whole(String column) {
        return values.get(shape.index(column)) instanceof Long number ? number : 0;
    }

    public byte[] bytes(String column) {
        return values.get(shape.index(column)) instanceof byte[] bytes ? bytes : new byte[0];
    }

    public String text(String column) {
        return values.get(shape.index(column)) instanceof String text ? text : "";
    }

    public Object value(String column) {
        return values.get(shape.index(column));
    }
}
