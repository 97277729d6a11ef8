package vn.banso.store.lists;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.batches.RecordState;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.ledger.RecordStates;
import vn.banso.store.node.NodeContext;
import vn.banso.store.search.NamedVillage;
import vn.banso.store.search.RollLine;
import vn.banso.store.search.RollOrder;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.search.SearchQuery;
import vn.banso.store.tables.DisplayNames;

/**
 * The households of all communes held here: filtered, ordered, page by page, fast enough for every key. The first list of an open
 * node reads all names, a second or two for 200,000 people.
 */
public final class HouseholdList {
    private static final Field AVAILABLE = Catalogue.HOUSEHOLD.field("fibre_available");
    private static final Field SUBSCRIBED = Catalogue.HOUSEHOLD.field("fibre_subscribed");
    private static final Field POVERTY = Catalogue.HOUSEHOLD.field("poverty");
    private static final Field RESIDENCE = Catalogue.HOUSEHOLD.field("residence");

    private final NodeContext in;
    private final NodeLock door;
    private final Runnable wake;
    private final RecordStates states;
    private final Visits visits;
    private final DuplicateFinder duplicates;
    private final DisplayNames callings;
    private final RollOrder order;
    private Walk last = new Walk(HouseholdFilter.ALL, -1, List.of(), List.of());

    /** @param wake wakes the search index */
    public HouseholdList(NodeContext in, NodeLock door, Runnable wake, RecordStates states, Visits visits, DuplicateFinder duplicates) {
        this.in = in;
        this.door = door;
        this.wake = wake;
        this.states = states;
        this.visits = visits;
        this.duplicates = duplicates;
        this.callings = new DisplayNames(in.db);
        this.order = new RollOrder(in.db, in.roll, callings);
    }

    /** @param from the place of the first row, from 0; past the end the page is empty and still tells the total */
    public HouseholdSlice page(HouseholdFilter filter, int from, int size) {
        return door.read(in.db, () -> {
            List<RollLine> all = walked(filter);
            SearchQuery typed = SearchQuery.of(filter.typed());
            List<HouseholdRow> rows = all.stream().skip(from).limit(size).map(line -> row(line, line.foundBy(typed))).toList();
            return new HouseholdSlice(rows, from, all.size());
        });
    }

    /** The place of a household in the whole list, from 0; empty where the list does not have it. */
    public Optional<Integer> place(HouseholdFilter filter, ScopeId scope, EntryId id) {
        return door.read(in.db, () -> {
            List<RollLine> all = walked(filter);
            int place = 0;
            while (place < all.size() && !(all.get(place).id().equals(id) && all.get(place).scope().equals(scope))) {
                place++;
            }
            return place < all.size() ? Optional.of(place) : Optional.empty();
        });
    }

    /** The villages of all communes held, commune by commune, by the number inside their names. */
    public List<NamedVillage> villages() {
        return door.read(in.db, () -> {
            lines();
            return order.villages();
        });
    }

    /** How many households there are in all. */
    public int everybody() {
        return door.read(in.db, () -> lines().size());
    }

    /** One household; empty where there is none, or another stands for it. */
    public Optional<HouseholdRow> row(ScopeId scope, EntryId id) {
        return door.read(in.db, () -> {
            lines();
            return in.roll.line(scope, id).map(line -> row(line, RollLine.BY_HOUSE));
        });
    }

    /**
     * The households of the same village that may be this one, the likeliest first. For a form that is being filled: takes some
     * milliseconds, and some more where the village was not asked for before.
     *
     * @param people who lives there, as far as it is typed
     */
    public List<DuplicateCandidate> duplicatesOf(Draft household, List<Draft> people) {
        duplicates.prepare(door, household);
        return door.alone(() -> duplicates.of(household, people));
    }

    private List<RollLine> lines() {
        wake.run();
        in.roll.read();
        return order.lines();
    }

    /** All that the filter leaves. The next page is cut from the same walk; one key more walks over what the key before left. */
    private List<RollLine> walked(HouseholdFilter filter) {
        List<RollLine> all = lines();
        SearchQuery typed = SearchQuery.of(filter.typed());
        boolean same = last.afterRows() == states.writtenRows() && last.filter().withTyped("").equals(filter.withTyped(""));
        List<RollLine> lines;
        if (same && filter.equals(last.filter())) {
            return last.shown();
        }
        if (same && typed.narrows(SearchQuery.of(last.filter().typed()))) {
            lines = last.found().stream().filter(line -> line.foundBy(typed) != RollLine.NOT_FOUND).toList();
        } else {
            Predicate<RollLine> fits = fits(filter);
            BitSet found = new BitSet(all.size());
            for (int i = 0; i < all.size(); i++) {
                found.set(i, fits.test(all.get(i)) && all.get(i).foundBy(typed) != RollLine.NOT_FOUND);
            }
            IntStream places = filter.order() == HouseholdFilter.Order.BY_VILLAGE ? found.stream()
                    : Arrays.stream(order.byName()).filter(found::get);
            lines = places.mapToObj(all::get).toList();
        }
        if (lines.isEmpty() && !typed.isEmpty()) {
            lines = called(filter, typed, all);
        }
        List<RollLine> shown = callings.exactFirst(filter.typed(), lines, line -> called(line, line.foundBy(typed)));
        last = new Walk(filter, states.writtenRows(), lines, shown);
        return shown;
    }

