package vn.banso.desktop.household;

import java.util.Optional;
import vn.banso.desktop.kit.Place;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;

/** Where the way through a village goes on. */
final class NextDoor {
    private NextDoor() {}

    /** The household after this one in its village, or after the last one a new one. Asked in the background. */
    static Place after(Node node, Opened here, EntryId village) {
        ScopeId scope = here.scope();
        HouseholdFilter all = HouseholdFilter.ALL.withVillage(scope, village);
        Optional<HouseholdRow> row = node.households().place(all, scope, here.id())
                .flatMap(at -> node.households().page(all, at + 1, 1).rows().stream().findFirst());
        return row.<Place>map(r -> new Place.Household(r.scope(), r.id())).orElse(new Place.NewHousehold(scope, village));
    }
}
