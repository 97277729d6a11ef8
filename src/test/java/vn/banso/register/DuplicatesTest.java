package vn.banso.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.banso.register.Duplicates.Candidate;
import vn.banso.register.Duplicates.Someone;

class DuplicatesTest {
    private static final EntryId VILLAGE = new EntryId(7, 1);

    @Test
    void theSameFamilyWrittenTwiceIsProposed() {
        Candidate one = household(1, VILLAGE, Set.of(), someone("Nông Văn Hòa", "1975-04-02"), someone("Lý Thị Mai", "1978"));
        Candidate two = household(2, VILLAGE, Set.of(), someone("nông văn hoà", "1975"), someone("Lý Thị May", "1978"));
        assertThat(Duplicates.among(List.of(two, one)))
                .containsExactly(new Duplicates.Proposal(one.household(), two.household(), 2, false));
        assertThat(Duplicates.of(one, List.of(one, two))).hasSize(1);
    }

    @Test
    void aTelephoneStandsForTheBirthYear() {
        Candidate one = household(1, VILLAGE, Set.of("0912345678"), someone("Hoàng Thị Sen", null));
        Candidate two = household(2, VILLAGE, Set.of("0912345678"), someone("Hoàng Thị Sen", "1960"));
        assertThat(Duplicates.among(List.of(one, two))).singleElement().matches(Duplicates.Proposal::phone);
    }

    @Test
    void neighboursAreNot() {
        Candidate one = household(1, VILLAGE, Set.of("0912345678"), someone("Hoàng Thị Sen", "1960"));
        List<Candidate> others = List.of(
                household(2, new EntryId(7, 2), Set.of("0912345678"), someone("Hoàng Thị Sen", "1960")),
                household(3, VILLAGE, Set.of("0912345678"), someone("Hoàng Văn Bình", "1960")),
                household(4, VILLAGE, Set.of("0912345678"), someone("Hoàng Thị Sen", "1985")),
                household(5, VILLAGE, Set.of(), someone("Hoàng Thị Sen", null)),
                household(6, VILLAGE, Set.of(), someone("Sen", "1960")));
        assertThat(Duplicates.of(one, others)).isEmpty();
        Candidate sameYearOtherDay = household(8, VILLAGE, Set.of(), someone("Nông Văn Hòa", "1975-04-02"));
        assertThat(Duplicates.of(sameYearOtherDay, List.of(household(9, VILLAGE, Set.of(), someone("Nông Văn Hòa", "1975-11-30")))))
                .isEmpty();
    }

    @Test
    void twoLettersApartIsAnotherNameAndShortNamesForgiveNothing() {
        Candidate one = household(1, VILLAGE, Set.of(), someone("Triệu Thị Lan", "1990"), someone("Lò Mơ", "1951"));
        assertThat(Duplicates.of(one, List.of(household(2, VILLAGE, Set.of(), someone("Triệu Thị Long", "1990"))))).isEmpty();
        assertThat(Duplicates.of(one, List.of(household(3, VILLAGE, Set.of(), someone("Lò Mi", "1951"))))).isEmpty();
        assertThat(Duplicates.of(one, List.of(household(4, VILLAGE, Set.of(), someone("Triệu Thị Loan", "1990"))))).hasSize(1);
    }

    /** The quick way through the buckets finds what comparing everybody with everybody finds. */
    @Test
    void missesNothingThatComparingAllWouldFind() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Set<String> phones = random.nextInt(4) == 0 ? Set.of("09" + random.nextInt(20)) : Set.of();
            all.add(household(i, new EntryId(7, random.nextInt(3)), phones,
                    someone("Nông Văn " + "abc".charAt(random.nextInt(3)), random.nextBoolean() ? null : "19" + (70 + random.nextInt(9)))));
        }
        List<Duplicates.Proposal> slow = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            slow.addAll(Duplicates.of(all.get(i), all.subList(0, i)));
        }
        assertThat(Duplicates.among(all)).as("seed " + seed).isNotEmpty().containsExactlyInAnyOrderElementsOf(slow);
    }

    private static Candidate household(long id, EntryId village, Set<String> phones, Someone... people) {
        return new Candidate(new EntryId(1, id), village, phones, List.of(people));
    }

    private static Someone someone(String name, String born) {
        return Someone.of(name, Optional.ofNullable(born).map(Value.Day::parse));
    }
}
