package vn.banso.store.search;

import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/**
 * A village as lists name it.
 *
 * @param households how many are written down there
 */
public record NamedVillage(ScopeId scope, EntryId id, String name, int households) {}
