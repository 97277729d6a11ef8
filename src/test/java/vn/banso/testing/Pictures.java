package vn.banso.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Settings.Theme;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;

/** Draws every screen into one folder: both languages, light and dark, a plain screen and one enlarged by a quarter. */
public final class Pictures {
    private record Size(String name, double width, double height, double scale) {}

    private static final List<Size> SIZES = List.of(new Size("100", 1366, 768, 1), new Size("125", 1093, 614, 1.25));

    private final Path folder;
    private final Path scratch;

    private Pictures(Path folder, Path scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    /** Argument: the folder for the pictures. Then beginnings of screen names, to draw only those. */
    public static void main(String[] args) throws IOException {
        // Always the same name: where a register lies stands in some pictures.
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "ban-so");
        remove(scratch);
        Files.createDirectories(scratch);
        Pictures pictures = new Pictures(Path.of(args[0]), scratch);
        pictures.draw(List.of(args).subList(1, args.length));
        remove(scratch);
        System.exit(0);
    }

    private static void remove(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void draw(List<String> only) {
        if (only.isEmpty() || only.stream().anyMatch(name -> name.startsWith("start"))) {
            for (Size size : SIZES) {
                wayIn(size);
            }
        }
        if (only.stream().anyMatch(name -> name.startsWith("start")) && only.size() == 1) {
            return;
        }
        if (only.isEmpty() || only.contains("office")) {
            office();
        }
        if (only.isEmpty() || only.contains("desk")) {
            desk();
        }
        if (only.isEmpty() || only.contains("area")) {
            area();
        }
        if (!only.isEmpty() && List.of("office", "desk", "area").containsAll(only)) {
            return;
        }
        try (SampleVillage village = SampleVillage.in(scratch)) {
            for (Size size : SIZES) {
                try (Screen screen = Screen.open(size.width(), size.height(), Settings.USUAL, Laptop.CLOCK)) {
                    screen.enter(village.laptop().node());
                    for (Lang lang : Lang.values()) {
                        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                            screen.choose(Settings.USUAL.withLang(lang).withTheme(theme));
                            places(village).forEach((name, place) -> {
                                if (only.isEmpty() || only.stream().anyMatch(name::startsWith)) {
                                    screen.go(place);
                                    // Counts come last; nobody is shown a page that is still counting.
                                    // It says so only to who waits: not yet in sight it counts as well.
                                    String counting = Texts.of(lang).get("today.counting");
                                    screen.await("counted", () -> screen.onFx(() -> screen.window().scene().getRoot().lookupAll(".label").stream()
                                            .noneMatch(n -> n instanceof Labeled words && counting.equals(words.getText()))));
                                    shoot(screen, name, lang, theme, size);
                                }
                            });
                            if (only.isEmpty() || only.contains("help")) {
                                screen.push(KeyCode.F1);
                                shoot(screen, "help", lang, theme, size);
                                screen.push(KeyCode.ESCAPE);
                            }
                        }
                    }
                }
            }
        }
    }

