package vn.banso.ledger.change;

import java.util.Locale;

/**
 * The name of a change: the first 64 bits of SHA-256 over its content. The same act sealed twice, say by a laptop and by
 * its restored backup, is therefore one change.
 */
public record ChangeId(long value) implements Comparable<ChangeId> {
    @Override
    public int compareTo(ChangeId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%016x", value);
    }
}
