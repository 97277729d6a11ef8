package vn.banso.app.story;

import java.util.List;
import vn.banso.register.rules.Draft;
import vn.banso.store.writing.SaveResult;

/** What a person of the story writes down, which must never be refused. */
final class Write {
    private Write() {}

    static void down(Actor actor, List<Draft> drafts) {
        if (actor.node().save(drafts) instanceof SaveResult.Refused refused) {
            throw new IllegalStateException("the story must not be refused: " + refused.refusals().getFirst().reason());
        }
    }
}
