package vn.banso.ledger.change;

/**
 * When a change was made, as its author's laptop believed: milliseconds since 1970-01-01T00:00Z, but always later than every
 * stamp the author had seen on the same entry. A wrong clock therefore infects only the entries it touched.
 */
public record Stamp(long millis) implements Comparable<Stamp> {
    public static final Stamp NEVER = new Stamp(0);

    /** The stamp of a new change on an entry whose highest stamp is this one. After the last there can be comes the last again. */
    public Stamp next(long clockMillis) {
        return new Stamp(Math.max(clockMillis, millis == Long.MAX_VALUE ? millis : millis + 1));
    }

    @Override
    public int compareTo(Stamp other) {
        return Long.compare(millis, other.millis);
    }
}
