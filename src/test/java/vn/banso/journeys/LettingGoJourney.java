package vn.banso.journeys;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.values.Lang;
import vn.banso.testing.Laptop;
import vn.banso.testing.Pictures;
import vn.banso.testing.SampleVillage;
import vn.banso.testing.Screen;

/** A laptop is opened in the morning and shut in the evening: pages that are gone must not stay in memory and go on working. */
@Tag("slow")
class LettingGoJourney {
    @TempDir
    Path folder;

    @Test
    void pagesOfTheOtherLanguageAreLetGo() {
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(village.laptop().node());
            Map<String, WeakReference<Node>> seen = new LinkedHashMap<>();
            Pictures.places(village).forEach((name, place) -> {
                screen.go(place);
                seen.put(name, new WeakReference<>(screen.onFx(() -> page(screen))));
            });
            screen.go(new Place.Today());
            screen.choose(Settings.USUAL.withLang(Lang.EN));
            screen.settle();
            screen.await("pages are let go", () -> stillThere(seen).isEmpty(), () -> stillThere(seen).toString());
        }
    }

    private static Node page(Screen screen) {
        return ((Parent) screen.window().scene().getRoot().lookup(".bs-page")).getChildrenUnmodifiable().getFirst();
    }

    private static List<String> stillThere(Map<String, WeakReference<Node>> seen) {
        System.gc();
        List<String> there = new ArrayList<>();
        seen.forEach((name, page) -> {
            if (page.get() != null) {
                there.add(name);
            }
        });
        return there;
    }
}
