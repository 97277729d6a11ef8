package vn.banso.desktop.units;

import java.util.List;
import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.writing.VillageChange;
import vn.banso.store.writing.VillagePreview.Obstacle;

/**
 * What the page of changes of villages knows.
 *
 * @param villages by commune and name
 * @param changes what was done, the newest first
 */
record UnitsState(List<VillageLine> villages, List<ChangeLine> changes) {

    /** @param splitting households or teams of it wait to be told where they belong */
    record VillageLine(ScopeId scope, EntryId id, String name, long households, boolean splitting) {}

    /**
     * @param did in one sentence
     * @param trace when, by whom, after which decision
     * @param waiting households and teams of a split that nobody has placed
     * @param parts of a split, by name
     * @param against why it cannot be taken back
     */
    record ChangeLine(VillageChange change, String did, String trace, List<WaitingLine> waiting, List<PartLine> parts, Optional<Obstacle> against) {}

    /** A household or a team that waits, as people know it. */
    record WaitingLine(EntryId id, String called) {}

    /** A village that came out of a split. */
    record PartLine(EntryId id, String name) {}

    Optional<ChangeLine> change(EntryId id) {
        return changes.stream().filter(c -> c.change().id().equals(id)).findFirst();
    }
}
