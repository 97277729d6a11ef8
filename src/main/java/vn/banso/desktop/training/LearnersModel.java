package vn.banso.desktop.training;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.training.Learner;

/** Who learns and how far they have come: the lists of a class, one learner's card, and what is written on it. */
public final class LearnersModel {
    /** The lists one can have. Texts: {@code classes.filter.<name>}, {0} how many. */
    public enum Filter { ALL, COMPLETED, PASSED, TO_CONFIRM }

    private final OpenRegister workplace;
    private final ActQueue acts;
    private final ScopeId scope;
    private final Runnable reread;
    private final AssessModel assess;
    private final ObservableList<Learner> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ObjectProperty<Optional<Learner>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyLongWrapper reads = new ReadOnlyLongWrapper();
    private List<Learner> all = List.of();
    private boolean underWay;

    /**
     * @param page the class or the session that is open
     * @param session in which assessments are made; empty where they belong to none
     * @param reread asked for after something was written
     */
    public LearnersModel(OpenRegister workplace, ActQueue acts, ScopeId scope, EntryId page, Optional<EntryId> session, Runnable reread) {
        this.workplace = workplace;
        this.acts = acts;
        this.scope = scope;
        this.reread = reread;
        this.assess = new AssessModel(workplace, acts, scope, page, session, this::assessed);
        filter.addListener(_ -> list());
    }

    /**
     * @param skills what was taught, first on the list to tick
     * @param underWay whether sessions of the class are still to come
     */
    public void show(List<Learner> learners, SortedSet<String> skills, boolean underWay) {
        boolean same = reads.get() > 0 && all.equals(learners) && this.underWay == underWay;
        all = learners;
        this.underWay = underWay;
        assess.teach(skills);
        if (same) {
            // What is listed stays, and whoever is written about beside it.
            return;
        }
        list();
        reads.set(reads.get() + 1);
    }

    /** What was left half-written about one of them is opened again, and whom it is about is chosen. @param found where there was something */
    public void resume(Runnable found) {
        assess.resume(all, () -> {
            selected.set(assess.sheet().get().map(AssessModel.Sheet::learner));
            found.run();
        });
    }

    private void list() {
        Optional<EntryId> kept = selected.get().map(l -> l.person().id());
        shown.setAll(all.stream().filter(l -> is(l, filter.get())).toList());
        selected.set(all.stream().filter(l -> kept.filter(l.person().id()::equals).isPresent()).findFirst());
    }

    private static boolean is(Learner learner, Filter filter) {
        return switch (filter) {
            case ALL -> true;
            case COMPLETED -> learner.hasCompleted();
            case PASSED -> learner.hasPassed();
            case TO_CONFIRM -> learner.isToBeConfirmed();
        };
    }

    public ObservableList<Learner> shown() {
        return shown;
    }

    public List<Learner> all() {
        return Collections.unmodifiableList(all);
    }

    /** Whether whoever came to enough sessions did so only up to now: the class has not ended. */
    public boolean isUnderWay() {
        return underWay;
    }

    public int count(Filter which) {
        return (int) all.stream().filter(l -> is(l, which)).count();
    }

    public ObjectProperty<Filter> filter() {
        return filter;
    }

    /** Whose card is open. */
    public ObjectProperty<Optional<Learner>> selected() {
        return selected;
    }

    public AssessModel assess() {
        return assess;
    }

    /** Grows with every reading. */
    public ReadOnlyLongProperty reads() {
        return reads.getReadOnlyProperty();
    }

    public boolean mayAssess() {
        return workplace.mayWrite(Catalogue.ASSESSMENT, Kind.CREATE);
    }

    /** Keeps what was written of a sheet; before one goes elsewhere. */
    public void leave() {
        assess.leave();
    }

    // What is written on the card.

    /** Opens the sheet to assess whoever's card is open, else the first who has none; who has one is assessed again. */
    public void assessSelected() {
        if (selected.get().isEmpty()) {
            selected.set(shown.stream().filter(l -> !assess.isDone(l)).findFirst().or(() -> shown.stream().findFirst()));
        }
        selected.get().ifPresent(l -> assess.begin(l, l.latest()));
    }

    /** The sheet was written down wrongly: a right one is written in its place, and the wrong one stays readable. */
    public void correct(Entry wrong) {
        selected.get().ifPresent(l -> assess.beginInPlaceOf(l, wrong));
    }

    /** After one is written the next who has none is there, so that thirty sheets are keyed in without a mouse. */
    private void assessed(EntryId person) {
        int at = 0;
        for (int i = 0; i < shown.size(); i++) {
            at = shown.get(i).person().id().equals(person) ? i : at;
        }
        Optional<Learner> next = shown.stream().skip(at + 1L).filter(l -> !assess.isDone(l)).findFirst();
        next.ifPresent(n -> selected.set(Optional.of(n)));
        reread.run();
        next.ifPresent(_ -> assessSelected());
    }

    /** Somebody has looked into VNeID, or was told. @param seen of {@link Codes#SEEN} */
    public void confirmed(boolean yes, String seen) {
        selected.get().ifPresent(learner -> {
            EntryId person = learner.person().id();
            workplace.ask(node -> node.freshId(), id -> acts.save(List.of(
                    Draft.of(Catalogue.VNEID_CONFIRMATION, scope, id).with("person", new Value.Ref(person))
                            .with("confirmed", new Value.Code(yes ? CodeList.YES : CodeList.NO))
                            .with("date", Value.Day.of(workplace.today())).with("seen", Codes.SEEN.code(seen).orElseThrow())),
                    () -> {
                    workplace.tell(Notice.done("classes.vneid_noted").undoneBy(() -> acts.takeBack(scope, id, reread)));
                    reread.run();
                }, () -> { }));
        });
    }
}
