package vn.banso.register.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.banso.register.names.Duplicates.Candidate;
import vn.banso.register.names.Duplicates.Proposal;
import vn.banso.register.names.Duplicates.Someone;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

class DuplicatesTest {
    private static final EntryId VILLAGE = new EntryId(7, 1);

    /** Invented people; what stands left and right of each bar was written by two hands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "marks and dates less exact | Nông Văn Hòa 1975-04-02; Lý Thị Mai 1978 | nông văn hoà 1975; Lý Thị May 1978",
        "no marks at all | Nguyễn Văn Năm 1981; Lò Thị Ẫm 1984 | nguyen van nam 1981; lo thi am 1984",
        "only the head typed, without marks | Triệu Thị Thủy 1990 | trieu thi thuy 1990; Bàn Văn Phúc 1988",
        "no middle name | Hoàng Văn Sơn 1979; Mã Thị Hiền 1982 | Hoàng Sơn 1979; Mã Hiền 1982",
        "no middle name, head only | Hoàng Văn Sơn 1979 | Hoàng Sơn 1979",
        "four words and three | Nguyễn Thị Thu Hà 1991; Phan Văn Lâm 1989 | Nguyễn Thu Hà 1991; Phan Văn Lâm 1989",
        "initials | Nguyễn Văn Hùng 1968; Đỗ Thị Lan 1970 | N. V. Hùng 1968; Đ.T. Lan 1970",
        "initial of the middle name | Vàng A Tủa 1995 | Vàng A. Tủa 1995",
        "initials and telephone | Nguyễn Văn Hùng; 0912345678 | N.V.Hùng 1968; 0912345678",
        "a year more, same telephone | Lương Thị Hoa 1961; 0912345678 | Lương Thị Hoa 1962; 0912 345 678",
        "a year less, a second member alike | Lò Văn Pâng 1955; Lò Thị Bun 1958 | Lò Văn Pâng 1954; Lò Thị Bun 1958",
        "a year more, the second without year | Lò Văn Pâng 1955; Lò Thị Bun | Lò Văn Pâng 1956; Lò Thị Bun 1958",
        "born nobody knows when, same telephone | Hoàng Thị Sen; 0912345678 | Hoàng Thị Sen 1960; 0912345678",
        "born nobody knows when, a second member alike | Giàng A Páo; Sùng Thị Mỷ | Giàng A Páo 1971; Sùng Thị Mỷ 1974",
        "a slip of the hand | Triệu Thị Lan 1990 | Triệu Thị Loan 1990; Lý Văn Tài 1988",
        "same day of birth, other members written | Đặng Văn Khải 1950-03-04; Lê Thị Tý 1952 | Đặng Văn Khải 1950-03-04; Đặng Thị Nụ 1980",
        "same day of birth, no middle name, other members | Đặng Văn Khải 1950-03-04; Lê Thị Tý 1952 | Đặng Khải 1950-03-04; Đặng Thị Nụ 1980",
        "another head, the same people | Bùi Văn Thành 1970; Bùi Thị Ngát 1973; Bùi Văn Tới 1999 | Bùi Thị Ngát 1973; Bùi Văn Tới 1999",
        "one mark of the surname missing | Nông Văn Bình 1966; Hà Thị Vân 1969 | Nong Văn Bình 1966; Hà Thị Vân 1969",
    })
    void theUsualCasesAreFound(String what, String one, String other) {
        assertThat(between(one, other)).as(what).isPresent();
        assertThat(between(other, one)).as(what).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Nam and Năm | Nguyễn Văn Nam 1981 | Nguyễn Văn Năm 1981",
        "Nam and Năm with members | Nguyễn Văn Nam 1981; Lò Thị Hồng 1984 | Nguyễn Văn Năm 1981; Lò Thị Hằng 1984",
        "Hạnh and Hanh | Lê Thị Hạnh 1977 | Lê Thị Hanh 1977",
        "a namesake with other members | Nguyễn Văn Hùng 1970; Trần Thị Mai 1972 | Nguyễn Văn Hùng 1970; Lê Thị Cúc 1971",
        "a namesake without marks, other members | nguyen van hung 1970; tran thi mai 1972 | Nguyễn Văn Hùng 1970; Lê Thị Cúc 1971",
        "a namesake a year apart | Nguyễn Văn Hùng 1970 | Nguyễn Văn Hùng 1971",
        "a namesake whose year nobody knows | Hoàng Thị Sen | Hoàng Thị Sen 1960",
        "mother and daughter on one telephone | Hoàng Thị Sen 1960; 0912345678 | Hoàng Thị Sen 1985; 0912345678",
        "brothers on one telephone | Hoàng Văn Bình 1960; 0912345678 | Hoàng Văn Bảo 1962; 0912345678",
        "another day of the same year | Nông Văn Hòa 1975-04-02 | Nông Văn Hòa 1975-11-30",
        "two letters apart | Triệu Thị Lan 1990 | Triệu Thị Long 1990",
        "short names forgive nothing | Lò Mơ 1951 | Lò Mi 1951",
        "a given name alone | Hoàng Thị Sen 1960 | Sen 1960",
        "another middle name | Nguyễn Văn Hùng 1970 | Nguyễn Đức Hùng 1970",
        "an initial that does not fit | Nguyễn Văn Hùng 1970 | Nguyễn T. Hùng 1970",
        "two families with one couple of names in common years apart | Lò Văn Ơn 1950; Lò Thị Pọm 1953 | Lò Văn Ơn 1978; Lò Thị Pọm 1981",
        "both without years, one member alike | Giàng A Páo; Sùng Thị Mỷ | Giàng A Páo; Vàng Thị Dở",
    })
    void otherFamiliesAreNot(String what, String one, String other) {
        assertThat(between(one, other)).as(what).isEmpty();
    }

    @Test
    void aFamilyIsComparedWithItsOwnVillageOnly() {
        Candidate one = household(1, VILLAGE, "Hoàng Thị Sen 1960; 0912345678");
        Candidate elsewhere = household(2, new EntryId(7, 2), "Hoàng Thị Sen 1960; 0912345678");
        assertThat(Duplicates.among(List.of(one, elsewhere))).isEmpty();
        Candidate two = household(3, VILLAGE, "Hoàng Thị Sen 1960; 0912345678");
        assertThat(Duplicates.among(List.of(two, elsewhere, one))).containsExactly(new Proposal(one.household(), two.household(), 1, true));
    }

    /** The quick way by shelves finds what comparing everybody with everybody finds, also while households come, change and go. */
    @Test
    void missesNothingThatComparingAllWouldFind() {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        DuplicateIndex index = new DuplicateIndex();
        List<Candidate> all = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < 600; i++) {
            Candidate one = random(random, random.nextInt(200));
            List<Proposal> slow = all.stream().flatMap(c -> Duplicates.compare(one, c).stream()).toList();
            assertThat(index.of(one)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(slow);
            found += slow.size();
            all.removeIf(c -> c.household().equals(one.household()));
            if (random.nextInt(5) == 0) {
                index.remove(one.household());
            } else {
                index.put(one);
                all.add(one);
            }
        }
        assertThat(found).as("seed " + seed).isPositive();
    }

