package vn.banso.desktop.classes;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.banso.register.Catalogue;
import vn.banso.register.ConsentPurpose;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;
import vn.banso.register.VillageOrder;
import vn.banso.store.Node;

/** The register of one commune as the pages of classes ask for it, for one reading in the background. */
final class Shelf {
    private static final Field VILLAGE = Catalogue.HOUSEHOLD.field("village");
    private static final Field RESIDENCE = Catalogue.HOUSEHOLD.field("residence");
    private static final Field HOUSEHOLD = Catalogue.PERSON.field("household");
    private static final int LEFT = RESIDENCE.codes().orElseThrow().code("left").orElseThrow().number();

    private final Node node;
    private final ScopeId scope;
    private final Map<EntryId, Village> villages = new LinkedHashMap<>();
    private final Map<EntryId, Home> homes = new HashMap<>();
    private final Map<EntryId, Optional<Face>> faces = new HashMap<>();

    Shelf(Node node, ScopeId scope) {
        this.node = node;
        this.scope = scope;
        node.entries(Catalogue.VILLAGE, scope).stream().map(Village::of)
                .sorted(Comparator.comparing(Village::name, VillageOrder.BY_NAME)).forEach(v -> villages.put(v.id(), v));
    }

    ScopeId scope() {
        return scope;
    }

    /** In the order of their names. */
    List<Village> villages() {
        return List.copyOf(villages.values());
    }

    Optional<Village> village(Optional<EntryId> id) {
        return id.map(v -> villages.get(node.canonical(scope, v)));
    }

    /** The live entry of this type; links may lead to one that was merged or deleted. */
    Optional<Entry> entry(EntryType type, EntryId id) {
        EntryId canonical = node.canonical(scope, id);
        return node.entry(scope, canonical).filter(e -> e.type() == type.id())
                .filter(_ -> node.state(scope, canonical).filter(s -> s.deleted()).isEmpty());
    }

    List<Entry> all(EntryType type) {
        return node.entries(type, scope);
    }

    /** The live entries of a type whose link leads to one of these; links to merged ones lead to what stands for them. */
    List<Entry> linking(EntryType type, String link, Collection<EntryId> targets) {
        return targets.stream().distinct().flatMap(t -> node.linking(type, link, scope, t).stream()).map(this::canonical).toList();
    }

    private Entry canonical(Entry entry) {
        TreeMap<Integer, Value> fields = new TreeMap<>(entry.fields());
        fields.replaceAll((_, v) -> v instanceof Value.Ref r ? new Value.Ref(node.canonical(scope, r.entry())) : v);
        return new Entry(entry.type(), entry.scope(), entry.id(), fields);
    }

    /** Empty where the person is no longer in the register. */
    Optional<Face> face(EntryId person) {
        return faces.computeIfAbsent(person, id -> entry(Catalogue.PERSON, id).map(this::face));
    }

    private Face face(Entry person) {
        Home home = person.ref(HOUSEHOLD).map(this::home).orElse(Home.UNKNOWN);
        return Face.of(person, home.village(), ConsentPurpose.speaker(person, home.entry()).filter(ConsentPurpose.CLASS_LISTS::isDenied).isEmpty());
    }

    private Home home(EntryId household) {
        return homes.computeIfAbsent(household, id -> entry(Catalogue.HOUSEHOLD, id).map(this::home).orElse(Home.UNKNOWN));
    }

    private Home home(Entry household) {
        return new Home(village(household.ref(VILLAGE)), Optional.of(household));
    }

    /** What a list says of a household. */
    private record Home(Optional<Village> village, Optional<Entry> entry) {
        static final Home UNKNOWN = new Home(Optional.empty(), Optional.empty());
    }

    /** Who lives in these villages, by name. */
    List<Face> roll(Set<EntryId> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        List<Entry> households = linking(Catalogue.HOUSEHOLD, "village", of).stream().filter(h -> h.code(RESIDENCE) != LEFT).toList();
        households.forEach(h -> homes.put(h.id(), home(h)));
        return sorted(linking(Catalogue.PERSON, "household", households.stream().map(Entry::id).toList()).stream().map(this::face));
    }

    /** By name, as a class list is sorted; people of one name by their id. */
    static List<Face> sorted(Stream<Face> faces) {
        record Keyed(String key, Face face) {}
        return faces.map(f -> new Keyed(f.order(), f)).sorted(Comparator.comparing(Keyed::key).thenComparing(k -> k.face().id()))
                .map(Keyed::face).toList();
    }
}
