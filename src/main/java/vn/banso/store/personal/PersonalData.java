package vn.banso.store.personal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.writing.HistoryItem;

/**
 * Everything held on a person: what is written of them and their household, who wrote it and when, how far it lies, which lists named them,
 * and what they asked for.
 */
public record PersonalData(Entry person, List<Part> parts, List<Disclosure> disclosures, List<DataRequest> requests) {
    private static final List<EntryType> LEARNING = List.of(Catalogue.TEAM_MEMBER, Catalogue.ATTENDANCE, Catalogue.PRACTICE, Catalogue.ASSESSMENT, Catalogue.VNEID_CONFIRMATION);

    /**
     * One entry about them.
     *
     * @param history of it and of those that were merged into it, the oldest first
     * @param lies how far it has come
     */
    public record Part(Entry entry, List<HistoryItem> history, Optional<RecordState> lies) {}

    /** Empty where there is no such person, or all was erased. */
    public static Optional<PersonalData> of(Node node, ScopeId scope, EntryId id) {
        EntryId canonical = node.canonical(scope, id);
        return node.entry(scope, canonical).filter(e -> e.type() == Catalogue.PERSON.id()).map(person -> {
            Map<EntryId, Entry> entries = new LinkedHashMap<>();
            entries.put(canonical, person);
            person.ref(Catalogue.PERSON.field("household")).map(h -> node.canonical(scope, h)).flatMap(h -> node.entry(scope, h)).ifPresent(h -> entries.put(h.id(), h));
            LEARNING.forEach(type -> node.linking(type, "person", scope, canonical).forEach(e -> entries.put(e.id(), e)));
            Set<EntryId> names = Set.copyOf(node.acts().everyName(scope, canonical));
            return new PersonalData(person, entries.values().stream().map(e -> part(node, scope, e)).toList(),
                    Disclosure.list(node, scope).stream().filter(d -> d.subjects().stream().anyMatch(names::contains)).toList(),
                    new DataRequests(node).list(List.of(scope)).stream().filter(r -> r.subjects().stream().anyMatch(names::contains)).toList());
        });
    }

    private static Part part(Node node, ScopeId scope, Entry entry) {
        List<HistoryItem> history = new ArrayList<>();
        node.acts().everyName(scope, entry.id()).forEach(name -> history.addAll(node.history(scope, name)));
        history.sort((a, b) -> a.change().stamp().compareTo(b.change().stamp()));
        return new Part(entry, List.copyOf(history), node.ledger().stateOf(scope, entry.id()));
    }
}
