package vn.banso.desktop.saving;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Validation;
import vn.banso.store.Node;
import vn.banso.store.writing.FormDraft;
import vn.banso.store.writing.SaveResult;

/**
 * Saving as one goes, the same for every form. Whatever is written is a draft a moment later, away from the screen, and is there again
 * even after a pulled plug. What is new goes into the register only when somebody saves it; what the register has already goes there as
 * it is written, or when the form is left. What cannot be there yet, because a text cannot be read or a value cannot be, stays a draft.
 */
public final class AutoSave {
    private static final int MOMENT_MILLIS = 400;

    /** When what is written of something the register has goes there. */
    public enum When { AS_WRITTEN, ON_LEAVING }

    private final OpenRegister workplace;
    private final SavedForm form;
    private final When when;
    private final DraftSlot slot;
    private final ReadOnlyObjectWrapper<SaveState> state = new ReadOnlyObjectWrapper<>(new SaveState.Untouched());
    private SaveState settled = new SaveState.Untouched();
    private int underWay;
    /** As of which edit the register was asked last. */
    private long asked;
    private boolean over;

    /** Follows a form of one entry that is saved as it is written. */
    public AutoSave(OpenRegister workplace, EntryModel entry) {
        this(workplace, new EntryForm(entry), When.AS_WRITTEN);
    }

    /** Follows the form from now on, if it may be written at all. */
    public AutoSave(OpenRegister workplace, SavedForm form, When when) {
        this.workplace = workplace;
        this.form = form;
        this.when = when;
        this.slot = new DraftSlot(form);
        form.edits().subscribe((_, _) -> soon());
    }

    public ReadOnlyObjectProperty<SaveState> state() {
        return state.getReadOnlyProperty();
    }

    /** Puts back what an earlier visit has left as a draft. */
    public void restore(FormDraft draft) {
        form.entries().forEach(entry -> draft.of(entry.type(), entry.id()).ifPresent(entry::restore));
        found(draft);
    }

    /** An earlier visit has left this draft, and the form says it already. */
    public void found(FormDraft draft) {
        slot.found(draft);
        settle(kept(draft.written().orElseGet(() -> workplace.clock().instant())));
    }

    private SaveState kept() {
        return kept(workplace.clock().instant());
    }

    private SaveState kept(Instant at) {
        return isWaiting() ? new SaveState.DraftKept(at) : new SaveState.Blocked(at);
    }

    /** Whether what is written waits for somebody who saves or leaves. */
    private boolean isWaiting() {
        return form.isNew() || when == When.ON_LEAVING;
    }

    /** Whether a draft of it is kept. */
    public boolean isDraft() {
        return slot.isUsed();
    }

    private void settle(SaveState now) {
        settled = now;
        state.set(now);
    }

    private void soon() {
        if (over) {
            return;
        }
        // To leave a field as it was is no writing.
        if (form.isBegun()) {
            state.set(new SaveState.Writing());
        }
        workplace.background().later(this, MOMENT_MILLIS, this::now);
    }

    /** Does without waiting what is done a moment after each answer: before one leaves. */
    public void now() {
        // What was written is on its way since the page was left; a locked register takes nothing more.
        if (over || underWay > 0 || workplace.isLocked() || !form.isBegun() && !slot.isUsed() && state.get() instanceof SaveState.Untouched) {
            return;
        }
        write();
    }

    private void write() {
        if (isWaiting()) {
            keep();
        } else {
            save(form.entries().stream().filter(e -> e.before().isPresent() && fits(e)).toList(), () -> { });
        }
    }

    private boolean fits(EntryModel entry) {
        return !Validation.blocked(Validation.check(entry.draft(), entry.before(), Validation.Context.on(workplace.today())));
    }

    /** Keeps what is written as a draft, whatever it is; where nothing is, none stays. */
    public void keep() {
        FormDraft whole = slot.whole();
        boolean before = slot.isUsed();
        List<Draft> insteadOf = slot.entries();
        if (workplace.isLocked() || !slot.holds(whole)) {
            state.set(settled);
            return;
        }
        long edits = form.edits().get();
        Node node = workplace.node();
        workplace.background().store(() -> {
            node.drafts().keep(whole, insteadOf);
            return whole;
        }, _ -> {
            if (form.edits().get() == edits) {
                settle(slot.isUsed() ? kept() : new SaveState.Untouched());
            }
            if (before != slot.isUsed() || over) {
                workplace.changed();
            }
        }, this::failed);
    }

