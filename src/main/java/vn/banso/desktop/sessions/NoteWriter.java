package vn.banso.desktop.sessions;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.training.ActQueue;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/** Writes attendance and practice: shown at once, and as before where it could not be kept. */
final class NoteWriter {
    private final OpenRegister workplace;
    private final ActQueue acts;
    private final ScopeId scope;
    private final EntryId session;
    private final Runnable shown;

    /** @param shown called when lines say something else now */
    NoteWriter(OpenRegister workplace, ActQueue acts, ScopeId scope, EntryId session, Runnable shown) {
        this.workplace = workplace;
        this.acts = acts;
        this.scope = scope;
        this.session = session;
        this.shown = shown;
    }

    /** @param saved called once all of it is in the register */
    void write(List<Note> now, Runnable saved) {
        List<Note> was = now.stream().map(n -> Note.of(n.tick())).toList();
        List<Draft> put = each(now, was, (n, w) -> n.written(scope, session, w));
        List<Draft> gone = each(now, was, (n, w) -> w.written(scope, session, n))
                .stream().filter(d -> put.stream().noneMatch(p -> p.id().equals(d.id()))).toList();
        show(now);
        Runnable back = () -> show(was);
        if (gone.isEmpty()) {
            acts.put(put, saved, back);
            return;
        }
        if (!put.isEmpty()) {
            acts.put(put, () -> { }, back);
        }
        acts.act(node -> delete(node, gone), saved, back);
    }

    private static List<Draft> each(List<Note> now, List<Note> was, BiFunction<Note, Note, Stream<Draft>> drafts) {
        return IntStream.range(0, now.size()).boxed().flatMap(i -> drafts.apply(now.get(i), was.get(i))).toList();
    }

    private void show(List<Note> notes) {
        notes.forEach(Note::show);
        shown.run();
    }

    /** One after the other; the first that is refused ends it. */
    private SaveResult delete(Node node, List<Draft> gone) {
        String reason = Texts.of(workplace.settings().get().lang()).get("classes.unticked");
        SaveResult last = new SaveResult.Saved(List.of());
        for (Draft one : gone) {
            last = node.acts().delete(scope, one.id(), reason);
            if (!last.isSaved()) {
                return last;
            }
        }
        return last;
    }
}
