package vn.banso.register.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;

class UnitsTest {
    private final UnitList now = Units.current();
    private final UnitList before = Units.list(Units.BEFORE).orElseThrow();

    @Test
    void theTotalsAreThePublishedOnes() {
        assertThat(now.provinces()).hasSize(34);
        assertThat(now.communes()).hasSize(3_321);
        assertThat(kinds(Units.list("2025-07-01").orElseThrow(), Unit.Kind.COMMUNE)).isEqualTo(2_621);
        assertThat(kinds(Units.list("2025-07-01").orElseThrow(), Unit.Kind.WARD)).isEqualTo(687);
        assertThat(kinds(now, Unit.Kind.COMMUNE)).isEqualTo(2_611);
        assertThat(kinds(now, Unit.Kind.WARD)).isEqualTo(697);
        assertThat(now.communes().stream().filter(u -> u.kind() == Unit.Kind.SPECIAL_ZONE)).hasSize(13);
        assertThat(now.provinces().stream().filter(u -> u.kind() == Unit.Kind.CITY)).hasSize(7);
        assertThat(before.provinces()).hasSize(63);
        assertThat(before.communes()).hasSize(10_035);
    }

    @Test
    void theProvincesHaveTheirCommunes() {
        assertThat(List.of("19", "44", "48", "38", "24", "15")).extracting(p -> now.communes(p).size())
                .containsExactly(92, 78, 94, 166, 99, 99);
        assertThat(now.communes("99")).isEmpty();
        assertThat(now.communes("19")).allMatch(u -> u.province().equals("19"));
    }

    @Test
    void aCodeMeansAnotherCommuneInAnotherList() {
        assertThat(Units.unit(Units.BEFORE, "05818").map(Unit::name)).contains("Hoàng Nông");
        assertThat(Units.unit("2025-07-01", "05818").map(Unit::name)).contains("La Bằng");
        assertThat(Units.unit(Units.BEFORE, "05815").map(Unit::name)).contains("La Bằng");
        assertThat(Units.unit("2025-07-01", "05815")).isEmpty();
        assertThat(Units.unit("2025-07-01", "05719").map(Unit::name)).contains("Sảng Mộc");
        assertThat(Units.unit(Units.BEFORE, "15").map(Unit::name)).contains("Yên Bái");
        assertThat(Units.unit("2025-07-01", "15").map(Unit::name)).contains("Lào Cai");
        assertThat(Units.unit("2030-01-01", "05719")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> UnitList.read("2030-01-01"));
    }

    @Test
    void aScopeLeadsToItsUnitAndItsProvince() {
        assertThat(Units.find(ScopeId.commune("2025-07-01", "05719")).map(Unit::code)).contains("05719");
        assertThat(Units.province(ScopeId.commune("2025-07-01", "05818")).map(Unit::name)).contains("Thái Nguyên");
        assertThat(Units.province(ScopeId.governance("2025-07-01", "19")).map(Unit::name)).contains("Thái Nguyên");
        assertThat(Units.find(ScopeId.commune("2025-06-30", "05818")).map(Unit::name)).contains("Hoàng Nông");
        assertThat(Units.find(new ScopeId(1))).isEmpty();
    }

    @Test
    void noTwoUnitsShareAScope() {
        Set<ScopeId> scopes = new HashSet<>();
        for (UnitList list : List.of(Units.list("2025-07-01").orElseThrow(), before)) {
            for (Collection<Unit> units : List.of(list.provinces(), list.communes())) {
                assertThat(units).allMatch(u -> scopes.add(u.scope()));
            }
        }
        assertThat(scopes).hasSize(34 + 3_321 + 63 + 10_035);
    }

    @Test
    void theLineageLeadsBothWays() {
        Unit laBang = now.commune("05818").orElseThrow();
        assertThat(Units.origins(laBang)).extracting(Unit::name).contains("La Bằng", "Hoàng Nông");
        assertThat(Units.heirs(before.commune("05815").orElseThrow())).containsExactly(laBang);
        assertThat(before.communes()).allMatch(u -> !Units.heirs(u).isEmpty());
        assertThat(Units.heirs(laBang)).isEmpty();
        // Islands that were districts without communes.
        assertThat(now.communes().stream().filter(u -> Units.origins(u).isEmpty())).hasSize(5)
                .allMatch(u -> u.kind() == Unit.Kind.SPECIAL_ZONE);
    }

