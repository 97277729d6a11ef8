package vn.banso.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"Nguyễn Thị Hoa,nguyen thi hoa", "ĐẶNG VĂN ĐỨC,dang van duc", "Thuỷ,thuy", "Thủy,thuy", "hoá,hoa", "hóa,hoa",
            "'  Lò   Văn\tƯơng ',lo van uong", "'H''Mông',hmong", "H’Mông,hmong", "Ksor Y Blă,ksor y bla", "Tổ 5,to 5"})
    void foldsToPlainLetters(String name, String folded) {
        assertThat(Names.fold(name)).isEqualTo(folded);
        assertThat(Names.fold(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(folded);
    }

    @Test
    void foldsEveryVietnameseLetterToAscii() {
        String letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
        String tones = "\u0300\u0301\u0303\u0309\u0323";
        for (char letter : (letters + letters.toUpperCase(Locale.ROOT)).toCharArray()) {
            for (char tone : tones.toCharArray()) {
                assertThat(Names.fold(Normalizer.normalize("" + letter + tone, Normalizer.Form.NFC))).matches("[a-z]");
            }
        }
    }

    @Test
    void bothStylesOfToneAreOneAndDifferentTonesAreTwo() {
        assertThat(Names.marked("Khánh Hoà")).isEqualTo(Names.marked("khánh hòa"));
        assertThat(Names.marked("Thuỷ")).isEqualTo(Names.marked("Thủy"));
        assertThat(Names.marked("hóa")).isNotEqualTo(Names.marked("hòa"));
        assertThat(Names.marked("Đào")).isNotEqualTo(Names.marked("Dào"));
        assertThat(Names.marked("Hoan")).isNotEqualTo(Names.marked("Hoân"));
    }

    @ParameterizedTest
    @CsvSource({"nguyen hoa,Nguyễn Thị Hoa,true", "hoa ng,Nguyễn Thị Hoa,true", "hoà,Lê Văn Hòa,true", "hòa,Lê Văn Hoá,false",
            "hoà,Vũ Đức Hoàn,true", "hoa,Vũ Đức Hoàn,true", "nguyê,Nguyễn An,true", "nguyễn thi,Nguyễn Thị Hoa,true",
            "nguyễn thì,Nguyễn Thị Hoa,false", "d,Đỗ An,true", "đ,Đỗ An,true", "đ,Dương An,false", "uyen,Nguyễn An,false",
            "'h''m',H’Mông Ba,true", "'',Đỗ An,true"})
    void searchesWithAndWithoutMarks(String search, String name, boolean found) {
        assertThat(Names.matches(search, name)).isEqualTo(found);
    }

    @Test
    void theDoorLeavesOneForm() {
        assertThat(Names.nfc("Hoa\u0300")).isEqualTo("Hoà");
        assertThat(Names.nfc(" a\u00A0b\u200B\u0007c\r\nd ")).isEqualTo("a bc\nd");
        assertThat(Names.oneLine("Nguyễn \n  An")).isEqualTo("Nguyễn An");
    }

    @Test
    void sortsByTheLastWordInVietnameseOrder() {
        List<String> right = List.of("Lê Thị An", "Nguyễn Văn An", "Trần Ánh", "Lò Ăn", "Vũ Ân", "Trần Ẩn", "Lê Thị Dung", "Lê Dũng",
                "Hà Đào", "Đỗ Em", "Bùi Hoa", "Bùi Hòa", "Bùi Hoàn", "Hoàng Oanh", "Hoàng Ông", "Hoàng Ơn");
        List<String> mixed = new ArrayList<>(right);
        Collections.shuffle(mixed, new Random(7));
        mixed.sort(Comparator.comparing(Names::sortKey));
        assertThat(mixed).isEqualTo(right);
    }

    /** The runtime's own Vietnamese rules, one word at a time, because they do not see the spaces between words. */
    @Test
    void agreesWithTheCollatorOfTheRuntime() {
        Collator vietnamese = Collator.getInstance(Locale.of("vi", "VN"));
        List<String> words = List.of("a", "à", "ả", "ã", "á", "ạ", "ăn", "ằng", "ân", "ẩn", "ba", "bà", "đa", "da", "dạ", "đá", "e", "ê", "ế",
                "hoa", "hoà", "hòa", "hoan", "hoàn", "o", "ô", "ơ", "ở", "ợ", "u", "ư", "ứ", "y", "ỷ", "ýe", "nguyễn", "nguyên", "nguyệt");
        for (String a : words) {
            for (String b : words) {
                assertThat(Integer.signum(Names.sortKey(a).compareTo(Names.sortKey(b)))).as(a + " and " + b)
                        .isEqualTo(Integer.signum(vietnamese.compare(a, b)));
            }
        }
    }

    @Test
    void villagesStandInTheOrderOfTheirNumbers() {
        List<String> names = new ArrayList<>(List.of("Thôn 10", "Thôn 2", "Tổ 1", "Thôn 1", "Bản Nà Lay", "Thôn 2A", "Thôn 02", "Đồng Bẩm",
                "Thôn 99999999999999999999"));
        names.sort(VillageOrder.BY_NAME);
        assertThat(names).containsExactly("Bản Nà Lay", "Đồng Bẩm", "Thôn 1", "Thôn 02", "Thôn 2", "Thôn 2A", "Thôn 10",
                "Thôn 99999999999999999999", "Tổ 1");
    }
}
