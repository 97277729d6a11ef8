package vn.banso.desktop.attention;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/**
 * Two households become one, and those of their members who are the same person; or all of them two again.
 *
 * @param into by the entry that goes, the one that stands for it; the household first
 */
record Merging(ScopeId scope, Map<EntryId, EntryId> into) {

    static Merging of(ScopeId scope, Family stays, Family goes) {
        Map<EntryId, EntryId> into = new LinkedHashMap<>();
        into.put(goes.id(), stays.id());
        goes.people().forEach(there -> stays.same(there).filter(here -> !into.containsValue(here.id()))
                .ifPresent(here -> into.put(there.id(), here.id())));
        return new Merging(scope, into);
    }

    SaveResult merge(Node node) {
        return node.acts().alias(scope, into);
    }

    SaveResult undo(Node node) {
        return node.acts().unalias(scope, into.keySet());
    }
}
