package vn.banso.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Texts;

/** Colours, type and measures. Each screen may bring a sheet of its own, in the same colours. */
public final class Look {
    private static final String FOLDER = "/vn/banso/desktop/";

    private Look() {}

    /** The bundled type; once, before the first window. */
    public static void loadFonts() {
        for (String weight : List.of("Regular", "Bold")) {
            try (InputStream in = Look.class.getResourceAsStream(FOLDER + "fonts/IBMPlexSans-" + weight + ".ttf")) {
                Font.loadFont(in, 15);
            } catch (IOException e) {
                throw new UncheckedIOException("a bundled font cannot be read", e);
            }
        }
    }

    public static void apply(Scene scene, Settings settings) {
        boolean dark = settings.theme() == Settings.Theme.DARK;
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheetBSS());
        Stream<String> colours = switch (settings.theme()) {
            case LIGHT -> Stream.empty();
            case DARK -> Stream.of("dark");
            case CONTRAST -> Stream.of("contrast");
        };
        Stream<String> sheets = Texts.rooms().stream().filter(room -> room.startsWith("desktop/")).map(room -> room.substring("desktop/".length()))
                .map(screen -> screen + "/" + screen);
        scene.getStylesheets().setAll(Stream.of(Stream.of("banso"), sheets, colours).flatMap(s -> s)
                .map(sheet -> Look.class.getResource(FOLDER + sheet + ".css")).filter(Objects::nonNull).map(URL::toExternalForm).toList());
        size(scene.getRoot(), settings);
    }

    /** All measures of type follow from this one. */
    public static void size(Parent root, Settings settings) {
        root.setStyle("-fx-font-size: " + settings.textSize() + "px;");
    }
}
