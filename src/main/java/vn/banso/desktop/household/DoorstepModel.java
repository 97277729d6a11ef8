package vn.banso.desktop.household;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Spot;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Workplace;
import vn.banso.ledger.Kind;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.store.Alike;
import vn.banso.store.Node;
import vn.banso.store.SaveResult;

/**
 * The form at the door. Every finished field goes into the drawer of drafts by itself; F8 and leaving put it into the register,
 * and only the register's word makes it saved.
 */
public final class DoorstepModel {
    private static final int KEEP_AFTER_MILLIS = 500;
    private static final int COMPARE_AFTER_MILLIS = 200;

    /** What is done a little after the last key. */
    private enum Soon { KEEP, COMPARE }

    private final Workplace workplace;
    private final Navigator navigator;
    private final Told told;
    private final ReadOnlyObjectWrapper<Optional<HouseholdForm>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Keeping> keeping = new ReadOnlyObjectWrapper<>(new Keeping.Untouched());
    private final ObjectProperty<Optional<Spot>> look = new SimpleObjectProperty<>(Optional.empty());
    private final Likely likely;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.DOOR);
    private Optional<Place> at = Optional.empty();
    private Optional<Drawer> drawer = Optional.empty();
    private Optional<Place.Household> current = Optional.empty();
    final NewPlace newPlace;
    private int opening;

    public DoorstepModel(Workplace workplace, Navigator navigator) {
        this.workplace = workplace;
        this.told = new Told(workplace);
        this.likely = new Likely(workplace, this::isGone);
        this.navigator = navigator;
        this.newPlace = new NewPlace(workplace.communes());
    }

    /** The form that is open; empty while it is being read. */
    public ReadOnlyObjectProperty<Optional<HouseholdForm>> form() {
        return form.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Keeping> keeping() {
        return keeping.getReadOnlyProperty();
    }

    /** Where somebody should look next; set by what could not be saved. */
    public ObjectProperty<Optional<Spot>> look() {
        return look;
    }

    /** Which part of the page is open. */
    public ObjectProperty<Part> part() {
        return part;
    }

    /** Households that may be this one. */
    public ObservableList<Alike> alike() {
        return likely.alike();
    }

    public Workplace workplace() {
        return workplace;
    }

    public Navigator navigator() {
        return navigator;
    }

    /** Whether this device may write households down; whoever may not sees the page all the same. */
    public boolean mayWrite() {
        return workplace.mayWrite(Catalogue.HOUSEHOLD, Kind.CREATE);
    }

    /** Whether anything in this form may be changed. */
    boolean isWritable(HouseholdForm of) {
        return mayWrite() && !of.opened().deleted();
    }

    /**
     * Shows what belongs to this place. The same place again, as after a look at a member or in another language, is the same
     * household again, also where it was a new one.
     */
    public void open(Place place) {
        boolean again = at.filter(p -> p == place).isPresent();
        part.set(again ? part.get() : Part.DOOR);
        at = Optional.of(place);
        switch (place) {
            case Place.Household h -> open(h.scope(), h.id());
            case Place.NewHousehold _ when again && current.isPresent() -> open(current.get().scope(), current.get().id());
            case Place.NewHousehold n -> openNew(n.village());
            default -> throw new IllegalArgumentException("not the place of a household");
        }
    }

    /** Reads the household anew, as after it was deleted or restored. */
    void reopen() {
        form.get().ifPresent(f -> open(f.opened().scope(), f.opened().id()));
    }

    private void open(ScopeId scope, EntryId id) {
        read(node -> Opened.read(node, scope, id));
    }

    /** @param village empty for that of the household written down last */
    void openNew(Optional<Place.Village> village) {
        part.set(Part.DOOR);
        current = Optional.empty();
        empty();
        newPlace.find(village, (commune, where) -> read(node -> Opened.fresh(node, commune, where)));
    }

    /** The new household that is open belongs to this commune. */
    void belongsTo(ScopeId commune) {
        form.get().filter(f -> f.isNew() && !f.opened().scope().equals(commune)).ifPresent(f -> read(NewPlace.moved(f, commune)));
    }

    private void empty() {
        opening++;
        newPlace.forget();
        drawer = Optional.empty();
        form.set(Optional.empty());
        likely.alike().clear();
    }

    private void read(Function<Node, Opened> reading) {
        empty();
        int asked = opening;
        workplace.ask(reading, opened -> {
            if (asked == opening) {
                show(opened);
            }
        });
    }

    private void show(Opened opened) {
        HouseholdForm fresh = new HouseholdForm(opened, workplace::today);
        drawer = Optional.of(new Drawer(workplace, fresh));
        current = Optional.of(new Place.Household(opened.scope(), opened.id()));
        keeping.set(opened.drafts().isEmpty() ? new Keeping.Untouched() : new Keeping.DraftKept(workplace.clock().instant()));
        form.set(Optional.of(fresh));
        fresh.edits().subscribe((_, _) -> edited(fresh));
        likely.compare(fresh);
    }

    private void edited(HouseholdForm of) {
        if (isGone(of)) {
            return;
        }
        keeping.set(new Keeping.Writing());
        workplace.background().later(Soon.KEEP, KEEP_AFTER_MILLIS, () -> drawer.filter(_ -> !isGone(of)).ifPresent(in -> keepNow(of, in)));
        workplace.background().later(Soon.COMPARE, COMPARE_AFTER_MILLIS, () -> likely.compare(of));
    }

    /** Whether another form is open by now, or none. */
    boolean isGone(HouseholdForm of) {
        return form.get().filter(of::equals).isEmpty();
    }

    private void keepNow(HouseholdForm of, Drawer in) {
        in.keep(kept -> {
            if (!isGone(of) && keeping.get() instanceof Keeping.Writing) {
                keeping.set(kept ? new Keeping.DraftKept(workplace.clock().instant()) : new Keeping.Untouched());
            }
        });
    }

    /** Puts the form into the register and stays. */
    public void save() {
        form.get().ifPresent(of -> save(of, () -> { }));
    }

    /** The same, and opens the next household of the village, or after the last one a new one. */
    public void saveAndNext() {
        form.get().ifPresent(of -> save(of, () -> next(of)));
    }

    /** @param then once the register holds it, or where there is nothing to be saved */
    void save(HouseholdForm of, Runnable then) {
        if (!isWritable(of) || !of.isNew() && !of.isVisited()) {
            then.run();
            return;
        }
        List<Spot> blocked = of.blocked();
        if (!blocked.isEmpty()) {
            told.blocked(of, blocked);
            look.set(Optional.empty());
            look.set(Optional.of(blocked.getFirst()));
            return;
        }
        of.noteVisit();
        write(of, of.all().toList(), _ -> { }, () -> {
            told.saved(of);
            then.run();
        });
    }

    /** Leaving: saves what can be saved, and keeps the rest as a draft and says so. */
    public void leave() {
        told.over();
        form.get().filter(this::isWritable).ifPresent(of -> {
            if (of.isVisited()) {
                leave(of, drawer.orElseThrow());
            } else {
                drawer.filter(Drawer::isUsed).ifPresent(in -> in.keep(_ -> workplace.changed()));
            }
        });
        empty();
    }

    private void leave(HouseholdForm of, Drawer in) {
        Set<EntryModel> not = new HashSet<>();
        of.blocked().forEach(s -> not.add(s.entry()));
        of.noteVisit();
        if (not.contains(of.household()) || of.isNameless(not)) {
            in.keep(_ -> {
                workplace.changed();
                told.leftAsDraft(of);
            });
            return;
        }
        // Where the window closes or locks, nobody is there any more when the register answers: what stays a draft is kept first.
        write(of, of.all().filter(m -> !not.contains(m)).toList(), in.keeping(), () -> {
            if (!not.isEmpty()) {
                told.leftInPart(not.size());
            }
        });
    }

    /** @param first what is done in the background right before, and stays done where the register does not take it */
    private void write(HouseholdForm of, List<EntryModel> entries, Consumer<Node> first, Runnable then) {
        Drawer in = drawer.orElseThrow();
        List<Draft> drafts = entries.stream().map(EntryModel::draft).filter(d -> !d.fields().isEmpty()).toList();
        Consumer<Node> emptying = in.emptiedOf(entries);
        long edits = of.edits().get();
        newPlace.wrote(of);
        workplace.act(node -> {
            first.accept(node);
            SaveResult result = node.save(drafts);
            if (result.isSaved()) {
                emptying.accept(node);
            }
            return result;
        }, result -> {
            switch (result) {
                case SaveResult.Saved _ -> {
                    drafts.forEach(d -> entries.stream().filter(e -> e.id().equals(d.id())).forEach(e -> e.saved(d)));
                    in.forget(entries);
                    if (!isGone(of) && of.edits().get() == edits) {
                        keeping.set(new Keeping.Saved(workplace.clock().instant()));
                    }
                    then.run();
                }
                case SaveResult.Refused r -> in.keep(_ -> workplace.tell(Notice.look(Refusals.told(r))));
            }
        });
    }

    /** Whoever has gone elsewhere meanwhile stays there. */
    private void next(HouseholdForm of) {
        if (isGone(of)) {
            return;
        }
        Optional<EntryId> village = of.village();
        if (of.opened().household().isEmpty() || village.isEmpty()) {
            openNew(village.map(v -> new Place.Village(of.opened().scope(), v)));
            return;
        }
        workplace.ask(node -> NextDoor.after(node, of.opened(), village.get()), there -> {
            if (!isGone(of)) {
                navigator.go(there);
            }
        });
    }
}
