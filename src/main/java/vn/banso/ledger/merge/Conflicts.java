package vn.banso.ledger.merge;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.Merge;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** What a state shows, by the merge policies of the catalogue, and where people have to decide. */
public final class Conflicts {
    private Conflicts() {}

    /** One value per field. System fields are left out; a cleared field is {@link Value.Blank}. */
    public static Entry shown(ScopeId scope, EntryState state) {
        SortedMap<Integer, Value> values = new TreeMap<>();
        state.fields().forEach((field, s) -> {
            if (field >= SystemField.FIRST_DECLARED && !s.heads().isEmpty()) {
                values.put(field, shown(policy(state.type(), field), s.heads()));
            }
        });
        return new Entry(state.type(), scope, state.id(), Collections.unmodifiableSortedMap(values));
    }

    /**
     * The fields in which people wrote different values without seeing each other. A system field is among them also where
     * somebody wrote to the entry without having seen its deletion, alias or move. Of an entry that is deleted, or that goes on in
     * another commune, nobody is asked which value is right: whoever takes it back is asked again, and a move takes the values along.
     */
    public static List<Integer> of(EntryState state) {
        boolean gone = state.deleted() || state.link(SystemField.MOVED).isPresent();
        return state.fields().keySet().stream().filter(field -> !gone || field < SystemField.FIRST_DECLARED)
                .filter(field -> isOpen(state, field)).toList();
    }

    private static boolean isOpen(EntryState state, int field) {
        if (field < SystemField.FIRST_DECLARED && !state.unseenBy(field).isEmpty()) {
            return true;
        }
        List<EntryState.Head> heads = state.heads(field);
        return heads.size() > 1 && policy(state.type(), field) == Merge.LAST
                && heads.stream().map(EntryState.Head::value).distinct().count() > 1;
    }

    private static Value shown(Merge policy, List<EntryState.Head> heads) {
        Value first = heads.getFirst().value();
        return switch (policy) {
            case LAST -> first;
            case TICK -> heads.stream().map(EntryState.Head::value).reduce(first, Merge::tick);
            case UNION -> heads.stream().map(EntryState.Head::value)
                    .filter(Value.Items.class::isInstance).map(Value.Items.class::cast)
                    .flatMap(i -> i.items().stream())
                    .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Value.Items::new));
        };
    }

    private static Merge policy(int type, int field) {
        return Catalogue.type(type).flatMap(t -> t.field(field)).map(Field::merge).orElse(Merge.LAST);
    }
}
