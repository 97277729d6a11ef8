package vn.banso.register.sample;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** An entry being filled in, by field keys. A key or code that the catalogue lacks is a programming error. */
final class Sheet {
    private static final Map<String, Form> FORMS = new ConcurrentHashMap<>();

    private final Form form;
    private final ScopeId scope;
    private final EntryId id;
    private final TreeMap<Integer, Value> fields = new TreeMap<>();

    Sheet(String type, ScopeId scope, EntryId id) {
        this.form = FORMS.computeIfAbsent(type, Form::of);
        this.scope = scope;
        this.id = id;
    }

    Sheet text(String key, String text) {
        return set(key, new Value.Text(text));
    }

    Sheet whole(String key, long number) {
        return set(key, new Value.Whole(number));
    }

    Sheet day(String key, LocalDate day) {
        return set(key, new Value.Day(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }

    Sheet year(String key, int year) {
        return set(key, new Value.Day(year, 0, 0));
    }

    Sheet code(String key, String code) {
        Value.Code known = form.codes.getOrDefault(key, Map.of()).get(code);
        if (known == null) {
            throw new IllegalArgumentException("no code " + code + " in " + form.type.key() + "." + key);
        }
        return set(key, known);
    }

    Sheet answer(String key, boolean yes) {
        return code(key, yes ? "yes" : "no");
    }

    Sheet ref(String key, EntryId entry) {
        return set(key, new Value.Ref(entry));
    }

    Sheet refs(String key, Collection<EntryId> entries) {
        return items(key, entries.stream().map(EntryId::toString).toList());
    }

    Sheet items(String key, List<String> items) {
        return items.isEmpty() ? this : set(key, new Value.Items(new TreeSet<>(items)));
    }

    Draft draft() {
        return new Draft(form.type, scope, id, fields);
    }

    private Sheet set(String key, Value value) {
        Integer field = form.fields.get(key);
        if (field == null) {
            throw new IllegalArgumentException("no field " + key + " in " + form.type.key());
        }
        fields.put(field, value);
        return this;
    }

    /** The catalogue's fields and codes of one type, by key: looked up millions of times. */
    private record Form(EntryType type, Map<String, Integer> fields, Map<String, Map<String, Value.Code>> codes) {
        static Form of(String key) {
            EntryType type = Catalogue.type(key).orElseThrow();
            Map<String, Integer> fields = new HashMap<>();
            Map<String, Map<String, Value.Code>> codes = new HashMap<>();
            for (Field field : type.fields()) {
                fields.put(field.key(), field.id());
                field.codes().ifPresent(list -> codes.put(field.key(), byKey(list)));
            }
            return new Form(type, fields, codes);
        }

        private static Map<String, Value.Code> byKey(CodeList list) {
            Map<String, Value.Code> byKey = new HashMap<>();
            list.codes().forEach((number, code) -> byKey.put(code, new Value.Code(number)));
            return byKey;
        }
    }
}
