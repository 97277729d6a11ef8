package vn.banso.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Value;

/** Lays changes out in columns. */
final class BodyWriter {
    /** Bits of a value column beside its {@link Coding}. */
    static final int CONSTANT = 16;
    static final int SPARSE = 32;
    static final int MIXED = 64;

    /** Bits of a column of bases. */
    static final int SINGLE = 1;
    static final int SOME = 2;
    static final int ALIKE = 4;

    private static final CBORFactory CBOR = new CBORFactory();

    private final BodyOut out;
    private final JsonGenerator contents;

    private BodyWriter(BodyOut out, JsonGenerator contents) {
        this.out = out;
        this.contents = contents;
    }

    /** The two halves of a body: what deflate can make shorter, and what is random anyway. */
    record Halves(byte[] cbor, byte[] random) {}

    /** @param changes rising by stamp */
    static Halves write(List<Change> changes) {
        BodyOut out = new BodyOut(changes);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator cbor = CBOR.createGenerator(ObjectWriteContext.empty(), bytes)) {
            cbor.writeStartArray(null, 1 + BodyIn.STREAMS);
            BodyWriter writer = new BodyWriter(out, cbor);
            Collection<List<Change>> groups = groups(changes);
            cbor.writeStartArray(null, groups.size());
            groups.forEach(writer::group);
            cbor.writeEndArray();
            out.streams().forEach(cbor::writeBinary);
            cbor.writeEndArray();
        }
        return new Halves(bytes.toByteArray(), out.random());
    }

    private static Collection<List<Change>> groups(List<Change> changes) {
        Map<Long, List<Change>> groups = new LinkedHashMap<>();
        for (Change change : changes) {
            groups.computeIfAbsent((long) change.kind() << 32 | change.type(), _ -> new ArrayList<>()).add(change);
        }
        return groups.values();
    }

    private void group(List<Change> changes) {
        contents.writeStartArray(null, 8);
        contents.writeNumber(changes.getFirst().kind());
        contents.writeNumber(changes.getFirst().type());
        contents.writeNumber(changes.size());
        out.stamps(changes);
        entries(changes);
        columns(changes, c -> c.fields().keySet(), this::column);
        columns(changes, c -> c.bases().keySet(), this::bases);
        contents.writeEndArray();
    }

    /** Writes one column after the other, and then which fields there are and the form of each. */
    private void columns(List<Change> changes, Function<Change, Set<Integer>> of, BiFunction<Integer, List<Change>, Integer> column) {
        SortedSet<Integer> fields = new TreeSet<>();
        changes.forEach(c -> fields.addAll(of.apply(c)));
        BytesOut forms = new BytesOut(fields.size());
        contents.writeStartArray(null, fields.size());
        for (int field : fields) {
            contents.writeNumber(field);
            forms.u8(column.apply(field, changes));
        }
        contents.writeEndArray();
        contents.writeBinary(forms.toBytes());
    }

    /** The entry ids; where all follow from two links of the entry, only which ones and by which name. */
    private void entries(List<Change> changes) {
        Optional<String> purpose = Catalogue.type(changes.getFirst().type()).map(EntryType::key);
        List<Integer> links = changes.getFirst().fields().entrySet().stream()
                .filter(f -> f.getValue() instanceof Value.Ref).map(Map.Entry::getKey).limit(2).toList();
        if (purpose.isPresent() && links.size() == 2
                && changes.stream().allMatch(c -> Natural.id(purpose.get(), links, c.fields()).filter(c.entry()::equals).isPresent())) {
            contents.writeStartArray(null, 3);
            contents.writeString(purpose.get());
            links.forEach(contents::writeNumber);
            contents.writeEndArray();
        } else {
            contents.writeNumber(0);
            out.ids(changes.stream().map(Change::entry).toList());
        }
    }

    private int column(int field, List<Change> changes) {
        List<Value> values = new ArrayList<>(changes.size());
        BitSet present = new BitSet();
        for (int i = 0; i < changes.size(); i++) {
            Value value = changes.get(i).fields().get(field);
            if (value != null) {
                present.set(i);
                values.add(value);
            }
        }
        int form = 0;
        if (values.size() < changes.size()) {
            form |= SPARSE;
            bits(present, changes.size());
        }
        Coding text = text(values);
        Coding whole = whole(values);
        List<Coding> codings = values.stream().map(v -> Coding.of(v, text, whole)).toList();
        Coding first = codings.getFirst();
        if (codings.stream().allMatch(first::equals)) {
            boolean constant = values.size() > 1 && values.stream().allMatch(values.getFirst()::equals);
            form |= first.ordinal() | (constant ? CONSTANT : 0);
            first.write(constant ? values.subList(0, 1) : values, out);
        } else {
            form |= MIXED;
            Map<Coding, List<Value>> by = new EnumMap<>(Coding.class);
            for (int i = 0; i < codings.size(); i++) {
                out.numbers.u8(codings.get(i).ordinal());
                by.computeIfAbsent(codings.get(i), _ -> new ArrayList<>()).add(values.get(i));
            }
            by.forEach((coding, some) -> coding.write(some, out));
        }
        return form;
    }

    private void bits(BitSet bits, int count) {
        byte[] bytes = new byte[(count + 7) / 8];
        bits.stream().forEach(i -> bytes[i >> 3] |= (byte) (1 << (i & 7)));
        out.numbers.bytes(bytes);
    }

    /** Words pay where most of them are known or come again. */
    private Coding text(List<Value> values) {
        Set<String> met = new HashSet<>();
        int known = 0;
        int all = 0;
        for (Value value : values) {
            if (value instanceof Value.Text(String text) && !Digits.areAll(text) && Words.fits(text)) {
                for (String word : Words.split(text)) {
                    all++;
                    known += out.knows(word) || !met.add(word) ? 1 : 0;
                }
            }
        }
        return known * 2 >= all ? Coding.WORDS : Coding.TEXT;
    }

    /** Steps pay where they repeat more than the numbers themselves. */
    private static Coding whole(List<Value> values) {
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
        return steps.size() < numbers.size() ? Coding.STEPS : Coding.WHOLE;
    }

    private int bases(int field, List<Change> changes) {
        List<SortedSet<ChangeId>> all = new ArrayList<>(changes.size());
        BitSet present = new BitSet();
        boolean alike = true;
        for (int i = 0; i < changes.size(); i++) {
            SortedSet<ChangeId> seen = changes.get(i).bases().get(field);
            if (seen != null) {
                present.set(i);
                all.add(seen);
            }
            alike &= seen != null == changes.get(i).fields().containsKey(field);
        }
        boolean single = all.stream().allMatch(s -> s.size() == 1);
        boolean some = !alike && all.size() < changes.size();
        if (some) {
            bits(present, changes.size());
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
