package vn.banso.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;

/** A register with its links to be followed both ways; read once per type, when first needed. */
final class Links {
    private final Register register;
    private final Map<EntryType, Map<EntryId, Entry>> entries = new HashMap<>();
    private final Map<EntryType, Map<EntryId, Entry>> ever = new HashMap<>();
    private final Map<String, Map<EntryId, List<Entry>>> linking = new HashMap<>();

    Links(Register register) {
        this.register = register;
    }

    Map<EntryId, Entry> entries(EntryType type) {
        return entries.computeIfAbsent(type, t -> register.live(t).collect(Collectors.toMap(Entry::id, Function.identity())));
    }

    Map<EntryId, Entry> ever(EntryType type) {
        return ever.computeIfAbsent(type, t -> register.ever(t).collect(Collectors.toMap(Entry::id, Function.identity())));
    }

    Optional<Entry> follow(Entry from, Field link, EntryType target) {
        return from.ref(link).map(entries(target)::get);
    }

    List<Entry> linkingTo(EntryId entry, EntryType type, Field link) {
        return linking.computeIfAbsent(type.key() + "." + link.key(), _ -> entries(type).values().stream()
                .filter(e -> e.ref(link).isPresent()).collect(Collectors.groupingBy(e -> e.ref(link).orElseThrow())))
                .getOrDefault(entry, List.of());
    }
}
