package vn.banso.ledger.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.cbor.CBORFactory;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Reads what {@link BodyWriter} laid out. */
final class BodyReader {
    private static final CBORFactory CBOR = CBORFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(8).maxStringLength(Natural.LONGEST_PURPOSE).maxNumberLength(20)
            .maxDocumentLength(HeaderForm.MAX_BODY).maxNameLength(1).maxTokenCount(1 << 20).build()).build();

    /** One group as the table of contents tells it. */
    private record Group(int kind, int type, String purpose, List<Integer> natural, int[] fields, byte[] forms,
                         int[] baseFields, byte[] baseForms) {}

    private final List<Group> groups = new ArrayList<>();
    private final List<byte[]> streams = new ArrayList<>();

    private BodyReader() {}

    static List<Change> read(byte[] plain, byte[] random, int count, DeviceId author) throws MalformedException {
        BodyReader reader = new BodyReader();
        try (JsonParser cbor = CBOR.createParser(ObjectReadContext.empty(), plain)) {
            reader.contents(cbor);
        } catch (JacksonException e) {
            throw BytesIn.damaged("not the CBOR of a body");
        }
        return reader.changes(count, author, new BodyIn(reader.streams, random));
    }

    private void contents(JsonParser cbor) throws MalformedException {
        expect(cbor, JsonToken.START_ARRAY);
        expect(cbor, JsonToken.START_ARRAY);
        while (cbor.nextToken() == JsonToken.START_ARRAY) {
            groups.add(group(cbor));
        }
        is(cbor.currentToken() == JsonToken.END_ARRAY);
        for (int i = 0; i < BodyIn.STREAMS; i++) {
            streams.add(binary(cbor));
        }
        expect(cbor, JsonToken.END_ARRAY);
        is(cbor.nextToken() == null);
    }

    private static Group group(JsonParser cbor) throws MalformedException {
        int kind = number(cbor);
        int type = number(cbor);
        String purpose = "";
        List<Integer> natural = new ArrayList<>();
        if (cbor.nextToken() == JsonToken.START_ARRAY) {
            expect(cbor, JsonToken.VALUE_STRING);
            purpose = cbor.getString();
            while (cbor.nextToken() != JsonToken.END_ARRAY) {
                natural.add(current(cbor));
                is(natural.size() <= Natural.MOST_LINKS);
            }
            is(!natural.isEmpty());
        } else {
            is(current(cbor) == 0);
        }
        int[] fields = fields(cbor);
        byte[] forms = forms(cbor, fields.length);
        int[] baseFields = fields(cbor);
        Group group = new Group(kind, type, purpose, natural, fields, forms, baseFields, forms(cbor, baseFields.length));
        expect(cbor, JsonToken.END_ARRAY);
        return group;
    }

    private static int[] fields(JsonParser cbor) throws MalformedException {
        expect(cbor, JsonToken.START_ARRAY);
        int[] fields = new int[32];
        int length = 0;
        for (int last = -1; cbor.nextToken() != JsonToken.END_ARRAY; length++) {
            fields = length == fields.length ? Arrays.copyOf(fields, length * 2) : fields;
            last = ChangeForm.rising(current(cbor), last);
            fields[length] = last;
        }
        return Arrays.copyOf(fields, length);
    }

    private static byte[] forms(JsonParser cbor, int count) throws MalformedException {
        byte[] forms = binary(cbor);
        is(forms.length == count);
        for (byte form : forms) {
            if (form < 0) {
                throw new MalformedException(Reason.NEWER_FORMAT, "a column of an unknown form");
            }
        }
        return forms;
    }

    private List<Change> changes(int count, DeviceId author, BodyIn in) throws MalformedException {
        in.unfolds(count + (long) BodyForm.GROUP_UNFOLDED * groups.size());
        int[] groupOf = new int[count];
        int[] sizes = new int[groups.size()];
        for (int i = 0; i < count; i++) {
            groupOf[i] = in.numbers.upTo(BodyForm.MOST_CHANGES);
            is(groupOf[i] < sizes.length);
            sizes[groupOf[i]]++;
        }
        Stamp[] stamps = in.stamps(count);
        EntryId[] stored = in.ids((int) Arrays.stream(groupOf).filter(g -> groups.get(g).natural().isEmpty()).count());
        EntryId[] entries = new EntryId[count];
        int[][] rows = new int[sizes.length][];
        Arrays.setAll(rows, g -> new int[sizes[g]]);
        int[] filled = new int[sizes.length];
        for (int i = 0, next = 0; i < count; i++) {
            int g = groupOf[i];
            rows[g][filled[g]++] = i;
            entries[i] = groups.get(g).natural().isEmpty() ? stored[next++] : null;
        }
        Change[] changes = new Change[count];
        for (int g = 0; g < sizes.length; g++) {
            is(sizes[g] > 0);
            changes(groups.get(g), rows[g], entries, stamps, author, in, changes);
        }
        in.end();
        return new ArrayList<>(Arrays.asList(changes));
    }

    private static void changes(Group group, int[] rows, EntryId[] entries, Stamp[] stamps, DeviceId author, BodyIn in,
                                Change[] to) throws MalformedException {
        List<SortedMap<Integer, Value>> fields = new ArrayList<>(rows.length);
        List<SortedMap<Integer, SortedSet<ChangeId>>> bases = new ArrayList<>(rows.length);
        EntryId[] own = new EntryId[group.natural().isEmpty() ? rows.length : 0];
        for (int i = 0; i < rows.length; i++) {
            fields.add(new TreeMap<>());
            bases.add(new TreeMap<>());
            if (own.length > 0) {
                own[i] = entries[rows[i]];
            }
        }
        ColumnReader columns = new ColumnReader(own, fields, bases, in);
        for (int i = 0; i < group.fields().length; i++) {
            columns.values(group.fields()[i], group.forms()[i]);
        }
        for (int i = 0; i < group.baseFields().length; i++) {
            columns.bases(group.baseFields()[i], group.baseForms()[i]);
        }
        for (int i = 0; i < rows.length; i++) {
            EntryId entry = own.length > 0 ? own[i] : Natural.id(group.purpose(), group.natural(), fields.get(i))
                    .orElseThrow(() -> BytesIn.damaged("an id from a link that is not there"));
            to[rows[i]] = Change.of(group.kind(), group.type(), entry, author, stamps[rows[i]], fields.get(i), bases.get(i));
        }
    }

    private static byte[] binary(JsonParser cbor) throws MalformedException {
        expect(cbor, JsonToken.VALUE_EMBEDDED_OBJECT);
        byte[] bytes = cbor.getBinaryValue();
        // CBOR's "undefined" comes here too.
        is(bytes != null);
        return bytes;
    }

    private static void expect(JsonParser cbor, JsonToken token) throws MalformedException {
        is(cbor.nextToken() == token);
    }

    private static int number(JsonParser cbor) throws MalformedException {
        cbor.nextToken();
        return current(cbor);
    }

    /** Kinds, types and fields. */
    private static int current(JsonParser cbor) throws MalformedException {
        is(cbor.currentToken() == JsonToken.VALUE_NUMBER_INT);
        long number = cbor.getLongValue();
        is(number >= 0);
        if (number > ChangeForm.LAST_NUMBER) {
            throw new MalformedException(Reason.TOO_LARGE, "a number above " + ChangeForm.LAST_NUMBER);
        }
        return (int) number;
    }

    private static void is(boolean so) throws MalformedException {
        if (!so) {
            throw BytesIn.damaged("not the table of contents of a body");
        }
    }
}
