package vn.banso.store.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.banso.register.names.Names;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.node.NodeContext;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.tables.DisplayNames;

/** What entries are called, and which are called like what is being typed. */
public final class EntryNames {
    private final NodeContext in;
    private final DisplayNames callings;

    public EntryNames(NodeContext in) {
        this.in = in;
        this.callings = new DisplayNames(in.db);
    }

    /** What people, members of teams and villages are called, and households by their heads; what has no name is left out. */
    public Map<EntryId, String> of(ScopeId scope, Collection<EntryId> ids) {
        return in.door.alone(() -> callings.names(scope, ids));
    }

    /**
     * Entries whose name, phone or address has words that begin like this, those with the marks that were typed before others. The first
     * search of an open node reads all names, about a second for 200,000 people.
     */
    public List<SearchIndex.Hit> search(String typed, int limit) {
        if (!in.index.isAwake()) {
            in.door.enter(in::wakeIndex);
        }
        List<SearchIndex.Hit> found = in.index.search(typed, Names.hasMarks(typed) ? Math.max(limit, DisplayNames.MOST_OPENED) : limit);
        return in.door.alone(() -> callings.exactFirst(typed, found, hit -> callings.all(hit.scope(), hit.id()))).stream().limit(limit).toList();
    }
}
