package vn.banso.register.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.banso.register.values.ScopeId;

/**
 * Vietnam's provinces and communes, one list per period, and which commune went into which. Each list is read when it is
 * first asked for. A list that comes after those the product ships is a file that is {@linkplain #add added} when the program starts.
 */
public final class Units {
    /** In force until 30 June 2025: 63 provinces, 10,035 communes, with districts. The codes in people's identity numbers are of it. */
    public static final String BEFORE = "2025-06-30";

    private static final Map<String, UnitList> READ = new ConcurrentHashMap<>();
    /** The lists that ship with the product, newest first. */
    private static final List<String> SHIPPED = versionsIn("lists");
    /** All that are known, newest first: those that came by file stand before those that ship. */
    private static volatile Known known = new Known(SHIPPED);

    private Units() {}

    /** Which lists there are; what went into what is asked for seldom, and found once. */
    private static final class Known {
        private final List<String> versions;
        private Map<ScopeId, List<Unit>> byHeir = Map.of();

        Known(List<String> versions) {
            this.versions = versions;
        }

        synchronized List<Unit> origins(ScopeId heir) {
            if (byHeir.isEmpty()) {
                byHeir = new HashMap<>();
                UnitList now = read(versions.getFirst());
                Set<ScopeId> seen = new HashSet<>();
                for (String version : versions) {
                    for (Unit old : read(version).communes()) {
                        if (now.find(old.scope()).isEmpty() && seen.add(old.scope())) {
                            heirs(old).forEach(h -> byHeir.computeIfAbsent(h.scope(), _ -> new ArrayList<>()).add(old));
                        }
                    }
                }
            }
            return List.copyOf(byHeir.getOrDefault(heir, List.of()));
        }
    }

    /** A list that came by file is known from now on, until the program ends; the newest of all are in force. */
    public static synchronized void add(UnitList list) {
        READ.put(list.version(), list);
        known = new Known(Stream.concat(Stream.of(list.version()), known.versions.stream()).distinct().sorted(Comparator.reverseOrder()).toList());
    }

    /** Only the lists that ship are known. */
    public static synchronized void onlyShipped() {
        known = new Known(SHIPPED);
    }

    private static List<String> versionsIn(String file) {
        try (InputStream in = Units.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the lists of units cannot be read", e);
        }
    }

    private static UnitList read(String version) {
        return READ.computeIfAbsent(version, UnitList::read);
    }

    /** The newest list: in force as far as this version of the product knows, whatever the clock says. */
    public static UnitList current() {
        return read(known.versions.getFirst());
    }

    /** Newest first. */
    public static List<String> versions() {
        return known.versions;
    }

    /** Empty for a list that this version of the product does not bring along. */
    public static Optional<UnitList> list(String version) {
        return known.versions.contains(version) ? Optional.of(read(version)) : Optional.empty();
    }

    public static Optional<Unit> unit(String version, String code) {
        return list(version).flatMap(list -> list.unit(code));
    }

    /** The commune whose data it is, or the province whose governance it is, as the newest list has it; older lists only where needed. */
    public static Optional<Unit> find(ScopeId scope) {
        return known.versions.stream().map(version -> read(version).find(scope)).flatMap(Optional::stream).findFirst();
    }

    /** The province that a scope belongs to. */
    public static Optional<Unit> province(ScopeId scope) {
        return find(scope).flatMap(unit -> unit(unit.list(), unit.province()));
    }

    /**
     * The communes of the current list that a former commune went into, the likeliest first; none for one that still stands. More than
     * one: it was split, and somebody has to say which village went where. People's records are never moved by this alone.
     */
    public static List<Unit> heirs(Unit former) {
        List<String> versions = known.versions;
        int at = versions.indexOf(former.list());
        if (at <= 0 || current().find(former.scope()).isPresent()) {
            return List.of();
        }
        UnitList next = read(versions.get(at - 1));
        Optional<Unit> goesOn = next.find(former.scope());
        List<Unit> into = goesOn.map(List::of).orElseGet(() -> (next.from(former.code()).isEmpty() ? read(former.list()).heirs(former.code()) : next.from(former.code()))
                .stream().flatMap(code -> next.commune(code).stream()).toList());
        return into.stream().flatMap(u -> current().find(u.scope()).map(List::of).orElseGet(() -> heirs(u)).stream()).distinct().toList();
    }

    /** The former communes that went into a commune of the current list; none for an island that was a district alone. */
    public static List<Unit> origins(Unit commune) {
        return known.origins(commune.scope());
    }

    /**
     * The former districts of a province of the current list, by their codes, as sets of today's communes. A commune made from parts of
     * two districts stands in both. Two districts of one name get the name of their former province behind it.
     */
    public static SequencedMap<String, UnitSet> formerDistricts(String province) {
        SortedMap<String, SortedSet<ScopeId>> sets = new TreeMap<>();
        Map<String, Unit> memberOf = new HashMap<>();
        for (Unit commune : current().communes(province)) {
            for (Unit origin : origins(commune).stream().filter(u -> u.district().isPresent()).toList()) {
                String code = origin.district().orElseThrow().code();
                sets.computeIfAbsent(code, _ -> new TreeSet<>()).add(commune.scope());
                memberOf.put(code, origin);
            }
        }
        SequencedMap<String, UnitSet> named = new LinkedHashMap<>();
        sets.forEach((code, communes) -> named.put(code, new UnitSet(name(memberOf.get(code), memberOf.values()), communes)));
        return named;
    }

    private static String name(Unit member, Collection<Unit> others) {
        String name = member.district().orElseThrow().name();
        boolean twice = others.stream().filter(o -> o.district().orElseThrow().name().equals(name)).count() > 1;
        return twice ? name + " (" + unit(member.list(), member.province()).orElseThrow().name() + ")" : name;
    }
}
