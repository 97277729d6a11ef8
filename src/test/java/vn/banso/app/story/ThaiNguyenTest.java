package vn.banso.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.app.Banso;
import vn.banso.cli.frame.Terminal;
import vn.banso.store.files.NodeOptions;

/** The story ends well, in both languages, and what it tells is what the machines hold. */
@Tag("slow")
class ThaiNguyenTest {
    @TempDir
    private Path folder;

    @Test
    void inVietnameseItEndsWithEverythingAtTheProvince() {
        String told = told("demo");

        assertThat(told).contains("Hai người ghi khác nhau: Hộ, Số người trong hộ")
                .containsPattern("[1-9] cặp hộ có thể bị ghi trùng")
                .containsPattern("sổ xã Sảng Mộc: 5 máy cùng giữ, tất cả giống nhau")
                .containsPattern("sổ xã La Bằng: 2 máy cùng giữ, tất cả giống nhau")
                .containsPattern("Tỉnh Thái Nguyên +0 +0 +0 +[1-9]")
                .containsPattern("Chị Hoa +0 +0 +0 +[1-9]")
                .containsPattern("Anh Sơn +0 +0 +0 +[1-9]")
                .doesNotContain("CHƯA GIỐNG NHAU");
    }

    @Test
    void inEnglishItKeepsTheMachinesWhereItIsAskedTo() {
        Path kept = folder.resolve("kept");

        String told = told("demo", "--lang", "en", "--dir", kept.toString());

        assertThat(told).contains("Two people wrote different things: Household").contains("all alike").contains(kept.toString());
        assertThat(List.of("province", "office", "mai", "hoa", "trainer")).allMatch(n -> kept.resolve(n).resolve("node.db").toFile().isFile());
    }

    private String told(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Banso.run(List.of(args), Terminal.of(out, err, InputStream.nullInputStream(), Map.of()),
                NodeOptions.standard().withHome(folder.resolve("home")));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
