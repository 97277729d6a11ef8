package vn.banso.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;

/** What is printed can be read again: every letter, every row, every page's head. */
class PapersTest {
    private static final List<String> NAMES = List.of("Nguyễn Thị Ẫm", "Ngô Đình Độ", "Lò Thị Ộng", "H'Blưng Niê Kđăm", "Vàng A Dơ",
            "Nguyễn Hoàng Phương Thị Quỳnh Khánh Trường Đặng Nhật Thượng");
    private static byte[] regular;
    private static byte[] bold;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fonts() throws IOException {
        regular = font("Regular");
        bold = font("Bold");
    }

    private static byte[] font(String weight) throws IOException {
        try (var in = PapersTest.class.getResourceAsStream("/vn/banso/desktop/fonts/IBMPlexSans-" + weight + ".ttf")) {
            return in.readAllBytes();
        }
    }

    @Test
    void namesKeepAllTheirMarks() throws IOException {
        Path file = folder.resolve("ký tên.pdf");
        papers(Lang.VI).write(new SignInSheet(head(), people(NAMES.size()), 3, Optional.empty()), file);
        String text = String.join(" ", pages(file));
        NAMES.forEach(name -> assertThat(text).contains(name));
        assertThat(text).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN XÃ SẢNG MỘC", "Tổ công nghệ số", "Ký tên",
                "20/11/2026", "9");
        assertThat(Files.list(folder)).as("nothing is left beside the file").containsExactly(file);
    }

    @Test
    void aLongListGoesOnToTheNextPageUnderTheSameHead() throws IOException {
        Path file = folder.resolve("forty.pdf");
        papers(Lang.VI).write(new SignInSheet(head(), people(40), 0, Optional.empty()), file);
        List<String> pages = pages(file);
        assertThat(pages).hasSizeBetween(2, 3);
        assertThat(pages).allMatch(page -> page.contains("Họ và tên") && page.contains("Ký tên"));
        assertThat(pages.getLast()).contains("Trang " + pages.size());
    }

    @Test
    void aBlankSheetHasNumberedRowsAndLinesToFillIn() throws IOException {
        Path file = folder.resolve("blank.pdf");
        papers(Lang.VI).write(new SignInSheet(new PaperHead("xã Sảng Mộc", "", "Buổi học", List.of(new PaperHead.Fact("Ngày", ""),
                new PaperHead.Fact("Địa điểm", ""))), List.of(), 20, Optional.empty()), file);
        assertThat(pages(file).getFirst()).contains("....", "20", "Ngày:", "Tổng số người dự: ....");
    }

    @Test
    void whatIsKnownIsNotLeftToBeFilledInByHand() throws IOException {
        Path file = folder.resolve("known.pdf");
        papers(Lang.VI).write(new SignInSheet(head(), people(4), 0, Optional.of(new SignInSheet.Totals(4, 3, 2))), file);
        assertThat(pages(file).getFirst()).contains("Tổng số người dự: 4. Trong đó nữ: 3. Từ 60 tuổi: 2.");
    }

    @Test
    void whatIsMissingInTheVillagesStandsUnderItsOwnHead() throws IOException {
        Path file = folder.resolve("gaps.pdf");
        papers(Lang.VI).write(new GapList(new PaperHead("xã Sảng Mộc", "", "Ngày 20/11/2026", List.of()), List.of(new GapList.Part(
                "Chưa có điện lưới: 1 thôn (đã hỏi cả 6 thôn)", List.of(new GapList.Line("Xóm Khuổi Mèo", "trắng sóng", "47 hộ", "12 km")))),
                List.of("Chưa hỏi thôn nào: Nhà văn hóa")), file);
        assertThat(String.join(" ", pages(file))).contains("HẠ TẦNG SỐ CÒN THIẾU", "Chưa có điện lưới: 1 thôn", "Xóm Khuổi Mèo", "trắng sóng",
                "47 hộ", "12 km", "Nhà văn hóa");
    }

    @Test
    void theResultListSaysItInBothLanguages() throws IOException {
        List<ResultList.Line> lines = NAMES.stream().map(n -> new ResultList.Line(n, "1956", "Bản Khuổi Mèo", "4/5", "có",
                "0.1, 0.2, 1.1", "Đạt", "Cơ bản", "có")).toList();
        for (Lang lang : Lang.values()) {
            Path file = folder.resolve(lang.code() + ".pdf");
            papers(lang).write(new ResultList(head(), lines, List.of("6 người, 5 người hoàn thành.")), file);
            String text = String.join(" ", pages(file));
            NAMES.forEach(name -> assertThat(text).contains(name));
            assertThat(text).contains("0.1, 0.2, 1.1", "Đạt", "6 người, 5 người hoàn thành.",
                    Texts.of(lang).get("office.results_title"));
        }
    }

    @Test
    void anEarlierFileOfThatNameIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("old.pdf"), "old");
        papers(Lang.EN).write(new SignInSheet(head(), people(1), 0, Optional.empty()), file);
        assertThat(pages(file)).hasSize(1);
    }

    static PaperHead head() {
        return new PaperHead("xã Sảng Mộc", "Tổ công nghệ số cộng đồng bản Khuổi Mèo", "Bình dân học vụ số – bản Khuổi Mèo, khóa 1",
                List.of(new PaperHead.Fact("Ngày", "20/11/2026"), new PaperHead.Fact("Giờ", "19:30, 90 phút"),
                        new PaperHead.Fact("Địa điểm", "Nhà văn hóa bản Khuổi Mèo"),
                        new PaperHead.Fact("Người hướng dẫn", "Lý Thị Đào, Triệu Văn Ộp"), new PaperHead.Fact("Nội dung", "")));
    }

    static List<SignInSheet.Learner> people(int count) {
        List<SignInSheet.Learner> people = new ArrayList<>();
        Stream.iterate(0, i -> i + 1).limit(count).forEach(i -> people.add(
                new SignInSheet.Learner(NAMES.get(i % NAMES.size()), String.valueOf(1950 + i), "Bản Khuổi Mèo", "")));
        return people;
    }

    private static Papers papers(Lang lang) {
        return new Papers(regular, bold, Texts.of(lang));
    }

    /** The text of every page, lines joined as a reader joins them. */
    private static List<String> pages(Path file) throws IOException {
        PdfReader reader = new PdfReader(Files.readAllBytes(file));
        List<String> pages = new ArrayList<>();
        PdfTextExtractor text = new PdfTextExtractor(reader);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(Normalizer.normalize(text.getTextFromPage(page), Normalizer.Form.NFC).replaceAll("\\s+", " "));
        }
        reader.close();
        return pages;
    }
}
