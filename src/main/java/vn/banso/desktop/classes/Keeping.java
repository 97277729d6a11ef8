package vn.banso.desktop.classes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Failures;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Workplace;
import vn.banso.register.Draft;
import vn.banso.register.EntryId;
import vn.banso.register.Finding;
import vn.banso.register.ScopeId;
import vn.banso.register.Validation;
import vn.banso.store.FormDraft;
import vn.banso.store.Node;
import vn.banso.store.SaveResult;

/** Writes what is done on a page, one act after the other; a tick is shown at once and taken back where it could not be kept. */
final class Keeping {
    /** Other pages are asked to reread once somebody pauses, not with every tick of a list. */
    private static final int PAUSE_MILLIS = 400;

    private final Workplace workplace;
    private final ObjectProperty<List<Sentence>> failing = new SimpleObjectProperty<>(List.of());
    private int pending;
    /** Whether something of the entry lies in the drawer of half-written forms. */
    private boolean kept;

    Keeping(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Asks the node for what a page shows; where it cannot be read, {@link #failing} says so until it can. */
    <T> void read(Function<Node, T> question, Consumer<T> answer) {
        if (workplace.isLocked()) {
            // Read anew once it is open again.
            return;
        }
        workplace.background().store(() -> question.apply(workplace.node()), read -> {
            failing.set(List.of());
            answer.accept(read);
        }, failure -> failing.set(Failures.told(failure)));
    }

    /** Why the page has nothing to show; empty where it has. */
    ObjectProperty<List<Sentence>> failing() {
        return failing;
    }

    void save(List<Draft> drafts, Runnable saved, Runnable refused) {
        act(node -> node.save(drafts), saved, refused);
    }

    /** The same for entries that may have been taken away before: they come back. */
    void put(List<Draft> drafts, Runnable saved, Runnable refused) {
        act(node -> {
            SaveResult result = node.save(drafts);
            if (result.isSaved()) {
                drafts.forEach(d -> restore(node, d.scope(), d.id()));
            }
            return result;
        }, saved, refused);
    }

    private static void restore(Node node, ScopeId scope, EntryId id) {
        if (node.state(scope, id).filter(s -> s.deleted()).isPresent()) {
            node.acts().restore(scope, id);
        }
    }

    /** Puts back what could not be in the register when it was left. */
    void restore(EntryModel form, Draft keepsake) {
        kept = true;
        form.restore(keepsake);
    }

    /**
     * Puts what was written of an entry into the register. What cannot be there, or not yet, stays in the form and is kept as a draft, so
     * that a closed window loses nothing of it.
     */
    void written(EntryModel form, LocalDate today, Runnable saved) {
        Draft draft = form.draft();
        Draft keepsake = form.keepsake();
        boolean fits = !Validation.blocked(Validation.check(draft, form.before(), Validation.Context.on(today)));
        if (!form.isDirty()) {
            if (kept) {
                discard(form.scope(), form.id());
            }
        } else if (!fits || draft.fields().isEmpty()) {
            draft(keepsake);
        } else {
            boolean whole = keepsake.fields().equals(draft.fields());
            act(node -> {
                SaveResult result = node.save(List.of(draft));
                if (!result.isSaved() || !whole) {
                    node.drafts().keep(FormDraft.of(keepsake));
                }
                return result;
            }, () -> {
                form.saved(draft);
                if (!whole) {
                    kept = true;
                } else if (kept) {
                    discard(form.scope(), form.id());
                }
                saved.run();
            }, () -> kept = true);
        }
    }

    /** Says that something has to be mended before it can be saved; what it is stands at its field. */
    void blocked(List<Finding> findings) {
        workplace.tell(Notice.wait("classes.blocked", findings.stream().map(Finding::field).distinct().count()));
    }

    /** Keeps what is written of a form that cannot be an entry yet, so that a pulled plug loses nothing of it. */
    void draft(Draft keepsake) {
        kept = true;
        workplace.ask(node -> {
            node.drafts().keep(FormDraft.of(keepsake));
            return keepsake;
        }, _ -> { });
    }

    void discard(ScopeId scope, EntryId id) {
        kept = false;
        workplace.ask(node -> {
            node.drafts().discard(scope, id);
            return id;
        }, _ -> { });
    }

    /** What was kept of this form; empty where nothing was, or it has become an entry. */
    static Optional<Draft> draft(Node node, ScopeId scope, EntryId id) {
        return node.drafts().list().stream().filter(d -> d.scope().equals(scope) && d.id().equals(id)).findFirst();
    }

    /** Whether everything done here is in the register, so that what is read from it is the last word. */
    boolean isSettled() {
        return pending == 0;
    }

    void act(Function<Node, SaveResult> act, Runnable saved, Runnable refused) {
        pending++;
        workplace.background().store(() -> act.apply(workplace.node()), result -> {
            pending--;
            switch (result) {
                case SaveResult.Saved _ -> {
                    saved.run();
                    workplace.background().later(this, PAUSE_MILLIS, workplace::changed);
                }
                case SaveResult.Refused no -> {
                    workplace.tell(Notice.look(no.refusals().stream().map(r -> r.reason()).distinct()
                            .map(r -> Sentence.of("reason." + r.name())).toList()));
                    refused.run();
                }
            }
        }, failure -> {
            pending--;
            workplace.tell(failure);
            refused.run();
        });
    }
}
