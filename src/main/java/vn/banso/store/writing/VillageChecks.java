package vn.banso.store.writing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.names.Names;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.TypedText;
import vn.banso.store.node.NodeContext;
import vn.banso.store.writing.VillagePreview.Obstacle;

/** What a change of villages would touch, and what stands against doing it or taking it back. */
final class VillageChecks {
    private static final EntryType VILLAGE = Catalogue.VILLAGE;
    private static final Field NAME = VILLAGE.field("name");

    private final NodeContext in;
    private final Dependants below;
    private final VillageSplits splits;

    VillageChecks(NodeContext in, VillageSplits splits) {
        this.in = in;
        this.below = new Dependants(in);
        this.splits = splits;
    }

    VillagePreview preview(VillagePlan plan) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        List<EntryId> all = concerned(plan);
        if (all.stream().anyMatch(id -> live(plan.scope(), id).isEmpty())) {
            obstacles.add(Obstacle.NO_VILLAGE);
        } else {
            obstacles.addAll(against(plan));
            if (all.stream().anyMatch(id -> splits.waits(plan.scope(), id))) {
                obstacles.add(Obstacle.SPLIT_WAITS);
            }
        }
        long teams = 0;
        long households = 0;
        long people = 0;
        for (EntryId id : all) {
            teams += count("v_team t", "t.village", plan.scope(), id);
            households += count("v_household t", "t.village", plan.scope(), id);
            people += count("v_person t JOIN v_household h ON h.scope = t.scope AND h.id = t.household", "h.village", plan.scope(), id);
        }
        return new VillagePreview(obstacles, households, people, teams, isNameTaken(plan, all));
    }

    static List<EntryId> concerned(VillagePlan plan) {
        List<EntryId> all = new ArrayList<>(List.of(plan.village()));
        if (plan instanceof VillagePlan.Merge merge) {
            all.addAll(merge.gone());
        }
        return all;
    }

    private Set<Obstacle> against(VillagePlan plan) {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        String name = shown(plan.scope(), plan.village()).text(NAME).orElse("");
        switch (plan) {
            case VillagePlan.Rename rename -> {
                add(found, Obstacle.NAMES, tidy(rename.name()).isEmpty());
                add(found, Obstacle.NOTHING_NEW, tidy(rename.name()).equals(name));
            }
            case VillagePlan.Merge merge -> {
                add(found, Obstacle.NAMES, tidy(merge.name()).isEmpty());
                add(found, Obstacle.NOTHING_NEW, merge.gone().isEmpty() || merge.gone().contains(merge.village()));
            }
            case VillagePlan.Split split -> {
                List<String> names = split.names().stream().map(VillageChecks::tidy).toList();
                add(found, Obstacle.NAMES, names.contains("") || names.stream().distinct().count() < names.size());
                add(found, Obstacle.NOTHING_NEW, names.size() < 2);
            }
            case VillagePlan.Move move -> {
                add(found, Obstacle.NOTHING_NEW, move.to().equals(move.scope()));
                add(found, Obstacle.NOT_PERMITTED, in.keys.current(move.to()).isEmpty());
            }
        }
        return found;
    }

    private static void add(Set<Obstacle> found, Obstacle obstacle, boolean isThere) {
        if (isThere) {
            found.add(obstacle);
        }
    }

    private static String tidy(String name) {
        return TypedText.oneLine(name);
    }

    private boolean isNameTaken(VillagePlan plan, List<EntryId> concerned) {
        ScopeId where = plan instanceof VillagePlan.Move move ? move.to() : plan.scope();
        List<String> names = (switch (plan) {
            case VillagePlan.Rename rename -> List.of(rename.name());
            case VillagePlan.Merge merge -> List.of(merge.name());
            case VillagePlan.Split split -> split.names();
            case VillagePlan.Move move -> List.of(in.entries.state(move.scope(), move.village()).map(s -> in.entries.shown(move.scope(), s).text(NAME).orElse("")).orElse(""));
        }).stream().map(Names::fold).toList();
        return in.db.sql("SELECT id, name FROM v_village WHERE scope = ?").put(where).list(row -> Map.entry(row.entry(1), Names.fold(row.text(2)))).stream()
                .anyMatch(v -> names.contains(v.getValue()) && !(where.equals(plan.scope()) && concerned.contains(v.getKey())));
    }

    private long count(String from, String village, ScopeId scope, EntryId id) {
        long all = 0;
        for (EntryId name : in.aliases.namesOf(scope, id)) {
            all += in.db.sql("SELECT count(*) FROM " + from + " WHERE t.scope = ? AND " + village + " = ?").put(scope).put(name).number();
        }
        return all;
    }

    /** The village, where it is in the register and stands for itself. */
    Optional<EntryState> live(ScopeId scope, EntryId id) {
        return in.db.sql("SELECT count(*) FROM v_village WHERE scope = ? AND id = ?").put(scope).put(id).number() == 0 ? Optional.empty()
                : in.entries.state(scope, id, VILLAGE.id());
    }

    Entry shown(ScopeId scope, EntryId id) {
        return in.entries.shown(scope, in.entries.state(scope, id, VILLAGE.id()).orElseThrow());
    }

    Optional<Obstacle> againstUndo(VillageChange change) {
        if (change.isUndone()) {
            return Optional.of(Obstacle.UNDONE);
        }
        if (change.isArrival()) {
            return Optional.of(Obstacle.FROM_THERE);
        }
        ScopeId scope = change.scope();
        if (change.act() == VillageChange.Act.MOVE) {
            List<EntryState> moved = change.before().stream().flatMap(id -> in.entries.state(scope, id, VILLAGE.id()).stream()).toList();
            Optional<ScopeId> to = below.movedTo(scope, moved);
            return to.isEmpty() || in.keys.current(to.get()).isEmpty() ? Optional.of(Obstacle.NOT_PERMITTED)
                    : change.after().stream().allMatch(id -> live(to.get(), id).isPresent()) ? Optional.empty() : Optional.of(Obstacle.CHANGED_SINCE);
        }
        boolean stands = change.after().stream().allMatch(id -> live(scope, id).isPresent() && !splits.waits(scope, id)) && switch (change.act()) {
            case RENAME, MERGE -> shown(scope, change.after().first()).text(NAME).orElse("").equals(change.nameAfter())
                    && change.before().stream().filter(id -> !change.after().contains(id)).allMatch(id -> in.aliases.canonical(scope, id).equals(change.after().first()));
            case SPLIT, MOVE -> true;
        };
        return stands ? Optional.empty() : Optional.of(Obstacle.CHANGED_SINCE);
    }
}
