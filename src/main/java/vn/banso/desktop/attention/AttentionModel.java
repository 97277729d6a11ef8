package vn.banso.desktop.attention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.attention.Detail.Answer;
import vn.banso.desktop.attention.Detail.Question;
import vn.banso.desktop.attention.Detail.Twice;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Workplace;
import vn.banso.ledger.Kind;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.ScopeId;
import vn.banso.store.Attention;
import vn.banso.store.Node;
import vn.banso.store.SaveResult;

/** What somebody should look at, the one that is looked at, and what can be decided about it. */
public final class AttentionModel {
    private final Workplace workplace;
    private final Navigator navigator;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Boolean> read = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Item>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Detail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());

    private boolean looked;

    public AttentionModel(Workplace workplace, Navigator navigator) {
        this.workplace = workplace;
        this.navigator = navigator;
        workplace.changes().addListener(_ -> refresh());
        workplace.communes().chosen().addListener(_ -> refresh());
    }

    private void refresh() {
        if (looked) {
            reread();
        }
    }

    public ObservableList<Item> items() {
        return items;
    }

    /** Whether the list has been read at all. */
    public ReadOnlyObjectProperty<Boolean> read() {
        return read.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Item>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** Of the selected one; empty until it has been read. */
    public ReadOnlyObjectProperty<Optional<Detail>> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Another page is looked at: what is written meanwhile is gathered when somebody comes back. */
    public void leave() {
        looked = false;
    }

    /** Reads the list anew, and goes on where one was. */
    public void reread() {
        looked = true;
        int at = selected.get().map(items::indexOf).orElse(0);
        workplace.ask(Item::at, found -> {
            List<Item> fresh = found.stream().filter(i -> i.about().scope().stream().allMatch(workplace.communes()::shows)).toList();
            Optional<Item> kept = selected.get().filter(fresh::contains);
            items.setAll(fresh);
            read.set(true);
            select(kept.or(() -> fresh.isEmpty() ? Optional.empty() : Optional.of(fresh.get(Math.clamp(at, 0, fresh.size() - 1)))));
        });
    }

    public void select(Optional<Item> item) {
        if (item.isEmpty() || !item.equals(selected.get())) {
            detail.set(Optional.empty());
        }
        selected.set(item);
        item.ifPresent(i -> workplace.ask(node -> Detail.at(node, i.about()), answer -> {
            if (selected.get().filter(i::equals).isPresent()) {
                detail.set(Optional.of(answer));
            }
        }));
    }

    /** Whether this device's role may decide it; else somebody at the commune does. */
    public boolean mayDecide() {
        return selected.get().map(Item::about).filter(about -> switch (about.kind()) {
            case CONFLICT -> type(about).filter(t -> workplace.mayWrite(t, Kind.SET)).isPresent();
            case DUPLICATE -> workplace.mayWrite(Catalogue.HOUSEHOLD, Kind.ALIAS);
            case SET_ASIDE, GAP, WAITING, FORK, UNSEALED, CLOCK -> false;
        }).isPresent();
    }

    public static Optional<EntryType> type(Attention about) {
        return Catalogue.type(about.type());
    }

    /** This value is right; the others are history. */
    public void decide(Question question, Answer answer) {
        Attention about = about();
        act(n -> n.acts().resolve(about.scope().orElseThrow(), about.entry().orElseThrow(), Map.of(question.field(), answer.value())),
                Notice.done("attention.decided"));
    }

    /** They are one household, and members who look the same are one person: history and links of both go on in this one. */
    public void merge(Family stays) {
        ScopeId scope = about().scope().orElseThrow();
        Merging merging = Merging.of(scope, stays, other(stays));
        act(merging::merge, Notice.done("attention.merged").undoneBy(() -> act(merging::undo, Notice.done("attention.separated"))));
    }

    private Family other(Family stays) {
        Twice twice = (Twice) detail.get().orElseThrow();
        return twice.one().equals(stays) ? twice.other() : twice.one();
    }

    /** They are two: nobody is asked again. */
    public void keepBoth() {
        Attention about = about();
        act(n -> n.acts().unalias(about.scope().orElseThrow(), about.entry().orElseThrow()), Notice.done("attention.kept_both"));
    }

    private void act(Function<Node, SaveResult> act, Notice said) {
        workplace.act(act, result -> tell(result, said));
    }

    private void tell(SaveResult result, Notice said) {
        workplace.tell(switch (result) {
            case SaveResult.Saved _ -> said;
            case SaveResult.Refused refused -> Notice.look(List.of(Sentence.of("attention.refused"),
                    Sentence.of("reason." + refused.refusals().getFirst().reason())));
        });
    }

    private Attention about() {
        return selected.get().orElseThrow().about();
    }

    /** Where the entry that it is about is seen in full; empty where there is no such page. */
    public Optional<Place> page() {
        return selected.get().map(Item::about).flatMap(about -> about.entry().flatMap(id -> place(about, id)));
    }

    private static Optional<Place> place(Attention about, EntryId id) {
        ScopeId scope = about.scope().orElseThrow();
        return type(about).flatMap(type -> type.equals(Catalogue.HOUSEHOLD) ? Optional.of(new Place.Household(scope, id))
                : type.equals(Catalogue.PERSON) ? Optional.of(new Place.Person(scope, id))
                : type.equals(Catalogue.VILLAGE) ? Optional.of(new Place.Village(scope, id))
                : type.equals(Catalogue.CLASS) ? Optional.of(new Place.ClassRoom(scope, id))
                : type.equals(Catalogue.SESSION) ? Optional.of(new Place.Session(scope, id)) : Optional.empty());
    }

    /** One of the two that may be one. */
    public void open(EntryId household) {
        about().scope().ifPresent(scope -> go(new Place.Household(scope, household)));
    }

    public void go(Place place) {
        navigator.go(place);
    }
}
