package vn.banso.desktop.attention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.desktop.attention.Detail.Writer;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.names.Duplicates;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.HistoryItem;

/**
 * A household as one lays it beside another.
 *
 * @param head its name; empty where nobody is called so
 * @param number the local number; 0 where there is none
 * @param first who wrote it down, where that is known
 */
public record Family(EntryId id, String head, String village, long number, String address, String phone, List<Person> people,
                     Optional<Writer> first) {
    private static final Field BORN = Catalogue.PERSON.field("born");

    public record Person(EntryId id, String name, Optional<Value.Day> born) {
        private Duplicates.Someone someone() {
            return Duplicates.Someone.of(name, born);
        }
    }

    /** The member here who looks like that one there, where exactly one does: both are one when the households are. */
    public Optional<Person> same(Person there) {
        List<Person> alike = people.stream().filter(here -> Duplicates.isSame(here.someone(), there.someone())).toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    static Family at(Node node, ScopeId scope, EntryId id) {
        Optional<Entry> household = node.entry(scope, id);
        Optional<EntryId> village = household.flatMap(h -> h.ref(Catalogue.HOUSEHOLD.field("village")));
        Map<EntryId, String> names = node.names(scope, village.map(v -> List.of(id, v)).orElse(List.of(id)));
        List<Person> people = node.linking(Catalogue.PERSON, "household", scope, id).stream()
                .map(p -> new Person(p.id(), p.text(Catalogue.PERSON.field("name")).orElse(""), p.day(BORN))).toList();
        return new Family(id, names.getOrDefault(id, ""), village.map(v -> names.getOrDefault(v, "")).orElse(""),
                household.flatMap(h -> h.whole(Catalogue.HOUSEHOLD.field("local_number"))).orElse(0L), text(household, "address_hint"),
                text(household, "phone"), people,
                node.history(scope, id).stream().map(HistoryItem::change).findFirst().map(c -> Detail.writer(node, c.author(), c.stamp().millis())));
    }

    private static String text(Optional<Entry> household, String field) {
        return household.flatMap(h -> h.text(Catalogue.HOUSEHOLD.field(field))).orElse("");
    }
}
