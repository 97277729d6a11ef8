package vn.banso.store.pages;

import java.util.List;

/**
 * How the records of a table look in the file: by this they are known where nothing leads to them.
 *
 * @param table its name
 * @param byRowid whether it is kept by row numbers; else by its key, whose columns come first
 * @param columns in the order of the file
 */
public record RecordShape(String table, boolean byRowid, List<Column> columns) {

    public enum Type { WHOLE, TEXT, BLOB, ANY }

    /** @param nullable also where it is another name of the row number, which is not written twice */
    public record Column(String name, Type type, boolean nullable) {
        boolean takes(Object value) {
            return value == null ? nullable : switch (type) {
                case WHOLE -> value instanceof Long;
                case TEXT -> value instanceof String;
                case BLOB -> value instanceof byte[];
                case ANY -> true;
            };
        }
    }

    boolean fits(List<Object> values) {
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).takes(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }
}
