package vn.banso.ledger.change;

import java.util.Arrays;
import java.util.Optional;

/**
 * What sort of act a change was. All acts fold by the same rule; the kind says who may do it and what the history tells.
 *
 * <p>On the wire a kind is its number. A number that this version does not know is folded like {@link #SET}, unless it has
 * the {@linkplain #CRITICAL critical bit}: then the change waits, kept as it is, until the program is updated.
 */
public enum Kind {
    /** First record of an entry. */
    CREATE(1),
    /** Values of an existing entry, or the resolution of a conflict. */
    SET(2),
    /** Deleted, with a reason. */
    TOMBSTONE(3),
    /** Taken back from deletion. */
    RESTORE(4),
    /** Two entries are one. */
    ALIAS(5),
    /** They are two after all. */
    UNALIAS(6),
    /** Goes on in another commune. */
    MOVE(7),
    /** A device may write and read. */
    GRANT(8),
    /** A device may no more. */
    REVOKE(9),
    /** Personal values are dropped for ever; the id stays, so that nothing late revives them. */
    ERASE(10 | Kind.CRITICAL);

    /** Set in the numbers of kinds that an older program must not fold as if they were plain values. */
    public static final int CRITICAL = 128;

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<Kind> of(int number) {
        return Arrays.stream(values()).filter(k -> k.number == number).findFirst();
    }

    /** Whether this version must leave a change of that number alone. */
    public static boolean mustWait(int number) {
        return (number & CRITICAL) != 0 && of(number).isEmpty();
    }
}