    /** What only an office sees, and whoever was helped by it. */
    private void office() {
        try (OfficeSamples samples = OfficeSamples.in(scratch.resolve("office"))) {
            for (Size size : SIZES) {
                for (Lang lang : Lang.values()) {
                    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                        Settings wanted = Settings.USUAL.withLang(lang).withTheme(theme);
                        try (Screen screen = Screen.open(size.width(), size.height(), wanted, Laptop.CLOCK)) {
                            screen.enter(samples.laptop().office());
                            screen.go(new Place.Attention());
                            shoot(screen, "attention-revoked", lang, theme, size);
                            screen.go(new Place.Household(Neighbourhood.SANG_MOC, samples.household()));
                            press(screen, ".bs-tab", Texts.of(lang).get("household.part.HISTORY"));
                            shoot(screen, "household-history", lang, theme, size);
                            screen.go(new Place.Person(Neighbourhood.SANG_MOC, samples.person()));
                            screen.push(KeyCode.F9);
                            shoot(screen, "person-history", lang, theme, size);
                        }
                        try (Screen screen = Screen.open(size.width(), size.height(), wanted, Laptop.CLOCK)) {
                            screen.enter(samples.helped());
                            screen.go(new Place.Attention());
                            screen.push(KeyCode.DOWN);
                            shoot(screen, "attention-helped", lang, theme, size);
                        }
                    }
                }
            }
        }
    }

    /** The desk of a commune's officer. */
    private void desk() {
        for (Size size : SIZES) {
            for (Lang lang : Lang.values()) {
                for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                    remove(scratch.resolve("desk"));
                    try (DeskSamples samples = DeskSamples.in(scratch.resolve("desk"));
                            Screen screen = Screen.open(size.width(), size.height(), Settings.USUAL.withLang(lang).withTheme(theme), Laptop.CLOCK)) {
                        System.clearProperty("banso.sticks");
                        screen.enter(samples.office());
                        screen.go(new Place.Importing());
                        shoot(screen, "importing-empty", lang, theme, size);
                        System.setProperty("banso.sticks", String.join(java.io.File.pathSeparator, samples.sources().stream().map(Path::toString).toList()));
                        screen.go(new Place.Today());
                        screen.go(new Place.Importing());
                        screen.settle();
                        shoot(screen, "importing", lang, theme, size);
                        screen.push(KeyCode.F8);
                        screen.awaitText(Texts.of(lang).get("importing.clear"));
                        shoot(screen, "importing-done", lang, theme, size);
                        System.clearProperty("banso.sticks");
                        screen.go(new Place.Reporting());
                        shoot(screen, "reporting", lang, theme, size);
                        screen.go(new Place.Devices());
                        screen.push(KeyCode.DOWN);
                        screen.push(KeyCode.DOWN);
                        screen.push(KeyCode.DOWN);
                        shoot(screen, "devices", lang, theme, size);
                        press(screen, ".bs-button", Texts.of(lang).get("devices.lost"));
                        screen.awaitText(Texts.of(lang).get("devices.lost.reason"));
                        shoot(screen, "devices-lost", lang, theme, size);
                        RequestSamples.put(samples.people(), samples.office());
                        screen.go(new Place.Requests());
                        screen.settle();
                        shoot(screen, "requests", lang, theme, size);
                        screen.clickOn(Texts.of(lang).get("requests.erased_name"));
                        screen.settle();
                        shoot(screen, "requests-erased", lang, theme, size);
                        screen.clickOn(".requests .text-field");
                        screen.write("luong thi");
                        screen.push(KeyCode.ENTER);
                        screen.awaitText(Texts.of(lang).get("requests.what"));
                        shoot(screen, "requests-new", lang, theme, size);
                    }
                }
            }
        }
    }

    /** An area officer's machine, with twelve communes. */
    private void area() {
        for (Size size : SIZES) {
            for (Lang lang : Lang.values()) {
                for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                    remove(scratch.resolve("area"));
                    try (TwelveCommunes samples = TwelveCommunes.in(scratch.resolve("area")).withChanges();
                            Screen screen = Screen.open(size.width(), size.height(), Settings.USUAL.withLang(lang).withTheme(theme), Laptop.CLOCK)) {
                        screen.enter(samples.node());
                        screen.go(new Place.Villages());
                        shoot(screen, "area-villages", lang, theme, size);
                        screen.go(new Place.Units());
                        screen.awaitText(Texts.of(lang).get("units.trace"));
                        shoot(screen, "units", lang, theme, size);
                        press(screen, ".bs-link", Texts.of(lang).get("units.place", TwelveCommunes.HOUSEHOLDS));
                        shoot(screen, "units-assign", lang, theme, size);
                        screen.go(new Place.Households());
                        screen.settle();
                        shoot(screen, "area-households", lang, theme, size);
                    }
                }
            }
        }
    }

    private static void press(Screen screen, String style, String named) {
        screen.onFx(() -> {
            screen.window().scene().getRoot().lookupAll(style).stream().filter(n -> n instanceof ButtonBase b && b.getText().equals(named)).map(ButtonBase.class::cast)
                    .findFirst().orElseThrow().fire();
            return null;
        });
        screen.settle();
    }

    /** What comes before the register is open. */
    private void wayIn(Size size) {
        for (Lang lang : Lang.values()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                Settings wanted = Settings.USUAL.withLang(lang).withTheme(theme);
                try (WayIn way = WayIn.in(scratch, Screen.open(size.width(), size.height(), wanted, Laptop.CLOCK))) {
                    way.steps().forEach((name, step) -> {
                        step.run();
                        shoot(way.screen(), name, lang, theme, size);
                    });
                }
            }
        }
    }

    private void shoot(Screen screen, String name, Lang lang, Theme theme, Size size) {
        screen.picture(size.scale(), folder.resolve(String.format(Locale.ROOT, "%s-%s-%s-%s.png", name, lang.code(), theme.name().toLowerCase(Locale.ROOT), size.name())));
    }

    /** Every page of an open node, by the name of its pictures. */
    public static Map<String, Place> places(SampleVillage village) {
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("today", new Place.Today());
        places.put("households", new Place.Households());
        places.put("household", new Place.Household(Neighbourhood.SANG_MOC, village.household()));
        places.put("household-new", new Place.NewHousehold());
        places.put("person", new Place.Person(Neighbourhood.SANG_MOC, village.person()));
        places.put("villages", new Place.Villages());
        places.put("village", new Place.Village(Neighbourhood.SANG_MOC, village.village()));
        places.put("classes", new Place.Classes());
        places.put("class", new Place.ClassRoom(Neighbourhood.SANG_MOC, village.course()));
        places.put("class-new", new Place.ClassRoom(Neighbourhood.SANG_MOC, village.laptop().node().freshId()));
        places.put("session", new Place.Session(Neighbourhood.SANG_MOC, village.session()));
        places.put("handover", new Place.HandOver());
        places.put("attention", new Place.Attention());
        places.put("settings", new Place.Preferences());
        return places;
    }
}
