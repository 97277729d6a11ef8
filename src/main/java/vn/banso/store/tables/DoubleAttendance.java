package vn.banso.store.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Sql;

/**
 * Entries that say the same of the same after a merge: whoever was ticked under two names came once. Per canonical session and person one
 * attendance and one practice stand for all, and per team and person one membership that has not ended.
 */
final class DoubleAttendance {
    private final Db db;
    private final ScopeId scope;
    private final Map<EntryId, EntryId> ends;

    /** @param ends which entry stands for which; what is found is added to it */
    DoubleAttendance(Db db, ScopeId scope, Map<EntryId, EntryId> ends) {
        this.db = db;
        this.scope = scope;
        this.ends = ends;
    }

    private record Key(EntryId place, EntryId person) {}

    /** Whether entries of this type become one with others when what they link to does. */
    static boolean mayBeOne(EntryType type) {
        return type == Catalogue.ATTENDANCE || type == Catalogue.PRACTICE || type == Catalogue.TEAM_MEMBER;
    }

    void join() {
        if (ends.isEmpty()) {
            return;
        }
        Map<EntryId, List<EntryId>> names = new HashMap<>();
        ends.forEach((id, end) -> names.computeIfAbsent(end, e -> new ArrayList<>(List.of(e))).add(id));
        Map<EntryId, EntryId> found = new HashMap<>();
        List.of(Catalogue.ATTENDANCE, Catalogue.PRACTICE)
                .forEach(type -> rows(type, "session", "", names).forEach((key, ids) -> {
                    EntryId natural = NaturalId.of(type, Map.of(type.field("session").id(), new Value.Ref(key.place()),
                            type.field("person").id(), new Value.Ref(key.person()))).orElseThrow();
                    one(ids, ids.contains(natural) ? natural : ids.getFirst(), found);
                    // Where it is known under another name alone, whoever asks for it by its parts finds it.
                    one(List.of(natural), ids.contains(natural) ? natural : ids.getFirst(), found);
                }));
        rows(Catalogue.TEAM_MEMBER, "team", " AND active_to IS NULL", names)
                .forEach((_, ids) -> one(ids, ids.getFirst(), found));
        ends.replaceAll((_, end) -> found.getOrDefault(end, end));
        found.forEach(ends::putIfAbsent);
    }

    private static void one(List<EntryId> ids, EntryId stays, Map<EntryId, EntryId> found) {
        ids.stream().filter(id -> !id.equals(stays)).forEach(id -> found.put(id, stays));
    }

    /** The live rows that link to something merged, by what they are about. */
    private Map<Key, List<EntryId>> rows(EntryType type, String place, String where, Map<EntryId, List<EntryId>> names) {
        Map<Key, List<EntryId>> byKey = new HashMap<>();
        SortedMap<EntryId, Key> all = new TreeMap<>();
        for (String link : List.of(place, "person")) {
            Sql sql = db.sql("SELECT id, \"" + place + "\", person FROM r_" + type.key() + " WHERE scope = ? AND \"" + link + "\" = ? AND hidden = 0 "
                    + "AND \"" + place + "\" IS NOT NULL AND person IS NOT NULL" + where);
            names.values().forEach(group -> group.forEach(name -> sql.afresh().put(scope).put(name)
                    .each(row -> all.put(row.entry(1), new Key(end(row.entry(2)), end(row.entry(3)))))));
        }
        all.forEach((id, key) -> {
            if (!ends.containsKey(id)) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(id);
            }
        });
        return byKey;
    }

    private EntryId end(EntryId id) {
        return ends.getOrDefault(id, id);
    }
}
