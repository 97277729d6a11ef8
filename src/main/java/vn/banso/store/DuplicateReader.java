package vn.banso.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.register.Catalogue;
import vn.banso.register.Duplicates;
import vn.banso.register.Duplicates.Candidate;
import vn.banso.register.EntryId;
import vn.banso.register.Phones;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;

/** Reads what is compared of households: collects people, then the households they live in. Opening their names is what takes long. */
final class DuplicateReader {
    static final String PEOPLE = "SELECT v.id, v.household, v.born, e.label FROM v_person v JOIN entry e ON e.scope = v.scope "
            + "AND e.id = v.id AND e.type = 2 WHERE v.scope = ? AND v.household IS NOT NULL AND e.label IS NOT NULL";
    static final String HOUSEHOLDS = "SELECT v.id, v.village, 0, e.label FROM v_household v JOIN entry e ON e.scope = v.scope "
            + "AND e.id = v.id AND e.type = 1 WHERE v.scope = ? AND v.village IS NOT NULL";
    private static final int PART = 4_000;

    private final AtRest atRest;
    private final ScopeId scope;
    private final Map<EntryId, List<Duplicates.Someone>> people = new HashMap<>();
    private final Map<EntryId, Set<String>> phones = new HashMap<>();

    DuplicateReader(Inside in, ScopeId scope) {
        this.atRest = in.atRest;
        this.scope = scope;
    }

    /**
     * A row as it lies, its label sealed.
     *
     * @param home the household of a person, the village of a household
     */
    record Sealed(EntryId id, EntryId home, int born, byte[] label) {
        static Sealed of(Row row) {
            return new Sealed(row.entry(1), row.entry(2), row.whole(3), row.bytes(4));
        }
    }

    /**
     * The households of a commune or of one village. Rows are read in parts under the lock, so that somebody who saves meanwhile waits for
     * one part; names are opened outside of it.
     */
    static List<Candidate> inParts(Inside in, Door door, ScopeId scope, Optional<EntryId> village) {
        DuplicateReader reader = new DuplicateReader(in, scope);
        List<Sealed> homes = door.alone(() -> {
            Sql sql = in.db.sql(HOUSEHOLDS + (village.isPresent() ? " AND v.village = ?" : "")).put(scope);
            village.ifPresent(sql::put);
            return sql.list(Sealed::of);
        });
        Set<EntryId> wanted = homes.stream().map(Sealed::id).collect(Collectors.toSet());
        List<Sealed> part = List.of();
        do {
            byte[] after = part.isEmpty() ? new byte[0] : part.getLast().id().bytes();
            part = door.alone(() -> in.db.sql(PEOPLE + " AND v.id > ? ORDER BY v.id LIMIT " + PART).put(scope).put(after).list(Sealed::of));
            part.stream().filter(p -> wanted.contains(p.home())).forEach(reader::person);
        } while (part.size() == PART);
        return homes.stream().map(reader::household).toList();
    }

    void person(Sealed person) {
        String label = atRest.label(scope, person.id(), person.label());
        Optional<Value.Day> born = person.born() == 0 ? Optional.empty() : Optional.of(Value.Day.of(person.born()));
        people.computeIfAbsent(person.home(), _ -> new ArrayList<>())
                .add(Duplicates.Someone.of(Labels.part(Catalogue.PERSON, "name", label), born));
        phone(person.home(), Labels.part(Catalogue.PERSON, "phone", label));
    }

    Candidate household(Sealed household) {
        EntryId id = household.id();
        if (household.label() != null) {
            phone(id, Labels.part(Catalogue.HOUSEHOLD, "phone", atRest.label(scope, id, household.label())));
        }
        return new Candidate(id, household.home(), phones.getOrDefault(id, Set.of()), people.getOrDefault(id, List.of()));
    }

    private void phone(EntryId household, String typed) {
        Phones.canonical(typed).ifPresent(p -> phones.computeIfAbsent(household, _ -> new HashSet<>()).add(p));
    }
}
