package vn.banso.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds households that two people may both have written down: same village, a similar name, and the same birth year or
 * telephone. Only proposed; a person decides.
 */
public final class Duplicates {
    /** From this length on, one letter may differ: a slip of the hand, not another name. */
    private static final int FORGIVING_LENGTH = 8;

    private Duplicates() {}

    /**
     * What is compared of a household.
     *
     * @param phones in canonical form, of the household and its members
     */
    public record Candidate(EntryId household, EntryId village, Set<String> phones, List<Someone> people) {}

    /** @param folded the name by {@link Names#fold} */
    public record Someone(String folded, Optional<Value.Day> born) {
        public static Someone of(String name, Optional<Value.Day> born) {
            return new Someone(Names.fold(name), born);
        }
    }

    /**
     * @param first the lower id of the two
     * @param people how many members look the same
     * @param phone whether they share a telephone
     */
    public record Proposal(EntryId first, EntryId second, int people, boolean phone) {}

    /** All pairs among these households, the likeliest first. */
    public static List<Proposal> among(Collection<Candidate> households) {
        Map<EntryId, List<Candidate>> villages = new HashMap<>();
        households.forEach(c -> villages.computeIfAbsent(c.village(), _ -> new ArrayList<>()).add(c));
        List<Proposal> found = new ArrayList<>();
        villages.values().forEach(village -> pairs(village, found));
        return sorted(found);
    }

    /** Those of these households that may be this one. */
    public static List<Proposal> of(Candidate one, Collection<Candidate> others) {
        List<Proposal> found = new ArrayList<>();
        others.forEach(other -> compare(one, other).ifPresent(found::add));
        return sorted(found);
    }

    /** Compares only households that share a birth year or a telephone: a village of 900 takes milliseconds. */
    private static void pairs(List<Candidate> village, List<Proposal> found) {
        Map<Object, List<Integer>> buckets = new HashMap<>();
        for (int i = 0; i < village.size(); i++) {
            int at = i;
            Candidate one = village.get(i);
            Set<Object> keys = new HashSet<>(one.phones());
            one.people().forEach(p -> p.born().ifPresent(b -> keys.add(b.year())));
            Set<Integer> near = new TreeSet<>();
            keys.forEach(key -> {
                List<Integer> bucket = buckets.computeIfAbsent(key, _ -> new ArrayList<>());
                near.addAll(bucket);
                bucket.add(at);
            });
            near.forEach(j -> compare(one, village.get(j)).ifPresent(found::add));
        }
    }

    private static Optional<Proposal> compare(Candidate a, Candidate b) {
        if (a.household().equals(b.household()) || !a.village().equals(b.village())) {
            return Optional.empty();
        }
        boolean phone = a.phones().stream().anyMatch(b.phones()::contains);
        int same = 0;
        for (Someone one : a.people()) {
            for (Someone other : b.people()) {
                if ((phone || sameBirth(one, other)) && !differentBirth(one, other) && similar(one.folded(), other.folded())) {
                    same++;
                    break;
                }
            }
        }
        boolean ordered = a.household().compareTo(b.household()) < 0;
        return same == 0 ? Optional.empty() : Optional.of(new Proposal(
                (ordered ? a : b).household(), (ordered ? b : a).household(), same, phone));
    }

    /** Whether these look like one person: a similar name, and born in the same year. */
    public static boolean isSame(Someone one, Someone other) {
        return sameBirth(one, other) && !differentBirth(one, other) && similar(one.folded(), other.folded());
    }

    private static boolean sameBirth(Someone a, Someone b) {
        return a.born().isPresent() && b.born().isPresent() && a.born().get().year() == b.born().get().year();
    }

    /** Another year, or another day of the same year where both are known. */
    private static boolean differentBirth(Someone a, Someone b) {
        if (a.born().isEmpty() || b.born().isEmpty()) {
            return false;
        }
        Value.Day one = a.born().get();
        Value.Day other = b.born().get();
        return one.year() != other.year() || one.day() > 0 && other.day() > 0 && !one.equals(other);
    }

    private static boolean similar(String a, String b) {
        return !a.isEmpty() && (a.equals(b) || Math.min(a.length(), b.length()) >= FORGIVING_LENGTH && oneLetterApart(a, b));
    }

    private static boolean oneLetterApart(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return a.length() - start - end <= 1 && b.length() - start - end <= 1;
    }

    private static List<Proposal> sorted(List<Proposal> found) {
        found.sort(Comparator.comparing(Proposal::phone).thenComparing(Proposal::people).reversed()
                .thenComparing(Proposal::first).thenComparing(Proposal::second));
        return found;
    }
}
