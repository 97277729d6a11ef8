package vn.banso.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;

class TextsTest {
    private static final Texts VI = Texts.of(Lang.VI);

    @Test
    void everythingInTheCatalogueHasALabelInBothLanguages() {
        for (Lang lang : Lang.values()) {
            Texts texts = Texts.of(lang);
            for (EntryType type : Catalogue.types()) {
                assertThat(texts.type(type)).isNotBlank();
                Set<String> labels = new HashSet<>();
                for (Field field : type.fields()) {
                    assertThat(labels.add(texts.field(type, field))).as("two fields of " + type + " are called " + field.key()).isTrue();
                    field.codes().ifPresent(list -> list.codes().forEach((number, key) ->
                            assertThat(texts.code(list, new Value.Code(number))).isNotBlank()));
                }
            }
        }
    }

    @Test
    void theBundlesOfThisRoomSayNothingThatNobodyAsksFor() {
        Set<String> asked = new TreeSet<>(Set.of("code.newer"));
        for (EntryType type : Catalogue.types()) {
            asked.add("type." + type.key());
            for (Field field : type.fields()) {
                asked.add("field." + type.key() + "." + field.key());
                field.codes().ifPresent(list -> list.codes().values().forEach(key -> asked.add("code." + list.key() + "." + key)));
            }
        }
        assertThat(VI.keys().stream().filter(k -> k.matches("(type|field|code)\\..*"))).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void aMissingTextSaysWhichAndWhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> VI.get("check.nothing_like_it"))
                .withMessageContaining("check.nothing_like_it").withMessageContaining("texts_vi.properties");
    }

    @Test
    void fillsInAsTheLanguageWritesIt() {
        assertThat(VI.get("check.attended", "Số người", 1_234_567)).contains("1.234.567");
        assertThat(Texts.of(Lang.EN).get("check.attended", "People", 1_234_567)).contains("1,234,567");
        assertThat(VI.get("check.future", "Ngày", LocalDate.of(2026, 11, 2))).contains("02/11/2026");
        assertThat(VI.get("check.before", "a", "b", new Value.Day(2026, 5, 0))).contains("05/2026");
        assertThat(Texts.of(Lang.EN).get("check.cccd.province", "CCCD")).contains("no province's");
        assertThat(VI.get("unit.kind.commune", "Ea H'leo {1}")).isEqualTo("xã Ea H'leo {1}");
    }

    @Test
    void showsValuesAsPeopleReadThem() {
        Field smartphone = Catalogue.PERSON.field("smartphone");
        assertThat(VI.value(smartphone, new Value.Code(2))).isEqualTo("Dùng chung");
        assertThat(VI.value(smartphone, new Value.Code(9))).isEqualTo("mã 9 (chưa có tên trên máy này)");
        assertThat(VI.value(Catalogue.HOUSEHOLD.field("size"), new Value.Whole(4))).isEqualTo("4");
        assertThat(VI.value(Catalogue.PERSON.field("born"), new Value.Day(1956, 0, 0))).isEqualTo("1956");
        assertThat(VI.value(Catalogue.SESSION.field("topics"), new Value.Items(new TreeSet<>(List.of("safety", "của mới")))))
                .isEqualTo("của mới, An toàn số");
        assertThat(VI.value(smartphone, Value.BLANK)).isEqualTo("(trống)");
    }
}
