package vn.banso.store.register;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;

/** Villages and people of one commune, for lists; for one reading in the background. */
public final class RegisterReader {
    private static final Field VILLAGE = Catalogue.HOUSEHOLD.field("village");
    private static final Field RESIDENCE = Catalogue.HOUSEHOLD.field("residence");
    private static final Field HOUSEHOLD = Catalogue.PERSON.field("household");
    private static final int LEFT = RESIDENCE.codes().orElseThrow().code("left").orElseThrow().number();

    private final RegisterQuery query;
    private final Map<EntryId, VillageName> villages = new LinkedHashMap<>();

    public RegisterReader(Node node, ScopeId scope) {
        this(new RegisterQuery(node, scope));
    }

    public RegisterReader(RegisterQuery query) {
        this.query = query;
        query.all(Catalogue.VILLAGE).stream().map(VillageName::of)
                .sorted(Comparator.comparing(VillageName::name, VillageOrder.BY_NAME)).forEach(v -> villages.put(v.id(), v));
    }

    /** In the order of their names. */
    public List<VillageName> villages() {
        return List.copyOf(villages.values());
    }

    public Optional<VillageName> village(Optional<EntryId> id) {
        return id.map(v -> villages.get(query.canonical(v)));
    }

    /** These people by name, as a class list is sorted; whoever is no longer in the register is left out. */
    public List<PersonLine> people(Collection<EntryId> ids) {
        List<Entry> people = query.entries(Catalogue.PERSON, ids);
        return lines(people, query.entries(Catalogue.HOUSEHOLD, people.stream().flatMap(p -> p.ref(HOUSEHOLD).stream()).collect(Collectors.toSet())));
    }

    /** Who lives in these villages, by name. */
    public List<PersonLine> residents(Collection<EntryId> of) {
        List<Entry> households = query.linking(Catalogue.HOUSEHOLD, "village", of).stream().filter(h -> h.code(RESIDENCE) != LEFT).toList();
        return lines(query.linking(Catalogue.PERSON, "household", households.stream().map(Entry::id).toList()), households);
    }

    private List<PersonLine> lines(List<Entry> people, List<Entry> households) {
        record Keyed(String key, PersonLine line) {}
        Map<EntryId, Entry> homes = households.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        return people.stream().map(p -> line(p, p.ref(HOUSEHOLD).map(homes::get))).map(line -> new Keyed(line.order(), line))
                .sorted(Comparator.comparing(Keyed::key).thenComparing(k -> k.line().id())).map(Keyed::line).toList();
    }

    private PersonLine line(Entry person, Optional<Entry> home) {
        return PersonLine.of(person, home.flatMap(h -> village(h.ref(VILLAGE))),
                ConsentPurpose.speaker(person, home).filter(ConsentPurpose.CLASS_LISTS::isDenied).isEmpty());
    }

    /** The number that a new house of the village gets: the one after the highest there. */
    public static long nextNumber(Node node, ScopeId scope, EntryId village) {
        RegisterQuery query = new RegisterQuery(node, scope);
        return 1 + query.rows("SELECT max(local_number) FROM v_household WHERE scope = ?1 AND village IN "
                + RegisterQuery.list(List.of(query.canonical(village))), row -> row.number(1)).getFirst();
    }
}
