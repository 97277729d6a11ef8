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
import javafx.collections.FXCollections;
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
import vn.banso.store.HouseholdFilter;
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
    private final ReadOnlyObjectWrapper<Optional<HouseholdForm>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Keeping> keeping = new ReadOnlyObjectWrapper<>(new Keeping.Untouched());
    private final ObjectProperty<Optional<Spot>> look = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Alike> alike = FXCollections.observableArrayList();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.DOOR);
    private Optional<Place> at = Optional.empty();
    private Optional<Drawer> drawer = Optional.empty();
    private Optional<EntryId> current = Optional.empty();
    private Optional<EntryId> lastVillage = Optional.empty();
    private int opening;

    public DoorstepModel(Workplace workplace, Navigator navigator) {
        this.workplace = workplace;
        this.navigator = navigator;
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
        return alike;
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
        if (!again) {
            part.set(Part.DOOR);
        }
        at = Optional.of(place);
        switch (place) {
            case Place.Household h -> open(h.scope(), h.id());
            case Place.NewHousehold _ when again && current.isPresent() ->
                    workplace.communes().stream().findFirst().ifPresent(scope -> open(scope, current.get()));
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

    /** @param village empty for that of the household written down last, or the first there is */
    void openNew(Optional<EntryId> village) {
        part.set(Part.DOOR);
        Optional<EntryId> where = village.or(() -> lastVillage);
        workplace.communes().stream().findFirst().ifPresent(scope -> read(node -> Opened.fresh(node, scope, where)));
    }

    /** Opens a new household of which only a draft is kept. */
    public void openDraft(EntryId id) {
        workplace.communes().stream().findFirst().ifPresent(scope -> open(scope, id));
    }

    private void read(Function<Node, Opened> reading) {
        int asked = ++opening;
        form.set(Optional.empty());
        alike.clear();
        workplace.ask(reading, opened -> {
            if (asked == opening) {
                show(opened);
            }
        });
    }

    private void show(Opened opened) {
        HouseholdForm fresh = new HouseholdForm(opened, workplace::today);
        drawer = Optional.of(new Drawer(workplace, fresh));
        current = Optional.of(opened.id());
        keeping.set(opened.drafts().isEmpty() ? new Keeping.Untouched() : new Keeping.DraftKept(workplace.clock().instant()));
        form.set(Optional.of(fresh));
        fresh.edits().subscribe((_, _) -> edited(fresh));
        compare(fresh);
    }

    private void edited(HouseholdForm of) {
        keeping.set(new Keeping.Writing());
        workplace.background().later(Soon.KEEP, KEEP_AFTER_MILLIS, () -> drawer.ifPresent(in -> keepNow(of, in)));
        workplace.background().later(Soon.COMPARE, COMPARE_AFTER_MILLIS, () -> compare(of));
    }

    /** Only a new household is compared: one in the register is looked at under the things that need attention. */
    private void compare(HouseholdForm of) {
        if (!of.isNew() || isGone(of)) {
            return;
        }
        Draft household = of.household().whole();
        List<Draft> people = of.members().stream().filter(m -> !HouseholdForm.isEmpty(m)).map(EntryModel::whole).toList();
        workplace.ask(node -> node.households().likely(household, people), found -> {
            if (!isGone(of) && !found.equals(alike)) {
                alike.setAll(found);
            }
        });
    }

    /** Whether another form is open by now, or none. */
    boolean isGone(HouseholdForm of) {
        return form.get().filter(of::equals).isEmpty();
    }

    private void keepNow(HouseholdForm of, Drawer in) {
        if (isGone(of)) {
            return;
        }
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
        if (!isWritable(of) || !of.isVisited()) {
            then.run();
            return;
        }
        List<Spot> blocked = of.blocked();
        if (!blocked.isEmpty()) {
            workplace.tell(Notice.wait("household.blocked", blocked.size()));
            look.set(Optional.empty());
            look.set(Optional.of(blocked.getFirst()));
            return;
        }
        of.noteVisit();
        write(of, of.all().toList(), then);
    }

    /** Leaving: saves what can be saved, and keeps the rest as a draft and says so. */
    public void leave() {
        form.get().filter(this::isWritable).filter(HouseholdForm::isVisited).ifPresent(of -> {
            List<Spot> blocked = of.blocked();
            of.noteVisit();
            Drawer in = drawer.orElseThrow();
            if (blocked.stream().anyMatch(s -> s.entry() == of.household())) {
                in.keep(_ -> workplace.tell(Notice.wait("household.left_as_draft")));
            } else {
                Set<EntryModel> not = new HashSet<>();
                blocked.forEach(s -> not.add(s.entry()));
                // Where the window closes or locks, nobody is there any more when the register answers.
                in.keep(_ -> { });
                write(of, of.all().filter(m -> !not.contains(m)).toList(), () -> {
                    if (!not.isEmpty()) {
                        in.keep(_ -> workplace.tell(Notice.wait("household.left_in_part", not.size())));
                    }
                });
            }
        });
        opening++;
        drawer = Optional.empty();
        form.set(Optional.empty());
    }

    private void write(HouseholdForm of, List<EntryModel> entries, Runnable then) {
        Drawer in = drawer.orElseThrow();
        List<Draft> drafts = entries.stream().map(EntryModel::draft).filter(d -> !d.fields().isEmpty()).toList();
        Consumer<Node> emptying = in.emptiedOf(entries);
        long edits = of.edits().get();
        lastVillage = of.village().or(() -> lastVillage);
        workplace.act(node -> {
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
            openNew(village);
            return;
        }
        ScopeId scope = of.opened().scope();
        HouseholdFilter all = HouseholdFilter.ALL.withVillage(scope, village.get());
        workplace.ask(node -> node.households().place(all, scope, of.opened().id())
                .flatMap(at -> node.households().page(all, at + 1, 1).rows().stream().findFirst()), row -> {
                    if (!isGone(of)) {
                        navigator.go(row.<Place>map(r -> new Place.Household(r.scope(), r.id())).orElse(new Place.NewHousehold(village)));
                    }
                });
    }
}
