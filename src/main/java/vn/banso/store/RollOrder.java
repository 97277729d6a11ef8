package vn.banso.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.banso.register.EntryId;
import vn.banso.register.Names;
import vn.banso.register.ScopeId;
import vn.banso.register.VillageOrder;

/** The lines of a {@link Roll} in the orders in which people list them, kept until a line becomes another. */
final class RollOrder {
    /** Where a household is said to be that nobody said it of. */
    static final EntryId NOWHERE = new EntryId(0, 0);

    private final Db db;
    private final Roll roll;
    private final Callings callings;
    private List<RollLine> byVillage = List.of();
    private Optional<int[]> byName = Optional.empty();
    private Map<RollLine, String> sortKeys = new IdentityHashMap<>();
    private Map<ScopeId, Map<EntryId, Village>> villages = Map.of();
    private long version = -1;

    RollOrder(Db db, Roll roll, Callings callings) {
        this.db = db;
        this.roll = roll;
        this.callings = callings;
    }

    private record Village(String name, int place) {}

    /** By commune, village and local number. */
    List<RollLine> lines() {
        if (version != roll.version()) {
            villages = new HashMap<>();
            roll.lines().stream().flatMap(m -> m.values().stream()).map(RollLine::scope).distinct()
                    .forEach(scope -> villages.put(scope, places(scope)));
            byVillage = sorted();
            byName = Optional.empty();
            version = roll.version();
        }
        return byVillage;
    }

    /** By the heads' names: places in {@link #lines}. Walking over those themselves would jump about in memory. */
    int[] byName() {
        List<RollLine> lines = lines();
        if (byName.isEmpty()) {
            Map<RollLine, String> keys = sortKeys();
            String[] names = lines.stream().map(keys::get).toArray(String[]::new);
            byName = Optional.of(IntStream.range(0, names.length).boxed().sorted(Comparator.comparing((Integer i) -> names[i].isEmpty())
                    .thenComparing(i -> names[i]).thenComparing(i -> i)).mapToInt(Integer::intValue).toArray());
        }
        return byName.get();
    }

    /** As it stood when the lines were last asked for. */
    String villageName(ScopeId scope, EntryId village) {
        return villages.getOrDefault(scope, Map.of()).getOrDefault(village, new Village("", 0)).name();
    }

    record Named(ScopeId scope, EntryId id, String name) {}

    /** All villages of a commune in their order. */
    List<Named> villages(ScopeId scope) {
        List<Named> named = new ArrayList<>(db.sql("SELECT id, name FROM v_village WHERE scope = ?").put(scope)
                .list(row -> new Named(scope, row.entry(1), row.text(2) == null ? "" : row.text(2))));
        named.sort(Comparator.comparing(Named::name, VillageOrder.BY_NAME).thenComparing(Named::id));
        return named;
    }

    private Map<EntryId, Village> places(ScopeId scope) {
        Map<EntryId, Village> places = new HashMap<>();
        villages(scope).forEach(n -> places.put(n.id(), new Village(n.name(), places.size())));
        return places;
    }

    private List<RollLine> sorted() {
        record Placed(RollLine line, int village, int number) {}
        List<Placed> placed = new ArrayList<>();
        for (Map<EntryId, RollLine> commune : roll.lines()) {
            for (RollLine line : commune.values()) {
                Village village = villages.get(line.scope()).get(line.village());
                placed.add(new Placed(line, village == null ? Integer.MAX_VALUE : village.place(),
                        line.number() == 0 ? Integer.MAX_VALUE : line.number()));
            }
        }
        placed.sort(Comparator.comparing((Placed p) -> p.line.scope()).thenComparingInt(Placed::village)
                .thenComparingInt(Placed::number).thenComparing(p -> p.line.id()));
        return placed.stream().map(Placed::line).toList();
    }

    /** Opened for this order alone; what stayed the same is not opened again. */
    private Map<RollLine, String> sortKeys() {
        Map<RollLine, String> keys = new IdentityHashMap<>();
        for (Map<EntryId, RollLine> commune : roll.lines()) {
            for (RollLine line : commune.values()) {
                String known = sortKeys.get(line);
                keys.put(line, known != null ? known
                        : line.head().map(head -> callings.name(line.scope(), head)).map(Names::sortKey).orElse(""));
            }
        }
        sortKeys = keys;
        return keys;
    }
}
