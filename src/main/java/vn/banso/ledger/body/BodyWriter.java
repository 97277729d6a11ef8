package vn.banso.ledger.body;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.change.Change;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Lays changes out in columns, as {@link BodyForm#VERSION} tells. */
public final class BodyWriter {
    private static final CBORFactory CBOR = new CBORFactory();
    private static final int NATURAL_LINKS = 2;

    /**
     * The two halves of a body: what deflate can make shorter, and what is random anyway.
     *
     * @param unfolded how much a reader will count against {@link BodyForm#MOST_UNFOLDED}
     */
    public record Halves(byte[] cbor, byte[] random, long unfolded) {}

    /** The changes of one kind and type; {@code natural} names the links their ids follow from, and is empty where they do not. */
    private record Group(int kind, int type, List<Change> changes, String purpose, List<Integer> natural) {}

    private final BodyOut out = new BodyOut();
    private final JsonGenerator contents;

    private BodyWriter(JsonGenerator contents) {
        this.contents = contents;
    }

    /** @param changes rising by stamp */
    public static Halves write(List<Change> changes) {
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        try (JsonGenerator generator = CBOR.createGenerator(ObjectWriteContext.empty(), cbor)) {
            BodyWriter writer = new BodyWriter(generator);
            writer.body(changes);
            generator.flush();
            return new Halves(cbor.toByteArray(), writer.out.random(), writer.out.unfolded());
        }
    }

    private void body(List<Change> changes) {
        Map<Long, Integer> places = new HashMap<>();
        List<List<Change>> members = new ArrayList<>();
        int[] groupOf = new int[changes.size()];
        for (int i = 0; i < groupOf.length; i++) {
            Change change = changes.get(i);
            groupOf[i] = places.computeIfAbsent((long) change.kind() << 32 | change.type(), _ -> members.size());
            if (groupOf[i] == members.size()) {
                members.add(new ArrayList<>());
            }
            members.get(groupOf[i]).add(change);
            out.numbers.varint(groupOf[i]);
        }
        List<Group> groups = members.stream().map(BodyWriter::group).toList();
        out.unfolds(changes.size() + (long) BodyForm.GROUP_UNFOLDED * groups.size());
        out.stamps(changes);
        out.ids(IntStream.range(0, groupOf.length).filter(i -> groups.get(groupOf[i]).natural().isEmpty())
                .mapToObj(i -> changes.get(i).entry()).toList());
        contents.writeStartArray(null, 1 + BodyIn.STREAMS);
        contents.writeStartArray(null, groups.size());
        groups.forEach(this::contents);
        contents.writeEndArray();
        out.streams().forEach(contents::writeBinary);
        contents.writeEndArray();
    }

    private static Group group(List<Change> changes) {
        Change first = changes.getFirst();
        String purpose = Catalogue.type(first.type()).map(t -> t.key()).orElse("");
        List<Integer> links = first.fields().entrySet().stream().filter(f -> f.getValue() instanceof Value.Ref)
                .map(Map.Entry::getKey).limit(NATURAL_LINKS).toList();
        boolean natural = links.size() == NATURAL_LINKS && changes.stream()
                .allMatch(c -> Natural.id(purpose, links, c.fields()).filter(c.entry()::equals).isPresent());
        return new Group(first.kind(), first.type(), changes, purpose, natural ? links : List.of());
    }

    private void contents(Group group) {
        contents.writeStartArray(null, 7);
        contents.writeNumber(group.kind());
        contents.writeNumber(group.type());
        if (group.natural().isEmpty()) {
            contents.writeNumber(0);
        } else {
            contents.writeStartArray(null, 1 + group.natural().size());
            contents.writeString(group.purpose());
            group.natural().forEach(contents::writeNumber);
            contents.writeEndArray();
        }
        List<EntryId> own = group.natural().isEmpty() ? group.changes().stream().map(Change::entry).toList() : List.of();
        ColumnWriter columns = new ColumnWriter(group.changes(), own, out);
        columns(group, c -> c.fields().keySet(), columns::values);
        columns(group, c -> c.bases().keySet(), columns::bases);
        contents.writeEndArray();
    }

    /** Writes one column after the other, and then which fields there are and the form of each. */
    private void columns(Group group, Function<Change, Set<Integer>> of, IntUnaryOperator column) {
        SortedSet<Integer> fields = new TreeSet<>();
        group.changes().forEach(c -> fields.addAll(of.apply(c)));
        BytesOut forms = new BytesOut(fields.size());
        contents.writeStartArray(null, fields.size());
        for (int field : fields) {
            contents.writeNumber(field);
            forms.u8(column.applyAsInt(field));
        }
        contents.writeEndArray();
        contents.writeBinary(forms.toBytes());
    }
}
