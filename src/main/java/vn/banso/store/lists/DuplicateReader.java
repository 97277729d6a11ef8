package vn.banso.store.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.names.Duplicates;
import vn.banso.register.names.Duplicates.Candidate;
import vn.banso.register.names.Phones;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.engine.ResultRow;
import vn.banso.store.engine.Sql;
import vn.banso.store.node.NodeContext;
import vn.banso.store.tables.SearchedFields;

/** Reads what is compared of households: collects people, then the households they live in. */
final class DuplicateReader {
    static final String PEOPLE = "SELECT v.id, v.household, v.born, l.text FROM v_person v JOIN r_label l ON l.scope = v.scope "
            + "AND l.id = v.id AND l.type = 2 WHERE v.scope = ? AND v.household IS NOT NULL";
    static final String HOUSEHOLDS = "SELECT v.id, v.village, 0, l.text FROM v_household v LEFT JOIN r_label l ON l.scope = v.scope "
            + "AND l.id = v.id AND l.type = 1 WHERE v.scope = ? AND v.village IS NOT NULL";
    private static final int PART = 4_000;

    private final Map<EntryId, List<Duplicates.Someone>> people = new HashMap<>();
    private final Map<EntryId, Set<String>> phones = new HashMap<>();

    /**
     * A row as it lies.
     *
     * @param home the household of a person, the village of a household
     */
    record Compared(EntryId id, EntryId home, int born, String label) {
        static Compared of(ResultRow row) {
            return new Compared(row.entry(1), row.entry(2), row.whole(3), row.text(4));
        }
    }

    /**
     * The households of a commune or of one village. Rows are read in parts under the lock, so that somebody who saves meanwhile waits for
     * one part; they are compared outside of it.
     */
    static List<Candidate> inParts(NodeContext in, NodeLock door, ScopeId scope, Optional<EntryId> village) {
        DuplicateReader reader = new DuplicateReader();
        List<Compared> homes = door.alone(() -> {
            Sql sql = in.db.sql(HOUSEHOLDS + (village.isPresent() ? " AND v.village = ?" : "")).put(scope);
            village.ifPresent(sql::put);
            return sql.list(Compared::of);
        });
        Set<EntryId> wanted = homes.stream().map(Compared::id).collect(Collectors.toSet());
        List<Compared> part = List.of();
        do {
            byte[] after = part.isEmpty() ? new byte[0] : part.getLast().id().bytes();
            part = door.alone(() -> in.db.sql(PEOPLE + " AND v.id > ? ORDER BY v.id LIMIT " + PART).put(scope).put(after).list(Compared::of));
            part.stream().filter(p -> wanted.contains(p.home())).forEach(reader::person);
        } while (part.size() == PART);
        return homes.stream().map(reader::household).toList();
    }

    void person(Compared person) {
        String label = person.label();
        Optional<Value.Day> born = person.born() == 0 ? Optional.empty() : Optional.of(Value.Day.of(person.born()));
        people.computeIfAbsent(person.home(), _ -> new ArrayList<>())
                .add(Duplicates.Someone.of(SearchedFields.part(Catalogue.PERSON, "name", label), born));
        phone(person.home(), SearchedFields.part(Catalogue.PERSON, "phone", label));
    }

    Candidate household(Compared household) {
        EntryId id = household.id();
        if (household.label() != null) {
            phone(id, SearchedFields.part(Catalogue.HOUSEHOLD, "phone", household.label()));
        }
        return new Candidate(id, household.home(), phones.getOrDefault(id, Set.of()), people.getOrDefault(id, List.of()));
    }

    private void phone(EntryId household, String typed) {
        Phones.canonical(typed).ifPresent(p -> phones.computeIfAbsent(household, _ -> new HashSet<>()).add(p));
    }
}
