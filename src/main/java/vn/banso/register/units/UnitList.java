package vn.banso.register.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.names.Names;
import vn.banso.register.values.ScopeId;

/**
 * The provinces and communes of one period.
 *
 * <p>A list is a text file of our own: {@code code TAB kind TAB name}, a province before its communes; a line that begins
 * with a tab holds code and name of the district of the communes after it; a fourth column holds the codes of the heirs in the list
 * that came next, the likeliest first; a fifth the list in which a unit began, where that is an older one. A list that differs from
 * an older one in names and kinds alone begins with {@code = TAB version} and holds only what is called otherwise.
 */
public final class UnitList {
    private final String version;
    private final Map<String, Unit> provinces = new LinkedHashMap<>();
    private final Map<String, Unit> communes = new LinkedHashMap<>();
    private final Map<String, List<Unit>> byProvince = new HashMap<>();
    private Map<ScopeId, Unit> byScope = Map.of();
    private final Map<String, List<String>> heirs = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();

    private UnitList(String version) {
        this.version = version;
    }

    /** @throws IllegalArgumentException where the product has no such list */
    static UnitList read(String version) {
        UnitList list = new UnitList(version);
        try (InputStream in = UnitList.class.getResourceAsStream(version + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no list of units " + version);
            }
            list.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of units " + version + " cannot be read", e);
        }
        return list;
    }

    private void parse(String lines) {
        String province = "";
        Optional<Unit.District> district = Optional.empty();
        for (int start = 0, end = lines.indexOf('\n'); end >= 0; start = end + 1, end = lines.indexOf('\n', start)) {
            String[] columns = lines.substring(start, end).split("\t");
            if (columns[0].equals("=")) {
                takeOver(read(columns[1]));
            } else if (columns[0].isEmpty()) {
                district = Optional.of(new Unit.District(columns[1], columns[2]));
            } else if (unit(columns[0]).isPresent()) {
                rename(unit(columns[0]).get(), columns);
            } else if (columns[0].length() == 2) {
                province = columns[0];
                district = Optional.empty();
                provinces.put(province, unit(columns, province, district));
                byProvince.put(province, new ArrayList<>());
            } else {
                Unit commune = unit(columns, province, district);
                communes.put(commune.code(), commune);
                byProvince.get(province).add(commune);
                if (columns.length > 3) {
                    heirs.put(commune.code(), List.of(columns[3].split(",")));
                }
            }
        }
    }

    private Unit unit(String[] columns, String province, Optional<Unit.District> district) {
        return new Unit(version, columns.length > 4 ? columns[4] : version, columns[0], Unit.Kind.of(columns[1].charAt(0)), columns[2],
                province, district);
    }

    /**
     * The list that came after another one.
     *
     * @param changed those that are called otherwise or are new, by code
     * @param ended codes that are in use no more
     * @param heirs by the code of a commune of the older list, the codes here of what it became
     */
    static UnitList after(UnitList before, String version, Map<String, Unit> changed, Set<String> ended, Map<String, List<String>> heirs) {
        UnitList list = new UnitList(version);
        list.before.putAll(heirs);
        before.provinces.values().forEach(p -> list.add(changed.getOrDefault(p.code(), list.in(p))));
        before.communes.values().stream().filter(u -> !ended.contains(u.code()) && !changed.containsKey(u.code())).forEach(u -> list.add(list.in(u)));
        changed.values().stream().filter(u -> !u.isProvince()).forEach(list::add);
        list.byProvince.values().forEach(all -> all.sort(Comparator.comparing(Unit::code)));
        return list;
    }

    private void add(Unit unit) {
        if (unit.isProvince()) {
            provinces.put(unit.code(), unit);
            byProvince.put(unit.code(), new ArrayList<>());
        } else {
            communes.put(unit.code(), unit);
            byProvince.get(unit.province()).add(unit);
        }
    }

    /** All units of an older list, as this list's own. */
    private void takeOver(UnitList older) {
        older.provinces.values().forEach(p -> add(in(p)));
        older.communes.values().forEach(u -> add(in(u)));
    }

    private Unit in(Unit u) {
        return new Unit(version, u.began(), u.code(), u.kind(), u.name(), u.province(), u.district());
    }

    private void rename(Unit was, String[] columns) {
        Unit is = new Unit(version, was.began(), was.code(), Unit.Kind.of(columns[1].charAt(0)), columns[2], was.province(), was.district());
        if (is.isProvince()) {
            provinces.put(is.code(), is);
        } else {
            communes.put(is.code(), is);
            byProvince.get(is.province()).replaceAll(u -> u.code().equals(is.code()) ? is : u);
        }
    }

    public String version() {
        return version;
    }

    /** In the order of their codes. */
    public Collection<Unit> provinces() {
        return Collections.unmodifiableCollection(provinces.values());
    }

    public Collection<Unit> communes() {
        return Collections.unmodifiableCollection(communes.values());
    }

    /** The communes of a province, by code; none for a code that this list does not have. */
    public List<Unit> communes(String province) {
        return Collections.unmodifiableList(byProvince.getOrDefault(province, List.of()));
    }

    public Optional<Unit> province(String code) {
        return Optional.ofNullable(provinces.get(code));
    }

    public Optional<Unit> commune(String code) {
        return Optional.ofNullable(communes.get(code));
    }

    /** A province by two digits, a commune by five. */
    public Optional<Unit> unit(String code) {
        return code.length() == 2 ? province(code) : commune(code);
    }

    /** The commune, or the province whose governance it is. */
    public synchronized Optional<Unit> find(ScopeId scope) {
        if (byScope.isEmpty()) {
            byScope = HashMap.newHashMap(provinces.size() + communes.size());
            provinces.values().forEach(unit -> byScope.put(unit.scope(), unit));
            communes.values().forEach(unit -> byScope.put(unit.scope(), unit));
        }
        return Optional.ofNullable(byScope.get(scope));
    }

    /** Units in whose name these words stand, typed with or without marks: a choice to offer, never a match to rely on. */
    public List<Unit> search(String words) {
        return communes.values().stream().filter(u -> Names.matches(words, u.name())).toList();
    }

    /** What a commune of the list before became here, where this list says so itself. */
    List<String> from(String code) {
        return before.getOrDefault(code, List.of());
    }

    List<String> heirs(String code) {
        return heirs.getOrDefault(code, List.of());
    }
}
