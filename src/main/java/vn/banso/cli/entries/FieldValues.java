package vn.banso.cli.entries;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Decimal;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;

/** Reads the values of one entry, and says of each that cannot be read what would be right. */
final class FieldValues {
    private static final int NEAR = 3;

    private final int number;
    private final EntryType type;
    private final Texts texts;
    private final Function<String, Optional<EntryId>> named;
    private final List<Sentence> mistakes;

    FieldValues(int number, EntryType type, Texts texts, Function<String, Optional<EntryId>> named, List<Sentence> mistakes) {
        this.number = number;
        this.type = type;
        this.texts = texts;
        this.named = named;
        this.mistakes = mistakes;
    }

    /** Empty where the value was a mistake; it has been written down then. */
    Optional<Value> read(Field field, JsonNode node) {
        if (node.isNull()) {
            return Optional.of(Value.BLANK);
        }
        return switch (field.type()) {
            case TEXT -> node.isString() ? Optional.of(new Value.Text(node.stringValue())) : wrong("cli.json.text", field, node);
            case WHOLE -> node.isIntegralNumber() && node.canConvertToLong() ? Optional.of(new Value.Whole(node.longValue()))
                    : wrong("cli.json.whole", field, node);
            case DECIMAL -> (node.isNumber() ? Decimal.of(node.decimalValue()).map(Value.class::cast) : Optional.<Value>empty())
                    .or(() -> wrong("cli.json.decimal", field, node));
            case DAY -> day(node).or(() -> wrong("cli.json.day", field, node));
            case CODE -> code(field, node);
            case REF -> ref(field, node);
            case ITEMS -> items(field, node);
            case BYTES -> wrong("cli.json.bytes", field, node);
        };
    }

    void unknown(String key) {
        Optional<String> near = type.fields().stream().map(Field::key)
                .min(Comparator.comparingInt((String k) -> distance(k, key)).thenComparing(Comparator.naturalOrder()))
                .filter(k -> distance(k, key) <= NEAR);
        mistakes.add(near.isPresent() ? Sentence.of("cli.json.field_near", number, texts.type(type), key, near.get())
                : Sentence.of("cli.json.field_unknown", number, texts.type(type), key,
                        type.fields().stream().map(Field::key).collect(Collectors.joining(", "))));
    }

    void noNaturalKey() {
        mistakes.add(Sentence.of("cli.json.natural", number, texts.type(type)));
    }

    static Optional<EntryId> id(String hex) {
        return hex.matches("[0-9a-f]{32}") ? Optional.of(EntryId.parse(hex)) : Optional.empty();
    }

    private static Optional<Value> day(JsonNode node) {
        if (!node.isString() || !node.stringValue().matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            return Optional.empty();
        }
        Value.Day day = Value.Day.parse(node.stringValue());
        try {
            LocalDate.of(day.year(), node.stringValue().length() > 4 ? day.month() : 1, node.stringValue().length() > 7 ? day.day() : 1);
            return Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Value> code(Field field, JsonNode node) {
        CodeList list = field.codes().orElseThrow();
        Optional<Value> code = node.isString() ? list.code(node.stringValue()).map(Value.class::cast) : Optional.empty();
        return code.or(() -> wrong("cli.json.code", field, node, String.join(", ", list.codes().values())));
    }

    private Optional<Value> ref(Field field, JsonNode node) {
        String text = node.isString() ? node.stringValue() : "";
        if (text.startsWith("@")) {
            return named.apply(text.substring(1)).map(id -> (Value) new Value.Ref(id))
                    .or(() -> wrong("cli.json.name", field, node));
        }
        return id(text).map(id -> (Value) new Value.Ref(id)).or(() -> wrong("cli.json.ref", field, node));
    }

    /** Items are texts; an item {@code @name} is the id of that entry. */
    private Optional<Value> items(Field field, JsonNode node) {
        if (!node.isArray() || node.valueStream().anyMatch(i -> !i.isString())) {
            return wrong("cli.json.items", field, node);
        }
        SortedSet<String> items = new TreeSet<>();
        for (JsonNode item : node) {
            String text = item.stringValue();
            if (text.startsWith("@")) {
                Optional<EntryId> id = named.apply(text.substring(1));
                if (id.isEmpty()) {
                    return wrong("cli.json.name", field, item);
                }
                items.add(id.get().toString());
            } else {
                items.add(text);
            }
        }
        return Optional.of(new Value.Items(items));
    }

    private Optional<Value> wrong(String key, Field field, JsonNode node, Object... right) {
        Object[] args = new Object[5 + right.length];
        args[0] = number;
        args[1] = texts.type(type);
        args[2] = texts.field(type, field);
        args[3] = field.key();
        args[4] = JsonEntries.shown(node);
        System.arraycopy(right, 0, args, 5, right.length);
        mistakes.add(Sentence.of(key, args));
        return Optional.empty();
    }

    /** How many letters have to be changed, added or left out to make one word of the other. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