    private static Candidate random(Random random, long id) {
        List<String> surnames = List.of("Nông", "Nong", "N.", "Nóng", "Triệu", "Trieu");
        List<String> middles = List.of("", " Văn", " Van", " V.", " Đức");
        List<String> given = List.of(" Hùng", " Hung", " Hưng", " Hùn", " Lan", " Loan");
        StringBuilder people = new StringBuilder(random.nextInt(4) == 0 ? "09123456" + (10 + random.nextInt(20)) : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            people.append("; ").append(any(random, surnames)).append(any(random, middles)).append(any(random, given))
                    .append(random.nextBoolean() ? "" : " 19" + (70 + random.nextInt(5)) + (random.nextInt(3) > 0 ? "" : "-0" + (1 + random.nextInt(2)) + "-01"));
        }
        return household(id, VILLAGE, people.toString());
    }

    private static String any(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static Optional<Proposal> between(String one, String other) {
        DuplicateIndex index = new DuplicateIndex();
        index.put(household(1, VILLAGE, one));
        return index.of(household(2, VILLAGE, other)).stream().findFirst();
    }

    /** Names, each with a birth as far as it is known, and telephones. */
    private static Candidate household(long id, EntryId village, String written) {
        Set<String> phones = new HashSet<>();
        List<Someone> people = new ArrayList<>();
        Arrays.stream(written.split(";")).map(String::strip).filter(w -> !w.isEmpty()).forEach(w -> {
            Optional<String> phone = Phones.canonical(w);
            phone.ifPresent(phones::add);
            String born = w.replaceFirst("^\\D+", "");
            if (phone.isEmpty()) {
                people.add(Someone.of(w.substring(0, w.length() - born.length()).strip(), Optional.of(born).filter(b -> !b.isEmpty()).map(Value.Day::parse)));
            }
        });
        return new Candidate(new EntryId(1, id), village, phones, people);
    }
}
