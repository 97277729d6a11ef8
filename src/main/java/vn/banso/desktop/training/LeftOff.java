package vn.banso.desktop.training;

import java.util.Optional;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.FormDraft;

/**
 * Another new class or session that was left half-written: whoever plans one may have meant that one.
 *
 * @param name what it is called, as far as somebody has typed it
 */
public record LeftOff(FormDraft form, String name) {

    /** The one kept last. @param but the one that is open @param called the field that names it */
    static Optional<LeftOff> of(Node node, ScopeId scope, EntryType type, EntryId but, String called) {
        return node.drafts().forms().stream().filter(f -> f.scope().equals(scope) && f.type() == type && !f.id().equals(but)
                && node.entry(scope, f.id()).isEmpty()).findFirst()
                .map(f -> new LeftOff(f, f.entries().getFirst().value(type.field(called)).map(v -> v instanceof Value.Text t ? t.text() : "").orElse("")));
    }
}
