package vn.banso.desktop.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/**
 * Somebody goes to live in another household.
 *
 * @param result what became of it
 * @param back what takes it back
 */
record PersonMove(SaveResult result, List<Draft> back) {
    private static final Field HOME = Catalogue.PERSON.field("household");
    private static final Field RELATION = Catalogue.PERSON.field("relation");
    private static final Field HEAD = Catalogue.HOUSEHOLD.field("head");

    /** How they are related to the head there is asked anew; the household that is left has no head for now, if this was its head. */
    static PersonMove to(Node node, Entry person, EntryId household) {
        Draft none = Draft.of(Catalogue.PERSON, person.scope(), person.id());
        List<Draft> there = new ArrayList<>(List.of(none.with(HOME.key(), new Value.Ref(household)).with(RELATION.key(), Value.BLANK)));
        List<Draft> back = new ArrayList<>(List.of(none.with(HOME.key(), person.value(HOME).orElse(Value.BLANK))
                .with(RELATION.key(), person.value(RELATION).orElse(Value.BLANK))));
        Optional<Entry> left = person.ref(HOME).flatMap(h -> node.entry(person.scope(), h)).filter(h -> h.ref(HEAD).filter(person.id()::equals).isPresent());
        left.map(h -> Draft.of(Catalogue.HOUSEHOLD, h.scope(), h.id())).ifPresent(h -> {
            there.add(h.with(HEAD.key(), Value.BLANK));
            back.add(h.with(HEAD.key(), new Value.Ref(person.id())));
        });
        return new PersonMove(node.save(there), List.copyOf(back));
    }
}
