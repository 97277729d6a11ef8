package vn.banso.register.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.UnitListFile.Result;
import vn.banso.register.units.UnitListFile.What;
import vn.banso.register.values.Lang;

/** The next list is a file: what goes on keeps its scope, what was split waits for a person, and a list that is wrong says in which line. */
class UnitListFileTest {
    private static final String HEAD = "list,2027-01-01,after,2026-04-30\ncode,kind,name,parent,from\n";

    @AfterEach
    void forget() {
        Units.onlyShipped();
    }

    private static Unit before(String code) {
        return Units.unit("2026-04-30", code).orElseThrow();
    }

    /** La Bằng takes in Sảng Mộc, Lộc Ninh is a commune again, and phường Tân Khai is split between itself and a new commune with an old code. */
    @Test
    void theNextListIsInForceOnceItIsAdded() {
        String text = "\uFEFF" + HEAD + "05818,Phường,La  Bằng Mới,19,05818 05719\r\n25270,xã,Lộc Ninh,,\n25357,phường,Tân Khai,75,25357\n25358,xã,Tân Khai Đông,75,25357\n";
        assertThat(UnitListFile.read(text)).isInstanceOfSatisfying(Result.Good.class, good -> Units.add(good.list()));
        UnitList now = Units.current();
        assertThat(now.version()).isEqualTo("2027-01-01");
        assertThat(now.communes()).hasSize(3_321);
        assertThat(now.commune("05719")).isEmpty();
        assertThat(now.communes("19")).hasSize(91).isSortedAccordingTo(Comparator.comparing(Unit::code));
        assertThat(now.commune("05818").orElseThrow().named(Texts.of(Lang.VI))).isEqualTo("phường La Bằng Mới");
        assertThat(now.commune("05818").orElseThrow().scope()).as("it goes on").isEqualTo(before("05818").scope());
        assertThat(now.commune("25270").orElseThrow().scope()).isEqualTo(before("25270").scope());
        assertThat(now.commune("25357").orElseThrow().scope()).as("a part of what was split is another unit, though it has the code").isNotEqualTo(before("25357").scope());
        assertThat(Units.heirs(before("05719"))).extracting(Unit::code).containsExactly("05818");
        assertThat(Units.heirs(before("25357"))).extracting(Unit::code).containsExactlyInAnyOrder("25357", "25358");
        assertThat(Units.find(before("05719").scope()).orElseThrow().list()).as("what ended is still known").isEqualTo("2026-04-30");
        assertThat(Units.heirs(Units.unit(Units.BEFORE, "05719").orElseThrow())).as("over two lists").extracting(Unit::code).containsExactly("05818");
        assertThat(Units.origins(now.commune("05818").orElseThrow())).extracting(Unit::name).contains("Sảng Mộc", "La Bằng", "Hoàng Nông")
                .hasSize((int) Units.origins(now.commune("05818").orElseThrow()).stream().map(Unit::scope).distinct().count());
        assertThat(Units.formerDistricts("19").values()).extracting(UnitSet::name).contains("Huyện Đại Từ", "Huyện Võ Nhai");
        assertThat(UnitListFile.read(text)).as("again").isInstanceOfSatisfying(Result.Flawed.class, f -> assertThat(f.flaws().getFirst().what()).isEqualTo(What.NOT_NEXT));
        Units.onlyShipped();
        assertThat(Units.current().version()).isEqualTo("2026-04-30");
        assertThat(Units.heirs(before("05719"))).isEmpty();
    }

    private static List<String> flaws(String text) {
        return UnitListFile.read(text) instanceof Result.Flawed(var flaws) ? flaws.stream().map(f -> f.line() + " " + f.what() + " " + f.word()).toList() : List.of();
    }

    @Test
    void aListThatIsWrongSaysWhereAndWhy() {
        assertThat(flaws("")).containsExactly("1 HEAD ");
        assertThat(flaws("code,kind\n05719,xã,A,19,05719")).containsExactly("1 HEAD ");
        assertThat(flaws("list,2026-13-40,after,2026-04-30\n05719,xã,A,19,05719")).containsExactly("1 HEAD ");
        assertThat(flaws("list,2026-04-30,after,2026-04-30\n05719,xã,A,19,05719")).containsExactly("1 NOT_NEXT 2026-04-30");
        assertThat(flaws("list,2027-01-01,after,2025-07-01\n05719,xã,A,19,05719")).containsExactly("1 NOT_NEXT 2026-04-30");
        assertThat(flaws(HEAD)).containsExactly("1 EMPTY ");
        assertThat(flaws(HEAD + "05719,xã,Sảng Mộc,05719,05719")).containsExactly("3 OWN_PARENT 05719");
        assertThat(flaws(HEAD + "19,tỉnh,Thái Nguyên,19,19")).containsExactly("3 OWN_PARENT 19");
        assertThat(flaws(HEAD + "05719,xã,Sảng Mộc,99,05719\n5719,xã,A,19,\n05818,xã,,19,05818\n05818,làng,A,19,05818\n05818,xã,A")).containsExactly(
                "4 CODE 5719", "5 NAME 05818", "6 KIND làng", "7 COLUMNS 3", "3 PARENT 99");
        assertThat(flaws(HEAD + "05719,xã,A,19,05719\n05719,xã,B,19,05719")).containsExactly("4 TWICE 05719");
        assertThat(flaws(HEAD + "99998,xã,A,19,")).containsExactly("3 NO_ORIGIN 99998");
        assertThat(flaws(HEAD + "99998,xã,A,19,99997 05719")).containsExactly("3 ORIGIN 99997");
        assertThat(flaws(HEAD + "05719,xã,A,19,05818")).as("who lived there?").containsExactly("3 NO_HEIR 05719");
        assertThat(flaws(HEAD + "98,tỉnh,A,,\n19,xã,A,,\n05719,tỉnh,A,19,05719")).containsExactly("4 KIND xã", "5 KIND tỉnh", "3 PROVINCE 98");
        assertThat(flaws(HEAD + "19,thành phố,Thái Nguyên,,")).isEmpty();
    }
}
