package vn.banso.store.personal;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Entry ids as a set of items holds them. */
final class EntryIds {
    private EntryIds() {}

    /** What is no id, such as a newer version may write, is left out. */
    static SortedSet<EntryId> read(Entry entry, String field) {
        return Catalogue.type(entry.type()).map(type -> entry.items(type.field(field)).stream().filter(id -> id.matches("[0-9a-f]{32}"))
                .map(EntryId::parse).collect(Collectors.<EntryId, SortedSet<EntryId>>toCollection(TreeSet::new))).orElseGet(TreeSet::new);
    }

    static Value.Items items(Collection<EntryId> ids) {
        return new Value.Items(ids.stream().map(EntryId::toString).collect(Collectors.toCollection(TreeSet::new)));
    }
}
