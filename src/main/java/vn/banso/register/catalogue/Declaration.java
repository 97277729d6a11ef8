package vn.banso.register.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.catalogue.Field.Merge;
import vn.banso.register.catalogue.Field.Sensitivity;
import vn.banso.register.catalogue.Field.ValueType;

/**
 * Writes an entry type down, field by field, in the order of the form. Fields are open and merge by the last writer unless
 * the word for them says otherwise; {@link #required} is about the field before it.
 */
final class Declaration {
    private static final int LONG_TEXT = 2_000;
    private static final int LONGEST_NAME = 120;
    private static final long THOUSAND = 1_000;
    private static final int MOST_ITEMS = 1_000;

    private final int id;
    private final String key;
    private final List<Field> fields = new ArrayList<>();

    Declaration(int id, String key) {
        this.id = id;
        this.key = key;
    }

    /** Open text: names of villages, decision numbers; never anything about one person. */
    Declaration text(int fieldId, String fieldKey, int length) {
        return add(fieldId, fieldKey, ValueType.TEXT, Sensitivity.OPEN, Merge.LAST, 0, length);
    }

    /** Text that tells who somebody is. */
    Declaration identifying(int fieldId, String fieldKey, int length) {
        return add(fieldId, fieldKey, ValueType.TEXT, Sensitivity.IDENTIFYING, Merge.LAST, 0, length);
    }

    /** What one person is called. */
    Declaration name(int fieldId, String fieldKey) {
        return identifying(fieldId, fieldKey, LONGEST_NAME).naming();
    }

    /** Free words, in which anybody may be named. */
    Declaration note(int fieldId, String fieldKey) {
        return identifying(fieldId, fieldKey, LONG_TEXT);
    }

    Declaration whole(int fieldId, String fieldKey, long min, long max) {
        return add(fieldId, fieldKey, ValueType.WHOLE, Sensitivity.OPEN, Merge.LAST, min, max);
    }

    /** A number with up to three decimals, between these two. */
    Declaration decimal(int fieldId, String fieldKey, long min, long max) {
        return add(fieldId, fieldKey, ValueType.DECIMAL, Sensitivity.OPEN, Merge.LAST, min * THOUSAND, max * THOUSAND);
    }

    Declaration day(int fieldId, String fieldKey) {
        return add(fieldId, fieldKey, ValueType.DAY, Sensitivity.OPEN, Merge.LAST, 0, 0);
    }

    Declaration code(int fieldId, String fieldKey, CodeList codes) {
        return coded(fieldId, fieldKey, ValueType.CODE, codes, Sensitivity.OPEN, Merge.LAST);
    }

    Declaration answer(int fieldId, String fieldKey) {
        return code(fieldId, fieldKey, CodeList.ANSWER);
    }

    /** A fact about a place or a deed: nobody can refuse it, it is only known or not. */
    Declaration fact(int fieldId, String fieldKey) {
        return code(fieldId, fieldKey, CodeList.FACT);
    }

    /** An answer that the law calls sensitive: sealed, never counted. */
    Declaration sensitiveAnswer(int fieldId, String fieldKey) {
        return coded(fieldId, fieldKey, ValueType.CODE, CodeList.ANSWER, Sensitivity.SENSITIVE, Merge.LAST);
    }

    /** A tick in a list: whoever saw it done is right. */
    Declaration tick(int fieldId, String fieldKey, CodeList codes) {
        return coded(fieldId, fieldKey, ValueType.CODE, codes, Sensitivity.OPEN, Merge.TICK);
    }

    Declaration ref(int fieldId, String fieldKey, String target) {
        fields.add(new Field(fieldId, fieldKey, ValueType.REF, Optional.empty(), Optional.of(target), Sensitivity.OPEN,
                Merge.LAST, false, 0, 0, 1, false, Optional.empty()));
        return this;
    }

    /** A set of which two people may write down different parts. */
    Declaration union(int fieldId, String fieldKey, CodeList known) {
        return coded(fieldId, fieldKey, ValueType.ITEMS, known, Sensitivity.OPEN, Merge.UNION);
    }

    /** A set of which one person decides the whole: what was taken out of it never comes back by merging. */
    Declaration choices(int fieldId, String fieldKey, CodeList known) {
        return coded(fieldId, fieldKey, ValueType.ITEMS, known, Sensitivity.OPEN, Merge.LAST);
    }

    /** The same as a union, of entry ids written in full. */
    Declaration union(int fieldId, String fieldKey) {
        return add(fieldId, fieldKey, ValueType.ITEMS, Sensitivity.OPEN, Merge.UNION, 0, MOST_ITEMS);
    }

    /** The same, of people's names. */
    Declaration names(int fieldId, String fieldKey) {
        return add(fieldId, fieldKey, ValueType.ITEMS, Sensitivity.IDENTIFYING, Merge.UNION, 0, MOST_ITEMS).naming();
    }

    /** A set that one person decides as a whole. */
    Declaration items(int fieldId, String fieldKey) {
        return add(fieldId, fieldKey, ValueType.ITEMS, Sensitivity.OPEN, Merge.LAST, 0, MOST_ITEMS);
    }

    Declaration bytes(int fieldId, String fieldKey) {
        return add(fieldId, fieldKey, ValueType.BYTES, Sensitivity.OPEN, Merge.LAST, 0, LONG_TEXT);
    }

    /** Without the field before this word, an entry is refused. */
    Declaration required() {
        fields.add(fields.removeLast().requiredNow());
        return this;
    }

    /** The field before this word came with that version of the catalogue; without it, with the first. */
    Declaration since(int schema) {
        fields.add(fields.removeLast().since(schema));
        return this;
    }

    /** The field before this word is asked only where another one has one of these answers. */
    Declaration when(String other, String... answers) {
        fields.add(fields.removeLast().askedWhen(new Field.AskedWhen(other, Set.of(answers))));
        return this;
    }

    EntryType type() {
        return new EntryType(id, key, false, fields);
    }

    /** Entries that are written once and only superseded. */
    EntryType event() {
        return new EntryType(id, key, true, fields);
    }

    private Declaration naming() {
        fields.add(fields.removeLast().naming());
        return this;
    }

    private Declaration coded(int fieldId, String fieldKey, ValueType type, CodeList codes, Sensitivity who, Merge merge) {
        fields.add(new Field(fieldId, fieldKey, type, Optional.of(codes), Optional.empty(), who, merge, false,
                0, type == ValueType.ITEMS ? MOST_ITEMS : 0, 1, false, Optional.empty()));
        return this;
    }

    private Declaration add(int fieldId, String fieldKey, ValueType type, Sensitivity who, Merge merge, long min, long max) {
        fields.add(new Field(fieldId, fieldKey, type, Optional.empty(), Optional.empty(), who, merge, false, min, max, 1,
                false, Optional.empty()));
        return this;
    }
}
