package vn.banso.desktop.attention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Place;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;

/**
 * One line of the list: what, who, where, when.
 *
 * @param called what people call the entries it is about, or whose device it is about; empty where it has no name, or is about none
 * @param fields in which people wrote different values; none where it is about something else
 * @param where the village, where it belongs to one
 * @param who wrote what is in question, the latest first; nobody where it is about no entry
 */
public record Item(Attention about, Optional<String> called, List<Integer> fields, Optional<Where> where, List<Detail.Writer> who) {

    /** A village and what people call it. */
    public record Where(EntryId village, String name) {}

    /** Whether it is about the same, whatever is known of it by now. */
    boolean isSame(Item other) {
        return about.equals(other.about());
    }

    /** Whether it is of a commune that is looked at; what is of none is everybody's. */
    boolean isShown(Communes communes) {
        return about.scope().stream().allMatch(communes::shows);
    }

    Optional<EntryType> type() {
        return Catalogue.type(about.type());
    }

    /** Where the entry is seen in full; empty where there is no such page. */
    Optional<Place> page() {
        return about.entry().flatMap(id -> type().flatMap(type -> page(about.scope().orElseThrow(), type, id)));
    }

    private static Optional<Place> page(ScopeId scope, EntryType type, EntryId id) {
        return type.equals(Catalogue.HOUSEHOLD) ? Optional.of(new Place.Household(scope, id))
                : type.equals(Catalogue.PERSON) ? Optional.of(new Place.Person(scope, id))
                : type.equals(Catalogue.VILLAGE) ? Optional.of(new Place.Village(scope, id))
                : type.equals(Catalogue.CLASS) ? Optional.of(new Place.ClassRoom(scope, id))
                : type.equals(Catalogue.SESSION) ? Optional.of(new Place.Session(scope, id)) : Optional.empty();
    }

    static List<Item> at(Node node) {
        List<Attention> all = node.attention();
        Map<Attention, EntryId> villages = new HashMap<>();
        Map<ScopeId, List<EntryId>> asked = new HashMap<>();
        for (Attention a : all) {
            village(node, a).ifPresent(v -> villages.put(a, v));
            a.scope().ifPresent(scope -> Stream.of(a.entry().stream(), a.other().stream(), Optional.ofNullable(villages.get(a)).stream())
                    .flatMap(ids -> ids).forEach(id -> asked.computeIfAbsent(scope, _ -> new ArrayList<>()).add(id)));
        }
        Map<ScopeId, Map<EntryId, String>> names = new HashMap<>();
        asked.forEach((scope, ids) -> names.put(scope, node.names(scope, ids)));
        return all.stream().map(a -> item(node, a, Optional.ofNullable(villages.get(a)), names)).toList();
    }

    private static Item item(Node node, Attention a, Optional<EntryId> village, Map<ScopeId, Map<EntryId, String>> names) {
        Map<EntryId, String> here = a.scope().map(scope -> names.getOrDefault(scope, Map.of())).orElse(Map.of());
        Optional<String> called = Stream.concat(a.entry().stream(), a.other().stream()).filter(here::containsKey).map(here::get).distinct()
                .reduce((one, other) -> one + " – " + other)
                .or(() -> a.device().map(device -> Detail.writer(node, device, 0).holder()).filter(holder -> !holder.isEmpty()));
        Optional<EntryState> state = a.entry().flatMap(id -> node.state(a.scope().orElseThrow(), id));
        List<Integer> fields = a.kind() == Attention.Kind.CONFLICT ? state.map(Conflicts::of).orElse(List.of()) : List.of();
        return new Item(a, called, fields, village.map(id -> new Where(id, here.getOrDefault(id, ""))),
                state.map(s -> Detail.writers(node, a.scope().orElseThrow(), s, fields)).orElse(List.of()));
    }

    /** Of a household its own, of whoever belongs to a household that one's. */
    private static Optional<EntryId> village(Node node, Attention a) {
        return a.entry().flatMap(id -> {
            ScopeId scope = a.scope().orElseThrow();
            if (a.type() == Catalogue.VILLAGE.id()) {
                return Optional.of(id);
            }
            Optional<EntryType> type = Catalogue.type(a.type());
            Optional<Entry> entry = node.entry(scope, id);
            return link(type, entry, "village").or(() -> link(type, entry, "household")
                    .flatMap(household -> link(Optional.of(Catalogue.HOUSEHOLD), node.entry(scope, household), "village")));
        });
    }

    private static Optional<EntryId> link(Optional<EntryType> type, Optional<Entry> entry, String field) {
        Optional<Field> declared = type.flatMap(t -> t.fields().stream().filter(f -> f.key().equals(field)).findFirst());
        return declared.flatMap(f -> entry.flatMap(e -> e.ref(f)));
    }
}
