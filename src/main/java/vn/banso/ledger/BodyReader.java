package vn.banso.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.cbor.CBORFactory;
import vn.banso.ledger.MalformedException.Reason;
import vn.banso.register.EntryId;
import vn.banso.register.Value;

/** Reads what {@link BodyWriter} laid out. */
final class BodyReader {
    private static final CBORFactory CBOR = CBORFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(8).maxStringLength(Natural.LONGEST_PURPOSE).maxNumberLength(20)
            .maxDocumentLength(HeaderForm.MAX_BODY).maxNameLength(1).build()).build();

    /** One group as the table of contents tells it. */
    private record Group(int kind, int type, int count, String purpose, List<Integer> links, int[] fields, byte[] forms,
                         int[] baseFields, byte[] baseForms) {}

    private final DeviceId author;
    private final BodyIn in;

    private BodyReader(DeviceId author, BodyIn in) {
        this.author = author;
        this.in = in;
    }

    static List<Change> read(byte[] plain, byte[] random, DeviceId author) throws MalformedException {
        List<Group> groups = new ArrayList<>();
        List<byte[]> streams = new ArrayList<>();
        try (JsonParser cbor = CBOR.createParser(ObjectReadContext.empty(), plain)) {
            expect(cbor, JsonToken.START_ARRAY);
            expect(cbor, JsonToken.START_ARRAY);
            while (cbor.nextToken() == JsonToken.START_ARRAY) {
                groups.add(group(cbor));
            }
            is(cbor.currentToken() == JsonToken.END_ARRAY);
            for (int i = 0; i < BodyIn.STREAMS; i++) {
                expect(cbor, JsonToken.VALUE_EMBEDDED_OBJECT);
                streams.add(cbor.getBinaryValue());
            }
            expect(cbor, JsonToken.END_ARRAY);
            is(cbor.nextToken() == null);
        } catch (JacksonException e) {
            throw BytesIn.damaged("not the CBOR of a body");
        }
        BodyReader reader = new BodyReader(author, new BodyIn(streams, random, BodyForm.MOST_VALUES));
        List<Change> changes = new ArrayList<>();
        for (Group group : groups) {
            reader.changes(group, changes);
        }
        reader.in.end();
        return changes;
    }

    private static Group group(JsonParser cbor) throws MalformedException {
        int kind = number(cbor, ChangeForm.LAST_NUMBER);
        int type = number(cbor, ChangeForm.LAST_NUMBER);
        int count = number(cbor, BodyForm.MOST_CHANGES);
        String purpose = "";
        List<Integer> links = new ArrayList<>();
        if (cbor.nextToken() == JsonToken.START_ARRAY) {
            expect(cbor, JsonToken.VALUE_STRING);
            purpose = cbor.getString();
            while (cbor.nextToken() != JsonToken.END_ARRAY) {
                links.add(current(cbor, ChangeForm.LAST_NUMBER));
                is(links.size() <= Natural.MOST_LINKS);
            }
            is(!links.isEmpty());
        } else {
            is(current(cbor, 0) == 0);
        }
        int[] fields = fields(cbor);
        byte[] forms = forms(cbor, fields.length);
        int[] baseFields = fields(cbor);
        Group group = new Group(kind, type, count, purpose, links, fields, forms, baseFields, forms(cbor, baseFields.length));
        expect(cbor, JsonToken.END_ARRAY);
        return group;
    }

    private static int[] fields(JsonParser cbor) throws MalformedException {
        expect(cbor, JsonToken.START_ARRAY);
        int[] fields = new int[32];
        int length = 0;
        for (int last = -1; cbor.nextToken() != JsonToken.END_ARRAY; length++) {
            fields = length == fields.length ? Arrays.copyOf(fields, length * 2) : fields;
            last = ChangeForm.rising(current(cbor, ChangeForm.LAST_NUMBER), last);
            fields[length] = last;
        }
        return Arrays.copyOf(fields, length);
    }

    private static byte[] forms(JsonParser cbor, int count) throws MalformedException {
        expect(cbor, JsonToken.VALUE_EMBEDDED_OBJECT);
        byte[] forms = cbor.getBinaryValue();
        is(forms.length == count);
        for (byte form : forms) {
            if (form < 0) {
                throw new MalformedException(Reason.NEWER_FORMAT, "a column of an unknown form");
            }
        }
        return forms;
    }

    private void changes(Group group, List<Change> to) throws MalformedException {
        int count = group.count();
        in.spend(count);
        Stamp[] stamps = in.stamps(count);
        EntryId[] entries = group.links().isEmpty() ? in.ids(count) : new EntryId[count];
        List<SortedMap<Integer, Value>> fields = new ArrayList<>(count);
        List<SortedMap<Integer, SortedSet<ChangeId>>> bases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(new TreeMap<>());
            bases.add(new TreeMap<>());
        }
        for (int at = 0; at < group.fields().length; at++) {
            column(group.fields()[at], group.forms()[at], fields);
        }
        for (int at = 0; at < group.baseFields().length; at++) {
            bases(group.baseFields()[at], group.baseForms()[at], fields, bases);
        }
        for (int i = 0; i < count; i++) {
            EntryId entry = entries[i] != null ? entries[i] : Natural.id(group.purpose(), group.links(), fields.get(i))
                    .orElseThrow(() -> BytesIn.damaged("an id from a link that is not there"));
            to.add(Change.of(group.kind(), group.type(), entry, author, stamps[i], fields.get(i), bases.get(i)));
        }
    }

    private void column(int field, int form, List<SortedMap<Integer, Value>> to) throws MalformedException {
        in.spend(to.size());
        List<SortedMap<Integer, Value>> present = to;
        if ((form & BodyWriter.SPARSE) != 0) {
            boolean[] bits = bits(to.size());
            present = new ArrayList<>();
            for (int i = 0; i < bits.length; i++) {
                if (bits[i]) {
                    present.add(to.get(i));
                }
            }
        }
        Value[] values = new Value[present.size()];
        if ((form & BodyWriter.MIXED) != 0) {
            mixed(values);
        } else if ((form & BodyWriter.CONSTANT) != 0) {
            Value[] one = new Value[1];
            coding(form & 15).read(one, in);
            Arrays.fill(values, one[0]);
        } else {
            coding(form & 15).read(values, in);
        }
        for (int i = 0; i < values.length; i++) {
            present.get(i).put(field, values[i]);
        }
    }

    private void mixed(Value[] values) throws MalformedException {
        int[] counts = new int[Coding.values().length];
        int[] codings = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            codings[i] = coding(in.numbers.u8()).ordinal();
            counts[codings[i]]++;
        }
        for (Coding coding : Coding.values()) {
            Value[] some = new Value[counts[coding.ordinal()]];
            coding.read(some, in);
            for (int i = 0, next = 0; i < values.length; i++) {
                if (codings[i] == coding.ordinal()) {
                    values[i] = some[next++];
                }
            }
        }
    }

    private void bases(int field, int form, List<SortedMap<Integer, Value>> fields,
                       List<SortedMap<Integer, SortedSet<ChangeId>>> to) throws MalformedException {
        in.spend(to.size());
        boolean[] present = (form & BodyWriter.SOME) != 0 ? bits(to.size()) : new boolean[to.size()];
        int[] sizes = new int[to.size()];
        for (int i = 0; i < sizes.length; i++) {
            boolean here = (form & BodyWriter.ALIKE) != 0 ? fields.get(i).containsKey(field)
                    : (form & BodyWriter.SOME) == 0 || present[i];
            sizes[i] = !here ? 0 : (form & BodyWriter.SINGLE) != 0 ? 1 : in.numbers.count(1);
        }
        int place = -1;
        for (int i = 0; i < sizes.length; i++) {
            SortedSet<ChangeId> seen = new TreeSet<>();
            for (int left = sizes[i]; left > 0; left--) {
                in.spend(1);
                place = in.base(place);
                seen.add(in.baseAt(place));
            }
            if (!seen.isEmpty()) {
                to.get(i).put(field, Collections.unmodifiableSortedSet(seen));
            }
        }
    }

    private boolean[] bits(int count) throws MalformedException {
        byte[] bytes = in.numbers.bytes((count + 7) / 8);
        boolean[] bits = new boolean[count];
        for (int i = 0; i < count; i++) {
            bits[i] = (bytes[i >> 3] >> (i & 7) & 1) != 0;
        }
        return bits;
    }

    private static Coding coding(int number) throws MalformedException {
        if (number >= Coding.values().length) {
            throw new MalformedException(Reason.NEWER_FORMAT, "a column of an unknown coding");
        }
        return Coding.values()[number];
    }

    private static void expect(JsonParser cbor, JsonToken token) throws MalformedException {
        is(cbor.nextToken() == token);
    }

    private static int number(JsonParser cbor, int limit) throws MalformedException {
        cbor.nextToken();
        return current(cbor, limit);
    }

    private static int current(JsonParser cbor, int limit) throws MalformedException {
        is(cbor.currentToken() == JsonToken.VALUE_NUMBER_INT);
        long number = cbor.getLongValue();
        is(number >= 0);
        if (number > limit) {
            throw new MalformedException(Reason.TOO_LARGE, "a number above " + limit);
        }
        return (int) number;
    }

    private static void is(boolean so) throws MalformedException {
        if (!so) {
            throw BytesIn.damaged("not the table of contents of a body");
        }
    }
}
