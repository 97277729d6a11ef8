package vn.banso.desktop.today;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Visit;
import vn.banso.indicators.Which;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.store.lists.Attention;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdFilter.ToVisit;
import vn.banso.store.lists.Visits.Due;
import vn.banso.store.reporting.VillageReport;
import vn.banso.store.reporting.VillageReports;
import vn.banso.store.search.NamedVillage;

/** What home tells: read piece by piece, the quickest first, and again whenever something was written. */
public final class TodayModel {
    private static final int ATTENTION_LATER_MILLIS = 300;

    private final OpenRegister workplace;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<Optional<Waiting>> waiting = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Unfinished>>> unfinished = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<VillageReport>>> returned = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Planned>>> planned = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Begun>> begun = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Map<Visit, Due>>> visits = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<TargetLine>>> goals = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Map<Attention.Kind, Long>>> attention = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Sentence>> failure = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("");
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private boolean looked;
    private boolean stale = true;

    public TodayModel(OpenRegister workplace, Navigator navigator) {
        this.workplace = workplace;
        this.navigator = navigator;
        workplace.changes().addListener(_ -> refresh());
        workplace.communes().chosen().addListener(_ -> refresh());
    }

    private void refresh() {
        stale = true;
        if (looked) {
            read();
        }
    }

    ReadOnlyObjectProperty<Optional<Waiting>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<List<Unfinished>>> unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    /** Villages that the commune gave back, and of which nothing more has come since. */
    ReadOnlyObjectProperty<Optional<List<VillageReport>>> returned() {
        return returned.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<List<Planned>>> planned() {
        return planned.getReadOnlyProperty();
    }

    /** How much is written down at all. */
    ReadOnlyObjectProperty<Optional<Begun>> begun() {
        return begun.getReadOnlyProperty();
    }

    /** Whether this device may write villages down. */
    boolean mayWriteVillages() {
        return workplace.mayWrite(Catalogue.VILLAGE, Kind.CREATE);
    }

    ReadOnlyObjectProperty<Optional<Map<Visit, Due>>> visits() {
        return visits.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<List<TargetLine>>> goals() {
        return goals.getReadOnlyProperty();
    }

    /** How many things of each kind somebody should look at. */
    ReadOnlyObjectProperty<Optional<Map<Attention.Kind, Long>>> attention() {
        return attention.getReadOnlyProperty();
    }

    /** Empty where everything could be read. */
    ReadOnlyObjectProperty<List<Sentence>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** The key of the goal whose villages are shown; empty for the first. */
    ObjectProperty<String> chosen() {
        return chosen;
    }

    /** Whether all that was left half-written is listed, and not only the latest. */
    BooleanProperty unfolded() {
        return unfolded;
    }

    OpenRegister workplace() {
        return workplace;
    }

    LocalDate today() {
        return workplace.today();
    }

    private CountPeriod window() {
        return CountPeriod.yearTo(today());
    }

    /** Somebody looks at it. */
    public void enter() {
        looked = true;
        if (stale) {
            read();
        }
    }

    public void leave() {
        looked = false;
        unfolded.set(false);
    }

    void read() {
        stale = false;
        failure.set(List.of());
        LocalDate day = today();
        CountPeriod window = window();
        piece(Waiting::at, waiting);
        Optional<ScopeId> one = workplace.communes().chosen().get();
        Predicate<ScopeId> shown = scope -> one.filter(c -> !c.equals(scope)).isEmpty();
        piece(node -> Unfinished.at(node).stream().filter(u -> shown.test(u.form().scope())).toList(), unfinished);
        piece(node -> communes(node, shown).stream().flatMap(commune -> VillageReports.returned(node, commune, day).stream()).toList(), returned);
        piece(node -> Planned.at(node, communes(node, shown), day), planned);
        piece(node -> Begun.at(node, one), begun);
        piece(node -> due(node, communes(node, shown), window), visits);
        piece(node -> TargetLine.at(node, communes(node, shown), window), goals);
        workplace.background().later(this, ATTENTION_LATER_MILLIS, () -> piece(node -> kinds(node, shown), attention));
    }

    private <T> void piece(Function<Node, T> read, ObjectProperty<Optional<T>> into) {
        workplace.ask(read, answer -> into.set(Optional.of(answer)), failure::set);
    }

    private static List<ScopeId> communes(Node node, Predicate<ScopeId> shown) {
        return node.ledger().communes().stream().filter(shown).toList();
    }

    private static Map<Visit, Due> due(Node node, List<ScopeId> communes, CountPeriod window) {
        Map<Visit, Due> all = new EnumMap<>(Visit.class);
        for (ScopeId scope : communes) {
            node.visits().total(scope, window).forEach((why, due) -> all.merge(why, due, Due::plus));
        }
        return all;
    }

    private static Map<Attention.Kind, Long> kinds(Node node, Predicate<ScopeId> shown) {
        Map<Attention.Kind, Long> kinds = new EnumMap<>(Attention.Kind.class);
        node.attention().stream().filter(a -> a.scope().stream().allMatch(shown)).forEach(a -> kinds.merge(a.kind(), a.count(), Long::sum));
        return kinds;
    }

    // Every number opens the list behind it.

    void open(Visit why) {
        navigator.go(new Place.Households(HouseholdFilter.ALL.withVisit(Optional.of(new ToVisit(why, window())))));
    }

    void open(NamedVillage village) {
        navigator.go(new Place.Households(HouseholdFilter.ALL.withVillage(village.scope(), village.id())));
    }

    /** The households that keep a village, or all that are looked at, from the goal. */
    void openMissing(TargetLine goal, Optional<NamedVillage> village) {
        CountPeriod window = window();
        Consumer<Place> on = navigator.fromHere();
        Predicate<ScopeId> shown = workplace.communes()::shows;
        HouseholdFilter of = village.map(v -> HouseholdFilter.ALL.withVillage(v.scope(), v.id())).orElse(HouseholdFilter.ALL);
        workplace.ask(node -> village.map(v -> List.of(v.scope())).orElseGet(() -> communes(node, shown)).stream().flatMap(scope -> new IndicatorQueries(node).households(scope, goal.line(), Which.NO, window)
                .stream()).collect(Collectors.toSet()), behind -> {
            if (!behind.isEmpty()) {
                on.accept(new Place.Households(of.withIds(behind)));
            }
        });
    }

    void open(Place place) {
        navigator.go(place);
    }

    void add() {
        navigator.go(new Place.NewHousehold());
    }
}
