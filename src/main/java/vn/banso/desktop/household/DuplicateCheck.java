package vn.banso.desktop.household;

import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.register.rules.Draft;
import vn.banso.store.lists.DuplicateCandidate;

/** Looks for households that may be the one being written down. */
final class DuplicateCheck {
    private final OpenRegister workplace;
    private final Predicate<HouseholdForm> gone;
    private final ObservableList<DuplicateCandidate> candidates = FXCollections.observableArrayList();

    /** @param gone whether a form is no longer the one that is open */
    DuplicateCheck(OpenRegister workplace, Predicate<HouseholdForm> gone) {
        this.workplace = workplace;
        this.gone = gone;
    }

    ObservableList<DuplicateCandidate> candidates() {
        return candidates;
    }

    /** Only a new household is compared: one in the register is looked at under the things that need attention. */
    void compare(HouseholdForm of) {
        if (!of.isNew() || gone.test(of)) {
            return;
        }
        Draft household = of.household().whole();
        List<Draft> people = of.members().stream().filter(m -> !HouseholdForm.isEmpty(m)).map(EntryModel::whole).toList();
        workplace.ask(node -> node.households().duplicatesOf(household, people), found -> {
            if (!gone.test(of) && !found.equals(candidates)) {
                candidates.setAll(found);
            }
        });
    }
}
