package vn.banso.store.personal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.personal.DataRequest.Kind;
import vn.banso.store.personal.DataRequest.Status;
import vn.banso.store.writing.SaveResult;

/** Takes requests about personal data, and does what was asked. */
public final class DataRequests {
    /** What is written of somebody in so many words or marks. Ticks of attendance name nobody once the person is gone, and stay counted. */
    private static final List<EntryType> ABOUT = List.of(Catalogue.TEAM_MEMBER, Catalogue.ASSESSMENT, Catalogue.PRACTICE, Catalogue.VNEID_CONFIRMATION);

    private final Node node;

    public DataRequests(Node node) {
        this.node = node;
    }

    /** Those that wait first, the most urgent first; then the others, the newest first. */
    public List<DataRequest> list(Collection<ScopeId> communes) {
        Comparator<DataRequest> due = Comparator.comparing(r -> r.due().orElse(Value.Day.of(LocalDate.EPOCH)));
        Comparator<DataRequest> asked = Comparator.comparing(r -> r.askedOn().orElse(Value.Day.of(LocalDate.EPOCH)));
        List<DataRequest> all = communes.stream().flatMap(c -> node.entries(Catalogue.DATA_REQUEST, c).stream()).flatMap(e -> DataRequest.of(e).stream()).toList();
        List<DataRequest> sorted = new ArrayList<>(all.stream().filter(DataRequest::isOpen).sorted(due.thenComparing(DataRequest::id)).toList());
        sorted.addAll(all.stream().filter(r -> !r.isOpen()).sorted(asked.reversed().thenComparing(DataRequest::id)).toList());
        return sorted;
    }

    public Optional<DataRequest> find(ScopeId scope, EntryId id) {
        return node.entry(scope, id).filter(e -> e.type() == Catalogue.DATA_REQUEST.id()).flatMap(DataRequest::of);
    }

    /**
     * Somebody asks.
     *
     * @param id a fresh one
     * @param purposes of a withdrawal; all of them where none is named
     */
    public SaveResult ask(ScopeId scope, EntryId id, EntryId person, Kind kind, Set<ConsentPurpose> purposes, LocalDate on) {
        Draft draft = Draft.of(Catalogue.DATA_REQUEST, scope, id).with("subjects", EntryIds.items(node.acts().everyName(scope, person)))
                .with("kind", kind.code()).with("asked_on", Value.Day.of(on)).with("due", Value.Day.of(kind.due(on))).with("status", Status.OPEN.code());
        Collection<ConsentPurpose> which = purposes.isEmpty() ? Set.of(ConsentPurpose.values()) : purposes;
        return node.save(List.of(kind != Kind.WITHDRAWAL ? draft : draft.with("purposes", new Value.Items(
                which.stream().map(ConsentPurpose::key).collect(Collectors.toCollection(TreeSet::new))))));
    }

    /** What was asked was done elsewhere: the paper was handed over, the record was corrected. */
    public SaveResult done(DataRequest request, LocalDate on) {
        return node.save(List.of(answered(request, Status.DONE, on)));
    }

    public SaveResult refuse(DataRequest request, String reason, LocalDate on) {
        return node.save(List.of(answered(request, Status.REFUSED, on).with("answer", new Value.Text(reason))));
    }

    private static Draft answered(DataRequest request, Status status, LocalDate on) {
        return Draft.of(Catalogue.DATA_REQUEST, request.scope(), request.id()).with("status", status.code()).with("answered_on", Value.Day.of(on));
    }

    /** What is dropped with the consent, and the case is done: one act. What was lawfully written before stays in the sealed history. */
    public SaveResult withdraw(DataRequest request, LocalDate on) {
        List<Draft> drafts = new ArrayList<>(new Withdrawal(node, request).drafts(on));
        drafts.add(answered(request, Status.DONE, on));
        return node.save(drafts);
    }

    /** What an erasure takes along: the person, what was written of them, and the household where nobody else lives there. */
    public Set<EntryId> toErase(DataRequest request) {
        ScopeId scope = request.scope();
        Set<EntryId> all = new LinkedHashSet<>();
        Set<EntryId> people = new HashSet<>();
        request.subjects().forEach(subject -> people.addAll(node.acts().everyName(scope, subject)));
        people.addAll(request.subjects());
        for (EntryId person : people) {
            ABOUT.forEach(type -> node.linking(type, "person", scope, person).stream().map(Entry::id).forEach(all::add));
            node.entry(scope, person).flatMap(e -> e.ref(Catalogue.PERSON.field("household"))).map(h -> node.canonical(scope, h))
                    .filter(home -> node.linking(Catalogue.PERSON, "household", scope, home).stream().map(Entry::id).allMatch(people::contains)).ifPresent(all::add);
        }
        all.addAll(people);
        return all;
    }

    /** Drops it for ever, entry by entry, the person last: cut off in the middle, it goes on when it is done again. */
    public SaveResult erase(DataRequest request, LocalDate on) {
        Set<EntryId> ids = toErase(request);
        ids.addAll(request.erased());
        SaveResult noted = node.save(List.of(Draft.of(Catalogue.DATA_REQUEST, request.scope(), request.id()).with("erased", EntryIds.items(ids))));
        for (EntryId id : ids) {
            if (!noted.isSaved()) {
                return noted;
            }
            if (node.state(request.scope(), id).filter(s -> !s.erased()).isPresent()) {
                noted = node.acts().erase(request.scope(), id);
            }
        }
        ErasureReceipts.confirm(node);
        return noted.isSaved() ? done(request, on) : noted;
    }
}
