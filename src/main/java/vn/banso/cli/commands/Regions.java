package vn.banso.cli.commands;

import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Surroundings;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/** In which kind of place an entry lies, told by its village: recorded before, or in the same file. */
final class Regions {
    private static final Field REGION = Catalogue.VILLAGE.field("region");

    private final Surroundings around;

    Regions(Node node, List<Draft> drafts) {
        this.around = node.around().with(drafts);
    }

    /** The entries around each, as they will be once the file is recorded. */
    Surroundings around() {
        return around;
    }

    Optional<Value.Code> of(Draft draft) {
        Optional<Entry> after = around.entry(draft.scope(), draft.id());
        Optional<Entry> household = draft.type() != Catalogue.PERSON ? after
                : after.flatMap(p -> p.ref(Catalogue.PERSON.field("household"))).flatMap(id -> around.entry(draft.scope(), id));
        return household.filter(h -> h.type() == Catalogue.HOUSEHOLD.id())
                .flatMap(h -> h.ref(Catalogue.HOUSEHOLD.field("village"))).flatMap(id -> around.entry(draft.scope(), id))
                .flatMap(village -> village.value(REGION)).map(v -> v instanceof Value.Code c ? c : null);
    }
}
