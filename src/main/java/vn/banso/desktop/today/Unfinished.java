package vn.banso.desktop.today;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.desktop.kit.Place;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;
import vn.banso.store.Node;

/**
 * A form that was left half-filled; a household with its people is one form.
 *
 * @param name what it is about; empty where nothing was typed that names it
 */
record Unfinished(EntryType type, ScopeId scope, EntryId id, String name) {

    /** The form left last comes first. */
    static List<Unfinished> at(Node node) {
        Map<EntryId, Unfinished> forms = new LinkedHashMap<>();
        for (Draft draft : node.drafts().list().reversed()) {
            Unfinished form = part(draft, node).orElse(of(draft));
            Unfinished named = form.name().isEmpty() ? form.named(text(draft, "name")) : form;
            forms.merge(form.id(), named, (a, b) -> a.name().isEmpty() ? b : a);
        }
        List<Unfinished> all = new ArrayList<>();
        forms.values().forEach(f -> all.add(f.named(Optional.ofNullable(node.names(f.scope(), List.of(f.id())).get(f.id())).orElse(f.name()))));
        return all;
    }

    private static Unfinished of(Draft draft) {
        return new Unfinished(draft.type(), draft.scope(), draft.id(), text(draft, "name"));
    }

    private Unfinished named(String other) {
        return new Unfinished(type, scope, id, other);
    }

    /** What is written on the page of another entry: a person of a household, a team of a village and its members. */
    private static Optional<Unfinished> part(Draft draft, Node node) {
        if (draft.type() == Catalogue.PERSON) {
            return link(node, draft, "household").map(h -> new Unfinished(Catalogue.HOUSEHOLD, draft.scope(), h, ""));
        }
        Optional<EntryId> village = draft.type() == Catalogue.TEAM ? link(node, draft, "village") : Optional.empty();
        if (draft.type() == Catalogue.TEAM_MEMBER) {
            village = link(node, draft, "team").flatMap(t -> node.entry(draft.scope(), t))
                    .flatMap(t -> t.ref(Catalogue.TEAM.field("village")));
        }
        return village.map(v -> new Unfinished(Catalogue.VILLAGE, draft.scope(), v, ""));
    }

    private static Optional<EntryId> link(Node node, Draft draft, String key) {
        Field link = draft.type().field(key);
        return draft.value(link).map(v -> v instanceof Value.Ref r ? r.entry() : null)
                .or(() -> node.entry(draft.scope(), draft.id()).flatMap((Entry e) -> e.ref(link)));
    }

    private static String text(Draft draft, String key) {
        return draft.type().find(key).flatMap(draft::value).map(v -> v instanceof Value.Text t ? t.text() : null).orElse("");
    }

    /** Where one goes on with it. */
    Place place() {
        return type == Catalogue.HOUSEHOLD ? new Place.Household(scope, id)
                : type == Catalogue.PERSON ? new Place.Person(scope, id)
                : type == Catalogue.SESSION ? new Place.Session(scope, id)
                : type == Catalogue.CLASS ? new Place.ClassRoom(scope, id)
                : type == Catalogue.VILLAGE ? new Place.Village(scope, id)
                : type == Catalogue.TEAM || type == Catalogue.TEAM_MEMBER ? new Place.Villages()
                : new Place.Classes();
    }
}
