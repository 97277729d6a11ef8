package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.testing.TwelveCommunes;

/** An area officer has twelve communes: looks at all of them or at one, searches over all, and every line says which it is of. */
class TwelveCommunesJourney {
    private static final Texts VI = Texts.of(Lang.VI);

    @TempDir
    Path folder;
    private TwelveCommunes area;
    private ScopeId seventh;
    private Screen screen;
    private OpenRegister workplace;

    @BeforeEach
    void anAreasOffice() {
        area = TwelveCommunes.in(folder);
        seventh = area.communes().get(6);
        // Written down twice there, to be decided.
        EntryId village = area.village(seventh, "Nà Lay");
        EntryId household = area.node().freshId();
        EntryId head = area.node().freshId();
        assertThat(area.node().save(List.of(Draft.of(Catalogue.HOUSEHOLD, seventh, household).with("village", new Value.Ref(village)).with("head", new Value.Ref(head)),
                Draft.of(Catalogue.PERSON, seventh, head).with("household", new Value.Ref(household)).with("name", new Value.Text("Triệu Thị Mến"))
                        .with("born", new Value.Day(1970, 0, 0)))).isSaved()).isTrue();
        screen = Screen.open(Laptop.CLOCK);
        workplace = screen.enter(area.node());
    }

    @AfterEach
    void close() {
        screen.close();
        area.close();
    }

    /** Ctrl+M, the beginning of a name, Enter. */
    private void choose(String typed) {
        screen.push(KeyCode.CONTROL, KeyCode.M);
        screen.write(typed);
        screen.push(KeyCode.ENTER);
        screen.settle();
    }

    private static String name(ScopeId commune) {
        return Communes.name(commune, VI);
    }

    @Test
    void allOfThemOrOne() {
        int all = 12 * 3 * TwelveCommunes.HOUSEHOLDS + 1;
        screen.go(new Place.Households());
        screen.awaitText(all + " hộ");
        assertThat(screen.texts()).contains("Tất cả 12 xã").anyMatch(t -> t.equals("Khuổi Uốn · " + name(area.communes().getFirst())));

        String bare = name(seventh).substring(name(seventh).indexOf(' ') + 1);
        choose(bare);
        assertThat(workplace.communes().chosen().get()).contains(seventh);
        screen.awaitText("13 hộ");
        assertThat(screen.texts()).as("one commune need not be named in each line").contains("Khuổi Uốn").noneMatch(t -> t.startsWith("Khuổi Uốn · "));

        // It goes along from page to page.
        screen.go(new Place.Villages());
        screen.awaitText("Danh sách · 3");
        screen.go(new Place.Attention());
        screen.awaitText("Triệu Thị Mến");
        choose(name(area.communes().get(2)).substring(name(area.communes().get(2)).indexOf(' ') + 1));
        screen.awaitNoText("Triệu Thị Mến");

        choose("tat ca");
        assertThat(workplace.communes().chosen().get()).isEmpty();
        screen.awaitText("Nà Lay · " + name(seventh));
        screen.go(new Place.Villages());
        screen.awaitText("Danh sách · 36");
        screen.go(new Place.Today());
        screen.settle();
        assertThat(screen.texts()).contains("Tất cả 12 xã");
    }

    @Test
    void aSearchGoesOverAllOfThemAndSaysWhere() {
        screen.go(new Place.Households());
        screen.awaitText("145 hộ");
        screen.push(KeyCode.CONTROL, KeyCode.K);
        screen.write("bàn phúc");
        screen.awaitText("36 hộ");
        List<String> named = area.communes().stream().map(TwelveCommunesJourney::name).filter(commune -> screen.texts().stream().anyMatch(t -> t.endsWith("· " + commune))).toList();
        assertThat(named).as("three in each commune, and the lines say of which").hasSizeGreaterThan(2);
        assertThat(screen.texts()).noneMatch(t -> List.of("Nà Lay", "Khuổi Uốn", "Khuổi Mèo").contains(t));
    }
}
