package vn.banso.register.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.banso.register.names.LabelledPairs.Pair;

/** How many of the families that two hands wrote down are proposed, and how many of the proposals are one family. */
class DuplicateQualityTest {
    private static final double LEAST = 0.90;

    @Test
    void nearlyAllThatAreOneAreProposedAndNearlyNothingElse() {
        List<Pair> pairs = LabelledPairs.all();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(300);
        List<Pair> proposed = pairs.stream().filter(p -> Duplicates.compare(p.one(), p.other()).isPresent()).toList();
        long right = proposed.stream().filter(Pair::same).count();
        double recall = (double) right / pairs.stream().filter(Pair::same).count();
        double precision = (double) right / proposed.size();
        System.out.printf(Locale.ROOT, "duplicates: %d labelled pairs, recall %.3f, precision %.3f%n", pairs.size(), recall, precision);
        Map<String, String> wrong = pairs.stream().filter(p -> p.same() != proposed.contains(p))
                .collect(Collectors.groupingBy(Pair::kind, TreeMap::new, Collectors.collectingAndThen(Collectors.counting(), n -> n + " of 14")));
        assertThat(recall).as("missed or wrong: %s", wrong).isGreaterThanOrEqualTo(LEAST);
        assertThat(precision).as("missed or wrong: %s", wrong).isGreaterThanOrEqualTo(LEAST);
        System.out.println("missed or wrong: " + wrong);
    }
}
