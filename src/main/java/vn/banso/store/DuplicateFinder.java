package vn.banso.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.DuplicateIndex;
import vn.banso.register.Duplicates;
import vn.banso.register.Duplicates.Candidate;
import vn.banso.register.Duplicates.Proposal;
import vn.banso.register.EntryId;
import vn.banso.register.Phones;
import vn.banso.register.ScopeId;
import vn.banso.register.SystemField;
import vn.banso.register.Value;
import vn.banso.store.Attention.Kind;

/**
 * Duplicate households: pairs that may have been written down twice. The whole commune is compared once; afterwards only the
 * households that were written to, each with those of its village. What is compared of one village is kept: the one in work.
 */
final class DuplicateFinder implements WriteWatcher {
    /** From so many on, comparing all anew is quicker. */
    private static final int MANY = 200;
    private static final String PEOPLE = "SELECT v.id, v.household, v.born, e.label FROM v_person v JOIN entry e ON e.scope = v.scope "
            + "AND e.id = v.id AND e.type = 2 WHERE v.scope = ? AND v.household IS NOT NULL AND e.label IS NOT NULL";
    private static final String HOUSEHOLDS = "SELECT v.id, v.village, e.label FROM v_household v JOIN entry e ON e.scope = v.scope "
            + "AND e.id = v.id AND e.type = 1 WHERE v.scope = ? AND v.village IS NOT NULL";

    private final Inside in;
    private final Map<ScopeId, Set<Proposal>> communes = new HashMap<>();
    private final Map<ScopeId, Set<EntryId>> touched = new HashMap<>();
    private Optional<Village> inWork = Optional.empty();

    DuplicateFinder(Inside in) {
        this.in = in;
        in.entries.watch(this);
        in.aliases.whenMoved(this::cleared);
    }

    private record Village(ScopeId scope, EntryId id, DuplicateIndex index) {}

    /** Of a person, also the household they are leaving. */
    @Override
    public void written(ScopeId scope, int type, EntryId entry) {
        boolean kept = communes.containsKey(scope) || inWork.filter(v -> v.scope().equals(scope)).isPresent();
        if (kept && (type == Catalogue.HOUSEHOLD.id() || type == Catalogue.PERSON.id())) {
            Set<EntryId> all = touched.computeIfAbsent(scope, _ -> new HashSet<>());
            all.add(entry);
            home(scope, entry).filter(_ -> type == Catalogue.PERSON.id()).ifPresent(all::add);
            if (all.size() > MANY) {
                cleared(scope);
            }
        }
    }

    private Optional<EntryId> home(ScopeId scope, EntryId person) {
        return in.db.sql("SELECT household FROM r_person WHERE scope = ? AND id = ? AND household IS NOT NULL").put(scope).put(person)
                .first(row -> row.entry(1));
    }

    /** Also where other entries than before stand for some: all is compared anew. */
    @Override
    public void cleared(ScopeId scope) {
        communes.remove(scope);
        inWork = inWork.filter(v -> !v.scope().equals(scope));
        touched.remove(scope);
    }

    List<Attention> pairs() {
        return in.db.sql("SELECT DISTINCT scope FROM r_household").list(row -> row.scope(1)).stream()
                .flatMap(scope -> pairs(scope).stream().sorted(Proposal.LIKELIEST).map(p -> Attention.entry(Kind.DUPLICATE, scope, p.first(),
                        Catalogue.HOUSEHOLD.id()).with(p.second()))).toList();
    }

    /** Those that may be this one. */
    List<DuplicateCandidate> of(Draft household, List<Draft> people) {
        ScopeId scope = household.scope();
        Optional<EntryId> village = ref(household, "village").map(v -> in.aliases.canonical(scope, v));
        if (village.isEmpty()) {
            return List.of();
        }
        renew(scope);
        Candidate one = candidate(household, village.get(), people);
        EntryId self = in.aliases.canonical(scope, household.id());
        Callings callings = new Callings(in);
        return village(scope, village.get()).index().of(one).stream()
                .filter(p -> !other(p, one).equals(self) && isOpen(scope, p))
                .map(p -> new DuplicateCandidate(other(p, one), callings.names(scope, List.of(other(p, one))).getOrDefault(other(p, one), ""),
                        p.people(), p.phone())).toList();
    }

    private static EntryId other(Proposal pair, Candidate one) {
        return pair.first().equals(one.household()) ? pair.second() : pair.first();
    }

    private Set<Proposal> pairs(ScopeId scope) {
        renew(scope);
        return communes.computeIfAbsent(scope, this::whole);
    }

