package vn.banso.desktop.today;

import java.util.Optional;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdFilter;

/** How much is written down at all: what comes first where nothing is. */
record Begun(int villages, int households) {

    /** @param commune empty for all that are held */
    static Begun at(Node node, Optional<ScopeId> commune) {
        long villages = node.households().villages().stream().filter(v -> commune.filter(c -> !c.equals(v.scope())).isEmpty()).count();
        return new Begun((int) villages, node.households().page(HouseholdFilter.ALL.withCommune(commune), 0, 1).total());
    }
}