    private static long kinds(UnitList list, Unit.Kind kind) {
        return list.communes().stream().filter(u -> u.kind() == kind).count();
    }

    /** The law of lists: a newer one may call a unit otherwise, and its scope, and with it all that was written and granted, stays. */
    @Test
    void aNewListRenamesAndChangesNoScope() {
        Unit was = Units.unit("2025-07-01", "25270").orElseThrow();
        Unit is = now.commune("25270").orElseThrow();
        assertThat(now.version()).isEqualTo("2026-04-30");
        assertThat(was.named(Texts.of(Lang.VI))).isEqualTo("xã Lộc Ninh");
        assertThat(is.named(Texts.of(Lang.VI))).isEqualTo("phường Lộc Ninh");
        assertThat(now.province("75").orElseThrow().named(Texts.of(Lang.VI))).isEqualTo("thành phố Đồng Nai");
        assertThat(Units.find(was.scope())).contains(is);
        assertThat(now.communes("75")).contains(is).doesNotContain(was);
        for (Unit unit : Units.list("2025-07-01").orElseThrow().communes()) {
            assertThat(now.commune(unit.code()).orElseThrow().scope()).isEqualTo(unit.scope());
            assertThat(Units.heirs(unit)).isEmpty();
        }
        assertThat(now.provinces()).allMatch(p -> p.scope().equals(Units.unit("2025-07-01", p.code()).orElseThrow().scope()));
    }

    @Test
    void everyPartOfASplitIsKnown() {
        assertThat(before.communes().stream().filter(u -> Units.heirs(u).size() > 1)).hasSize(458);
        assertThat(heirs("06886")).containsExactly("06886", "06799", "06970");
        // Put right against the texts of the resolutions.
        assertThat(List.of("30901", "30913", "20200", "25996", "03766", "06799", "00556")).extracting(code -> heirs(code).toString())
                .containsExactly("[30886]", "[30910]", "[20200]", "[26188]", "[03784]", "[06886]", "[00562]");
        assertThat(before.commune("31246").map(Unit::name)).contains("Thạnh Quới");
        assertThat(before.commune("13369").map(Unit::kind)).contains(Unit.Kind.WARD);
        assertThat(before.commune("02902").map(Unit::name)).contains("Nông trường Phong Hải");
    }

    private List<String> heirs(String code) {
        return Units.heirs(before.commune(code).orElseThrow()).stream().map(Unit::code).toList();
    }

    @Test
    void twoDistrictsOfOneNameAreTwo() {
        assertThat(before.communes().stream().flatMap(u -> u.district().stream()).distinct()).hasSize(691)
                .extracting(Unit.District::code).doesNotHaveDuplicates();
        assertThat(Units.formerDistricts("91").values()).extracting(UnitSet::name).contains("Huyện Châu Thành (An Giang)", "Huyện Châu Thành (Kiên Giang)")
                .doesNotHaveDuplicates();
        assertThat(now.provinces()).allSatisfy(p -> assertThat(Units.formerDistricts(p.code()).values()).extracting(UnitSet::name).doesNotHaveDuplicates());
    }

    @Test
    void aFormerDistrictIsASetOfTodaysCommunes() {
        UnitSet daiTu = Units.formerDistricts("19").values().stream().filter(s -> s.name().equals("Huyện Đại Từ")).findFirst().orElseThrow();
        assertThat(daiTu.contains(now.commune("05818").orElseThrow().scope())).isTrue();
        assertThat(daiTu.contains(ScopeId.commune("2025-07-01", "05719"))).isFalse();
        assertThat(daiTu.communes()).hasSizeBetween(5, 15);
    }

    @Test
    void namesAreInOneFormAndCanBeLookedFor() {
        for (UnitList list : List.of(now, before)) {
            assertThat(list.communes()).allMatch(u -> Normalizer.isNormalized(u.name(), Normalizer.Form.NFC) && !u.name().isBlank());
        }
        assertThat(now.search("la bang")).extracting(Unit::code).contains("05818");
        assertThat(now.search("sảng mộc")).extracting(Unit::code).containsExactly("05719");
    }

    @Test
    void isNamedAsPeopleSayIt() {
        assertThat(now.commune("05818").orElseThrow().named(Texts.of(Lang.VI))).isEqualTo("xã La Bằng");
        assertThat(now.province("19").orElseThrow().named(Texts.of(Lang.EN))).isEqualTo("Thái Nguyên province");
    }
}
