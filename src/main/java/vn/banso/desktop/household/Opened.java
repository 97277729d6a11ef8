package vn.banso.desktop.household;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.register.RegisterReader;
import vn.banso.store.writing.FormDraft;

/**
 * What the store knows of a household when its form is opened; read off the screen, in one go.
 *
 * @param household as it stands in the register; empty for a new one
 * @param members the head first, then by birth
 * @param villages of the commune, by the number in their names
 * @param drafts of this household and its people that were not saved, as after a pulled plug
 * @param spare ids for people who are still to be written down
 * @param village where a new household is
 * @param number the local number that a new household gets
 * @param state how far the record has come; empty for a new one
 * @param deleted whether somebody deleted it
 * @param waiting other new households of which only a draft is kept, with the name of the first person in it
 * @param problem of the household that was left half-written
 * @param written when the drafts were kept
 */
record Opened(ScopeId scope, EntryId id, Optional<Entry> household, List<Entry> members, List<Entry> villages, List<Draft> drafts,
              List<EntryId> spare, Optional<EntryId> village, Optional<Long> number, Optional<RecordState> state, boolean deleted,
              Map<EntryId, String> waiting, Optional<FormDraft> problem, Optional<Instant> written) {
    private static final int SPARE_IDS = 40;
    private static final Field HOUSEHOLD = Catalogue.PERSON.field("household");
    private static final Field BORN = Catalogue.PERSON.field("born");
    private static final Field NAME = Catalogue.PERSON.field("name");
    private static final Field HEAD = Catalogue.HOUSEHOLD.field("head");
    private static final int UNKNOWN_BIRTH = 99_999_999;

    /** One that is in the register, or of which a draft is kept. */
    static Opened read(Node node, ScopeId scope, EntryId asked) {
        EntryId id = node.canonical(scope, asked);
        Optional<EntryState> state = node.state(scope, id);
        boolean deleted = state.filter(EntryState::deleted).isPresent();
        Optional<Entry> household = state.isEmpty() ? Optional.empty() : node.entry(scope, id);
        Optional<EntryId> head = household.flatMap(h -> h.ref(HEAD));
        List<Entry> members = new ArrayList<>(node.linking(Catalogue.PERSON, "household", scope, id));
        members.sort(Comparator.comparing((Entry p) -> !head.filter(p.id()::equals).isPresent())
                .thenComparing(p -> p.day(BORN).map(Value.Day::number).orElse(UNKNOWN_BIRTH)).thenComparing(Entry::id));
        return of(node, scope, id, household, members, Optional.empty(), Optional.empty(), deleted);
    }

    /** A new one, in this village and with the number after the highest there. */
    static Opened fresh(Node node, ScopeId scope, Optional<EntryId> village) {
        Optional<Long> number = village.map(v -> RegisterReader.nextNumber(node, scope, v));
        return of(node, scope, node.freshId(), Optional.empty(), List.of(), village, number, false);
    }

    private static Opened of(Node node, ScopeId scope, EntryId id, Optional<Entry> household, List<Entry> members,
                             Optional<EntryId> village, Optional<Long> number, boolean deleted) {
        List<FormDraft> forms = node.drafts().forms().stream().filter(f -> f.scope().equals(scope)).toList();
        List<Draft> kept = forms.stream().flatMap(f -> f.entries().stream()).toList();
        Set<EntryId> mine = Stream.concat(Stream.of(id), members.stream().map(Entry::id)).collect(Collectors.toSet());
        List<Draft> drafts = kept.stream().filter(d -> mine.contains(d.id()) || isOf(d, id)).toList();
        Map<EntryId, String> waiting = new TreeMap<>();
        kept.stream().filter(d -> d.type() == Catalogue.HOUSEHOLD && !d.id().equals(id) && node.entry(scope, d.id()).isEmpty())
                .forEach(d -> waiting.put(d.id(), kept.stream().filter(p -> isOf(p, d.id()))
                        .flatMap(p -> p.value(NAME).stream()).map(v -> v instanceof Value.Text t ? t.text() : "").findFirst().orElse("")));
        List<Entry> villages = new ArrayList<>(node.entries(Catalogue.VILLAGE, scope));
        Field name = Catalogue.VILLAGE.field("name");
        villages.sort(Comparator.comparing(v -> v.text(name).orElse(""), VillageOrder.BY_NAME));
        List<EntryId> spare = IntStream.range(0, SPARE_IDS).mapToObj(_ -> node.freshId()).toList();
        return new Opened(scope, id, household, members, villages, drafts, spare, village, number,
                household.flatMap(_ -> node.ledger().stateOf(scope, id)), deleted, waiting,
                forms.stream().filter(f -> f.type() == Catalogue.PROBLEM && f.page().equals(id)).findFirst(),
                forms.stream().filter(f -> f.entries().stream().anyMatch(drafts::contains)).flatMap(f -> f.written().stream()).max(Instant::compareTo));
    }

    private static boolean isOf(Draft draft, EntryId household) {
        return draft.type() == Catalogue.PERSON && draft.value(HOUSEHOLD).filter(new Value.Ref(household)::equals).isPresent();
    }
}
