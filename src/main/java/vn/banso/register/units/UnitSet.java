package vn.banso.register.units;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.banso.register.values.ScopeId;

/**
 * A named set of communes: what stands between commune and province since districts ended (a former district, a cluster,
 * an area).
 */
public record UnitSet(String name, SortedSet<ScopeId> communes) {
    public UnitSet(String name, SortedSet<ScopeId> communes) {
        this.name = name;
        this.communes = Collections.unmodifiableSortedSet(new TreeSet<>(communes));
    }

    public static UnitSet of(String name, Collection<ScopeId> communes) {
        return new UnitSet(name, new TreeSet<>(communes));
    }

    public boolean contains(ScopeId commune) {
        return communes.contains(commune);
    }
}
