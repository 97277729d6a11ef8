package vn.banso.cli;

import java.util.List;
import java.util.Optional;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;
import vn.banso.store.Node;

/** In which kind of place an entry lies, told by its village: recorded before, or in the same file. */
final class Regions {
    private static final Field REGION = Catalogue.VILLAGE.field("region");

    private final Node node;
    private final List<Draft> drafts;

    Regions(Node node, List<Draft> drafts) {
        this.node = node;
        this.drafts = drafts;
    }

    Optional<Value.Code> of(Draft draft) {
        Optional<Entry> after = Optional.of(draft.over(node.entry(draft.scope(), draft.id())));
        Optional<Entry> household = draft.type() != Catalogue.PERSON ? after
                : after.flatMap(p -> p.ref(Catalogue.PERSON.field("household"))).flatMap(id -> entry(draft.scope(), id));
        return household.filter(h -> h.type() == Catalogue.HOUSEHOLD.id())
                .flatMap(h -> h.ref(Catalogue.HOUSEHOLD.field("village"))).flatMap(id -> entry(draft.scope(), id))
                .flatMap(village -> village.value(REGION)).map(v -> v instanceof Value.Code c ? c : null);
    }

    private Optional<Entry> entry(ScopeId scope, EntryId id) {
        Optional<Entry> before = node.entry(scope, id);
        return drafts.stream().filter(d -> d.id().equals(id)).findFirst().map(d -> d.over(before)).or(() -> before);
    }
}
