package vn.banso.desktop.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/**
 * A second head: somebody else of the household is called head already. One has to be chosen.
 *
 * @param others who are called so, as the register says
 */
record SecondHead(Entry home, List<Entry> others) {
    static final Field RELATION = Catalogue.PERSON.field("relation");
    private static final Value IS_HEAD = Codes.RELATION.code("head").orElseThrow();
    private static final Field HEAD = Catalogue.HOUSEHOLD.field("head");

    /** Who else it could be if this person were the head; empty where nobody. */
    static Optional<SecondHead> read(Node node, Entry person) {
        return person.ref(Catalogue.PERSON.field("household")).map(h -> node.canonical(person.scope(), h)).flatMap(h -> node.entry(person.scope(), h))
                .map(home -> new SecondHead(home, node.linking(Catalogue.PERSON, "household", home.scope(), home.id()).stream()
                        .filter(m -> !m.id().equals(person.id()))
                        .filter(m -> m.value(RELATION).filter(IS_HEAD::equals).isPresent() || home.ref(HEAD).filter(m.id()::equals).isPresent()).toList()))
                .filter(second -> !second.others().isEmpty());
    }

    /** Empty where nothing has to be chosen on this page. */
    static Optional<SecondHead> asked(PersonModel model) {
        return model.open().get().filter(o -> model.mayWrite() && o.sheet().valueOf(RELATION).equals(IS_HEAD))
                .flatMap(_ -> model.known().get()).flatMap(Known::second);
    }

    /** This one and nobody else; it can be taken back. */
    void choose(PersonModel model, EntryId head) {
        EntryModel here = model.open().get().orElseThrow().sheet();
        Value before = home.value(HEAD).orElse(Value.BLANK);
        if (!here.id().equals(head)) {
            here.commit(RELATION, Value.BLANK);
        }
        String name = Stream.concat(others.stream(), model.open().get().map(PersonModel.Open::now).stream()).filter(p -> p.id().equals(head)).findFirst()
                .flatMap(p -> p.text(Catalogue.PERSON.field("name"))).orElse("…");
        List<Entry> no = others.stream().filter(o -> !o.id().equals(head) && o.value(RELATION).filter(IS_HEAD::equals).isPresent()).toList();
        model.act(node -> node.save(drafts(new Value.Ref(head), no, Value.BLANK)), () -> model.workplace().tell(Notice.done("people.head_is", name)
                .undoneBy(() -> model.act(node -> node.save(drafts(before, no, IS_HEAD)), () -> model.say(here, RELATION, IS_HEAD)))));
    }

    private List<Draft> drafts(Value head, List<Entry> members, Value relation) {
        return Stream.concat(Stream.of(Draft.of(Catalogue.HOUSEHOLD, home.scope(), home.id()).with("head", head)),
                members.stream().map(m -> Draft.of(Catalogue.PERSON, m.scope(), m.id()).with("relation", relation))).toList();
    }
}