    /** What the house and whoever was found in it are called. */
    private String called(RollLine line, int by) {
        return callings.all(line.scope(), line.id()) + " " + line.number() + " " + order.villageName(line.scope(), line.village())
                + (by < 0 ? "" : " " + callings.all(line.scope(), line.people().get(by)));
    }

    /** Where nobody is called so, the households of the villages that are, and whoever is called by the other words there. */
    private List<RollLine> called(HouseholdFilter filter, SearchQuery typed, List<RollLine> all) {
        Map<EntryId, Integer> villages = new HashMap<>();
        order.villages().forEach(v -> {
            byte[] name = SearchIndex.folded(v.name());
            int words = typed.fitting(name, 0, name.length);
            if (words != 0) {
                villages.put(v.id(), words);
            }
        });
        Predicate<RollLine> fits = fits(filter);
        return villages.isEmpty() ? List.of() : all.stream().filter(line -> villages.containsKey(line.village()) && fits.test(line)
                && line.foundBy(typed, villages.get(line.village())) != RollLine.NOT_FOUND).toList();
    }

    /**
     * @param afterRows how many rows had been written in all: it holds until there is one more
     * @param shown the same as they are shown: names with just the marks that were typed come first
     */
    private record Walk(HouseholdFilter filter, long afterRows, List<RollLine> found, List<RollLine> shown) {}

    private Predicate<RollLine> fits(HouseholdFilter filter) {
        Predicate<RollLine> all = line -> filter.commune().filter(c -> !c.equals(line.scope())).isEmpty()
                && filter.village().filter(v -> !v.equals(line.village())).isEmpty();
        for (Map.Entry<String, Set<Integer>> answer : filter.answers().entrySet()) {
            int at = RollLine.CODES.indexOf(Catalogue.HOUSEHOLD.field(answer.getKey()));
            if (at < 0) {
                throw new IllegalArgumentException("not an open choice of a household: " + answer.getKey());
            }
            all = all.and(line -> answer.getValue().contains((int) line.codes()[at]));
        }
        if (!filter.smartphone().isEmpty()) {
            all = all.and(line -> filter.smartphone().contains(line.smartphone()));
        }
        if (!filter.ids().isEmpty()) {
            all = all.and(line -> filter.ids().contains(line.id()));
        }
        if (filter.visit().isPresent()) {
            HouseholdFilter.ToVisit due = filter.visit().get();
            Map<ScopeId, Set<EntryId>> found = new HashMap<>();
            all = all.and(line -> found.computeIfAbsent(line.scope(), scope -> visits.due(due.why(), scope, due.window()).keySet())
                    .contains(line.id()));
        }
        if (filter.state().isPresent()) {
            RecordState wanted = filter.state().get();
            all = all.and(line -> states.leastOfMany(line.scope(), line.id(), line.people()) == wanted);
        }
        return all;
    }

    private HouseholdRow row(RollLine line, int by) {
        ScopeId scope = line.scope();
        RecordStates.Least least = states.least(scope, line.id(), line.people());
        Optional<EntryId> finder = by < 0 ? Optional.empty() : Optional.of(line.people().get(by)).filter(p -> !line.head().equals(Optional.of(p)));
        int members = line.people().isEmpty()
                ? (int) in.db.sql("SELECT size FROM r_household WHERE scope = ? AND id = ?").put(scope).put(line.id()).number()
                : line.people().size();
        return new HouseholdRow(scope, line.id(), line.village(), order.villageName(scope, line.village()), line.number(),
                line.head().map(head -> callings.name(scope, head)).orElse(""),
                callings.part(Catalogue.HOUSEHOLD, "address_hint", scope, line.id()), members, line.smartphone(),
                line.code(AVAILABLE), line.code(SUBSCRIBED), line.code(POVERTY), line.code(RESIDENCE),
                line.lastVisit() == 0 ? Optional.empty() : Optional.of(Value.Day.of(line.lastVisit())), least.state(),
                least.needsLook(), finder.map(p -> callings.name(scope, p)));
    }
}
