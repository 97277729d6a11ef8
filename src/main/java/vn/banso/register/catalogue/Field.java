package vn.banso.register.catalogue;

import java.util.Optional;
import java.util.Set;
import vn.banso.register.values.Value;

/**
 * One thing that is asked or noted about an entry, declared once.
 *
 * @param id stable number within the entry type, 16 to 127, never reused; smaller numbers are {@link SystemField}s
 * @param key the name in JSON, in SQL and, as {@code field.<type>.<key>}, in the text bundles
 * @param type what kind of value it holds
 * @param codes the choices, for {@link ValueType#CODE}; the items known so far, for some {@link ValueType#ITEMS}
 * @param target the entry type a {@link ValueType#REF} points to
 * @param sensitivity who may see it and whether it can be counted
 * @param merge what happens when two people write it without seeing each other
 * @param required whether an entry without it is refused
 * @param min the smallest {@link ValueType#WHOLE} number that can be true, in thousandths for a {@link ValueType#DECIMAL}
 * @param max the largest {@link ValueType#WHOLE} number that can be true, or the length of a {@link ValueType#TEXT} in
 *     characters, or the most {@link ValueType#ITEMS}
 * @param since the first schema version that has it
 * @param namesPeople whether it says what people are called
 * @param when the answer that makes it worth asking; empty where it is always asked
 */
public record Field(int id, String key, ValueType type, Optional<CodeList> codes, Optional<String> target,
                    Sensitivity sensitivity, Merge merge, boolean required, long min, long max, int since, boolean namesPeople, Optional<AskedWhen> when) {

    Field requiredNow() {
        return new Field(id, key, type, codes, target, sensitivity, merge, true, min, max, since, namesPeople, when);
    }

    Field since(int schema) {
        return new Field(id, key, type, codes, target, sensitivity, merge, required, min, max, schema, namesPeople, when);
    }

    Field naming() {
        return new Field(id, key, type, codes, target, sensitivity, merge, required, min, max, since, true, when);
    }

    Field askedWhen(AskedWhen condition) {
        return new Field(id, key, type, codes, target, sensitivity, merge, required, min, max, since, namesPeople, Optional.of(condition));
    }

    /** What kind of value a field holds; {@link vn.banso.register.values.Decimal} numbers are kept as whole thousandths. */
    public enum ValueType { TEXT, WHOLE, DAY, CODE, REF, ITEMS, BYTES, DECIMAL }

    /** Open values may be counted and have a column in the register in memory; the others never. All rest sealed. */
    public enum Sensitivity { OPEN, IDENTIFYING, SENSITIVE }

    /** How parallel values meet. */
    public enum Merge {
        /** The highest stamp is shown; different values are a conflict. */
        LAST,
        /** The union is shown; never a conflict. */
        UNION,
        /** Yes wins over everything, and late, which is nearly that, over absent; never a conflict. */
        TICK;

        /** Which of two parallel ticks is shown: the first of two that say the same. */
        public static Value tick(Value first, Value next) {
            return rank(next) < rank(first) ? next : first;
        }

        private static int rank(Value tick) {
            return !(tick instanceof Value.Code c) ? 2 : c.number() == CodeList.YES ? 0 : c.number() > CodeList.NO && c.number() != CodeList.REFUSED ? 1 : 2;
        }
    }

    /**
     * Asked only where another field of the entry has one of these answers.
     *
     * @param field key of the other field
     * @param answers keys of its choices
     */
    public record AskedWhen(String field, Set<String> answers) {
        boolean holds(CodeList codes, Value value) {
            return value instanceof Value.Code c && codes.keyOf(c).filter(answers::contains).isPresent();
        }
    }

    /** Whether the field can be a column that queries see. */
    public boolean open() {
        return sensitivity == Sensitivity.OPEN;
    }
}
