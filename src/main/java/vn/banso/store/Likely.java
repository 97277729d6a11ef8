package vn.banso.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.Catalogue;
import vn.banso.register.Duplicates;
import vn.banso.register.Duplicates.Candidate;
import vn.banso.register.EntryId;
import vn.banso.register.Phones;
import vn.banso.register.ScopeId;
import vn.banso.register.SystemField;
import vn.banso.register.Value;
import vn.banso.store.Attention.Kind;

/** Households that may have been written down twice. Looked for anew only after something was written. */
final class Likely {
    private final Inside in;
    private List<Attention> found = List.of();
    private long foundAfter = -1;

    Likely(Inside in) {
        this.in = in;
    }

    List<Attention> duplicates() {
        if (foundAfter != in.entries.written()) {
            List<Attention> all = new ArrayList<>();
            in.db.sql("SELECT DISTINCT scope FROM r_household").list(row -> row.scope(1)).forEach(scope -> all.addAll(in(scope)));
            found = List.copyOf(all);
            foundAfter = in.entries.written();
        }
        return found;
    }

    private List<Attention> in(ScopeId scope) {
        return Duplicates.among(candidates(scope)).stream()
                .filter(p -> !isSettled(scope, p.first()) && !isSettled(scope, p.second()))
                .map(p -> Attention.entry(Kind.DUPLICATE, scope, p.first(), Catalogue.HOUSEHOLD.id()).with(p.second())).toList();
    }

    /** Somebody took a merge of it back: people have looked at it. */
    private boolean isSettled(ScopeId scope, EntryId id) {
        return in.entries.state(scope, id, Catalogue.HOUSEHOLD.id()).filter(s -> !s.heads(SystemField.ALIAS).isEmpty()).isPresent();
    }

    private List<Candidate> candidates(ScopeId scope) {
        Map<EntryId, List<Duplicates.Someone>> people = new HashMap<>();
        Map<EntryId, Set<String>> phones = new HashMap<>();
        in.db.sql("SELECT v.id, v.household, v.born, e.label FROM v_person v JOIN entry e ON e.scope = v.scope AND e.id = v.id "
                + "AND e.type = 2 WHERE v.scope = ? AND v.household IS NOT NULL AND e.label IS NOT NULL").put(scope).each(row -> {
            String label = in.atRest.label(scope, row.entry(1), row.bytes(4));
            EntryId household = row.entry(2);
            Optional<Value.Day> born = row.number(3) == 0 ? Optional.empty() : Optional.of(Value.Day.of(row.whole(3)));
            people.computeIfAbsent(household, _ -> new ArrayList<>())
                    .add(Duplicates.Someone.of(Labels.part(Catalogue.PERSON, "name", label), born));
            phone(phones, household, Labels.part(Catalogue.PERSON, "phone", label));
        });
        List<Candidate> candidates = new ArrayList<>();
        in.db.sql("SELECT v.id, v.village, e.label FROM v_household v JOIN entry e ON e.scope = v.scope AND e.id = v.id AND e.type = 1 "
                + "WHERE v.scope = ? AND v.village IS NOT NULL").put(scope).each(row -> {
            EntryId id = row.entry(1);
            if (row.bytes(3) != null) {
                phone(phones, id, Labels.part(Catalogue.HOUSEHOLD, "phone", in.atRest.label(scope, id, row.bytes(3))));
            }
            candidates.add(new Candidate(id, row.entry(2), phones.getOrDefault(id, Set.of()), people.getOrDefault(id, List.of())));
        });
        return candidates;
    }

    private static void phone(Map<EntryId, Set<String>> phones, EntryId household, String typed) {
        Phones.canonical(typed).ifPresent(p -> phones.computeIfAbsent(household, _ -> new HashSet<>()).add(p));
    }
}
