package vn.banso.register.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.FreshIds;

/**
 * Invents a commune, village by village: memory holds one village at a time, however large the commune.
 *
 * <p>Entries come in the order in which people would write them, so that a link mostly points backwards; a household stands
 * directly before its members.
 */
public final class Generator {
    private Generator() {}

    /** All entries, for one pass. */
    public static Stream<Draft> drafts(Commune commune) {
        return acts(commune).flatMap(List::stream);
    }

    /**
     * The same entries as people would save them, for one pass: a village with its team, a household with its members, an
     * evening class with its list.
     */
    public static Stream<List<Draft>> acts(Commune commune) {
        Dice dice = new Dice(commune.seed() ^ commune.scope().value());
        FreshIds ids = new FreshIds(dice.random());
        PersonNames names = new PersonNames(dice, commune.region());
        Villages villages = new Villages(commune, dice, ids, names);
        Families families = new Families(commune, dice, ids, names);
        Training training = new Training(commune, dice, ids);
        List<Integer> sizes = villages.sizes();
        int[] recorded = shares(sizes, commune.households());
        return IntStream.range(0, sizes.size()).boxed().sequential()
                .flatMap(i -> village(sizes.get(i), recorded[i], villages, families, training).stream());
    }

    private static List<List<Draft>> village(int size, int recorded, Villages villages, Families families, Training training) {
        List<List<Draft>> acts = new ArrayList<>();
        List<Draft> village = new ArrayList<>();
        Hamlet hamlet = villages.write(size, village);
        acts.add(village);
        List<Resident> people = new ArrayList<>();
        for (int i = 0; i < recorded; i++) {
            List<Draft> household = new ArrayList<>();
            people.addAll(families.write(hamlet, household));
            acts.add(household);
        }
        training.write(hamlet, people, acts);
        return acts;
    }

    /** Each village's part of the households, in proportion to its size, exact in total and never above the size. */
    private static int[] shares(List<Integer> sizes, int households) {
        long sum = sizes.stream().mapToLong(Integer::longValue).sum();
        int[] shares = new int[sizes.size()];
        long before = 0;
        for (int i = 0; i < shares.length; i++) {
            long after = before + sizes.get(i);
            shares[i] = (int) (after * households / sum - before * households / sum);
            before = after;
        }
        return shares;
    }
}
