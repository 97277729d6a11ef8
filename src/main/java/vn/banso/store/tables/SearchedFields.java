package vn.banso.store.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;

/** What of an entry can be searched for: names, phones, where the house is. */
public final class SearchedFields {
    private static final Map<Integer, List<Field>> SEARCHED = List.of(
                    Map.entry(Catalogue.HOUSEHOLD, List.of("address_hint", "digital_address", "phone")),
                    Map.entry(Catalogue.PERSON, List.of("name", "phone")),
                    Map.entry(Catalogue.TEAM_MEMBER, List.of("name", "phone")),
                    Map.entry(Catalogue.VILLAGE, List.of("name")))
            .stream().collect(Collectors.toMap(e -> e.getKey().id(), e -> fields(e.getKey(), e.getValue())));

    private SearchedFields() {}

    private static List<Field> fields(EntryType type, List<String> keys) {
        return keys.stream().map(type::field).toList();
    }

    /** Whether entries of that type may have one. */
    static boolean has(int type) {
        return SEARCHED.containsKey(type);
    }

    /** One line per field, in the order above, which may be empty; empty as a whole where there is nothing to search for. */
    public static String of(Entry entry) {
        List<Field> fields = SEARCHED.get(entry.type());
        return fields == null ? "" : fields.stream().map(f -> entry.text(f).orElse("").replace('\n', ' '))
                .collect(Collectors.joining("\n")).stripTrailing();
    }

    /** What a label says of a field; empty where nothing. */
    public static String part(EntryType type, String fieldKey, String label) {
        int at = SEARCHED.get(type.id()).indexOf(type.field(fieldKey));
        String[] lines = label.split("\n", -1);
        return at < lines.length ? lines[at] : "";
    }
}
