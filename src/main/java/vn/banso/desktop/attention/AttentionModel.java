package vn.banso.desktop.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.attention.Detail.Answer;
import vn.banso.desktop.attention.Detail.Question;
import vn.banso.desktop.attention.Detail.Twice;
import vn.banso.desktop.attention.Detail.Way;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;
import vn.banso.store.writing.SaveResult;

/** What somebody should look at, the one that is looked at, and what can be decided about it. */
public final class AttentionModel {
    private final OpenRegister workplace;
    private final Navigator navigator;
    /** All there is, and what of it the list is narrowed down to. */
    private List<Item> all = List.of();
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Narrowed> narrowed = new ReadOnlyObjectWrapper<>(Narrowed.ALL);
    private final ReadOnlyObjectWrapper<Boolean> read = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Item>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Detail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** What was decided since the program was opened, the newest first. */
    private final ObservableList<Decision> decided = FXCollections.observableArrayList();
    /** What was decided and taken back, where the register alone would not ask again. */
    private final List<Decision> again = new ArrayList<>();
    private boolean looked;

    public AttentionModel(OpenRegister workplace, Navigator navigator) {
        this.workplace = workplace;
        this.navigator = navigator;
        workplace.changes().addListener(_ -> rereadIfLooked());
        workplace.communes().chosen().addListener(_ -> rereadIfLooked());
    }

    private void rereadIfLooked() {
        if (looked) {
            reread();
        }
    }

    /** Those the list is narrowed down to. */
    public ObservableList<Item> items() {
        return items;
    }

    /** How many there are, whatever the list shows. */
    int count() {
        return all.size();
    }

    /** How many of these the list would show. */
    long count(Narrowed by) {
        return all.stream().filter(by::holds).count();
    }

    ReadOnlyObjectProperty<Narrowed> narrowed() {
        return narrowed.getReadOnlyProperty();
    }

    /** The kinds there are. */
    List<Attention.Kind> kinds() {
        return all.stream().map(item -> item.about().kind()).distinct().sorted().toList();
    }

    /** The villages that something is about, by name. */
    List<Item.Where> villages() {
        return all.stream().flatMap(item -> item.where().stream()).distinct().sorted(Comparator.comparing(Item.Where::name, VillageOrder.BY_NAME)).toList();
    }

    void narrow(Narrowed by) {
        if (!by.equals(narrowed.get())) {
            narrowed.set(by);
            show();
        }
    }

    /** What can be taken back, the newest first. */
    ObservableList<Decision> decided() {
        return decided;
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
        workplace.ask(Item::at, everywhere -> {
            List<Item> fresh = everywhere.stream().filter(item -> item.isShown(workplace.communes())).toList();
            again.removeIf(taken -> fresh.stream().anyMatch(taken.item()::isSame));
            List<Item> asked = new ArrayList<>(fresh);
            again.stream().map(Decision::item).filter(item -> item.isShown(workplace.communes())).forEach(asked::add);
            all = asked;
            read.set(true);
            if (count(narrowed.get()) == 0) {
                // The last of them is done: the rest is shown rather than nothing.
                narrowed.set(Narrowed.ALL);
            }
            show();
        });
    }

