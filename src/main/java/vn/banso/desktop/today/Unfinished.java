package vn.banso.desktop.today;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.FormDraft;

/**
 * A form that was left half-filled.
 *
 * @param name whom or what it is about; empty where nothing was said that names it
 * @param where the village or the class it belongs to; empty where that is not known
 */
record Unfinished(FormDraft form, String name, String where) {
    private static final List<String> ABOUT = List.of("person", "household");
    private static final List<String> WITHIN = List.of("village", "team", "session", "class");

    /** The form left last comes first. */
    static List<Unfinished> at(Node node) {
        return node.drafts().forms().stream().map(form -> {
            Entry main = whole(node, form);
            String own = own(node, form, main);
            return new Unfinished(form, own.isEmpty() ? linked(node, main, ABOUT) : own, linked(node, main, WITHIN));
        }).toList();
    }

    /** The entry it is about, as it would stand. */
    private static Entry whole(Node node, FormDraft form) {
        return form.entries().getFirst().over(node.entry(form.scope(), form.id()));
    }

    private static String own(Node node, FormDraft form, Entry main) {
        String typed = Stream.concat(text(main, "name").stream(), form.entries().stream().filter(d -> d.type() == Catalogue.PERSON)
                .flatMap(d -> d.value(Catalogue.PERSON.field("name")).stream()).map(v -> v instanceof Value.Text t ? t.text() : ""))
                .filter(s -> !s.isBlank()).findFirst().orElse("");
        return typed.isEmpty() || form.type() == Catalogue.HOUSEHOLD ? called(node, form.entries().getFirst(), form.id()).orElse(typed) : typed;
    }

    private static Optional<String> called(Node node, Draft within, EntryId id) {
        return Optional.ofNullable(node.names(within.scope(), List.of(id)).get(id)).filter(s -> !s.isBlank());
    }

    /** What the first of these links leads to. */
    private static String linked(Node node, Entry main, List<String> links) {
        EntryType type = Catalogue.type(main.type()).orElseThrow();
        return links.stream().flatMap(key -> type.find(key).stream()).filter(f -> f.type() == Field.ValueType.REF)
                .flatMap(f -> main.ref(f).stream()).flatMap(id -> named(node, main, id).stream()).findFirst().orElse("");
    }

    /** A team is called by its village, a session by its class. */
    private static Optional<String> named(Node node, Entry from, EntryId id) {
        Optional<String> name = Optional.ofNullable(node.names(from.scope(), List.of(id)).get(id)).filter(s -> !s.isBlank());
        return name.or(() -> node.entry(from.scope(), id).flatMap(e -> text(e, "name")
                .or(() -> Optional.of(linked(node, e, WITHIN)).filter(s -> !s.isEmpty()))));
    }

    private static Optional<String> text(Entry entry, String key) {
        return Catalogue.type(entry.type()).flatMap(t -> t.find(key)).flatMap(entry::text);
    }

    EntryType type() {
        return form.type();
    }

    /** Where one goes on with it. */
    Place place() {
        return DraftPlace.of(form);
    }
}
