package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Workplace;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.store.Node;

/** The drawer of half-filled forms, as far as it is about one form: what lies in it, put in and taken out off the screen. */
final class Drawer {
    private final Workplace workplace;
    private final HouseholdForm form;
    private final Map<EntryId, Draft> kept = new HashMap<>();

    Drawer(Workplace workplace, HouseholdForm form) {
        this.workplace = workplace;
        this.form = form;
        form.opened().drafts().forEach(d -> kept.put(d.id(), d));
    }

    /**
     * Makes the drawer hold what the form says. The household's own draft stands for the whole form, even where only a member
     * changed: whoever looks for half-filled forms finds it by that.
     *
     * @param done told whether anything lies there now
     */
    void keep(Consumer<Boolean> done) {
        boolean dirty = form.isDirty();
        Consumer<Node> keeping = keeping();
        workplace.ask(node -> {
            keeping.accept(node);
            return dirty;
        }, done);
    }

    /** The same as it stands now, to be done in the background together with something else. */
    Consumer<Node> keeping() {
        Map<EntryId, Draft> wanted = new HashMap<>();
        if (form.isDirty()) {
            form.all().filter(entry -> entry == form.household() || entry.isDirty()).forEach(e -> wanted.put(e.id(), e.keepsake()));
        }
        List<Draft> in = new ArrayList<>(wanted.values());
        in.removeIf(d -> d.equals(kept.get(d.id())));
        List<Draft> out = new ArrayList<>(kept.values());
        out.removeIf(d -> wanted.containsKey(d.id()));
        kept.clear();
        kept.putAll(wanted);
        return node -> {
            in.forEach(node.drafts()::keep);
            out.forEach(d -> node.drafts().discard(d.scope(), d.id()));
        };
    }

    /**
     * In the background, right after these were saved: takes them out, and what the form has no line for any more. Where somebody else
     * of the form stays in the drawer, the household does too.
     */
    Consumer<Node> emptiedOf(List<EntryModel> saved) {
        Set<EntryId> gone = new HashSet<>(kept.keySet());
        form.all().map(EntryModel::id).forEach(gone::remove);
        saved.stream().map(EntryModel::id).forEach(gone::add);
        boolean stands = form.all().anyMatch(entry -> entry.isDirty() && !saved.contains(entry));
        if (stands) {
            gone.remove(form.household().id());
        }
        ScopeId scope = form.opened().scope();
        return node -> {
            gone.forEach(id -> node.drafts().discard(scope, id));
            if (stands && saved.contains(form.household())) {
                // What the register has by now is not said again.
                node.drafts().keep(Draft.of(Catalogue.HOUSEHOLD, scope, form.household().id()));
            }
        };
    }

    /** Whether anything lies in it. */
    boolean isUsed() {
        return !kept.isEmpty();
    }

    /** It has been emptied of them. */
    void forget(List<EntryModel> saved) {
        saved.forEach(entry -> kept.remove(entry.id()));
        kept.keySet().retainAll(form.all().map(EntryModel::id).toList());
    }
}
