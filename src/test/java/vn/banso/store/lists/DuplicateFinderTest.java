package vn.banso.store.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.names.Duplicates;
import vn.banso.register.rules.Draft;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.trust.governance.Role;

class DuplicateFinderTest {
    private static final List<String> NAMES = List.of("Nông Văn Hòa", "nong van hoa", "Nông Hòa", "Lý Thị Mai", "L. T. Mai", "Triệu A Páo",
            "Triệu A Pao", "Vàng Thị Dở", "Nguyễn Văn Nam", "Nguyễn Văn Năm");

    @TempDir
    private Path folder;

    private Land land;
    private Node node;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        node = land.enrolled("officer", Role.COMMUNE, Land.SANG_MOC);
    }

    @AfterEach
    void close() {
        land.close();
    }

    /** What is kept from one save to the next says the same as comparing the whole commune anew. */
    @Test
    void whatIsKeptIsWhatComparingAllAnewWouldSay() {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        List<EntryId> villages = new ArrayList<>();
        for (String name : List.of("Nà Lay", "Bó Mười", "Khuổi Hin")) {
            Draft village = Land.village(node, Land.SANG_MOC, name);
            node.save(List.of(village));
            villages.add(village.id());
        }
        List<EntryId> households = new ArrayList<>();
        List<EntryId> people = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < 120; i++) {
            act(random, villages, households, people);
            if (random.nextInt(3) == 0) {
                node.households().duplicatesOf(Land.household(node, Land.SANG_MOC, any(random, villages)),
                        List.of(Land.person(node, Land.SANG_MOC, node.freshId(), any(random, NAMES), 1970)));
            }
            Set<Set<EntryId>> kept = pairs();
            found += kept.size();
            if (i % 8 == 0) {
                node.close();
                node = land.open("officer");
                assertThat(kept).as("seed %d, act %d", seed, i).isEqualTo(pairs());
            }
        }
        assertThat(found).as("seed %d", seed).isPositive();
    }

    private void act(Random random, List<EntryId> villages, List<EntryId> households, List<EntryId> people) {
        int what = households.size() < 8 ? 0 : random.nextInt(10);
        switch (what) {
            case 0, 1, 2 -> {
                Draft household = Land.household(node, Land.SANG_MOC, any(random, villages)).with("phone", new Value.Text("09123456" + (10 + random.nextInt(40))));
                List<Draft> all = new ArrayList<>(List.of(household));
                for (int i = random.nextInt(3); i >= 0; i--) {
                    Draft person = Land.person(node, Land.SANG_MOC, household.id(), any(random, NAMES), 1970 + random.nextInt(4));
                    all.add(person);
                    people.add(person.id());
                }
                households.add(household.id());
                node.save(all);
            }
            case 3 -> node.save(List.of(change(Catalogue.PERSON, any(random, people)).with("name", new Value.Text(any(random, NAMES)))));
            case 4 -> node.save(List.of(change(Catalogue.PERSON, any(random, people)).with("born", new Value.Day(1970 + random.nextInt(4), 0, 0))));
            case 5 -> node.save(List.of(change(Catalogue.PERSON, any(random, people)).with("household", new Value.Ref(any(random, households)))));
            case 6 -> node.save(List.of(change(Catalogue.HOUSEHOLD, any(random, households)).with("village", new Value.Ref(any(random, villages)))));
            case 7 -> node.acts().delete(Land.SANG_MOC, any(random, random.nextBoolean() ? people : households), "ghi nhầm");
            case 8 -> pairs().stream().map(List::copyOf).findFirst().ifPresent(pair ->
                    node.acts().alias(Land.SANG_MOC, pair.getFirst(), pair.getLast()));
            default -> node.acts().unalias(Land.SANG_MOC, any(random, households));
        }
    }

    private static Draft change(EntryType type, EntryId id) {
        return Draft.of(type, Land.SANG_MOC, id);
    }

    private static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Set<Set<EntryId>> pairs() {
        return node.attention().stream().filter(a -> a.kind() == Kind.DUPLICATE)
                .map(a -> Set.of(a.entry().orElseThrow(), a.other().orElseThrow())).collect(Collectors.toSet());
    }

    /** The first look reads outside the lock: whoever saves meanwhile waits for nothing, and is not overlooked. */
    @Test
    void whatIsWrittenWhileACommuneIsReadIsComparedToo() {
        Draft village = Land.village(node, Land.SANG_MOC, "Nà Lay");
        Draft first = Land.household(node, Land.SANG_MOC, village.id());
        node.save(List.of(village, first, Land.person(node, Land.SANG_MOC, first.id(), "Nông Văn Hòa", 1980)));
        DuplicateFinder finder = new DuplicateFinder(node.context());
        DuplicateFinder.Meanwhile meanwhile = node.context().door.alone(() -> finder.begin(Land.SANG_MOC));
        List<Duplicates.Proposal> read = Duplicates.among(DuplicateReader.inParts(node.context(), node.context().door, Land.SANG_MOC, Optional.empty()));
        assertThat(read).isEmpty();
        Draft twin = Land.household(node, Land.SANG_MOC, village.id());
        node.save(List.of(twin, Land.person(node, Land.SANG_MOC, twin.id(), "Nông Văn Hòa", 1980)));
        node.context().door.enter(() -> finder.end(meanwhile, read));
        assertThat(node.context().door.alone(finder::pairs)).singleElement()
                .satisfies(a -> assertThat(Set.of(a.entry().orElseThrow(), a.other().orElseThrow())).containsExactlyInAnyOrder(first.id(), twin.id()));
    }

    /** Prints how long it takes to look after each save, in one village; {@code -Dduplicates.households=2500} for 10,000 people. */
    @Test
    void afterASaveOnlyWhatWasWrittenIsComparedAgain() {
        Draft village = Land.village(node, Land.SANG_MOC, "Nà Lay");
        node.save(List.of(village));
        List<EntryId> people = new ArrayList<>();
        List<Draft> chunk = new ArrayList<>();
        Generator.drafts(new Commune("2025-07-01", "05719", Region.REMOTE, Integer.getInteger("duplicates.households", 250), LocalDate.of(2026, 11, 1), 3))
                .filter(d -> d.type() == Catalogue.HOUSEHOLD || d.type() == Catalogue.PERSON).forEach(draft -> {
                    chunk.add(draft.type() == Catalogue.HOUSEHOLD ? draft.with("village", new Value.Ref(village.id())) : draft);
                    if (draft.type() == Catalogue.PERSON) {
                        people.add(draft.id());
                    }
                    if (chunk.size() > 400 && draft.type() == Catalogue.PERSON) {
                        node.save(chunk);
                        chunk.clear();
                    }
                });
        node.save(chunk);
        long before = System.nanoTime();
        int all = pairs().size();
        double whole = (System.nanoTime() - before) / 1e6;
        List<Long> looking = new ArrayList<>();
        List<Long> typing = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Draft household = Land.household(node, Land.SANG_MOC, village.id()).with("phone", Value.BLANK);
            Draft person = Land.person(node, Land.SANG_MOC, household.id(), "Nông Văn Hòa Bình", 1900 + i);
            before = System.nanoTime();
            node.households().duplicatesOf(household, List.of(person));
            typing.add(System.nanoTime() - before);
            node.save(List.of(household, person));
            before = System.nanoTime();
            pairs();
            looking.add(System.nanoTime() - before);
        }
        assertThat(pairs().size()).isGreaterThanOrEqualTo(all);
        Collections.sort(looking);
        Collections.sort(typing);
        System.out.printf("duplicates in one village of %d people: all %.0f ms, after a save %.1f ms (longest %.1f), while typing %.1f ms (longest %.1f)%n",
                people.size(), whole, looking.get(looking.size() / 2) / 1e6, looking.getLast() / 1e6, typing.get(typing.size() / 2) / 1e6, typing.getLast() / 1e6);
    }
}
