package vn.banso.desktop.saving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.banso.desktop.form.EntryModel;
import vn.banso.register.rules.Draft;
import vn.banso.store.writing.FormDraft;

/** The draft of one form: what it should say now, and what is kept of it. */
final class DraftSlot {
    private final SavedForm form;
    private Optional<FormDraft> kept = Optional.empty();
    private boolean doubted;

    DraftSlot(SavedForm form) {
        this.form = form;
    }

    /** All of the form, as it stands. */
    FormDraft whole() {
        return form.isBegun() ? without(List.of()) : FormDraft.nothing(form.scope(), form.id());
    }

    /** What is left of it once the register holds these: what it has is not said again, and texts that cannot be read stay. */
    FormDraft without(Collection<EntryModel> saved) {
        List<Draft> rest = new ArrayList<>();
        for (EntryModel entry : form.entries()) {
            Draft keepsake = entry.keepsake();
            Draft draft = entry.draft();
            TreeMap<Integer, vn.banso.register.values.Value> fields = new TreeMap<>(keepsake.fields());
            if (saved.contains(entry)) {
                fields.entrySet().removeAll(draft.fields().entrySet());
            }
            if (rest.isEmpty() || !fields.isEmpty()) {
                rest.add(new Draft(entry.type(), entry.scope(), entry.id(), fields));
            }
        }
        return rest.stream().allMatch(d -> d.fields().isEmpty()) ? FormDraft.nothing(form.scope(), form.id())
                : new FormDraft(form.scope(), form.id(), form.page(), rest, new TreeMap<>(form.choices()));
    }

    /** An earlier visit has left this. */
    void found(FormDraft draft) {
        kept = Optional.of(draft);
    }

    /** What lies there. */
    List<Draft> entries() {
        return kept.map(FormDraft::entries).orElse(List.of());
    }

    /** Whether just this lies there already. */
    boolean isKept(FormDraft draft) {
        return !doubted && kept.equals(Optional.of(draft).filter(d -> !d.entries().isEmpty()));
    }

    /** From now on this is what lies there. @return whether that is news */
    boolean holds(FormDraft draft) {
        boolean news = !isKept(draft);
        doubted = false;
        kept = Optional.of(draft).filter(d -> !d.entries().isEmpty());
        return news;
    }

    /** It could not be written: nobody knows what lies there, and it is written anew in any case. */
    void doubt() {
        doubted = true;
    }

    boolean isUsed() {
        return kept.isPresent();
    }
}