    private void show() {
        int at = selected.get().map(this::place).orElse(0);
        List<Item> shown = all.stream().filter(narrowed.get()::holds).toList();
        Optional<Item> kept = selected.get().flatMap(item -> shown.stream().filter(item::isSame).findFirst());
        items.setAll(shown);
        select(kept.or(() -> shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(Math.clamp(at, 0, shown.size() - 1)))));
    }

    private int place(Item item) {
        return Math.max(0, items.stream().map(item::isSame).toList().indexOf(true));
    }

    public void select(Optional<Item> item) {
        if (item.isEmpty() || selected.get().filter(item.get()::isSame).isEmpty()) {
            detail.set(Optional.empty());
        }
        selected.set(item);
        item.ifPresent(i -> taken(i).ifPresentOrElse(d -> detail.set(Optional.of(d.detail())), () -> workplace.ask(node -> Detail.at(node, i.about()), answer -> {
            if (selected.get().filter(i::isSame).isPresent()) {
                detail.set(Optional.of(answer));
            }
        })));
    }

    private Optional<Decision> taken(Item item) {
        return again.stream().filter(d -> d.item().isSame(item)).findFirst();
    }

    /** Whether this device's role may decide it; else somebody at the commune does. */
    public boolean mayDecide() {
        return selected.get().filter(item -> MayDecide.of(workplace, item.about(), detail.get())).isPresent();
    }

    /** This value is right; the others are history. */
    public void decide(Question question, Answer answer) {
        Attention about = about();
        ScopeId scope = about.scope().orElseThrow();
        EntryId entry = about.entry().orElseThrow();
        // The one that was shown is written last, and so is shown again.
        List<Value> before = question.answers().stream().filter(a -> !a.equals(question.shown())).map(Answer::value)
                .collect(Collectors.toCollection(ArrayList::new));
        before.add(question.shown().value());
        decided(n -> n.acts().resolve(scope, entry, Map.of(question.field(), answer.value())), "attention.decided",
                n -> question.isAct() ? n.acts().resolve(scope, entry, Map.of(question.field(), question.shown().value()))
                        : n.acts().reopen(scope, entry, question.field(), before), "attention.reopened");
    }

    /** They are one household, and members who look the same are one person: history and links of both go on in this one. */
    public void merge(Family stays) {
        Merging merging = Merging.of(about().scope().orElseThrow(), stays, other(stays));
        decided(merging::merge, "attention.merged", merging::undo, "attention.separated");
    }

    private Family other(Family stays) {
        Twice twice = (Twice) detail.get().orElseThrow();
        return twice.one().equals(stays) ? twice.other() : twice.one();
    }

    /** They are two: nobody is asked again. */
    public void keepBoth() {
        Attention about = about();
        decided(n -> n.acts().unalias(about.scope().orElseThrow(), about.entry().orElseThrow()), "attention.kept_both",
                _ -> new SaveResult.Saved(List.of()), "attention.asked_again");
    }

    /** What came of a revoked device counts after all. */
    void letCount(Detail.AfterRevocation after) {
        decided(new LettingCount(after)::count, "attention.let_counted", new LettingCount(after)::countNoMore, "attention.counted_no_more");
    }

    /** Whoever works here knows who helped to open the register. */
    void knows(Detail.Helped helped) {
        decided(helped::know, "attention.help_known", helped::knowNoMore, "attention.asked_once_more");
    }

    /** What belongs to something gone follows it, or that comes back, or both stay away. */
    void part(Way way) {
        ScopeId scope = about().scope().orElseThrow();
        EntryId gone = about().entry().orElseThrow();
        switch (way) {
            // Back again would be one more move, of the household as a whole.
            case FOLLOW -> workplace.ask(n -> n.acts().follow(scope, gone), result -> {
                workplace.changed();
                tell(result, Notice.done("attention.followed"));
            });
            case RESTORE -> workplace.ask(n -> Parted.reason(n, scope, gone), reason -> decided(n -> n.acts().restore(scope, gone), "attention.restored",
                    n -> n.acts().delete(scope, gone, reason), "attention.deleted_again"));
            case STAY_DELETED -> workplace.ask(n -> Parted.reason(n, scope, gone), reason -> decided(n -> n.acts().delete(scope, gone, reason),
                    "attention.stays_deleted", _ -> new SaveResult.Saved(List.of()), "attention.asked_once_more"));
        }
    }

    /** The n-th thing that can be done about the selected one, counted from 1 as the page numbers them; nothing where there is none. */
    void choose(int number) {
        if (mayDecide()) {
            detail.get().ifPresent(seen -> AttentionChoice.of(seen, this, number).ifPresent(Runnable::run));
        }
    }

    private void decided(Function<Node, SaveResult> act, String said, Function<Node, SaveResult> back, String saidBack) {
        Decision decision = new Decision(selected.get().orElseThrow(), detail.get().orElseThrow(), back, saidBack);
        workplace.ask(act, result -> {
            if (result.isSaved()) {
                again.removeIf(taken -> taken.item().isSame(decision.item()));
                decided.addFirst(decision);
            }
            workplace.changed();
            tell(result, Notice.done(said).undoneBy(() -> takeBack(decision)));
        });
    }

    /** The last decision is taken back, and the thing asked about again. */
    void takeBack() {
        if (!decided.isEmpty()) {
            takeBack(decided.getFirst());
        }
    }

    private void takeBack(Decision decision) {
        if (!decided.contains(decision)) {
            return;
        }
        workplace.ask(decision.back(), result -> {
            if (result.isSaved()) {
                decided.remove(decision);
                again.add(decision);
                selected.set(Optional.of(decision.item()));
                if (!narrowed.get().holds(decision.item())) {
                    narrowed.set(Narrowed.ALL);
                }
            }
            workplace.changed();
            tell(result, Notice.done(decision.said()));
        });
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
        return selected.get().flatMap(Item::page);
    }

    /** One of the two that may be one. */
    public void open(EntryId household) {
        about().scope().ifPresent(scope -> go(new Place.Household(scope, household)));
    }

    public void go(Place place) {
        navigator.go(place);
    }
}
