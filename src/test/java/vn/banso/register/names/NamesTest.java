package vn.banso.register.names;

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
import org.junit.jupiter.params.provider.ValueSource;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.TypedText;

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
        assertThat(TypedText.nfc("Hoa\u0300")).isEqualTo("Hoà");
        assertThat(TypedText.nfc(" a\u00A0b\u200B\u0007c\r\nd ")).isEqualTo("a bc\nd");
        assertThat(TypedText.oneLine("Nguyễn \n  An")).isEqualTo("Nguyễn An");
    }

    /** Whatever comes in, the door leaves NFC, changes nothing the second time, and makes no two words one. */
    @Test
    void theDoorHoldsForAnyText() {
        long seed = Long.getLong("seed", 20_261_130L);
        Random random = new Random(seed);
        String words = "aăeêoơuưyđĐÐHh'\u2019\u0300\u0301\u0303\u0309\u0323\u0306 \u00A0\u3000\n\t\r\u000B\f\u0085\u2028\u001C\u0000\u0007\u00AD"
                + "\u200B\u200D\u034F\uFE0F\uFEFF\uD83D\uDE00\uDB40\uDC41\u1E00\uFF21\u1100\u1161";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                typed.append(random.nextInt(8) == 0 ? (char) random.nextInt(0x10000) : words.charAt(random.nextInt(words.length())));
            }
            String once = TypedText.nfc(typed.toString());
            String why = "seed " + seed + ", step " + i;
            assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).as(why).isTrue();
            assertThat(TypedText.nfc(once)).as(why).isEqualTo(once);
            assertThat(once.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).as(why).isTrue();
            assertThat(TypedText.oneLine(TypedText.oneLine(once))).as(why).isEqualTo(TypedText.oneLine(once));
            String apart = TypedText.nfc("xa" + typed + "\r" + "xb");
            assertThat(apart.split("\\s+")).as(why).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u000B", "\f", "\r", "\u0085", "\u2028", "\u2029", "\u001C", "\u00A0", "\u3000", "\u202F"})
    void everyKindOfSpaceAndLineEndKeepsWordsApart(String between) {
        assertThat(TypedText.nfc("Lò" + between + "Mai")).isEqualTo("Lò Mai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u200D", "\u00AD", "\u200B", "\uFEFF", "\u034F", "\uFE0F", "\uDB40\uDC41", "\uDB40\uDD00", "\u2060"})
    void whatIsInvisibleDoesNotKeepALetterFromItsTone(String between) {
        assertThat(TypedText.nfc("Lo" + between + "\u0300")).isEqualTo("Lò");
    }

    @Test
    void halfAnEmojiIsMarkedAndAWholeOneStays() {
        assertThat(TypedText.nfc("Mai \uD83D")).isEqualTo("Mai \uFFFD");
        assertThat(TypedText.nfc("\uDE00\uD83D Mai")).isEqualTo("\uFFFD\uFFFD Mai");
        assertThat(TypedText.nfc("Mai \uD83D\uDE00")).isEqualTo("Mai \uD83D\uDE00");
    }

    @Test
    void everyApostropheIsOne() {
        for (char c : Names.APOSTROPHES.toCharArray()) {
            String name = "H" + c + "Hen Niê";
            assertThat(Names.fold(name)).as(name).isEqualTo("hhen nie");
            assertThat(Names.marked(name)).as(name).isEqualTo(Names.marked("H'Hen Niê"));
            assertThat(List.of("hen", "hen nie", "hhen", "h'hen", "nie")).as(name).allMatch(typed -> Names.matches(typed, name));
        }
    }

    @Test
    void everyLetterWithAStrokeFoldsAndStandsInItsPlace() {
        for (char c : Names.STROKED.toCharArray()) {
            String plain = "Ƀƀ".indexOf(c) >= 0 ? "b" : "d";
            assertThat(Names.fold(c + "an")).as("" + c).isEqualTo(plain + "an");
            assertThat(Names.marked(c + "an")).as("" + c).isEqualTo(plain.equals("b") ? Names.marked("ƀan") : Names.marked("đan"));
        }
        List<String> right = List.of("Ban", "Ƀan", "Bin", "Can", "Čan", "Cin", "Dan", "Đan", "Ðin", "Lon", "Ŏn", "Ôn", "Un", "Ŭn", "Ưn");
        List<String> mixed = new ArrayList<>(right);
        Collections.shuffle(mixed, new Random(7));
        mixed.sort(Comparator.comparing(Names::sortKey));
        assertThat(mixed).isEqualTo(right);
    }

    @Test
    void wideLettersAreLetters() {
        assertThat(Names.fold("\uFF28\uFF4F\uFF41")).isEqualTo("hoa");
        assertThat(Names.sortKey("\uFF28\uFF4F\uFF41")).isEqualTo(Names.sortKey("Hoa"));
    }

    @ParameterizedTest
    @CsvSource({"hen,H' Hen Niê", "hhen,H' Hen Niê", "hen nie,H'Hen Niê", "hluk,H'Luk", "luk,H’Luk", "hmong,H'Mông", "mong,H' Mông", "bla,Y Blă",
            "ybla,Y Blă", "luk,Y'Luk", "li,Lý", "ly,Lí", "Lý,Lí", "Mĩ,Mỹ Hạnh", "my hanh,Mĩ Hạnh", "qui,Quý", "Quý,Quí"})
    void highlandNamesAndBothSpellingsAreFound(String typed, String name) {
        assertThat(Names.matches(typed, name)).isTrue();
        assertThat(Names.searchable(name).split(" ")).contains(Names.fold(typed).split(" ")[0]);
    }

    @ParameterizedTest
    @CsvSource({"Lỳ,Lí", "Lyn,Linh", "ly,Linh", "thui,Thủy", "hen,Hiền", "y,Ích"})
    void othersAreNot(String typed, String name) {
        assertThat(Names.matches(typed, name)).isFalse();
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
