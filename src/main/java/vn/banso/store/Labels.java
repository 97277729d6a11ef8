package vn.banso.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.banso.register.Catalogue;
import vn.banso.register.Entry;
import vn.banso.register.EntryType;
import vn.banso.register.Field;

/** What of an entry can be searched for: names, phones, where the house is. */
final class Labels {
    private static final Map<Integer, List<Field>> SEARCHED = List.of(
                    Map.entry(Catalogue.HOUSEHOLD, List.of("address_hint", "digital_address", "phone")),
                    Map.entry(Catalogue.PERSON, List.of("name", "phone")),
                    Map.entry(Catalogue.TEAM_MEMBER, List.of("name", "phone")),
                    Map.entry(Catalogue.VILLAGE, List.of("name")))
            .stream().collect(Collectors.toMap(e -> e.getKey().id(), e -> fields(e.getKey(), e.getValue())));

    private Labels() {}

    private static List<Field> fields(EntryType type, List<String> keys) {
        return keys.stream().map(type::field).toList();
    }

    /** One line per value; empty where there is nothing to search for. */
    static String of(Entry entry) {
        List<Field> fields = SEARCHED.get(entry.type());
        return fields == null ? "" : fields.stream().map(f -> entry.text(f).orElse(null)).filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
