package vn.banso.store;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.ScopeId;
import vn.banso.register.Unit;
import vn.banso.register.Units;
import vn.banso.register.Value;

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

    private static Optional<Value> usual(Node node, ScopeId commune, String field) {
        return node.entries(Catalogue.VILLAGE, commune).stream().flatMap(e -> e.value(Catalogue.VILLAGE.field(field)).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Comparator.comparing(Map.Entry<Value, Long>::getValue)).map(Map.Entry::getKey);
    }
}
