package vn.banso.register;

import java.util.Optional;

/**
 * One thing that is asked or noted about an entry, declared once.
 *
 * @param id stable number within the entry type, 16 to 127, never reused; smaller numbers are {@link SystemField}s
 * @param key the name in JSON, in SQL and, as {@code field.<type>.<key>}, in the text bundles
 * @param type what kind of value it holds
 * @param codes the choices, for {@link ValueType#CODE}; the items known so far, for some {@link ValueType#ITEMS}
 * @param target the entry type a {@link ValueType#REF} points to
 * @param sensitivity who may see it and how it rests on the disk
 * @param merge what happens when two people write it without seeing each other
 * @param required whether an entry without it is refused
 * @param min the smallest {@link ValueType#WHOLE} number that can be true
 * @param max the largest {@link ValueType#WHOLE} number that can be true, or the length of a {@link ValueType#TEXT} in
 *     characters, or the most {@link ValueType#ITEMS}
 * @param since the first schema version that has it
 */
public record Field(int id, String key, ValueType type, Optional<CodeList> codes, Optional<String> target,
                    Sensitivity sensitivity, Merge merge, boolean required, long min, long max, int since) {

    /** What kind of value a field holds. */
    public enum ValueType { TEXT, WHOLE, DAY, CODE, REF, ITEMS, BYTES }

    /** Open values may be counted and stand in SQL columns; the others are sealed at rest and never counted. */
    public enum Sensitivity { OPEN, IDENTIFYING, SENSITIVE }

    /** How parallel values meet. */
    public enum Merge {
        /** The highest stamp is shown; different values are a conflict. */
        LAST,
        /** The union is shown; never a conflict. */
        UNION,
        /** Yes wins over everything; never a conflict. */
        TICK
    }

    /** Whether the field can be a column that queries see. */
    public boolean open() {
        return sensitivity == Sensitivity.OPEN;
    }
}
