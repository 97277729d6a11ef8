package vn.banso.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.tables.RegisterTables;

/**
 * A known value in every field, and every way in which it might stand in a file.
 *
 * @param number of eight bytes, so that no ciphertext says it by chance
 */
public record Marked(String text, long number, Value.Day day) {
    private static final int UNKNOWN_FIELD = 119;
    private static final int UNKNOWN_TYPE = 90;

    /** The types of a commune, and one that only a newer version knows. */
    public static List<EntryType> types() {
        return Stream.concat(RegisterTables.counted().stream(),
                Stream.of(new EntryType(UNKNOWN_TYPE, "later", false, Catalogue.PERSON.fields()))).toList();
    }

    /** Every field of the type says it, and one that only a newer version knows. */
    public Draft draft(Node node, EntryType type) {
        SortedMap<Integer, Value> values = new TreeMap<>(Map.of(UNKNOWN_FIELD, new Value.Text(text)));
        type.fields().forEach(field -> values.put(field.id(), switch (field.type()) {
            case TEXT -> new Value.Text(text + " " + field.id());
            case WHOLE, DECIMAL -> new Value.Whole(number);
            case DAY -> day;
            case CODE -> new Value.Code(1);
            case REF -> new Value.Ref(node.freshId());
            case ITEMS -> new Value.Items(new TreeSet<>(List.of(text)));
            case BYTES -> new Value.Bytes(text.getBytes(StandardCharsets.UTF_8));
        }));
        return new Draft(type, Land.SANG_MOC, node.freshId(), values);
    }

    /** As it is typed, folded, searched for and sorted by, as digits, and as the bytes that numbers are coded to. */
    public List<byte[]> forms() {
        List<byte[]> forms = new ArrayList<>();
        Set<String> texts = new LinkedHashSet<>(List.of(text, Names.fold(text), Names.searchable(text), Names.sortKey(text),
                String.valueOf(number), String.valueOf(day.number()), day.toString()));
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            texts.forEach(t -> forms.add(t.getBytes(charset)));
        }
        forms.add(new BytesOut(8).u64(number).toBytes());
        forms.add(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
        forms.add(new BytesOut(10).varint(number).toBytes());
        forms.add(new BytesOut(10).zigzag(number).toBytes());
        return forms;
    }

    /** The files that say it in any form, within or by their name. */
    public List<Path> in(List<Path> files) throws IOException {
        List<byte[]> forms = forms();
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            String held = latin(Files.readAllBytes(file));
            String name = latin(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            if (forms.stream().map(Marked::latin).anyMatch(form -> held.contains(form) || name.contains(form))) {
                found.add(file);
            }
        }
        return found;
    }

    /** Byte by byte, so that a search in texts is one in bytes. */
    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
