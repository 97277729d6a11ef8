package vn.banso.store.writing;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * An act on villages as the register remembers it.
 *
 * @param before the villages it was done to
 * @param after those that go on; of a move, the one in the other commune
 * @param other the other side of a move
 */
public record VillageChange(Entry entry, Act act, SortedSet<EntryId> before, SortedSet<EntryId> after, Optional<Unit> other) {
    static final EntryType TYPE = Catalogue.VILLAGE_CHANGE;

    /** As {@link Codes#VILLAGE_ACT} has them, in its order. */
    public enum Act {
        RENAME, MERGE, SPLIT, MOVE;

        public Value.Code code() {
            return new Value.Code(ordinal() + 1);
        }
    }

    /** @param number of the decision, as papers have it; empty where nobody typed it */
    public record Decision(Optional<String> number, Optional<Value.Day> validFrom) {
        public static final Decision UNSAID = new Decision(Optional.empty(), Optional.empty());

        Draft in(Draft draft) {
            Draft with = number.isPresent() ? draft.with("decision_number", new Value.Text(number.get())) : draft;
            return validFrom.isPresent() ? with.with("valid_from", validFrom.get()) : with;
        }
    }

    /** Empty where it is of a kind that only a newer version knows. */
    static Optional<VillageChange> of(Entry entry) {
        int code = entry.code(TYPE.field("act"));
        return code < 1 || code > Act.values().length ? Optional.empty()
                : Optional.of(new VillageChange(entry, Act.values()[code - 1], ids(entry, "before"), ids(entry, "after"),
                        entry.text(TYPE.field("unit_list")).flatMap(list -> Units.unit(list, entry.text(TYPE.field("commune")).orElse("")))));
    }

    private static SortedSet<EntryId> ids(Entry entry, String field) {
        return entry.items(TYPE.field(field)).stream().filter(id -> id.matches("[0-9a-f]{32}")).map(EntryId::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    static Value.Items items(Iterable<EntryId> ids) {
        SortedSet<String> items = new TreeSet<>();
        ids.forEach(id -> items.add(id.toString()));
        return new Value.Items(items);
    }

    public EntryId id() {
        return entry.id();
    }

    public ScopeId scope() {
        return entry.scope();
    }

    public boolean isUndone() {
        return entry.day(TYPE.field("undone_on")).isPresent();
    }

    /** A village came here from another commune: there it was done, and there it is taken back. */
    public boolean isArrival() {
        return act == Act.MOVE && before.isEmpty();
    }

    public String nameBefore() {
        return entry.text(TYPE.field("name_before")).orElse("");
    }

    public String nameAfter() {
        return entry.text(TYPE.field("name_after")).orElse("");
    }

    public Optional<String> decision() {
        return entry.text(TYPE.field("decision_number"));
    }

    public Optional<Value.Day> validFrom() {
        return entry.day(TYPE.field("valid_from"));
    }
}
