package vn.banso.cli.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import vn.banso.cli.Province;
import vn.banso.cli.frame.Json;

/** People's requests about their data, at the command line. */
class RequestCommandsTest {
    private static final String PERSON = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path dir;

    @Test
    void askedShownOnPaperWithdrawnErasedAndConfirmedByALaptop() throws Exception {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune");
        Path office = province.node("office");
        Path file = Files.writeString(dir.resolve("v.json"), """
                [{"type":"village","as":"v","fields":{"name":"Nà Lay"}},{"type":"household","as":"h","fields":{"village":"@v","fibre_subscribed":"yes"}},
                {"type":"person","id":"%s","fields":{"household":"@h","name":"Lường Thị Sao","born":"1971","phone":"0912345678"}}]""".formatted(PERSON));
        province.done("record", "--dir", office, file);
        assertThat(province.done("desk", "requests", "list", "--dir", office).out()).contains("Chưa có đề nghị nào");
        province.refused("không có người nào", "desk", "requests", "ask", "--dir", office, "f".repeat(32), "--kind", "access");

        String access = id(province.done("desk", "requests", "ask", "--dir", office, PERSON, "--kind", "access").out());
        Path paper = dir.resolve("du-lieu.pdf");
        province.done("desk", "requests", "show", "--dir", office, PERSON, "--out", paper);
        try (PdfReader pdf = new PdfReader(Files.readAllBytes(paper))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("DỮ LIỆU CÁ NHÂN ĐANG LƯU GIỮ").contains("Lường Thị Sao").contains("0912345678").contains("Xem dữ liệu").contains("Nông Thị Hạnh")
                    .contains("Đang nằm ở: trên máy này");
        }
        assertThat(province.done("desk", "requests", "show", "--dir", office, PERSON).out()).contains("Bản dữ liệu giao cho người dân, ngày");
        assertThat(province.done("desk", "requests", "lists", "--dir", office).out().lines()).hasSize(2).allMatch(l -> l.contains("Nông Thị Hạnh") && !l.contains("Lường"));
        assertThat(province.done("desk", "requests", "do", "--dir", office, access).out()).contains("Đã giải quyết");
        province.refused("đã được trả lời", "desk", "requests", "do", "--dir", office, access);

        String withdrawal = id(province.done("desk", "requests", "ask", "--dir", office, PERSON, "--kind", "withdrawal", "--purpose", "contact").out());
        province.done("desk", "requests", "do", "--dir", office, withdrawal);
        String refused = id(province.done("desk", "requests", "ask", "--dir", office, PERSON, "--kind", "correction", "--on", "2020-01-02").out());
        assertThat(province.done("desk", "requests", "list", "--dir", office).out()).contains("quá hạn");
        assertThat(province.done("desk", "requests", "refuse", "--dir", office, refused, "--reason", "Giấy tờ chưa khớp").out()).contains("Giấy tờ chưa khớp");
        province.refused("không xóa dữ liệu nào", "desk", "requests", "erased", "--dir", office, withdrawal);

        province.admit("office", "mai", "volunteer");
        String erasure = id(province.done("desk", "requests", "ask", "--dir", office, PERSON, "--kind", "erasure").out());
        assertThat(province.done("desk", "requests", "do", "--dir", office, erasure).out()).contains("(đã xóa)");
        assertThat(province.done("desk", "requests", "erased", "--dir", office, erasure).out()).contains("chưa xác nhận, chờ từ ngày").contains("đã xóa, xác nhận ngày");
        province.refused("đã được xóa", "desk", "requests", "show", "--dir", office, PERSON);
        Path usb = Files.createDirectory(dir.resolve("USB"));
        province.done("handover", "--dir", office, "--to", usb);
        province.done("import", "--dir", province.node("mai"), usb);
        province.done("handover", "--dir", province.node("mai"), "--to", usb);
        province.done("import", "--dir", office, usb);
        assertThat(province.done("desk", "requests", "erased", "--dir", office, erasure).out().lines().filter(l -> l.contains("đã xóa, xác nhận"))).hasSize(2);
        assertThat(Json.read(province.done("desk", "requests", "list", "--dir", office, "--json").out())).hasSize(4);
    }

    private static String id(String out) {
        return out.substring(0, 32);
    }
}
