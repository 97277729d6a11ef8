package vn.banso.cli.entries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Json;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;

/**
 * Reads entries from JSON: an array of
 *
 * <pre>{"type":"household", "id":"32 hex digits, optional", "as":"h1", "commune":"05719",
 *  "fields":{"village":"@v1", "fibre_subscribed":"yes", "head":"@p1", "address":"…"}}</pre>
 *
 * Without {@code commune} an entry belongs to the {@linkplain #within usual} one. Choices stand as their keys, dates as {@code yyyy-MM-dd}, {@code yyyy-MM} or {@code yyyy}, links as an id or as {@code @} and
 * the local name that an entry of this reader was given by {@code as}; {@code null} clears a field. One reader remembers local
 * names over several files.
 */
public final class JsonEntries {
    private static final Set<String> PROPERTIES = Set.of("type", "id", "as", "commune", "unit_list", "fields");
    private static final String LOCAL_NAME = "[A-Za-z0-9_.-]{1,64}";
    private static final int MOST_MISTAKES = 20;

    private final FreshIds ids;
    private final Function<String, Optional<ScopeId>> communes;
    private final Texts texts;
    private final Map<String, EntryId> local = new HashMap<>();
    private Optional<ScopeId> usual = Optional.empty();
    private String held = "";

    /** @param communes the scope of a commune by its code in the current unit list; empty for an unknown code */
    public JsonEntries(FreshIds ids, Function<String, Optional<ScopeId>> communes, Texts texts) {
        this.ids = ids;
        this.communes = communes;
        this.texts = texts;
    }

    /**
     * Entries that name no commune belong to this one.
     *
     * @param usual empty where every entry has to name its own
     * @param held the communes to choose from, as people call them
     */
    public JsonEntries within(Optional<ScopeId> usual, String held) {
        this.usual = usual;
        this.held = held;
        return this;
    }

    /** One entry as it stands in the file: which one it is is known, its fields are not read yet. */
    private record Item(int number, EntryType type, ScopeId scope, Optional<EntryId> id, Optional<String> as, JsonNode fields) {}

    /** @throws CommandRefusal with one sentence per mistake: where, why, and what would be right. Nothing is read then. */
    public List<Draft> read(String json) throws CommandRefusal {
        List<Sentence> mistakes = new ArrayList<>();
        Map<String, EntryId> namedBefore = new HashMap<>(local);
        List<Item> items = items(parse(json), mistakes);
        List<Draft> drafts = new ArrayList<>(items.size());
        for (Item item : items) {
            drafts.add(draft(item, mistakes));
        }
        if (!mistakes.isEmpty()) {
            local.clear();
            local.putAll(namedBefore);
            throw CommandRefusal.because(told(mistakes));
        }
        return drafts;
    }

    /** The entry that was given this local name. */
    public Optional<EntryId> named(String localName) {
        return Optional.ofNullable(local.get(localName));
    }

