package vn.banso.store.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of a record, by SQLite's serial types. */
final class ColumnValues {
    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    private static final int REAL = 7;
    private static final int ZERO = 8;
    private static final int FIRST_BYTES = 12;

    private ColumnValues() {}

    /** In bytes. */
    static long length(long type) {
        return type < FIRST_BYTES ? LENGTHS[(int) type] : (type - FIRST_BYTES) / 2;
    }

    /** @param at where the first begins */
    static List<Object> read(List<Long> types, byte[] record, int at) {
        List<Object> values = new ArrayList<>(types.size());
        int from = at;
        for (long type : types) {
            int length = (int) length(type);
            values.add(value((int) Math.min(type, Integer.MAX_VALUE), record, from, length));
            from += length;
        }
        return values;
    }

    private static Object value(int type, byte[] record, int from, int length) {
        if (type == 0) {
            return null;
        }
        if (type >= FIRST_BYTES) {
            byte[] bytes = Arrays.copyOfRange(record, from, from + length);
            return type % 2 == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8);
        }
        if (type >= ZERO) {
            return (long) (type - ZERO);
        }
        long number = record[from];
        for (int i = 1; i < length; i++) {
            number = number << 8 | record[from + i] & 0xff;
        }
        return type == REAL ? (Object) Double.longBitsToDouble(number) : (Object) number;
    }
}
