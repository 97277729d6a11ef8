package vn.banso.desktop.attention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.store.Attention;
import vn.banso.store.Node;

/**
 * One line of the list.
 *
 * @param called what people call the entries it is about; empty where it has no name, or is about none
 */
public record Item(Attention about, Optional<String> called) {

    static List<Item> at(Node node) {
        List<Attention> all = node.attention();
        Map<ScopeId, List<EntryId>> asked = new HashMap<>();
        all.forEach(a -> a.scope().ifPresent(scope -> Stream.concat(a.entry().stream(), a.other().stream())
                .forEach(id -> asked.computeIfAbsent(scope, _ -> new ArrayList<>()).add(id))));
        Map<ScopeId, Map<EntryId, String>> names = new HashMap<>();
        asked.forEach((scope, ids) -> names.put(scope, node.names(scope, ids)));
        return all.stream().map(a -> new Item(a, name(a, names))).toList();
    }

    private static Optional<String> name(Attention a, Map<ScopeId, Map<EntryId, String>> names) {
        Map<EntryId, String> here = a.scope().map(scope -> names.getOrDefault(scope, Map.of())).orElse(Map.of());
        return Stream.concat(a.entry().stream(), a.other().stream()).filter(here::containsKey).map(here::get).distinct()
                .reduce((one, other) -> one + " – " + other);
    }
}
