package vn.banso.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
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
    private static final String PEOPLE = "SELECT v.id, v.household, v.born, e.label FROM v_person v JOIN entry e ON e.scope = v.scope "
            + "AND e.id = v.id AND e.type = 2 WHERE v.scope = ? AND v.household IS NOT NULL AND e.label IS NOT NULL";
    private static final String HOUSEHOLDS = "SELECT v.id, v.village, e.label FROM v_household v JOIN entry e ON e.scope = v.scope "
            + "AND e.id = v.id AND e.type = 1 WHERE v.scope = ? AND v.village IS NOT NULL";

    private static final Found NEVER = new Found(-1, List.of());

    private final Inside in;
    private final Map<ScopeId, Found> found = new HashMap<>();
    private ScopeId askedScope = new ScopeId(0);
    private EntryId askedVillage = RollOrder.NOWHERE;
    private long askedAfter = -1;
    private List<Candidate> neighbours = List.of();

    Likely(Inside in) {
        this.in = in;
    }

    /** @param after how much had been written in that commune: it holds until there is more */
    private record Found(long after, List<Attention> pairs) {}

    List<Attention> duplicates() {
        return in.db.sql("SELECT DISTINCT scope FROM r_household").list(row -> row.scope(1)).stream().flatMap(scope -> {
            long written = in.entries.written(scope);
            if (found.getOrDefault(scope, NEVER).after() != written) {
                found.put(scope, new Found(written, in(scope)));
            }
            return found.get(scope).pairs().stream();
        }).toList();
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

    /** Those that may be this one; of the village that was asked for last, what is compared is kept. */
    List<Alike> to(Draft household, List<Draft> people) {
        ScopeId scope = household.scope();
        Optional<EntryId> village = ref(household, "village").map(v -> in.aliases.canonical(scope, v));
        if (village.isEmpty()) {
            return List.of();
        }
        Candidate one = candidate(household, village.get(), people);
        EntryId self = in.aliases.canonical(scope, household.id());
        Callings callings = new Callings(in);
        return Duplicates.of(one, neighbours(scope, village.get())).stream()
                .map(p -> new Proposed(p.first().equals(one.household()) ? p.second() : p.first(), p))
                .filter(p -> !p.other().equals(self) && !isSettled(scope, p.other()))
                .map(p -> new Alike(p.other(), callings.names(scope, List.of(p.other())).getOrDefault(p.other(), ""),
                        p.proposal().people(), p.proposal().phone())).toList();
    }

    private record Proposed(EntryId other, Duplicates.Proposal proposal) {}

    private static Candidate candidate(Draft household, EntryId village, List<Draft> people) {
        Set<String> phones = new HashSet<>();
        Stream.concat(Stream.of(household), people.stream())
                .forEach(d -> text(d, "phone").flatMap(Phones::canonical).ifPresent(phones::add));
        return new Candidate(household.id(), village, phones, people.stream().flatMap(p -> text(p, "name").stream()
                .map(name -> Duplicates.Someone.of(name, day(p, "born")))).toList());
    }

    private static Optional<String> text(Draft draft, String field) {
        return draft.value(draft.type().field(field)).map(v -> v instanceof Value.Text t ? t.text() : null);
    }

    private static Optional<EntryId> ref(Draft draft, String field) {
        return draft.value(draft.type().field(field)).map(v -> v instanceof Value.Ref r ? r.entry() : null);
    }

    private static Optional<Value.Day> day(Draft draft, String field) {
        return draft.value(draft.type().field(field)).map(v -> v instanceof Value.Day d ? d : null);
    }

    private List<Candidate> neighbours(ScopeId scope, EntryId village) {
        long written = in.entries.written(scope);
        if (!scope.equals(askedScope) || !village.equals(askedVillage) || written != askedAfter) {
            List<EntryId> households = in.aliases.namesOf(scope, village).stream()
                    .flatMap(name -> in.tables.linking(Catalogue.HOUSEHOLD, "village", scope, name).stream()).toList();
            String one = " AND v.id = ?";
            neighbours = households.stream().flatMap(id -> {
                Map<EntryId, List<Duplicates.Someone>> people = new HashMap<>();
                Map<EntryId, Set<String>> phones = new HashMap<>();
                in.aliases.namesOf(scope, id).stream()
                        .flatMap(name -> in.tables.linking(Catalogue.PERSON, "household", scope, name).stream())
                        .forEach(p -> in.db.sql(PEOPLE + one).put(scope).put(p).each(row -> person(scope, row, people, phones)));
                return in.db.sql(HOUSEHOLDS + one).put(scope).put(id).list(row -> candidate(scope, row, people, phones)).stream();
            }).toList();
            askedScope = scope;
            askedVillage = village;
            askedAfter = written;
        }
        return neighbours;
    }

    private List<Candidate> candidates(ScopeId scope) {
        Map<EntryId, List<Duplicates.Someone>> people = new HashMap<>();
        Map<EntryId, Set<String>> phones = new HashMap<>();
        in.db.sql(PEOPLE).put(scope).each(row -> person(scope, row, people, phones));
        return in.db.sql(HOUSEHOLDS).put(scope).list(row -> candidate(scope, row, people, phones));
    }

    private void person(ScopeId scope, Row row, Map<EntryId, List<Duplicates.Someone>> people, Map<EntryId, Set<String>> phones) {
        String label = in.atRest.label(scope, row.entry(1), row.bytes(4));
        EntryId household = row.entry(2);
        Optional<Value.Day> born = row.number(3) == 0 ? Optional.empty() : Optional.of(Value.Day.of(row.whole(3)));
        people.computeIfAbsent(household, _ -> new ArrayList<>())
                .add(Duplicates.Someone.of(Labels.part(Catalogue.PERSON, "name", label), born));
        phone(phones, household, Labels.part(Catalogue.PERSON, "phone", label));
    }

    private Candidate candidate(ScopeId scope, Row row, Map<EntryId, List<Duplicates.Someone>> people,
                                Map<EntryId, Set<String>> phones) {
        EntryId id = row.entry(1);
        if (row.bytes(3) != null) {
            phone(phones, id, Labels.part(Catalogue.HOUSEHOLD, "phone", in.atRest.label(scope, id, row.bytes(3))));
        }
        return new Candidate(id, row.entry(2), phones.getOrDefault(id, Set.of()), people.getOrDefault(id, List.of()));
    }

    private static void phone(Map<EntryId, Set<String>> phones, EntryId household, String typed) {
        Phones.canonical(typed).ifPresent(p -> phones.computeIfAbsent(household, _ -> new HashSet<>()).add(p));
    }
}
