package vn.banso.store.personal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.HistoryItem;
import vn.banso.store.writing.SaveResult;

/**
 * A list with names that left the program: which, how many people, who took it and when. It knows them by their ids alone, is sealed like
 * all else, and comes to the commune's officer by the same roads.
 */
public record Disclosure(Entry entry, SortedSet<EntryId> subjects, DeviceId author, Stamp at) {
    /** As the code list has them, in its order. */
    public enum ListKind {
        SIGN_IN, RESULTS, ACCESS;

        Value.Code code() {
            return new Value.Code(ordinal() + 1);
        }
    }

    /** @param people who stand on it by name */
    public static SaveResult log(Node node, ScopeId scope, ListKind list, Collection<EntryId> people) {
        return node.save(List.of(Draft.of(Catalogue.DISCLOSURE, scope, node.freshId()).with("list", list.code())
                .with("rows", new Value.Whole(people.size())).with("subjects", EntryIds.items(people))));
    }

    /** All of a commune, the newest first. */
    public static List<Disclosure> list(Node node, ScopeId scope) {
        return node.entries(Catalogue.DISCLOSURE, scope).stream().flatMap(entry -> node.history(scope, entry.id()).stream().filter(h -> h.refused().isEmpty())
                .map(HistoryItem::change).findFirst().map((Change c) -> new Disclosure(entry, EntryIds.read(entry, "subjects"), c.author(), c.stamp())).stream())
                .sorted(Comparator.comparing(Disclosure::at).reversed()).toList();
    }

    public long rows() {
        return entry.whole(Catalogue.DISCLOSURE.field("rows")).orElse(0L);
    }
}
