package vn.banso.desktop.households;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.Failures;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.store.lists.HouseholdSlice;
import vn.banso.store.search.NamedVillage;

/** What the list shows and where one is in it; kept while other pages are looked at. */
public final class HouseholdsModel {
    /** What the page is about to show. */
    public enum Standing { READING, THERE, NOTHING_YET, NOTHING_FOUND, FAILING }

    /** A household that somebody stands on. */
    private record Spot(ScopeId scope, EntryId id) {}

    private record Read(HouseholdSlice page, Optional<Integer> place, List<NamedVillage> villages, int everybody) {}

    private final OpenRegister workplace;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<HouseholdFilter> filter = new ReadOnlyObjectWrapper<>(HouseholdFilter.ALL);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.READING);
    private final ReadOnlyObjectWrapper<List<NamedVillage>> villages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Sentence>> failure = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private final LazyRows rows = new LazyRows(this::more);
    private Optional<HouseholdFilter> asked = Optional.empty();
    private Optional<Spot> spot = Optional.empty();
    private Background.Running running = () -> { };
    private boolean stale = true;
    private boolean looked;

    public HouseholdsModel(OpenRegister workplace, Navigator navigator) {
        this.workplace = workplace;
        this.navigator = navigator;
        workplace.changes().addListener(_ -> refresh());
        workplace.communes().chosen().addListener(_ -> {
            filter.set(filter.get().withoutVillage());
            leaveSpot();
            refresh();
        });
    }

    private void refresh() {
        stale = true;
        if (looked) {
            read();
        }
    }

    private void leaveSpot() {
        spot = Optional.empty();
        place.set(-1);
    }

    /** What is asked of the store: of the commune that is looked at, unless the filter says more. */
    private HouseholdFilter wanted() {
        HouseholdFilter said = filter.get();
        return said.commune().isPresent() ? said : said.withCommune(workplace.communes().chosen().get());
    }

    public ReadOnlyObjectProperty<HouseholdFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** All that was found; what was not read yet is empty. */
    public ObservableList<Optional<HouseholdRow>> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<List<NamedVillage>> villages() {
        return villages.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Sentence>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** The row one stands on; -1 for none. */
    public ReadOnlyIntegerProperty place() {
        return place.getReadOnlyProperty();
    }

    /** Rises when the list was read, after all else says what came of it. */
    public ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }

    public OpenRegister workplace() {
        return workplace;
    }

    /** Shows the list behind a number; the same list again stays as it was left. */
    public void show(Optional<HouseholdFilter> behind) {
        if (behind.isPresent() && asked.filter(a -> a == behind.get()).isEmpty()) {
            asked = behind;
            narrow(_ -> behind.get());
        }
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
    }

    public void type(String words) {
        narrow(f -> f.withTyped(words));
    }

    /** Takes another filter; the list begins at its top again. */
    public void narrow(UnaryOperator<HouseholdFilter> change) {
        HouseholdFilter next = change.apply(filter.get());
        if (!next.equals(filter.get())) {
            filter.set(next);
            leaveSpot();
            refresh();
        }
    }

    /** Everybody again, in the order chosen: what was typed stays where something else narrowed the list. */
    public void widen() {
        narrow(f -> {
            HouseholdFilter typed = HouseholdFilter.ALL.withOrder(f.order()).withTyped(f.typed());
            return typed.equals(f) ? typed.withTyped("") : typed;
        });
    }

    /** Reads again what is shown, around where one stands. */
    public void read() {
        running.cancel();
        stale = false;
        HouseholdFilter wanted = wanted();
        Optional<Spot> from = spot;
        running = workplace.background().store(() -> {
            var list = workplace.node().households();
            Optional<Integer> at = from.flatMap(s -> list.place(wanted, s.scope(), s.id()));
            HouseholdSlice page = list.page(wanted, LazyRows.start(at.orElse(0)), LazyRows.STRETCH);
            return new Read(page, at, list.villages(), list.everybody());
        }, this::show, problem -> {
            failure.set(Failures.told(problem));
            standing.set(Standing.FAILING);
        });
    }

    private void show(Read read) {
        villages.set(read.villages().stream().filter(v -> workplace.communes().shows(v.scope())).toList());
        rows.begin(read.page());
        place.set(read.place().orElse(-1));
        standing.set(read.page().total() > 0 ? Standing.THERE
                : read.everybody() > 0 && filter.get().isNarrow() ? Standing.NOTHING_FOUND : Standing.NOTHING_YET);
        readings.set(readings.get() + 1);
    }

    private void more(int from) {
        HouseholdFilter wanted = wanted();
        workplace.ask(node -> node.households().page(wanted, from, LazyRows.STRETCH), page -> {
            // What was asked for another filter, or before something was written, is of no use any more.
            if (wanted.equals(wanted()) && page.total() == rows.size()) {
                rows.add(page);
                if (spot.isEmpty()) {
                    stand(place.get());
                }
            }
        });
    }

    /** Somebody stands on this row now. */
    public void stand(int at) {
        if (at >= 0 && at < rows.size()) {
            // Where it is not read yet, this asks for it.
            rows.get(at);
            place.set(at);
            spot = rows.get(at).map(row -> new Spot(row.scope(), row.id()));
        }
    }

    /** Opens the row one stands on, the first one where one stands on none. */
    public void open() {
        if (!rows.isEmpty()) {
            int at = Math.max(0, place.get());
            stand(at);
            rows.get(at).ifPresent(row -> navigator.go(new Place.Household(row.scope(), row.id())));
        }
    }

    /** A new household, in the village that is looked at. */
    public void add() {
        HouseholdFilter of = filter.get();
        navigator.go(new Place.NewHousehold(of.village().flatMap(v -> of.commune().map(c -> new Place.Village(c, v)))));
    }
}
