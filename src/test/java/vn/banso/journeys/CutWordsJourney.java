package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.testing.CutWords;
import vn.banso.testing.DeskSamples;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Pictures;
import vn.banso.testing.SampleVillage;
import vn.banso.testing.Screen;

/** In the largest type on a small screen, with the longest names: no page cuts a word. */
@Tag("slow")
class CutWordsJourney {
    private static final String LONG_VILLAGE = "Tân Lập Khuổi Mèo Nà Phặc Cốc Lùng Thượng Lâm Hồng Thái Đông";
    private static final String GAPS = "what villages lack";
    private static final String LONG_CLASS = "Bình dân học vụ số buổi tối cho người cao tuổi xóm Khuổi Mèo";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1093, 614", "958, 535"})
    void everyPageSaysItWhole(int width, int height) {
        Map<String, List<String>> cut = new LinkedHashMap<>();
        try (SampleVillage village = SampleVillage.in(folder);
             Screen screen = Screen.open(width, height, Settings.USUAL.withTextSize(Settings.LARGEST), Laptop.CLOCK)) {
            rename(village, Catalogue.VILLAGE, village.village(), LONG_VILLAGE);
            rename(village, Catalogue.CLASS, village.course(), LONG_CLASS);
            screen.enter(village.laptop().node());
            screen.settle();
            for (Lang lang : Lang.values()) {
                screen.choose(screen.settings().get().withLang(lang));
                Map<String, Place> pages = Pictures.places(village);
                pages.put("households of one village", new Place.Households(HouseholdFilter.ALL.withVillage(Neighbourhood.SANG_MOC, village.village())));
                pages.put(GAPS, new Place.Villages());
                for (Map.Entry<String, Place> page : pages.entrySet()) {
                    screen.go(page.getValue());
                    if (page.getKey().equals(GAPS)) {
                        screen.onFx(() -> {
                            screen.window().scene().getRoot().lookupAll(".bs-part").stream().map(ToggleButton.class::cast).toList().get(1).fire();
                            return null;
                        });
                        screen.settle();
                    }
                    turn(screen, KeyCode.PAGE_UP, parts(page.getValue()));
                    for (int part = 1; part <= parts(page.getValue()); part++) {
                        List<String> here = screen.onFx(() -> CutWords.in(screen.window().scene()));
                        if (!here.isEmpty()) {
                            cut.put(page.getKey() + " " + part + " " + lang, here);
                        }
                        if (System.getProperty("pictures") != null) {
                            screen.picture(1, Path.of(System.getProperty("pictures"), String.format(Locale.ROOT, "%s-%d-%s-%d.png", page.getKey(), part, lang.code(), width)));
                        }
                        turn(screen, KeyCode.PAGE_DOWN, 1);
                    }
                }
            }
        }
        assertThat(cut).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1093, 614", "958, 535"})
    void theOfficersPagesSayItWholeToo(int width, int height) {
        Map<String, List<String>> cut = new LinkedHashMap<>();
        try (DeskSamples samples = DeskSamples.in(folder);
             Screen screen = Screen.open(width, height, Settings.USUAL.withTextSize(Settings.LARGEST), Laptop.CLOCK)) {
            System.setProperty("banso.sticks", String.join(File.pathSeparator, samples.sources().stream().map(Path::toString).toList()));
            screen.enter(samples.office());
            screen.settle();
            for (Lang lang : Lang.values()) {
                screen.choose(screen.settings().get().withLang(lang));
                for (Place page : List.of(new Place.Importing(), new Place.Reporting(), new Place.Devices())) {
                    screen.go(page);
                    look(screen, page + " " + lang, cut);
                    if (page instanceof Place.Importing) {
                        screen.push(KeyCode.F8);
                        screen.settle();
                        look(screen, page + " done " + lang, cut);
                    }
                }
            }
        } finally {
            System.clearProperty("banso.sticks");
        }
        assertThat(cut).isEmpty();
    }

    private static void look(Screen screen, String where, Map<String, List<String>> cut) {
        List<String> here = screen.onFx(() -> CutWords.in(screen.window().scene()));
        if (!here.isEmpty()) {
            cut.put(where, here);
        }
        if (System.getProperty("pictures") != null) {
            screen.picture(1, Path.of(System.getProperty("pictures"), where.replaceAll("[^A-Za-z]", "") + ".png"));
        }
    }

    private static void turn(Screen screen, KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            screen.press(KeyCode.CONTROL).press(key).release(key).release(KeyCode.CONTROL);
        }
        screen.settle();
    }

    /** How many parts the page has that one turns to by Ctrl+Page Down. */
    private static int parts(Place page) {
        return switch (page) {
            case Place.Session _ -> 5;
            case Place.ClassRoom _ -> 3;
            case Place.Classes _ -> 2;
            default -> 1;
        };
    }

    private static void rename(SampleVillage village, EntryType type, EntryId id, String name) {
        assertThat(village.laptop().node().save(List.of(Draft.of(type, Neighbourhood.SANG_MOC, id).with("name", new Value.Text(name))))
                .isSaved()).isTrue();
    }
}