    private Set<Proposal> whole(ScopeId scope) {
        Reader reader = new Reader(scope);
        in.db.sql(PEOPLE).put(scope).each(reader::person);
        return Duplicates.among(in.db.sql(HOUSEHOLDS).put(scope).list(reader::household)).stream().filter(p -> isOpen(scope, p))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Takes in what was written since it was looked at last. */
    private void renew(ScopeId scope) {
        Set<EntryId> households = new HashSet<>();
        Optional.ofNullable(touched.remove(scope)).orElse(Set.of()).forEach(entry -> {
            households.add(in.aliases.canonical(scope, entry));
            home(scope, entry).map(h -> in.aliases.canonical(scope, h)).ifPresent(households::add);
        });
        Optional<Set<Proposal>> pairs = Optional.ofNullable(communes.get(scope));
        pairs.ifPresent(known -> known.removeIf(p -> households.contains(p.first()) || households.contains(p.second())));
        inWork.ifPresent(v -> households.forEach(v.index()::remove));
        households.stream().flatMap(id -> household(scope, id).stream()).sorted(Comparator.comparing(Candidate::village)).forEach(one -> {
            DuplicateIndex village = village(scope, one.village()).index();
            village.put(one);
            pairs.ifPresent(known -> village.of(one).stream().filter(p -> isOpen(scope, p)).forEach(known::add));
        });
    }

    private Optional<Candidate> household(ScopeId scope, EntryId id) {
        Reader reader = new Reader(scope);
        in.aliases.namesOf(scope, id).stream().flatMap(name -> in.tables.linking(Catalogue.PERSON, "household", scope, name).stream())
                .forEach(p -> in.db.sql(PEOPLE + " AND v.id = ?").put(scope).put(p).each(reader::person));
        return in.db.sql(HOUSEHOLDS + " AND v.id = ?").put(scope).put(id).first(reader::household);
    }

    private Village village(ScopeId scope, EntryId id) {
        if (inWork.filter(v -> v.scope().equals(scope) && v.id().equals(id)).isEmpty()) {
            Reader reader = new Reader(scope);
            Village village = new Village(scope, id, new DuplicateIndex());
            in.db.sql(PEOPLE + " AND v.household IN (SELECT h.id FROM v_household h WHERE h.scope = ? AND h.village = ?)")
                    .put(scope).put(scope).put(id).each(reader::person);
            in.db.sql(HOUSEHOLDS + " AND v.village = ?").put(scope).put(id).list(reader::household).forEach(village.index()::put);
            inWork = Optional.of(village);
        }
        return inWork.get();
    }

    /** Somebody took a merge of one of them back: people have looked at it. */
    private boolean isOpen(ScopeId scope, Proposal pair) {
        return Stream.of(pair.first(), pair.second()).noneMatch(id -> in.entries.state(scope, id, Catalogue.HOUSEHOLD.id())
                .filter(s -> !s.heads(SystemField.ALIAS).isEmpty()).isPresent());
    }

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

    /** Collects people, then the households they live in. */
    private final class Reader {
        private final ScopeId scope;
        private final Map<EntryId, List<Duplicates.Someone>> people = new HashMap<>();
        private final Map<EntryId, Set<String>> phones = new HashMap<>();

        Reader(ScopeId scope) {
            this.scope = scope;
        }

        void person(Row row) {
            String label = in.atRest.label(scope, row.entry(1), row.bytes(4));
            EntryId household = row.entry(2);
            Optional<Value.Day> born = row.number(3) == 0 ? Optional.empty() : Optional.of(Value.Day.of(row.whole(3)));
            people.computeIfAbsent(household, _ -> new ArrayList<>())
                    .add(Duplicates.Someone.of(Labels.part(Catalogue.PERSON, "name", label), born));
            phone(household, Labels.part(Catalogue.PERSON, "phone", label));
        }

        Candidate household(Row row) {
            EntryId id = row.entry(1);
            if (row.bytes(3) != null) {
                phone(id, Labels.part(Catalogue.HOUSEHOLD, "phone", in.atRest.label(scope, id, row.bytes(3))));
            }
            return new Candidate(id, row.entry(2), phones.getOrDefault(id, Set.of()), people.getOrDefault(id, List.of()));
        }

        private void phone(EntryId household, String typed) {
            Phones.canonical(typed).ifPresent(p -> phones.computeIfAbsent(household, _ -> new HashSet<>()).add(p));
        }
    }
}
