package vn.banso.cli.bench.baseline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import vn.banso.cli.frame.Json;
import vn.banso.ledger.change.Change;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** The same changes as most programs would send them: a JSON array, gzipped. Neither signed nor sealed. */
public final class PlainJson {
    private PlainJson() {}

    public static byte[] gzip(ScopeId scope, List<Change> changes) {
        String json = Json.write(Map.of("scope", scope.toString(), "changes", changes.stream().map(PlainJson::object).toList()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> object(Change change) {
        EntryType type = Catalogue.type(change.type()).orElseThrow();
        Map<String, Object> fields = new LinkedHashMap<>();
        change.fields().forEach((id, value) -> type.field(id).ifPresent(field -> fields.put(field.key(), plain(field, value))));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type.key());
        object.put("id", change.entry().toString());
        object.put("at", Instant.ofEpochMilli(change.stamp().millis()).toString());
        object.put("fields", fields);
        return object;
    }

    private static Object plain(Field field, Value value) {
        return switch (value) {
            case Value.Text v -> v.text();
            case Value.Whole v -> v.number();
            case Value.Day v -> v.toString();
            case Value.Code v -> field.codes().flatMap(list -> list.keyOf(v)).orElse(Integer.toString(v.number()));
            case Value.Ref v -> v.entry().toString();
            case Value.Items v -> v.items();
            case Value.Bytes v -> v.bytes();
            case Value.Blank _ -> null;
        };
    }

    /** Reads it back into what a plain desk would insert. */
    static List<Draft> drafts(byte[] gzipped) throws IOException {
        JsonNode all;
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            all = Json.read(new String(gzip.readAllBytes(), StandardCharsets.UTF_8));
        }
        ScopeId scope = ScopeId.parse(all.get("scope").asString());
        List<Draft> drafts = new ArrayList<>();
        for (JsonNode one : all.get("changes")) {
            EntryType type = Catalogue.type(one.get("type").asString()).orElseThrow();
            SortedMap<Integer, Value> fields = new TreeMap<>();
            one.get("fields").propertyStream().forEach(p -> fields.put(type.field(p.getKey()).id(), value(p.getValue())));
            drafts.add(new Draft(type, scope, EntryId.parse(one.get("id").asString()), fields));
        }
        return drafts;
    }

    /** A plain desk keeps what it gets: numbers as numbers, everything else as text. */
    private static Value value(JsonNode node) {
        return node.isNumber() ? new Value.Whole(node.asLong()) : node.isNull() ? Value.BLANK
                : new Value.Text(node.isString() ? node.asString() : node.toString());
    }
}