    /** All local names given so far. */
    public SortedMap<String, EntryId> names() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(local));
    }

    private static JsonNode parse(String json) throws CommandRefusal {
        try {
            return Json.read(json);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String key = e instanceof StreamConstraintsException ? "cli.json.limits"
                    : String.valueOf(e.getOriginalMessage()).startsWith("Duplicate") ? "cli.json.twice" : "cli.json.not_json";
            throw CommandRefusal.because(key, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    private List<Item> items(JsonNode root, List<Sentence> mistakes) throws CommandRefusal {
        if (!root.isArray()) {
            throw CommandRefusal.because("cli.json.not_a_list");
        }
        List<Item> items = new ArrayList<>(root.size());
        int number = 0;
        for (JsonNode node : root) {
            number++;
            int before = mistakes.size();
            Optional<Item> item = item(number, node, mistakes);
            if (mistakes.size() == before) {
                item.ifPresent(items::add);
            }
        }
        return items;
    }

    /** Where a commune of an older list is today; nowhere where it was split, for only people know which part is meant. */
    private Optional<ScopeId> heir(Unit former) {
        List<Unit> heirs = Units.heirs(former);
        return heirs.size() > 1 ? Optional.empty() : Optional.of(heirs.isEmpty() ? former.scope() : heirs.getFirst().scope());
    }

    private Optional<Item> item(int number, JsonNode node, List<Sentence> mistakes) {
        if (!node.isObject()) {
            mistakes.add(Sentence.of("cli.json.not_an_entry", number));
            return Optional.empty();
        }
        node.propertyNames().stream().filter(p -> !PROPERTIES.contains(p))
                .forEach(p -> mistakes.add(Sentence.of("cli.json.property", number, p)));
        Optional<EntryType> type = Optional.ofNullable(node.get("type")).filter(JsonNode::isString).map(JsonNode::stringValue)
                .flatMap(Catalogue::type).filter(t -> t.id() < Catalogue.FIRST_GOVERNANCE);
        Optional<Unit> former = Optional.ofNullable(node.get("unit_list")).filter(JsonNode::isString)
                .flatMap(list -> Units.unit(list.stringValue(), Optional.ofNullable(node.get("commune")).filter(JsonNode::isString).map(JsonNode::stringValue).orElse("")));
        Optional<ScopeId> scope = node.has("unit_list") ? former.flatMap(this::heir)
                : Optional.ofNullable(node.get("commune")).filter(JsonNode::isString).map(JsonNode::stringValue)
                        .flatMap(communes).or(() -> node.has("commune") ? Optional.empty() : usual);
        JsonNode fields = node.get("fields");
        if (type.isEmpty()) {
            mistakes.add(Sentence.of("cli.json.type", number, shown(node.get("type")), typeKeys()));
        }
        if (scope.isEmpty() && former.isPresent()) {
            mistakes.add(Sentence.of("cli.json.split", number, former.get().named(texts), Units.heirs(former.get()).stream()
                    .map(h -> h.named(texts) + " (" + h.code() + ")").collect(Collectors.joining(", "))));
        } else if (scope.isEmpty()) {
            mistakes.add(node.has("commune") || held.isEmpty() ? Sentence.of("cli.json.commune", number, shown(node.get("commune")))
                    : Sentence.of("cli.json.which", number, held));
        }
        if (fields == null || !fields.isObject()) {
            mistakes.add(Sentence.of("cli.json.fields", number));
        }
        if (type.isEmpty() || scope.isEmpty() || fields == null || !fields.isObject()) {
            return Optional.empty();
        }
        Optional<String> as = as(number, node.get("as"), mistakes);
        Optional<EntryId> id = id(number, node.get("id"), mistakes);
        if (id.isEmpty() && !NaturalId.has(type.get())) {
            id = Optional.of(ids.next());
        }
        if (as.isPresent() && id.isPresent()) {
            local.put(as.get(), id.get());
        }
        return Optional.of(new Item(number, type.get(), scope.get(), id, as, fields));
    }

    private Optional<String> as(int number, JsonNode node, List<Sentence> mistakes) {
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isString() || !node.stringValue().matches(LOCAL_NAME)) {
            mistakes.add(Sentence.of("cli.json.as", number, shown(node)));
            return Optional.empty();
        }
        if (local.containsKey(node.stringValue())) {
            mistakes.add(Sentence.of("cli.json.as_twice", number, node.stringValue()));
        }
        return Optional.of(node.stringValue());
    }

    private static Optional<EntryId> id(int number, JsonNode node, List<Sentence> mistakes) {
        if (node == null) {
            return Optional.empty();
        }
        Optional<EntryId> id = node.isString() ? FieldValues.id(node.stringValue()) : Optional.empty();
        if (id.isEmpty()) {
            mistakes.add(Sentence.of("cli.json.id", number, shown(node)));
        }
        return id;
    }

    private Draft draft(Item item, List<Sentence> mistakes) {
        FieldValues values = new FieldValues(item.number(), item.type(), texts, this::named, mistakes);
        SortedMap<Integer, Value> read = new TreeMap<>();
        item.fields().propertyStream().forEach(field -> {
            Optional<Field> known = item.type().find(field.getKey());
            if (known.isEmpty()) {
                values.unknown(field.getKey());
            } else {
                values.read(known.get(), field.getValue()).ifPresent(v -> read.put(known.get().id(), v));
            }
        });
        EntryId id = item.id().or(() -> NaturalId.of(item.type(), read)).orElseGet(() -> {
            values.noNaturalKey();
            return new EntryId(0, 0);
        });
        item.as().ifPresent(name -> local.put(name, id));
        return new Draft(item.type(), item.scope(), id, read);
    }

    private static List<Sentence> told(List<Sentence> mistakes) {
        List<Sentence> told = new ArrayList<>(List.of(Sentence.of("cli.json.mistakes", mistakes.size())));
        told.addAll(mistakes.subList(0, Math.min(mistakes.size(), MOST_MISTAKES)));
        if (mistakes.size() > MOST_MISTAKES) {
            told.add(Sentence.of("cli.json.more", mistakes.size() - MOST_MISTAKES));
        }
        return told;
    }

    private static String typeKeys() {
        return String.join(", ", Catalogue.types().stream().filter(t -> t.id() < Catalogue.FIRST_GOVERNANCE)
                .map(EntryType::key).toList());
    }

    static String shown(JsonNode node) {
        String text = node == null ? "" : node.isString() ? node.stringValue() : node.toString();
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
