package vn.banso.desktop.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.indicators.LearnerStatus;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.writing.FormDraft;

/**
 * What the register knows of one person. Read off the screen.
 *
 * @param entry empty where only a draft is here, or nothing at all
 * @param deleted why they were taken out of the register; empty where they were not
 * @param assessment the one that says which level they have
 * @param confirmation the latest look at VNeID that said yes or no
 * @param confirmations all looks that nobody replaced, newest first
 * @param twins who looks like the same person
 * @param second who else is called head of the household
 * @param draft what an earlier visit could not save yet
 * @param look a look at VNeID that was left half-written
 */
record Known(EntryId id, Optional<Entry> entry, Optional<String> deleted, Optional<HouseholdRow> home, Optional<Entry> assessment,
             Optional<Entry> confirmation, List<Entry> confirmations, List<Twin> twins, Optional<SecondHead> second, Optional<Draft> draft, Optional<FormDraft> look) {
    private static final EntryType PERSON = Catalogue.PERSON;
    private static final Field HOUSEHOLD = PERSON.field("household");
    private static final Field DATE = Catalogue.VNEID_CONFIRMATION.field("date");
    private static final Field SUPERSEDES = Catalogue.VNEID_CONFIRMATION.field("supersedes");
    private static final int MOST_HITS = 200;

    static Known read(Node node, ScopeId scope, EntryId asked, LocalDate today) {
        EntryId id = node.canonical(scope, asked);
        Optional<Entry> entry = node.entry(scope, id);
        Optional<EntryState> state = node.state(scope, id).filter(EntryState::deleted);
        Optional<String> deleted = state.map(s -> s.heads(SystemField.DELETED).stream().map(EntryState.Head::value)
                .flatMap(v -> v instanceof Value.Text t ? Stream.of(t.text()) : Stream.empty()).findFirst().orElse(""));
        Optional<Draft> draft = node.drafts().of(scope, id);
        Optional<EntryId> household = entry.flatMap(e -> e.ref(HOUSEHOLD))
                .or(() -> draft.flatMap(d -> d.value(HOUSEHOLD)).map(v -> v instanceof Value.Ref r ? r.entry() : null));
        List<Entry> assessments = node.linking(Catalogue.ASSESSMENT, "person", scope, id);
        List<Entry> looks = node.linking(Catalogue.VNEID_CONFIRMATION, "person", scope, id);
        LearnerStatus standing = new LearnerStatus(type -> type == Catalogue.ASSESSMENT ? assessments.stream()
                : type == Catalogue.VNEID_CONFIRMATION ? looks.stream() : Stream.empty(), today);
        return new Known(id, entry, deleted, household.flatMap(h -> node.households().row(scope, node.canonical(scope, h))),
                standing.assessment(id), standing.confirmation(id), valid(looks),
                entry.filter(_ -> deleted.isEmpty()).map(e -> twins(node, e)).orElse(List.of()),
                entry.filter(_ -> deleted.isEmpty()).flatMap(e -> SecondHead.read(node, e)), draft,
                node.drafts().on(scope, id, Catalogue.VNEID_CONFIRMATION).stream().findFirst());
    }

    private static List<Entry> valid(List<Entry> looks) {
        List<EntryId> replaced = looks.stream().flatMap(l -> l.ref(SUPERSEDES).stream()).toList();
        return looks.stream().filter(l -> !replaced.contains(l.id()))
                .sorted(Comparator.comparing((Entry l) -> l.day(DATE).map(Value.Day::number).orElse(0)).thenComparing(Entry::id).reversed())
                .toList();
    }

    private static List<Twin> twins(Node node, Entry person) {
        String name = person.text(PERSON.field("name")).orElse("");
        if (name.isBlank() || isSettled(node, person.scope(), person.id())) {
            return List.of();
        }
        Optional<EntryId> home = person.ref(HOUSEHOLD).map(h -> node.canonical(person.scope(), h));
        List<Twin> twins = new ArrayList<>();
        for (SearchIndex.Hit hit : node.search(name, MOST_HITS)) {
            if (hit.type() == PERSON.id() && !hit.id().equals(person.id()) && hit.folded().lines().findFirst().orElse("").equals(Names.searchable(name))
                    && node.canonical(hit.scope(), hit.id()).equals(hit.id()) && !isSettled(node, hit.scope(), hit.id())) {
                node.entry(hit.scope(), hit.id()).ifPresent(other -> {
                    Optional<EntryId> elsewhere = other.ref(HOUSEHOLD).map(h -> node.canonical(other.scope(), h));
                    Twin.Alike alike = Twin.compare(person, other);
                    if (alike != Twin.Alike.NO && !(elsewhere.equals(home) && other.scope().equals(person.scope()))) {
                        twins.add(new Twin(other, elsewhere.flatMap(h -> node.households().row(other.scope(), h)), alike == Twin.Alike.BY_PHONE));
                    }
                });
            }
        }
        return List.copyOf(twins);
    }

    /** Somebody has said already whether they are one. */
    private static boolean isSettled(Node node, ScopeId scope, EntryId id) {
        return node.state(scope, id).filter(s -> !s.deleted() && s.heads(SystemField.ALIAS).isEmpty()).isEmpty();
    }
}
