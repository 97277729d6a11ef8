package vn.banso.store.register;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/** A village that is to be written down, with what follows from its commune and from most villages there. */
public final class NewVillages {
    private NewVillages() {}

    /** With an id of its own, its commune, and the type and region that most villages there have. It still needs a name. */
    public static Draft begun(Node node, ScopeId commune) {
        Draft draft = Draft.of(Catalogue.VILLAGE, commune, node.freshId());
        Optional<Unit> unit = Units.find(commune);
        if (unit.isPresent()) {
            draft = draft.with("unit_list", new Value.Text(unit.get().list())).with("commune", new Value.Text(unit.get().code()));
        }
        for (String field : new String[] {"kind", "region"}) {
            Optional<Value> usual = usual(node, commune, field);
            draft = usual.isPresent() ? draft.with(field, usual.get()) : draft;
        }
        return draft;
    }

    /** What somebody wrote of it, without what follows from its commune: it is of another one after all. */
    public static Draft withoutCommune(Draft written) {
        SortedMap<Integer, Value> fields = new TreeMap<>(written.fields());
        for (String field : new String[] {"unit_list", "commune", "region"}) {
            fields.remove(Catalogue.VILLAGE.field(field).id());
        }
        return new Draft(written.type(), written.scope(), written.id(), fields);
    }

    private static Optional<Value> usual(Node node, ScopeId commune, String field) {
        return node.entries(Catalogue.VILLAGE, commune).stream().flatMap(e -> e.value(Catalogue.VILLAGE.field(field)).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Comparator.comparing(Map.Entry<Value, Long>::getValue)).map(Map.Entry::getKey);
    }
}
