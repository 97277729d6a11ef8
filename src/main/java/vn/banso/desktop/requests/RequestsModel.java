package vn.banso.desktop.requests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.requests.RequestsScene.Found;
import vn.banso.desktop.requests.RequestsScene.Line;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.ledger.change.Kind;
import vn.banso.office.AccessPapers;
import vn.banso.office.PlainSheet;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.personal.DataRequest;
import vn.banso.store.personal.DataRequests;
import vn.banso.store.personal.Disclosure;
import vn.banso.store.personal.ErasureReceipts;
import vn.banso.store.personal.PersonalData;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.writing.SaveResult;

/** Requests of people about their own data: taken down, done or refused, and what came of them. */
public final class RequestsModel {
    private static final int MOST_FOUND = 40;
    private static final int MOST_LISTS = 100;

    private final OpenRegister workplace;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<RequestsScene> scene = new ReadOnlyObjectWrapper<>(RequestsScene.EMPTY);

    public RequestsModel(OpenRegister workplace, Navigator navigator) {
        this.workplace = workplace;
        this.navigator = navigator;
    }

    ReadOnlyObjectProperty<RequestsScene> scene() {
        return scene.getReadOnlyProperty();
    }

    OpenRegister workplace() {
        return workplace;
    }

    boolean mayWrite() {
        return workplace.mayWrite(Catalogue.DATA_REQUEST, Kind.CREATE);
    }

    private AccessPapers papers(Node node) {
        return new AccessPapers(node, Texts.of(workplace.settings().get().lang()), workplace.clock());
    }

    void reread() {
        record Read(List<Line> lines, List<String> lists) {}
        List<ScopeId> communes = workplace.communes().shown();
        workplace.ask(node -> {
            AccessPapers words = papers(node);
            return new Read(new DataRequests(node).list(communes).stream().map(request -> line(node, words, request)).toList(),
                    communes.stream().flatMap(c -> Disclosure.list(node, c).stream()).limit(MOST_LISTS).map(words::list).toList());
        }, read -> scene.set(scene.get().with(read.lines(), read.lists())));
    }

    private static Line line(Node node, AccessPapers words, DataRequest request) {
        ScopeId scope = request.scope();
        List<String> trace = request.kind() != DataRequest.Kind.CORRECTION ? List.of()
                : PersonalData.of(node, scope, request.subjects().first()).map(data -> words.since(data, request.askedOn().orElse(Value.Day.of(0)))).orElse(List.of());
        return new Line(request, node.names(scope, request.subjects()).values().stream().findFirst().orElse(""), trace,
                request.erased().isEmpty() ? List.of() : ErasureReceipts.of(node, scope, request.erased()));
    }

    void select(EntryId request) {
        if (scene.get().found().isPresent() || scene.get().selected().filter(request::equals).isEmpty()) {
            scene.set(scene.get().select(request));
        }
    }

    /** Looks for who asks. */
    void find(String typed) {
        if (typed.isBlank()) {
            putOff();
            return;
        }
        Set<ScopeId> communes = Set.copyOf(workplace.communes().shown());
        workplace.ask(node -> node.search(typed.strip(), MOST_FOUND).stream().filter(hit -> hit.type() == Catalogue.PERSON.id() && communes.contains(hit.scope()))
                .collect(Collectors.groupingBy(SearchIndex.Hit::scope)).entrySet().stream().flatMap(of -> found(node, of.getKey(), of.getValue())).toList(),
                people -> scene.set(scene.get().finds(Optional.of(people))));
    }

    private static Stream<Found> found(Node node, ScopeId scope, List<SearchIndex.Hit> hits) {
        Map<EntryId, String> names = node.names(scope, hits.stream().map(SearchIndex.Hit::id).toList());
        return hits.stream().map(SearchIndex.Hit::id).flatMap(id -> node.entry(scope, id).stream()).map(person -> new Found(scope, person.id(),
                names.getOrDefault(person.id(), "–") + person.day(Catalogue.PERSON.field("born")).map(day -> " · " + day.year()).orElse("")));
    }

    void putOff() {
        scene.set(scene.get().finds(Optional.empty()));
    }

    /** @param purposes of a withdrawal; all where none is named */
    void ask(Found who, DataRequest.Kind kind, Set<ConsentPurpose> purposes) {
        EntryId id = workplace.node().freshId();
        workplace.act(node -> new DataRequests(node).ask(who.scope(), id, who.id(), kind, purposes, workplace.today()), result -> {
            if (result.isSaved()) {
                scene.set(scene.get().select(id));
            }
            said(result, "requests.asked");
            reread();
        });
    }

    /** Everything held on them, on paper: noted as given out before it is written. */
    void print(DataRequest request) {
        workplace.ask(node -> PersonalData.of(node, request.scope(), request.subjects().first()), held -> held.ifPresentOrElse(data -> {
            PlainSheet paper = papers(workplace.node()).of(data);
            PaperFile.save(workplace, "requests.print", Texts.of(workplace.settings().get().lang()).get("requests.print.file", Value.Day.of(workplace.today()).toString()), request.scope(),
                    Disclosure.ListKind.ACCESS, List.of(data.person().id()), (papers, file) -> papers.write(paper, file));
        }, () -> workplace.tell(Notice.wait("requests.nobody"))));
    }

    void open(DataRequest request) {
        navigator.go(new Place.Person(request.scope(), request.subjects().first()));
    }

    void carryOut(DataRequest request) {
        if (request.kind() == DataRequest.Kind.ERASURE) {
            workplace.ask(node -> new DataRequests(node).toErase(request).size(), many -> {
                if (workplace.dialogs().confirm(Sentence.of("requests.erase.sure", many), "requests.do.ERASURE")) {
                    answer(requests -> requests.erase(request, workplace.today()), "requests.done.ERASURE");
                }
            });
            return;
        }
        answer(requests -> request.kind() == DataRequest.Kind.WITHDRAWAL ? requests.withdraw(request, workplace.today()) : requests.done(request, workplace.today()),
                request.kind() == DataRequest.Kind.WITHDRAWAL ? "requests.done.WITHDRAWAL" : "requests.done");
    }

    void refuse(DataRequest request) {
        workplace.dialogs().ask(Sentence.of("requests.refuse.why"), "requests.refuse").map(String::strip).filter(s -> !s.isEmpty())
                .ifPresent(reason -> answer(requests -> requests.refuse(request, reason, workplace.today()), "requests.refused"));
    }

    private void answer(Function<DataRequests, SaveResult> act, String key) {
        workplace.act(node -> act.apply(new DataRequests(node)), result -> {
            said(result, key);
            reread();
        });
    }

    private void said(SaveResult result, String key) {
        workplace.tell(result instanceof SaveResult.Refused refused ? RefusalText.ofAct(refused) : Notice.done(key));
    }
}
