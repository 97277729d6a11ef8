package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;

/** One name per thing, the one that people use in a commune office: the other names stand in no text, no guide and no print. */
class WordsTest {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** The word, and what is said instead. */
    private static final Map<String, String> VIETNAMESE = Map.ofEntries(
            Map.entry("dấu vân tay", "mã đối chiếu"), Map.entry("thư chào|chào mừng", "tệp cấp quyền"),
            Map.entry("bàn nhận|máy tỉnh|máy chủ(?! tiếp nhận)", "máy chủ tiếp nhận của tỉnh"),
            Map.entry("\\blô\\b|khung|(?<!đóng )\\bgói\\b(?! dữ liệu)", "gói dữ liệu"),
            Map.entry("bản ghi|\\bphiếu\\b(?! đánh giá)", "mục"), Map.entry("khóa máy", "khóa sổ"),
            Map.entry("cần xem", "việc cần xử lý"), Map.entry("cất đi", "đóng"), Map.entry("\\bthôi\\b", "hủy, ngừng"),
            Map.entry("không mất gì", "dữ liệu vẫn đầy đủ"), Map.entry("lường trước", "lỗi ngoài dự kiến"),
            Map.entry("tưởng tượng|\\bbịa|hư cấu", "giả định"), Map.entry("\\bkéo\\b", "lắp (cáp quang)"),
            Map.entry("\\bdiện (hộ|nghèo)|thuộc diện|^diện$", "phân loại hộ nghèo"), Map.entry("chữ ký số", "chữ ký điện tử"),
            Map.entry("(?<!chính sách )an sinh|trợ cấp", "đối tượng hưởng chính sách an sinh xã hội"),
            Map.entry("\\bmức [12]\\b", "mức độ 1, 2"), Map.entry("nói miệng", "bằng lời nói"), Map.entry("nghe nói", "nghe kể lại"),
            Map.entry("\\bđã mất\\b", "đã qua đời"), Map.entry("chỗ còn thiếu", "hạ tầng còn thiếu"), Map.entry("\\bnhịp\\b", "lịch lặp lại"),
            Map.entry("việc bạn làm|việc được giao", "vai trò"), Map.entry("danh sách ký tên", "danh sách học viên ký tham dự"),
            Map.entry("phần nghìn", "%"), Map.entry("tình nguyện viên|hướng dẫn viên|giảng viên", "thành viên tổ công nghệ số, người hướng dẫn"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("(things|needs?|something) (to look at|a look)|waiting for a look|^to (be )?looked? at$", "to check"),
            Map.entry("\\bunasked\\b|not yet asked", "not asked"), Map.entry("^middle$|middle level", "intermediate"),
            Map.entry("list not kept|held,? (but )?not recorded", "not recorded"), Map.entry("did not happen", "not held"),
            Map.entry("welcome (file|parcel)|\\bthe welcome\\b", "grant file"), Map.entry("imaginary", "invented"),
            Map.entry("thousandths?", "%"), Map.entry("\\brecords\\b(?! entries)", "entries"),
            Map.entry("put away", "close"), Map.entry("never mind", "cancel"), Map.entry("foresee", "unexpected"));

    /** What a line of a file, of a table on the screen or of a list is called: everywhere else the word means an entry. */
    private static final Pattern LINE = Pattern.compile("dòng (đầu|\\{0}(:|, cột)|vừa chọn|đang chọn|trong danh sách|trống|khác|này|chữ|lệnh|ở đây)", FLAGS);
    private static final Pattern ENTRY_AS_LINE = Pattern.compile("\\bdòng\\b", FLAGS);

    @Test
    void noTextUsesAnotherNameInVietnamese() throws IOException {
        assertThat(found(VIETNAMESE, texts(Lang.VI))).isEmpty();
        assertThat(found(VIETNAMESE, pages("README.md", "src/site/markdown/huong-dan.md"))).isEmpty();
        assertThat(found(Map.of(ENTRY_AS_LINE.pattern(), "mục"), withoutLines(texts(Lang.VI)))).isEmpty();
    }

    @Test
    void noTextUsesAnotherNameInEnglish() throws IOException {
        assertThat(found(ENGLISH, texts(Lang.EN))).isEmpty();
        assertThat(found(ENGLISH, pages("src/site/markdown/guide.md"))).isEmpty();
    }

    @Test
    void noSentenceInTheProgramItselfUsesAnotherName() {
        SortedMap<String, String> literals = new TreeMap<>();
        Pattern literal = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
        House.sources(House.MAIN).forEach((path, source) -> literals.put(path.toString(),
                String.join("\n", literal.matcher(source).results().map(r -> r.group()).toList())));
        assertThat(found(VIETNAMESE, literals)).isEmpty();
    }

    @Test
    void thePlaceWhereThingsWaitHasOneNameEverywhere() {
        for (Lang lang : Lang.values()) {
            Texts texts = Texts.of(lang);
            assertThat(List.of(texts.get("attention.title"), texts.get("today.attention"))).containsOnly(texts.get("shell.place.attention"));
            assertThat(texts.get("classes.phase.NOT_RECORDED")).isEqualTo(texts.get("code.session_status.not_recorded"));
            assertThat(texts.get("classes.outcome.NOT_RECORDED")).isEqualTo(texts.get("code.session_status.not_recorded"));
            assertThat(texts.get("classes.seen.told")).isEqualTo(texts.get("code.seen.told"));
            assertThat(texts.get("classes.seen.list")).isEqualTo(texts.get("code.seen.list"));
            assertThat(texts.get("classes.seen.on_screen")).isEqualTo(texts.get("code.seen.on_screen"));
            assertThat(List.of(texts.get("classes.col.presence"), texts.get("office.col.presence"))).containsOnly(texts.get("field.attendance.presence"));
            assertThat(texts.get("short.level.intermediate")).isEqualTo(texts.get("code.level.intermediate"));
        }
    }

    @Test
    void theSearchItselfFinds() {
        assertThat(found(VIETNAMESE, Map.of("a", "Đã gửi 3 lô qua mạng. Đóng gói dữ liệu; máy chủ tiếp nhận của tỉnh."))).hasSize(1);
        assertThat(found(VIETNAMESE, Map.of("a", "Thôi", "b", "Thôn Nà Lay, Lò Thị Mai", "c", "chính sách an sinh xã hội"))).containsExactly("a: Thôi (say: hủy, ngừng)");
        assertThat(found(ENGLISH, Map.of("a", "Things to look at", "b", "Look at the day again", "c", "health record"))).hasSize(1);
        assertThat(LINE.matcher("mật khẩu ở dòng đầu").find()).isTrue();
        assertThat(LINE.matcher("{0} dòng trên máy này").find()).isFalse();
    }

    private static List<String> found(Map<String, String> words, Map<String, String> texts) {
        List<String> found = new ArrayList<>();
        words.forEach((word, instead) -> {
            Pattern pattern = Pattern.compile(word, FLAGS | Pattern.MULTILINE);
            texts.forEach((key, text) -> {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    found.add(key + ": " + matcher.group() + " (say: " + instead + ")");
                }
            });
        });
        return found;
    }

    private static SortedMap<String, String> texts(Lang lang) {
        Texts texts = Texts.of(lang);
        SortedMap<String, String> all = new TreeMap<>();
        texts.keys().forEach(k -> all.put(k, texts.find(k).orElseThrow()));
        return all;
    }

    private static SortedMap<String, String> withoutLines(SortedMap<String, String> texts) {
        texts.replaceAll((_, text) -> LINE.matcher(text).replaceAll(""));
        return texts;
    }

    private static SortedMap<String, String> pages(String... paths) throws IOException {
        SortedMap<String, String> pages = new TreeMap<>();
        for (String path : paths) {
            pages.put(path, Files.readString(Path.of(path)));
        }
        return pages;
    }
}
