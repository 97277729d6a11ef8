package vn.banso.desktop.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.kit.Workplace;
import vn.banso.register.Draft;
import vn.banso.register.Validation;
import vn.banso.store.Node;
import vn.banso.store.SaveResult;

/**
 * Saves one entry while it is written: a moment after every answer, away from the screen. What cannot be saved yet, because a text
 * cannot be read or a value cannot be, is kept as a draft, so that it is there again even after a pulled plug.
 */
public final class AsYouGo {
    private static final int MOMENT = 400;

    /** How far the writing has come. */
    public sealed interface Standing {
        /** Nobody has touched it since it was opened. */
        record Untouched() implements Standing {}

        /** Something is on its way. */
        record Writing() implements Standing {}

        /** Durable on this laptop. */
        record Saved(Instant at) implements Standing {}

        /** Kept as a draft: something has to be put right first. */
        record Kept() implements Standing {}

        /** The register did not take it: nothing of it is there, and what was written is kept as a draft. */
        record Refused(List<SaveResult.Refusal> refusals) implements Standing {}
    }

    private final Workplace workplace;
    private final EntryModel entry;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.Untouched());
    private Standing settled = new Standing.Untouched();
    private boolean kept;

    /** Follows the entry from now on, if it may be written at all. */
    public AsYouGo(Workplace workplace, EntryModel entry) {
        this.workplace = workplace;
        this.entry = entry;
        entry.edits().addListener(_ -> soon());
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Puts back what an earlier visit had to leave as a draft. */
    public void restore(Draft keepsake) {
        kept = true;
        entry.restore(keepsake);
        settle(new Standing.Kept());
    }

    private void settle(Standing now) {
        settled = now;
        standing.set(now);
    }

    private void soon() {
        // To leave a field as it was is no writing.
        if (entry.isDirty()) {
            standing.set(new Standing.Writing());
        }
        workplace.background().later(this, MOMENT, this::now);
    }

    /** Saves what there is without waiting for the moment: before one leaves. */
    public void now() {
        // What was written is on its way since the page was left; a locked register takes nothing more.
        if (standing.get() instanceof Standing.Untouched || workplace.isLocked()) {
            return;
        }
        Draft draft = entry.draft();
        boolean blocked = Validation.blocked(Validation.check(draft, entry.before(), Validation.Context.on(workplace.today())));
        boolean whole = !blocked && entry.keepsake().fields().equals(draft.fields());
        if (!blocked && !draft.fields().isEmpty()) {
            save(draft, whole ? Optional.empty() : Optional.of(entry.keepsake()));
        } else if (whole && kept) {
            discard();
        } else if (whole) {
            standing.set(settled);
        } else {
            keep(entry.keepsake());
        }
    }

    private void save(Draft draft, Optional<Draft> rest) {
        Draft written = entry.keepsake();
        boolean discard = kept && rest.isEmpty();
        kept = rest.isPresent();
        Node node = workplace.node();
        workplace.background().store(() -> {
            SaveResult result = node.save(List.of(draft));
            if (result.isSaved()) {
                rest.ifPresent(node.drafts()::keep);
                discard(node, discard);
            } else {
                // Whoever leaves the page does not wait for the answer.
                node.drafts().keep(written);
            }
            return result;
        }, result -> done(draft, rest, result), this::failed);
    }

    private void done(Draft draft, Optional<Draft> rest, SaveResult result) {
        switch (result) {
            case SaveResult.Saved _ -> {
                entry.saved(draft);
                settle(rest.isPresent() ? new Standing.Kept() : new Standing.Saved(workplace.clock().instant()));
                workplace.changed();
            }
            case SaveResult.Refused refused -> {
                kept = true;
                settle(new Standing.Refused(refused.refusals()));
            }
        }
    }

    private void failed(Throwable failure) {
        settle(new Standing.Refused(List.of()));
        workplace.tell(failure);
    }

    private void keep(Draft keepsake) {
        kept = true;
        workplace.ask(node -> {
            node.drafts().keep(keepsake);
            return keepsake;
        }, _ -> settle(new Standing.Kept()));
    }

    /** Everything says what the register says: the draft is not wanted any more. */
    private void discard() {
        kept = false;
        workplace.ask(node -> discard(node, true), _ -> settle(new Standing.Saved(workplace.clock().instant())));
    }

    private boolean discard(Node node, boolean discard) {
        if (discard) {
            node.drafts().discard(entry.scope(), entry.id());
        }
        return discard;
    }
}