    private void failed(Throwable failure) {
        slot.doubt();
        settle(new SaveState.NotWritten());
        workplace.tell(failure);
    }

    /**
     * Makes what these say part of the register; what else is written in the form stays a draft, in the same moment. Where the register
     * does not take it, all of it does, and why is told.
     *
     * @param saved once the register holds it
     */
    public void save(List<EntryModel> which, Runnable saved) {
        List<Draft> drafts = which.stream().map(EntryModel::draft).filter(d -> !d.fields().isEmpty()).toList();
        if (drafts.isEmpty() && slot.isKept(slot.without(which))) {
            state.set(settled);
            saved.run();
        } else {
            save(which, _ -> drafts, saved, () -> { });
        }
    }

    /**
     * @param follows what the register is to hold: what these say, and what follows from it; asked in the background
     * @param refused where it does not, and why was told
     */
    public void save(List<EntryModel> which, Function<Node, List<Draft>> follows, Runnable saved, Runnable refused) {
        FormDraft rest = slot.without(which);
        FormDraft whole = slot.without(List.of());
        List<Draft> insteadOf = slot.entries();
        slot.holds(rest);
        long edits = form.edits().get();
        asked = edits;
        Node node = workplace.node();
        record Done(List<Draft> drafts, SaveResult result) {}
        underWay++;
        workplace.background().store(() -> {
            List<Draft> drafts = follows.apply(node);
            SaveResult result = node.drafts().save(drafts, rest, insteadOf);
            if (!result.isSaved()) {
                // Whoever leaves the page does not wait for the answer.
                node.drafts().keep(whole, insteadOf);
            }
            return new Done(drafts, result);
        }, done -> {
            underWay--;
            switch (done.result()) {
                case SaveResult.Saved _ -> {
                    done.drafts().forEach(d -> which.stream().filter(e -> e.id().equals(d.id()) && e.type() == d.type()).forEach(e -> e.saved(d)));
                    SaveState now = rest.entries().isEmpty() ? new SaveState.Saved(workplace.clock().instant()) : kept();
                    settled = now;
                    if (form.edits().get() == edits) {
                        state.set(now);
                    } else {
                        soon();
                    }
                    workplace.changed();
                    saved.run();
                }
                case SaveResult.Refused no -> {
                    slot.holds(whole);
                    settle(new SaveState.Refused(no.refusals()));
                    workplace.tell(RefusalText.ofForm(no));
                    refused.run();
                }
            }
        }, failure -> {
            underWay--;
            failed(failure);
            refused.run();
        });
    }

    /** The form is left: what is new stays a draft, and where is told; what the register has goes there, if it can. */
    public void leave() {
        leave(draft -> Notice.done("saving.left").goingOnAt(DraftPlace.of(draft)));
    }

    /** @param told what to say of its draft once that is durable */
    public void leave(Function<FormDraft, Notice> told) {
        if (over) {
            return;
        }
        now();
        over = true;
        if (underWay > 0 && form.edits().get() != asked && !workplace.isLocked()) {
            // Nobody waits for the answer to ask once more.
            write();
        }
        if (isWaiting() && form.isBegun() && underWay == 0 && !workplace.isLocked()) {
            FormDraft whole = slot.whole();
            workplace.background().store(() -> whole, _ -> {
                if (slot.isKept(whole)) {
                    workplace.tell(told.apply(whole));
                }
            }, this::failed);
        }
    }

    /** Another form comes in its place: nothing more is kept of this one. */
    public void end() {
        over = true;
    }

    public void discard() {
        discard(_ -> { });
    }

    /** What was written is not wanted: no draft stays, and nothing more is kept of it. @param dropped what it said, once it is gone */
    public void discard(Consumer<FormDraft> dropped) {
        over = true;
        FormDraft said = slot.whole();
        FormDraft nothing = FormDraft.nothing(form.scope(), form.id());
        List<Draft> insteadOf = slot.entries();
        if (slot.holds(nothing)) {
            workplace.act(node -> {
                node.drafts().keep(nothing, insteadOf);
                return said;
            }, dropped);
        } else {
            dropped.accept(said);
        }
    }
}
