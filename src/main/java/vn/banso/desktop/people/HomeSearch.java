package vn.banso.desktop.people;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;

/** Finds a household of the same commune to move to, while it is typed. */
final class HomeSearch {
    private static final int MOMENT = 120;
    private static final int MOST = 8;

    private final OpenRegister workplace;
    private final ScopeId scope;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<HouseholdRow> found = FXCollections.observableArrayList();
    private Optional<EntryId> without = Optional.empty();

    HomeSearch(OpenRegister workplace, ScopeId scope) {
        this.workplace = workplace;
        this.scope = scope;
        typed.addListener(_ -> workplace.background().later(this, MOMENT, this::search));
    }

    /** The household they live in already. */
    void leaveOut(Optional<EntryId> home) {
        without = home;
    }

    /** Words of a name, a telephone or an address. */
    StringProperty typed() {
        return typed;
    }

    ObservableList<HouseholdRow> found() {
        return found;
    }

    private void search() {
        String words = typed.get();
        if (words.isBlank()) {
            found.clear();
            return;
        }
        HouseholdFilter filter = HouseholdFilter.ALL.withTyped(words).withCommune(Optional.of(scope));
        workplace.ask(node -> node.households().page(filter, 0, MOST + 1).rows(), rows -> {
            if (words.equals(typed.get())) {
                found.setAll(rows.stream().filter(r -> !without.equals(Optional.of(r.id()))).limit(MOST).toList());
            }
        });
    }
}
