package vn.banso.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Vietnam's provinces and communes, one list per period, and which commune went into which. Each list is read when it is
 * first asked for.
 */
public final class Units {
    /** In force since 1 July 2025: 34 provinces, 3,321 communes, no districts. */
    public static final String CURRENT = "2025-07-01";
    /** In force until 30 June 2025: 63 provinces, 10,035 communes. */
    public static final String BEFORE = "2025-06-30";

    private Units() {}

    private static final class Now {
        static final UnitList LIST = UnitList.read(CURRENT);
    }

    private static final class Then {
        static final UnitList LIST = UnitList.read(BEFORE);
    }

    /** Both lists are read. */
    private static final class Origins {
        static final Map<String, List<Unit>> BY_HEIR = new HashMap<>();

        static {
            for (Unit old : Then.LIST.communes()) {
                Then.LIST.heirs(old.code()).forEach(heir -> BY_HEIR.computeIfAbsent(heir, _ -> new ArrayList<>()).add(old));
            }
        }
    }

    public static UnitList current() {
        return Now.LIST;
    }

    /** Newest first. */
    public static List<String> versions() {
        return List.of(CURRENT, BEFORE);
    }

    /** Empty for a list that this version of the product does not bring along. */
    public static Optional<UnitList> list(String version) {
        return switch (version) {
            case CURRENT -> Optional.of(Now.LIST);
            case BEFORE -> Optional.of(Then.LIST);
            default -> Optional.empty();
        };
    }

    public static Optional<Unit> unit(String version, String code) {
        return list(version).flatMap(list -> list.unit(code));
    }

    /** The commune whose data it is, or the province whose governance it is; the older list is opened only where needed. */
    public static Optional<Unit> find(ScopeId scope) {
        return Now.LIST.find(scope).or(() -> Then.LIST.find(scope));
    }

    /** The province that a scope belongs to. */
    public static Optional<Unit> province(ScopeId scope) {
        return find(scope).flatMap(unit -> unit(unit.list(), unit.province()));
    }

    /**
     * The communes of the current list that a former commune went into, the main one first. More than one: it was split, and
     * somebody has to say which village went where. One: as far as the source tells; it does not tell of every split, so
     * people's records are never moved by this alone.
     */
    public static List<Unit> heirs(Unit former) {
        return !former.list().equals(BEFORE) ? List.of()
                : Then.LIST.heirs(former.code()).stream().flatMap(code -> Now.LIST.commune(code).stream()).toList();
    }

    /** The former communes that went into a commune of the current list; none for an island that was a district alone. */
    public static List<Unit> origins(Unit commune) {
        return !commune.list().equals(CURRENT) ? List.of() : List.copyOf(Origins.BY_HEIR.getOrDefault(commune.code(), List.of()));
    }

    /**
     * The former districts of a province of the current list, as sets of today's communes. A commune made from parts of
     * two districts stands in both.
     */
    public static Collection<UnitSet> formerDistricts(String province) {
        Map<String, SortedSet<ScopeId>> sets = new LinkedHashMap<>();
        for (Unit commune : Now.LIST.communes(province)) {
            for (Unit origin : origins(commune)) {
                sets.computeIfAbsent(origin.district().orElseThrow(), _ -> new TreeSet<>()).add(commune.scope());
            }
        }
        return sets.entrySet().stream().map(e -> new UnitSet(e.getKey(), e.getValue())).toList();
    }
}
