package vn.banso.store.tables;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.names.Names;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;

/** What entries are called, as the register in memory has it. */
public final class DisplayNames {
    public static final int MOST_OPENED = 1_000;

    private final Db db;

    public DisplayNames(Db db) {
        this.db = db;
    }

    /** The name of a person, a member of a team or a village; empty where there is none. */
    public String name(ScopeId scope, EntryId id) {
        return label(scope, id).filter(l -> l.type() != Catalogue.HOUSEHOLD.id()).map(l -> l.text().split("\n", -1)[0]).orElse("");
    }

    /** What the label of an entry of that type says of a field; empty where nothing. */
    public String part(EntryType type, String fieldKey, ScopeId scope, EntryId id) {
        return label(scope, id).filter(l -> l.type() == type.id()).map(l -> SearchedFields.part(type, fieldKey, l.text())).orElse("");
    }

    /** The same of many, deleted ones too, a household by its head; whatever has no name is left out. */
    public Map<EntryId, String> names(ScopeId scope, Collection<EntryId> ids) {
        Map<EntryId, String> names = new LinkedHashMap<>();
        for (EntryId id : ids) {
            String name = db.sql("SELECT head FROM r_household WHERE scope = ? AND id = ? AND head IS NOT NULL").put(scope).put(id)
                    .first(row -> row.entry(1)).map(head -> name(scope, head)).orElseGet(() -> name(scope, id));
            if (!name.isEmpty()) {
                names.put(id, name);
            }
        }
        return names;
    }

    /** All that an entry is called and found by; empty where there is nothing. */
    public String all(ScopeId scope, EntryId id) {
        return label(scope, id).map(l -> l.text().replace('\n', ' ')).orElse("");
    }

    /**
     * Those whose names have just the marks that were typed, before the others. Only where marks were typed, and among so few that somebody
     * may look at them: marks stand in no index, so names are opened for it.
     */
    public <T> List<T> exactFirst(String typed, List<T> found, Function<T, String> called) {
        if (found.size() > MOST_OPENED || !Names.hasMarks(typed)) {
            return found;
        }
        Map<Boolean, List<T>> exact = found.stream().collect(Collectors.partitioningBy(one -> Names.matches(typed, called.apply(one))));
        return Stream.concat(exact.get(true).stream(), exact.get(false).stream()).toList();
    }

    private record Label(int type, String text) {}

    private Optional<Label> label(ScopeId scope, EntryId id) {
        return db.sql("SELECT type, text FROM r_label WHERE scope = ? AND id = ? ORDER BY type LIMIT 1")
                .put(scope).put(id).first(row -> new Label(row.whole(1), row.text(2)));
    }
}
