package vn.banso.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;

/** Lists of choices that are data. */
class CodeFileTest {

    @Test
    void theKindsOfVillagesAreThoseInUseAndHaveTheirLabels() {
        assertThat(Codes.VILLAGE_KIND.codes().values()).contains("thon", "khoi", "khoi_pho", "khu", "tieu_khu", "bon", "soc", "other");
        for (Lang lang : Lang.values()) {
            assertThat(Texts.of(lang).code(Codes.VILLAGE_KIND, Codes.VILLAGE_KIND.code("tieu_khu").orElseThrow())).isEqualTo("Tiểu khu");
        }
        assertThat(Texts.of(Lang.VI).code(Codes.VILLAGE_KIND, new Value.Code(99))).as("a choice of a newer version").isEqualTo("mã 99 (chưa có tên trên máy này)");
    }

    @Test
    void everyShippedListTellsItsVersion() {
        assertThat(CodeFile.SHIPPED).allSatisfy(list -> assertThat(CodeFile.shipped(list).version()).matches("\\d{4}-\\d{2}-\\d{2}"));
    }

    @Test
    void choicesAreOfferedInTheOrderOfTheFileWhateverTheirNumbers() {
        CodeFile file = CodeFile.read("x", "version\t2026-12-01\n2\tb\tBê\tB\n9\tc\tCê\tC\n1\ta\tA\tA\n");
        assertThat(file.list().codes()).containsExactly(java.util.Map.entry(2, "b"), java.util.Map.entry(9, "c"), java.util.Map.entry(1, "a"));
        assertThat(file.choices().get("c").labels()).containsEntry(Lang.VI, "Cê");
    }

    @Test
    void aChoiceThatEndedIsOfferedNoMoreButToWhoHasIt() {
        CodeFile file = CodeFile.read("x", "version\t2026-12-01\n1\ta\tA\tA\t\t2026-06-30\n2\tb\tBê\tB\t2026-07-01\n");
        assertThat(file.choices().get("a").isOffered(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(file.choices().get("a").isOffered(LocalDate.of(2026, 7, 1))).isFalse();
        assertThat(file.choices().get("b").isOffered(LocalDate.of(2026, 6, 30))).isFalse();
        assertThat(file.choices().get("b").isOffered(LocalDate.of(2026, 7, 1))).isTrue();
        assertThat(file.list().codes()).as("both are known").containsValues("a", "b");
        assertThat(Codes.SKILL.offered(LocalDate.of(2026, 7, 1), Value.BLANK)).hasSameSizeAs(Codes.SKILL.codes().keySet());
    }

    @Test
    void aNumberOrKeyThatStandsTwiceIsNoList() {
        for (String flaw : java.util.List.of("1\ta\tA\tA\n1\tb\tB\tB", "1\ta\tA\tA\n2\ta\tB\tB", "1\ta\tA", "x\ta\tA\tA", "1\ta\tA\tA\tJuly", "1\ta\tA\tA\t\t\tmore")) {
            assertThatIllegalArgumentException().as(flaw).isThrownBy(() -> CodeFile.read("x", "version\t2026-12-01\n" + flaw));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CodeFile.read("x", "1\ta\tA\tA"));
    }
}
