package vn.banso.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** A small register written by hand: {@code add(PERSON, "household", h, "smartphone", "own")}. */
final class Village implements Register {
    static final ScopeId SCOPE = ScopeId.commune("2025-07-01", "05719");

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public Stream<Entry> live(EntryType type) {
        return entries.stream().filter(e -> e.type() == type.id());
    }

    /** Values are codes by key, days as ISO texts, numbers, or entries to link to. */
    EntryId add(EntryType type, Object... keysAndValues) {
        EntryId id = new EntryId(1, entries.size());
        var fields = new java.util.TreeMap<Integer, Value>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Field field = type.field((String) keysAndValues[i]);
            fields.put(field.id(), value(field, keysAndValues[i + 1]));
        }
        entries.add(new Entry(type.id(), SCOPE, id, fields));
        return id;
    }

    EntryId household(Object... keysAndValues) {
        return add(Catalogue.HOUSEHOLD, keysAndValues);
    }

    EntryId person(EntryId household, String born, Object... keysAndValues) {
        List<Object> all = new ArrayList<>(List.of("household", household));
        if (!born.isEmpty()) {
            all.addAll(List.of("born", born));
        }
        all.addAll(List.of(keysAndValues));
        return add(Catalogue.PERSON, all.toArray());
    }

    Tally count(String key, CountPeriod window) {
        return new Counting(this, window).count(indicator(key));
    }

    static Indicator indicator(String key) {
        return Definitions.from(18).stream().filter(i -> i.key().equals(key)).findFirst().orElseThrow();
    }

    private static Value value(Field field, Object value) {
        return switch (value) {
            case EntryId id -> new Value.Ref(id);
            case Integer number -> new Value.Whole(number);
            case String text when field.type() == Field.ValueType.CODE -> field.codes().orElseThrow().code(text).orElseThrow();
            case String text when field.type() == Field.ValueType.DAY -> Value.Day.parse(text);
            case String text when field.type() == Field.ValueType.ITEMS -> new Value.Items(new java.util.TreeSet<>(List.of(text.split(" "))));
            case String text -> new Value.Text(text);
            default -> throw new IllegalArgumentException(field.key());
        };
    }
}
