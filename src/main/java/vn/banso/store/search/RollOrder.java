package vn.banso.store.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.banso.register.names.Names;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.tables.DisplayNames;

/** The lines of a {@link Roll} in the orders in which people list them, kept until a line becomes another. */
public final class RollOrder {
    /** Where a household is said to be that nobody said it of. */
    public static final EntryId NOWHERE = new EntryId(0, 0);

    private final Db db;
    private final Roll roll;
    private final DisplayNames callings;
    private List<RollLine> byVillage = List.of();
    private Optional<int[]> byName = Optional.empty();
    private Map<RollLine, String> sortKeys = new IdentityHashMap<>();
    private Map<ScopeId, Map<EntryId, Village>> places = Map.of();
    private List<NamedVillage> villages = List.of();
    private long version = -1;

    public RollOrder(Db db, Roll roll, DisplayNames callings) {
        this.db = db;
        this.roll = roll;
        this.callings = callings;
    }

    private record Village(String name, int place) {}

    /** By commune, village and local number. */
    public List<RollLine> lines() {
        if (version != roll.version()) {
            villages = readVillages();
            places = new HashMap<>();
            villages.forEach(v -> {
                Map<EntryId, Village> commune = places.computeIfAbsent(v.scope(), _ -> new HashMap<>());
                commune.put(v.id(), new Village(v.name(), commune.size()));
            });
            byVillage = sorted();
            byName = Optional.empty();
            version = roll.version();
        }
        return byVillage;
    }

    /** By the heads' names: places in {@link #lines}. Walking over those themselves would jump about in memory. */
    public int[] byName() {
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
    public String villageName(ScopeId scope, EntryId village) {
        return places.getOrDefault(scope, Map.of()).getOrDefault(village, new Village("", 0)).name();
    }

    /** All villages, commune by commune, in their order, as they stood when the lines were last asked for. */
    public List<NamedVillage> villages() {
        return villages;
    }

    private List<NamedVillage> readVillages() {
        Map<EntryId, Integer> households = new HashMap<>();
        roll.lines().forEach(commune -> commune.values().forEach(line -> households.merge(line.village(), 1, Integer::sum)));
        List<NamedVillage> all = new ArrayList<>(db.sql("SELECT scope, id, name FROM v_village").list(row -> new NamedVillage(row.scope(1),
                row.entry(2), row.text(3) == null ? "" : row.text(3), households.getOrDefault(row.entry(2), 0))));
        all.sort(Comparator.comparing(NamedVillage::scope).thenComparing(NamedVillage::name, VillageOrder.BY_NAME)
                .thenComparing(NamedVillage::id));
        return List.copyOf(all);
    }

    private List<RollLine> sorted() {
        record Placed(RollLine line, int village, int number) {}
        List<Placed> placed = new ArrayList<>();
        for (Map<EntryId, RollLine> commune : roll.lines()) {
            for (RollLine line : commune.values()) {
                Village village = places.getOrDefault(line.scope(), Map.of()).get(line.village());
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
