package vn.banso.desktop.sessions;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.register.PersonLine;
import vn.banso.store.register.RegisterReader;
import vn.banso.store.search.SearchIndex;

/**
 * Ticking by typing: two or three letters of a name, or the number of a printed list; the suggestions stand below and Enter takes
 * the marked one. What is typed is never completed in place.
 */
public final class NameSearch {
    private static final int MOST = 7;
    private static final int PAUSE_MILLIS = 80;
    private static final int FEW_LETTERS = 2;

    /** @param elsewhere whether the person stands on none of the lists, but in the register of the commune */
    public record Suggestion(AttendanceRow tick, boolean elsewhere) {}

    /** What Enter did. Texts: {@code classes.entered.<name>}, {0} the name. */
    public enum Outcome { TICKED, ALREADY, NOBODY }

    /** @param name of the person; what was typed where nobody is called so */
    public record Entered(Outcome outcome, String name) {}

    private final OpenRegister workplace;
    private final ScopeId scope;
    private final AttendanceModel attendance;
    private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
    private final IntegerProperty marked = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<Entered>> entered = new SimpleObjectProperty<>(Optional.empty());
    private String typed = "";

    public NameSearch(OpenRegister workplace, ScopeId scope, AttendanceModel attendance) {
        this.workplace = workplace;
        this.scope = scope;
        this.attendance = attendance;
        // What was said of the last one holds until something else is noted.
        attendance.edits().subscribe((_, _) -> entered.set(Optional.empty()));
    }

    public ObservableList<Suggestion> suggestions() {
        return suggestions;
    }

    /** Which of them Enter takes. */
    public IntegerProperty marked() {
        return marked;
    }

    public ObjectProperty<Optional<Entered>> entered() {
        return entered;
    }

    public void type(String text) {
        typed = text.strip();
        marked.set(0);
        suggestions.setAll(attendance.find(typed, MOST).stream().map(t -> new Suggestion(t, false)).toList());
        boolean letters = typed.length() >= FEW_LETTERS && !Character.isDigit(typed.charAt(0));
        if (letters && suggestions.size() < MOST) {
            String asked = typed;
            workplace.background().later(this, PAUSE_MILLIS, () -> lookElsewhere(asked));
        }
    }

    private void lookElsewhere(String asked) {
        if (!asked.equals(typed)) {
            return;
        }
        workplace.ask(node -> elsewhere(node, scope, asked), found -> {
            if (asked.equals(typed)) {
                Set<EntryId> there = new HashSet<>(suggestions.stream().map(s -> s.tick().person().id()).toList());
                found.stream().filter(f -> there.add(f.id())).limit(MOST - suggestions.size()).map(attendance::met)
                        .forEach(t -> suggestions.add(new Suggestion(t, true)));
            }
        });
    }

    private static List<PersonLine> elsewhere(Node node, ScopeId scope, String asked) {
        // A telephone number is found too; here only names are meant.
        return new RegisterReader(node, scope).people(node.search(asked, MOST * 4).stream()
                .filter(hit -> hit.scope().equals(scope) && hit.type() == Catalogue.PERSON.id()).map(SearchIndex.Hit::id).toList()).stream()
                .filter(person -> NameFit.fits(asked, person.name()))
                .sorted(Comparator.comparingInt(person -> NameFit.rank(asked, person.name()))).limit(MOST).toList();
    }

    public void move(int by) {
        if (!suggestions.isEmpty()) {
            marked.set(Math.floorMod(marked.get() + by, suggestions.size()));
        }
    }

    /** Ticks the marked suggestion; false where there was nothing to take. */
    public boolean enter() {
        if (typed.isEmpty()) {
            return false;
        }
        if (suggestions.isEmpty()) {
            entered.set(Optional.of(new Entered(Outcome.NOBODY, typed)));
            return false;
        }
        take(suggestions.get(Math.min(marked.get(), suggestions.size() - 1)).tick());
        return true;
    }

    public void take(AttendanceRow tick) {
        boolean isNew = attendance.present(tick);
        entered.set(Optional.of(new Entered(isNew ? Outcome.TICKED : Outcome.ALREADY, tick.person().name())));
        type("");
    }
}
