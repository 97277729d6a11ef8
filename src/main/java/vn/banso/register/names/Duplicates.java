package vn.banso.register.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.names.PersonName.Likeness;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * Which households two people may both have written down: of one village, with people who look the same. One person is enough where
 * name and birth leave little doubt, where a telephone is the same, or where one household has nobody else; otherwise a second member
 * has to look the same, since a namesake with other members is another family. Only proposed; a person decides.
 */
public final class Duplicates {
    /** The least points of the better of two people, and of both together. */
    private static final int FIRST_MEMBER = 2;
    private static final int BOTH_MEMBERS = 3;

    private Duplicates() {}

    /**
     * What is compared of a household.
     *
     * @param phones in canonical form, of the household and its members
     */
    public record Candidate(EntryId household, EntryId village, Set<String> phones, List<Someone> people) {
        /** In one order, so that it does not matter who was written down first. */
        public Candidate {
            people = people.stream().sorted(Comparator.comparing((Someone p) -> String.join(" ", p.name().marked()))
                    .thenComparing(p -> p.born().map(Value.Day::number).orElse(0))).toList();
        }
    }

    /** One member. */
    public record Someone(PersonName name, Optional<Value.Day> born) {
        public static Someone of(String name, Optional<Value.Day> born) {
            return new Someone(PersonName.of(name), born);
        }
    }

    /**
     * @param first the lower id of the two
     * @param people how many members look the same
     * @param phone whether they share a telephone
     */
    public record Proposal(EntryId first, EntryId second, int people, boolean phone) {
        public static final Comparator<Proposal> LIKELIEST = Comparator.comparing(Proposal::phone).thenComparing(Proposal::people).reversed()
                .thenComparing(Proposal::first).thenComparing(Proposal::second);
    }

    /** All pairs among these households, the likeliest first. */
    public static List<Proposal> among(Collection<Candidate> households) {
        Map<EntryId, DuplicateIndex> villages = new HashMap<>();
        List<Proposal> found = new ArrayList<>();
        households.forEach(c -> {
            DuplicateIndex village = villages.computeIfAbsent(c.village(), _ -> new DuplicateIndex());
            found.addAll(village.of(c));
            village.put(c);
        });
        found.sort(Proposal.LIKELIEST);
        return found;
    }

    /** Whether these look like one person: a name that is like it, and born in the same year. */
    public static boolean isSame(Someone one, Someone other) {
        Birth birth = Birth.of(one.born(), other.born());
        return (birth == Birth.DAY || birth == Birth.YEAR) && one.name().like(other.name()) != Likeness.NO;
    }

    /** Whether these two may be one household. */
    static Optional<Proposal> compare(Candidate a, Candidate b) {
        int order = a.household().compareTo(b.household());
        if (order == 0 || !a.village().equals(b.village())) {
            return Optional.empty();
        }
        return order < 0 ? inOrder(a, b) : inOrder(b, a);
    }

    private static Optional<Proposal> inOrder(Candidate a, Candidate b) {
        boolean phone = a.phones().stream().anyMatch(b.phones()::contains);
        boolean alone = Math.min(a.people().size(), b.people().size()) == 1;
        int same = 0;
        int points = 0;
        int most = 0;
        boolean enough = phone;
        BitSet taken = new BitSet();
        for (Someone one : a.people()) {
            int best = -1;
            int bestPoints = 0;
            for (int i = taken.nextClearBit(0); i < b.people().size(); i = taken.nextClearBit(i + 1)) {
                int here = points(one, b.people().get(i));
                if (here > bestPoints) {
                    best = i;
                    bestPoints = here;
                }
            }
            if (best >= 0) {
                Someone other = b.people().get(best);
                taken.set(best);
                same++;
                points += bestPoints;
                most = Math.max(most, bestPoints);
                enough |= Birth.of(one.born(), other.born()) == Birth.DAY || alone && isSame(one, other);
            }
        }
        enough |= same > 1 && most >= FIRST_MEMBER && points >= BOTH_MEMBERS;
        return same == 0 || !enough ? Optional.empty() : Optional.of(new Proposal(a.household(), b.household(), same, phone));
    }

    /** Less for a close name than for the same one, and less the less is known of the birth; 0 for two people. */
    private static int points(Someone one, Someone other) {
        Birth birth = Birth.of(one.born(), other.born());
        return birth == Birth.OTHER ? 0 : switch (one.name().like(other.name())) {
            case SAME -> 2 * birth.weight;
            case CLOSE -> birth.weight;
            case NO -> 0;
        };
    }

    /** What two dates of birth say together. */
    private enum Birth {
        DAY(3), YEAR(2), NEAR(1), UNKNOWN(1), OTHER(0);

        private final int weight;

        Birth(int weight) {
            this.weight = weight;
        }

        /**
         * A year more or less is often a slip, or the lunar year; another day of the same year is another person, but for day and month
         * written the other way round.
         */
        static Birth of(Optional<Value.Day> one, Optional<Value.Day> other) {
            if (one.isEmpty() || other.isEmpty()) {
                return UNKNOWN;
            }
            Value.Day a = one.get();
            Value.Day b = other.get();
            boolean days = a.day() > 0 && b.day() > 0;
            boolean sameDay = a.day() == b.day() && a.month() == b.month();
            return switch (Math.abs(a.year() - b.year())) {
                case 0 -> !days ? YEAR : sameDay ? DAY : a.day() == b.month() && a.month() == b.day() ? YEAR : OTHER;
                case 1 -> !days || sameDay ? NEAR : OTHER;
                default -> OTHER;
            };
        }
    }
}
