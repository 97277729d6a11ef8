package vn.banso.register.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.names.DuplicateIndex;
import vn.banso.register.names.Duplicates.Candidate;
import vn.banso.register.names.Duplicates.Proposal;
import vn.banso.register.names.Duplicates.Someone;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * How many households that a second hand writes down again are found, and how many of those found are right: one village of 10,000
 * invented people, much larger and with fewer different names than a real one. The figures are printed.
 */
class DuplicateRecallTest {
    private static final int HOUSEHOLDS = 2_500;
    private static final int AGAIN = 400;
    private static final EntryId VILLAGE = new EntryId(7, 1);

    @ParameterizedTest
    @CsvSource({"REMOTE, 3", "DELTA, 4", "URBAN, 5"})
    void nineOfTenAreFoundAndNineOfTenFoundAreRight(Region region, long seed) {
        Random random = new Random(seed);
        List<Family> families = families(region, seed);
        DuplicateIndex index = new DuplicateIndex();
        families.forEach(f -> index.put(f.candidate(f.id())));
        Collections.shuffle(families, random);
        int right = 0;
        int wrong = 0;
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < AGAIN; i++) {
            Family family = families.get(i);
            Candidate typed = family.again(random).candidate(new EntryId(99, i));
            long before = System.nanoTime();
            List<Proposal> found = index.of(typed);
            nanos.add(System.nanoTime() - before);
            long hits = found.stream().filter(p -> p.first().equals(family.id()) || p.second().equals(family.id())).count();
            right += (int) hits;
            wrong += found.size() - (int) hits;
        }
        Collections.sort(nanos);
        double recall = right / (double) AGAIN;
        double precision = right / (double) (right + wrong);
        System.out.printf("duplicates %s, seed %d: %d households written again of %d, recall %.3f, precision %.3f, looked for in %.1f ms, 99 of 100 in %.1f ms%n",
                region, seed, AGAIN, families.size(), recall, precision, nanos.get(AGAIN / 2) / 1e6, nanos.get(AGAIN * 99 / 100) / 1e6);
        assertThat(recall).isGreaterThanOrEqualTo(.90);
        assertThat(precision).isGreaterThanOrEqualTo(.90);
    }

    private record Person(String name, Optional<Value.Day> born) {}

    private record Family(EntryId id, Set<String> phones, List<Person> people) {
        Candidate candidate(EntryId as) {
            return new Candidate(as, VILLAGE, phones, people.stream().map(p -> Someone.of(p.name(), p.born())).toList());
        }

        /** As somebody else types it on another day. */
        Family again(Random random) {
            List<Person> typed = new ArrayList<>();
            boolean marks = random.nextInt(100) < 85;
            boolean middles = random.nextInt(100) < 88;
            for (Person person : people) {
                if (typed.isEmpty() || random.nextInt(100) < 88) {
                    typed.add(new Person(retyped(person.name(), marks, middles && random.nextInt(100) < 95, random), born(person.born(), random)));
                }
            }
            return new Family(id, random.nextInt(100) < 60 ? phones : Set.of(), typed);
        }

        private static Optional<Value.Day> born(Optional<Value.Day> born, Random random) {
            int chance = random.nextInt(100);
            return chance < 10 ? Optional.empty() : born.map(b -> chance < 18 ? new Value.Day(b.year() + (random.nextBoolean() ? 1 : -1), 0, 0)
                    : chance < 50 ? new Value.Day(b.year(), 0, 0) : b);
        }

        private static String retyped(String name, boolean marks, boolean middle, Random random) {
            String[] words = name.split(" ");
            int last = words.length - 1;
            String typed = name;
            if (!middle && last > 1) {
                typed = random.nextBoolean() ? words[0] + " " + words[last] : words[0] + " " + words[1].charAt(0) + ". " + words[last];
            } else if (random.nextInt(100) < 3) {
                int at = 1 + random.nextInt(name.length() - 1);
                typed = Character.isLetter(name.charAt(at)) ? name.substring(0, at) + name.substring(at + 1) : name;
            }
            return marks ? typed : Names.fold(typed);
        }
    }

    private static List<Family> families(Region region, long seed) {
        Map<EntryId, Family> families = new HashMap<>();
        Generator.drafts(new Commune("2025-07-01", "05719", region, HOUSEHOLDS, LocalDate.of(2026, 11, 1), seed)).forEach(draft -> {
            if (draft.type() == Catalogue.HOUSEHOLD) {
                families.put(draft.id(), new Family(draft.id(), new HashSet<>(), new ArrayList<>()));
            } else if (draft.type() == Catalogue.PERSON) {
                Family family = families.get(((Value.Ref) draft.value(Catalogue.PERSON.field("household")).orElseThrow()).entry());
                family.people().add(new Person(text(draft, "name").orElseThrow(),
                        draft.value(Catalogue.PERSON.field("born")).map(Value.Day.class::cast)));
                text(draft, "phone").ifPresent(family.phones()::add);
            }
        });
        return new ArrayList<>(families.values());
    }

    private static Optional<String> text(Draft draft, String field) {
        return draft.value(draft.type().field(field)).map(v -> ((Value.Text) v).text());
    }
}
