package vn.banso.store.lists;

import static vn.banso.store.lists.DuplicateReader.HOUSEHOLDS;
import static vn.banso.store.lists.DuplicateReader.PEOPLE;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.names.DuplicateIndex;
import vn.banso.register.names.Duplicates;
import vn.banso.register.names.Duplicates.Candidate;
import vn.banso.register.names.Duplicates.Proposal;
import vn.banso.register.names.Phones;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.engine.ScopeWalk;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.store.lists.DuplicateReader.Compared;
import vn.banso.store.node.NodeContext;
import vn.banso.store.projection.WriteWatcher;
import vn.banso.store.tables.DisplayNames;

/**
 * Duplicate households: pairs that may have been written down twice. The whole commune is compared once; afterwards only the
 * households that were written to, each with those of its village. What is compared of one village is kept: the one in work.
 */
public final class DuplicateFinder implements WriteWatcher {
    /** From so many on, comparing all anew is quicker. */
    private static final int MANY = 200;

    private final NodeContext in;
    private final Map<ScopeId, Set<Proposal>> communes = new HashMap<>();
    private final Map<ScopeId, Set<EntryId>> touched = new HashMap<>();
    private final Set<Meanwhile> reading = new HashSet<>();
    private Optional<Village> inWork = Optional.empty();

    public DuplicateFinder(NodeContext in) {
        this.in = in;
        in.entries.watch(this);
        in.aliases.whenMoved(this::cleared);
    }

    private record Village(ScopeId scope, EntryId id, DuplicateIndex index) {}

    /** Of a person, also the household they are leaving. */
    @Override
    public void written(ScopeId scope, int type, EntryId entry) {
        boolean kept = communes.containsKey(scope) || inWork.filter(v -> v.scope().equals(scope)).isPresent()
                || reading.stream().anyMatch(r -> r.scope.equals(scope));
        if (kept && (type == Catalogue.HOUSEHOLD.id() || type == Catalogue.PERSON.id())) {
            List<EntryId> both = Stream.concat(Stream.of(entry), home(scope, entry).filter(_ -> type == Catalogue.PERSON.id()).stream()).toList();
            reading.stream().filter(r -> r.scope.equals(scope)).forEach(r -> r.touched.addAll(both));
            Set<EntryId> all = touched.computeIfAbsent(scope, _ -> new HashSet<>());
            all.addAll(both);
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
        reading.stream().filter(r -> r.scope.equals(scope)).forEach(r -> r.overtaken = true);
        inWork = inWork.filter(v -> !v.scope().equals(scope));
        touched.remove(scope);
    }

    List<Attention> pairs() {
        return scopes().stream()
                .flatMap(scope -> pairs(scope).stream().sorted(Proposal.LIKELIEST).map(p -> Attention.entry(Kind.DUPLICATE, scope, p.first(),
                        Catalogue.HOUSEHOLD.id()).with(p.second()))).toList();
    }

    private List<ScopeId> scopes() {
        return ScopeWalk.of(in.db, "r_household");
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
        DisplayNames callings = new DisplayNames(in.db);
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
        DuplicateReader reader = new DuplicateReader();
        in.db.sql(PEOPLE).put(scope).each(row -> reader.person(Compared.of(row)));
        return open(scope, Duplicates.among(in.db.sql(HOUSEHOLDS).put(scope).list(row -> reader.household(Compared.of(row)))));
    }

    private Set<Proposal> open(ScopeId scope, List<Proposal> pairs) {
        return pairs.stream().filter(p -> isOpen(scope, p)).collect(Collectors.toCollection(HashSet::new));
    }

    // What is read and compared for the first time, outside the node's lock.

    /** What was written to a commune while it is read outside the lock. */
    static final class Meanwhile {
        private final ScopeId scope;
        private final Set<EntryId> touched = new HashSet<>();
        private boolean overtaken;

        private Meanwhile(ScopeId scope) {
            this.scope = scope;
        }
    }

    /** Compares the communes that nobody asked about yet. Whoever is inside already waits for it there. */
    void prepare(NodeLock door) {
        if (door.isEntered()) {
            return;
        }
        List<ScopeId> fresh = door.alone(() -> scopes().stream().filter(scope -> !communes.containsKey(scope)).toList());
        for (ScopeId scope : fresh) {
            Meanwhile meanwhile = door.alone(() -> begin(scope));
            List<Proposal> pairs = Duplicates.among(DuplicateReader.inParts(in, door, scope, Optional.empty()));
            door.enter(() -> end(meanwhile, pairs));
        }
    }

    /** Reads the village of a household that is being filled in. */
    void prepare(NodeLock door, Draft household) {
        ScopeId scope = household.scope();
        Optional<EntryId> village = ref(household, "village").map(v -> door.alone(() -> in.aliases.canonical(scope, v)));
        if (village.isEmpty() || door.isEntered() || door.alone(() -> isInWork(scope, village.get()))) {
            return;
        }
        Meanwhile meanwhile = door.alone(() -> begin(scope));
        DuplicateIndex index = new DuplicateIndex();
        DuplicateReader.inParts(in, door, scope, village).forEach(index::put);
        door.enter(() -> end(meanwhile, () -> inWork = Optional.of(new Village(scope, village.get(), index))));
    }

    /** From here on, what is written is noted. Within the lock. */
    Meanwhile begin(ScopeId scope) {
        Meanwhile meanwhile = new Meanwhile(scope);
        reading.add(meanwhile);
        return meanwhile;
    }

    /** Takes over the pairs of a commune. Within the lock. */
    void end(Meanwhile meanwhile, List<Proposal> pairs) {
        end(meanwhile, () -> communes.put(meanwhile.scope, open(meanwhile.scope, pairs)));
    }

    /** Takes over what was read, and compares again what was written since; nothing of it where too much was. Within the lock. */
    private void end(Meanwhile meanwhile, Runnable takeOver) {
        reading.remove(meanwhile);
        if (!meanwhile.overtaken) {
            takeOver.run();
            touched.computeIfAbsent(meanwhile.scope, _ -> new HashSet<>()).addAll(meanwhile.touched);
        }
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
        DuplicateReader reader = new DuplicateReader();
        in.aliases.namesOf(scope, id).stream().flatMap(name -> in.tables.linking(Catalogue.PERSON, "household", scope, name).stream())
                .forEach(p -> in.db.sql(PEOPLE + " AND v.id = ?").put(scope).put(p).each(row -> reader.person(Compared.of(row))));
        return in.db.sql(HOUSEHOLDS + " AND v.id = ?").put(scope).put(id).first(row -> reader.household(Compared.of(row)));
    }

    private Village village(ScopeId scope, EntryId id) {
        if (!isInWork(scope, id)) {
            DuplicateReader reader = new DuplicateReader();
            Village village = new Village(scope, id, new DuplicateIndex());
            in.db.sql(PEOPLE + " AND v.household IN (SELECT h.id FROM v_household h WHERE h.scope = ? AND h.village = ?)")
                    .put(scope).put(scope).put(id).each(row -> reader.person(Compared.of(row)));
            in.db.sql(HOUSEHOLDS + " AND v.village = ?").put(scope).put(id).list(row -> reader.household(Compared.of(row))).forEach(village.index()::put);
            inWork = Optional.of(village);
        }
        return inWork.get();
    }

    private boolean isInWork(ScopeId scope, EntryId village) {
        return inWork.filter(v -> v.scope().equals(scope) && v.id().equals(village)).isPresent();
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
}
