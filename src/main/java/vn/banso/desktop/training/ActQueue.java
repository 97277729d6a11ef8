package vn.banso.desktop.training;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/** Writes what is done on a page, one act after the other; a tick is shown at once and taken back where it could not be kept. */
public final class ActQueue {
    /** Other pages are asked to reread once somebody pauses, not with every tick of a list. */
    private static final int PAUSE_MILLIS = 400;

    private final OpenRegister workplace;
    private final ObjectProperty<List<Sentence>> failing = new SimpleObjectProperty<>(List.of());
    private int pending;

    public ActQueue(OpenRegister workplace) {
        this.workplace = workplace;
    }

    /** Asks the node for what a page shows; where it cannot be read, {@link #failing} says so until it can. */
    public <T> void read(Function<Node, T> question, Consumer<T> answer) {
        workplace.ask(question, read -> {
            failing.set(List.of());
            answer.accept(read);
        }, failing::set);
    }

    /** Why the page has nothing to show; empty where it has. */
    public ObjectProperty<List<Sentence>> failing() {
        return failing;
    }

    public void save(List<Draft> drafts, Runnable saved, Runnable refused) {
        act(node -> node.save(drafts), saved, refused);
    }

    /** The same for entries that may have been taken away before: they come back. */
    public void put(List<Draft> drafts, Runnable saved, Runnable refused) {
        act(node -> {
            SaveResult result = node.save(drafts);
            if (result.isSaved()) {
                drafts.forEach(d -> restore(node, d.scope(), d.id()));
            }
            return result;
        }, saved, refused);
    }

    /** What was just written down is taken away again. */
    public void takeBack(ScopeId scope, EntryId id, Runnable gone) {
        String reason = Texts.of(workplace.settings().get().lang()).get("classes.unticked");
        act(node -> node.acts().delete(scope, id, reason), gone, () -> { });
    }

    private static void restore(Node node, ScopeId scope, EntryId id) {
        if (node.state(scope, id).filter(s -> s.deleted()).isPresent()) {
            node.acts().restore(scope, id);
        }
    }

    /** Says that something has to be mended before it can be saved; what it is stands at its field. */
    public void blocked(List<Finding> findings) {
        workplace.tell(Notice.wait("classes.blocked", findings.stream().map(Finding::field).distinct().count()));
    }

    /** Whether everything done here is in the register, so that what is read from it is the last word. */
    public boolean isSettled() {
        return pending == 0;
    }

    public void act(Function<Node, SaveResult> act, Runnable saved, Runnable refused) {
        pending++;
        workplace.background().store(() -> act.apply(workplace.node()), result -> {
            pending--;
            switch (result) {
                case SaveResult.Saved _ -> {
                    saved.run();
                    workplace.background().later(this, PAUSE_MILLIS, workplace::changed);
                }
                case SaveResult.Refused no -> {
                    workplace.tell(RefusalText.ofAct(no));
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
