package vn.banso.ledger.body;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Writes the columns of one group of changes; each method returns the form of the column it wrote. */
public final class ColumnWriter {
    /** Beside the number of its {@link ColumnCodec}: one value for all. */
    public static final int CONSTANT = 16;
    /** Only some changes have the field. */
    static final int SPARSE = 32;
    /** Each value says its coding. */
    static final int MIXED = 64;

    /** Of a column of bases: each has exactly one. */
    static final int SINGLE = 1;
    /** Only some changes have bases here. */
    static final int SOME = 2;
    /** The changes that have a value here. */
    static final int ALIKE = 4;

    private final List<Change> changes;
    private final List<EntryId> own;
    private final BodyOut out;
    /** The changes that lacked the last sparse column: the next one often lacks the same. */
    private final byte[] lacking;

    /** @param own the entries of the changes; empty where the reader will only know them afterwards */
    ColumnWriter(List<Change> changes, List<EntryId> own, BodyOut out) {
        this.changes = changes;
        this.own = own;
        this.out = out;
        lacking = new byte[(changes.size() + 7) / 8];
    }

    int values(int field) {
        List<Value> values = new ArrayList<>(changes.size());
        List<EntryId> entries = new ArrayList<>(own.size());
        for (int i = 0; i < changes.size(); i++) {
            Value value = changes.get(i).fields().get(field);
            if (value != null) {
                values.add(value);
                if (!own.isEmpty()) {
                    entries.add(own.get(i));
                }
            }
        }
        out.unfolds(1 + lacking.length + values.size());
        int form = 0;
        if (values.size() < changes.size()) {
            form |= SPARSE;
            presence(c -> c.fields().containsKey(field));
        }
        ColumnCodec text = text(values);
        ColumnCodec whole = whole(values);
        ColumnCodec link = link(values, entries);
        List<ColumnCodec> codings = values.stream().map(v -> ColumnCodec.of(v, text, whole, link)).toList();
        ColumnCodec first = codings.getFirst();
        if (codings.stream().allMatch(first::equals)) {
            boolean constant = first != ColumnCodec.NEAR && values.size() > 1 && values.stream().allMatch(values.getFirst()::equals);
            first.write(constant ? values.subList(0, 1) : values, entries, out);
            return form | first.ordinal() | (constant ? CONSTANT : 0);
        }
        mixed(values, codings);
        return form | MIXED;
    }

    private void mixed(List<Value> values, List<ColumnCodec> codings) {
        Map<ColumnCodec, List<Value>> by = new EnumMap<>(ColumnCodec.class);
        for (int i = 0; i < codings.size(); i++) {
            out.numbers.u8(codings.get(i).ordinal());
            by.computeIfAbsent(codings.get(i), _ -> new ArrayList<>()).add(values.get(i));
        }
        by.forEach((coding, some) -> coding.write(some, List.of(), out));
    }

    /** One bit for each change, lowest first: whether it is otherwise than in the sparse column before, 1 standing for absent. */
    private void presence(Predicate<Change> has) {
        byte[] now = new byte[lacking.length];
        for (int i = 0; i < changes.size(); i++) {
            if (!has.test(changes.get(i))) {
                now[i >> 3] |= (byte) (1 << (i & 7));
            }
        }
        for (int i = 0; i < now.length; i++) {
            out.numbers.u8(now[i] ^ lacking[i]);
            lacking[i] = now[i];
        }
    }

    /** Words pay where most of them are known or come again. */
    private ColumnCodec text(List<Value> values) {
        Set<String> met = new HashSet<>();
        int known = 0;
        int all = 0;
        for (Value value : values) {
            if (value instanceof Value.Text(String text) && !Digits.areAll(text) && WordDictionary.fits(text)) {
                for (String word : WordDictionary.split(text)) {
                    all++;
                    known += out.knows(word) || !met.add(word) ? 1 : 0;
                }
            }
        }
        return known * 2 >= all ? ColumnCodec.WORDS : ColumnCodec.TEXT;
    }

    /** Steps pay where they repeat more than the numbers themselves. */
    private static ColumnCodec whole(List<Value> values) {
        Set<Long> numbers = new HashSet<>();
        Set<Long> steps = new HashSet<>();
        long before = 0;
        for (Value value : values) {
            if (value instanceof Value.Whole(long number)) {
                numbers.add(number);
                steps.add(number - before);
                before = number;
            }
        }
        return steps.size() < numbers.size() ? ColumnCodec.STEPS : ColumnCodec.WHOLE;
    }

    /** Distances from the entry itself pay where they repeat more than steps from one link to the next. */
    private static ColumnCodec link(List<Value> values, List<EntryId> own) {
        Set<Long> distances = new HashSet<>();
        Set<Long> steps = new HashSet<>();
        long before = 0;
        for (int i = 0; i < values.size(); i++) {
            if (own.isEmpty() || !(values.get(i) instanceof Value.Ref(EntryId link))
                    || !Ids.prefix(link).equals(Ids.prefix(own.get(i)))) {
                return ColumnCodec.REF;
            }
            distances.add(Ids.counter(link) - Ids.counter(own.get(i)));
            steps.add(Ids.counter(link) - before);
            before = Ids.counter(link);
        }
        return distances.size() < steps.size() ? ColumnCodec.NEAR : ColumnCodec.REF;
    }

    int bases(int field) {
        List<SortedSet<ChangeId>> all = new ArrayList<>(changes.size());
        boolean alike = true;
        for (Change change : changes) {
            SortedSet<ChangeId> seen = change.bases().get(field);
            if (seen != null) {
                all.add(seen);
            }
            alike &= seen != null == change.fields().containsKey(field);
        }
        out.unfolds(1 + lacking.length + all.stream().mapToLong(SortedSet::size).sum());
        boolean single = all.stream().allMatch(s -> s.size() == 1);
        boolean some = !alike && all.size() < changes.size();
        if (some) {
            presence(c -> c.bases().containsKey(field));
        }
        if (!single) {
            all.forEach(s -> out.numbers.varint(s.size()));
        }
        int before = -1;
        for (SortedSet<ChangeId> seen : all) {
            for (ChangeId id : seen) {
                before = out.base(id, before);
            }
        }
        return (single ? SINGLE : 0) | (some ? SOME : 0) | (alike ? ALIKE : 0);
    }
}
