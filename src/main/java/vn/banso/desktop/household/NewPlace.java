package vn.banso.desktop.household;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.FormDraft;

/**
 * Where a new household belongs: to the village that somebody named, or the one written in last; else to the commune that is looked
 * at, or the only one. Where none of that says it, somebody is asked.
 */
public final class NewPlace {
    private final Communes communes;
    private final ReadOnlyObjectWrapper<List<ScopeId>> question = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Place.Village> last = Optional.empty();
    private Optional<BiConsumer<ScopeId, Optional<EntryId>>> waiting = Optional.empty();

    NewPlace(Communes communes) {
        this.communes = communes;
        communes.known().addListener(_ -> again());
        communes.list().addListener(_ -> again());
    }

    /** The node has said which communes there are: that may be enough. */
    private void again() {
        waiting.ifPresent(then -> find(Optional.empty(), then));
    }

    /** The communes to choose from before a new household is opened; empty where nothing is asked. */
    public ReadOnlyObjectProperty<List<ScopeId>> question() {
        return question.getReadOnlyProperty();
    }

    /** @param then told once it is known, which may be when somebody has answered */
    void find(Optional<Place.Village> named, BiConsumer<ScopeId, Optional<EntryId>> then) {
        forget();
        Optional<Place.Village> village = named.or(() -> last.filter(v -> communes.shows(v.scope())));
        Optional<ScopeId> commune = village.map(Place.Village::scope).or(communes::ofNew);
        if (commune.isPresent()) {
            then.accept(commune.get(), village.map(Place.Village::id));
            return;
        }
        waiting = Optional.of(then);
        question.set(communes.writable());
    }

    public void answer(ScopeId commune) {
        Optional<BiConsumer<ScopeId, Optional<EntryId>>> then = waiting;
        forget();
        then.ifPresent(t -> t.accept(commune, Optional.empty()));
    }

    /** Nobody waits for it any more. */
    void forget() {
        waiting = Optional.empty();
        question.set(List.of());
    }

    /** Where somebody has just written one down. */
    void wrote(HouseholdForm form) {
        last = form.village().map(v -> new Place.Village(form.opened().scope(), v)).or(() -> last);
    }

    /** In the background: a new household belongs to another commune after all, with what was typed of it but its village there. */
    static Function<Node, Opened> moved(HouseholdForm form, ScopeId to) {
        ScopeId from = form.opened().scope();
        List<Draft> typed = form.isDirty() ? form.all().map(EntryModel::keepsake).map(d -> placed(d, to)).toList() : List.of();
        return node -> {
            node.drafts().move(from, typed.isEmpty() ? FormDraft.nothing(to, form.opened().id()) : FormDraft.of(typed));
            return typed.isEmpty() ? Opened.fresh(node, to, Optional.empty()) : Opened.read(node, to, form.opened().id());
        };
    }

    private static Draft placed(Draft draft, ScopeId to) {
        TreeMap<Integer, Value> fields = new TreeMap<>(draft.fields());
        if (draft.type() == Catalogue.HOUSEHOLD) {
            fields.remove(HouseholdForm.VILLAGE.id());
            fields.remove(HouseholdForm.NUMBER.id());
        }
        return new Draft(draft.type(), to, draft.id(), fields);
    }
}
