package vn.banso.desktop.household;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.SaveState;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.lists.DuplicateCandidate;
import vn.banso.store.writing.FormDraft;

/**
 * The form at the door. Whatever is written is a draft a moment later; F8 puts it into the register, and so does leaving a household
 * that is there already. Only the register's word makes it saved.
 */
public final class DoorstepModel {
    private static final int COMPARE_AFTER_MILLIS = 200;

    private final OpenRegister workplace;
    private final Navigator navigator;
    private final FormNotices told;
    private final ReadOnlyObjectWrapper<Optional<HouseholdForm>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SaveState> state = new ReadOnlyObjectWrapper<>(new SaveState.Untouched());
    private final HouseholdReading reading;
    private final ObjectProperty<Optional<FieldLocation>> look = new SimpleObjectProperty<>(Optional.empty());
    private final DuplicateCheck duplicates;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.DOOR);
    private Optional<Place> at = Optional.empty();
    private Optional<AutoSave> saving = Optional.empty();
    private Optional<Place.Household> current = Optional.empty();
    final NewPlace newPlace;

    public DoorstepModel(OpenRegister workplace, Navigator navigator) {
        this.workplace = workplace;
        this.told = new FormNotices(workplace);
        this.duplicates = new DuplicateCheck(workplace, this::isGone);
        this.navigator = navigator;
        this.reading = new HouseholdReading(workplace);
        this.newPlace = new NewPlace(workplace.communes());
    }

    /** The form that is open; empty while it is being read. */
    public ReadOnlyObjectProperty<Optional<HouseholdForm>> form() {
        return form.getReadOnlyProperty();
    }

    /** How far the saving of it has come. */
    public ReadOnlyObjectProperty<SaveState> state() {
        return state.getReadOnlyProperty();
    }

    /** Why it could not be read; empty where it could. */
    public ReadOnlyObjectProperty<List<Sentence>> failing() {
        return reading.failing();
    }

    /** Where somebody should look next; set by what could not be saved. */
    public ObjectProperty<Optional<FieldLocation>> look() {
        return look;
    }

    /** Which part of the page is open. */
    public ObjectProperty<Part> part() {
        return part;
    }

    /** Households that may be this one. */
    public ObservableList<DuplicateCandidate> duplicates() {
        return duplicates.candidates();
    }

    /** How the form that is open is saved; empty while it is being read. */
    Optional<AutoSave> saving() {
        return saving;
    }

    public OpenRegister workplace() {
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

    /** Reads the household anew, as after it was deleted or restored; not where another one is open by now. */
    void reopen(HouseholdForm of) {
        form.get().map(HouseholdForm::opened).filter(now -> now.scope().equals(of.opened().scope()) && now.id().equals(of.opened().id()))
                .ifPresent(now -> open(now.scope(), now.id()));
    }

    /** Something came in: a household that nobody has touched is shown as it stands now. */
    void changed() {
        form.get().filter(of -> !of.isNew() && !of.isVisited()).ifPresent(of -> workplace.ask(
                node -> Opened.read(node, of.opened().scope(), of.opened().id()), now -> {
                    if (!isGone(of) && !of.isVisited() && !of.saysSame(now)) {
                        empty();
                        show(now);
                    }
                }));
    }

    private void open(ScopeId scope, EntryId id) {
        read(node -> Opened.read(node, scope, id));
    }

    /** @param village empty for that of the household written down last */
    void openNew(Optional<Place.Village> village) {
        part.set(Part.DOOR);
        current = Optional.empty();
        empty();
        if (!workplace.communes().known().get()) {
            workplace.refreshMe();
        }
        newPlace.find(village, (commune, where) -> read(node -> Opened.fresh(node, commune, where)));
    }

    /** The new household that is open belongs to this commune. */
    void belongsTo(ScopeId commune) {
        form.get().filter(f -> f.isNew() && !f.opened().scope().equals(commune)).ifPresent(f -> {
            Function<Node, Opened> moving = NewPlace.moved(f, commune);
            saving.ifPresent(AutoSave::end);
            empty();
            reading.read(moving, this::show, said -> {
                // It stays where it was, with what was typed.
                AutoSave following = new AutoSave(workplace, new SavedHousehold(f), AutoSave.When.ON_LEAVING);
                show(f, following);
                following.now();
                workplace.tell(Notice.look(said));
            });
        });
    }

    private void empty() {
        form.get().filter(HouseholdForm::isNew).flatMap(_ -> saving).ifPresent(AutoSave::leave);
        reading.forget();
        newPlace.forget();
        state.unbind();
        state.set(new SaveState.Untouched());
        saving = Optional.empty();
        form.set(Optional.empty());
        duplicates.candidates().clear();
    }

    private void read(Function<Node, Opened> asked) {
        empty();
        reading.read(asked, this::show);
    }

    private void show(Opened opened) {
        HouseholdForm fresh = new HouseholdForm(opened, workplace::today);
        AutoSave following = new AutoSave(workplace, new SavedHousehold(fresh), AutoSave.When.ON_LEAVING);
        if (!opened.drafts().isEmpty()) {
            following.found(new FormDraft(opened.scope(), opened.id(), opened.id(), opened.drafts(), new TreeMap<>(), opened.written()));
        }
        if (opened.problem().isPresent() && opened.drafts().isEmpty()) {
            // That is what was left half done.
            part.set(Part.PROBLEMS);
        }
        show(fresh, following);
    }

    private void show(HouseholdForm fresh, AutoSave following) {
        saving = Optional.of(following);
        current = Optional.of(new Place.Household(fresh.opened().scope(), fresh.opened().id()));
        form.set(Optional.of(fresh));
        state.bind(following.state());
        fresh.edits().subscribe((_, _) -> told.written());
        fresh.edits().subscribe((_, _) -> workplace.background().later(duplicates, COMPARE_AFTER_MILLIS, () -> duplicates.compare(fresh)));
        duplicates.compare(fresh);
    }

    /** Whether another form is open by now, or none. */
    boolean isGone(HouseholdForm of) {
        return form.get().filter(of::equals).isEmpty();
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
        List<FieldLocation> blocked = of.blocked();
        if (!blocked.isEmpty()) {
            told.blocked(of, blocked);
            look.set(Optional.empty());
            look.set(Optional.of(blocked.getFirst()));
            return;
        }
        of.noteVisit();
        newPlace.wrote(of);
        saving.orElseThrow().save(of.all().toList(), () -> {
            of.problem().filter(p -> p.form().isBegun() && p.entry().blocked().isEmpty())
                    .ifPresent(p -> p.saving().save(List.of(p.entry()), () -> of.problem(Optional.empty())));
            told.saved(of);
            then.run();
        });
    }

    /** Leaving: a new household stays a draft; of one in the register all is saved that can be, and the rest kept as a draft. Both are told. */
    public void leave() {
        told.over();
        form.get().filter(this::isWritable).ifPresent(of -> leave(of, saving.orElseThrow()));
        empty();
    }

    private void leave(HouseholdForm of, AutoSave following) {
        newPlace.wrote(of);
        of.problem().ifPresent(p -> p.saving().leave());
        if (of.isNew() || !of.isVisited()) {
            following.leave();
            return;
        }
        Set<EntryModel> not = new HashSet<>();
        of.blocked().forEach(s -> not.add(s.entry()));
        of.noteVisit();
        if (not.contains(of.household())) {
            following.leave(_ -> FormNotices.leftAsDraft(of));
        } else {
            following.save(of.all().filter(m -> !not.contains(m)).toList(), () -> {
                if (!not.isEmpty()) {
                    told.leftInPart(of, not.size());
                }
            });
        }
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
