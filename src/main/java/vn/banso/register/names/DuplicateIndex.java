package vn.banso.register.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.banso.register.names.Duplicates.Candidate;
import vn.banso.register.names.Duplicates.Proposal;
import vn.banso.register.names.Duplicates.Someone;
import vn.banso.register.values.EntryId;

/**
 * The households of one village by what a duplicate must share with them: a telephone, a name with a birth year at most one away, or a
 * name whose year is not known. Few are compared, and it is kept while the village changes.
 */
public final class DuplicateIndex {
    private final Map<EntryId, Candidate> households = new HashMap<>();
    private final Map<String, Set<EntryId>> shelves = new HashMap<>();

    /** In place of what it was before. */
    public void put(Candidate household) {
        remove(household.household());
        households.put(household.household(), household);
        keys(household).forEach(key -> shelves.computeIfAbsent(key, _ -> new HashSet<>(2)).add(household.household()));
    }

    public void remove(EntryId household) {
        Candidate before = households.remove(household);
        if (before != null) {
            keys(before).forEach(key -> shelves.computeIfPresent(key, (_, ids) -> ids.remove(household) && ids.isEmpty() ? null : ids));
        }
    }

    /** Those that may be this one, the likeliest first. */
    public List<Proposal> of(Candidate one) {
        Set<EntryId> near = new HashSet<>();
        asked(one).forEach(key -> near.addAll(shelves.getOrDefault(key, Set.of())));
        List<Proposal> found = new ArrayList<>();
        near.forEach(id -> Duplicates.compare(one, households.get(id)).ifPresent(found::add));
        found.sort(Proposal.LIKELIEST);
        return found;
    }

    /** What the household stands under. */
    private static Set<String> keys(Candidate household) {
        Set<String> keys = new HashSet<>(household.phones());
        people(household).forEach(p -> {
            keys.add((p.born().isPresent() ? "born:" : "unborn:") + name(p.name()));
            p.born().ifPresent(born -> years(keys, p.name(), born.year()));
        });
        return keys;
    }

    /** Where those stand that may be this household: where one of two years is not known, the name alone has to do. */
    private static Set<String> asked(Candidate household) {
        Set<String> keys = new HashSet<>(household.phones());
        people(household).forEach(p -> {
            keys.add("unborn:" + name(p.name()));
            p.born().ifPresentOrElse(born -> {
                for (int year = born.year() - 1; year <= born.year() + 1; year++) {
                    years(keys, p.name(), year);
                }
            }, () -> keys.add("born:" + name(p.name())));
        });
        return keys;
    }

    private static List<Someone> people(Candidate household) {
        return household.people().stream().filter(p -> !p.name().isEmpty()).toList();
    }

    private static String name(PersonName name) {
        return name.surname().charAt(0) + " " + name.given();
    }

    /** One letter may be wrong in the surname or in the given name, but then its first or its last letter is right. */
    private static void years(Set<String> keys, PersonName name, int year) {
        String given = name.given();
        keys.add(year + " " + given);
        keys.add(year + name.surname() + "^" + given.charAt(0));
        keys.add(year + name.surname() + "$" + given.charAt(given.length() - 1));
    }
}
