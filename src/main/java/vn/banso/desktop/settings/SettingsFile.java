package vn.banso.desktop.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.WindowBounds;
import vn.banso.register.values.Lang;
import vn.banso.store.files.DurableFile;

/**
 * The settings as a small file of lines {@code key=value}, UTF-8, outside all stores. What cannot be read is as usual; a file of which
 * nothing can be read is kept beside as {@code settings.damaged}, never in the way of opening the window.
 */
public final class SettingsFile {
    private static final String NAME = "settings";
    private static final String DAMAGED = NAME + ".damaged";
    private static final long LONGEST = 64 << 10;

    private static final String LANG = "language";
    private static final String THEME = "theme";
    private static final String TEXT_SIZE = "text_size";
    private static final String IDLE = "idle_minutes";
    private static final String RECEIVER = "receiver";
    private static final String OPEN_HOST = "unencrypted_host";
    private static final String NODE = "node";
    private static final String WINDOW = "window";
    private static final List<String> KEYS = List.of(LANG, THEME, TEXT_SIZE, IDLE, RECEIVER, OPEN_HOST, NODE, WINDOW);

    private final Path home;

    /** @param home see {@link vn.banso.store.files.NodeOptions#home} */
    public SettingsFile(Path home) {
        this.home = home;
    }

    /** Never fails: at worst everything is as usual. */
    public Settings read() {
        Map<String, String> lines = lines();
        Settings usual = Settings.USUAL;
        return new Settings(
                Arrays.stream(Lang.values()).filter(l -> l.code().equals(lines.get(LANG))).findFirst().orElse(usual.lang()),
                Arrays.stream(Settings.Theme.values()).filter(t -> word(t).equals(lines.get(THEME))).findFirst().orElse(usual.theme()),
                number(lines.get(TEXT_SIZE)).orElse(usual.textSize()),
                number(lines.get(IDLE)).orElse(usual.idleMinutes()),
                lines.getOrDefault(RECEIVER, usual.receiver()), lines.getOrDefault(OPEN_HOST, usual.openHost()),
                lines.getOrDefault(NODE, usual.node()),
                WindowBounds.parse(lines.getOrDefault(WINDOW, "")));
    }

    public void write(Settings settings) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(LANG, settings.lang().code());
        lines.put(THEME, word(settings.theme()));
        lines.put(TEXT_SIZE, String.valueOf(settings.textSize()));
        lines.put(IDLE, String.valueOf(settings.idleMinutes()));
        lines.put(RECEIVER, settings.receiver());
        lines.put(OPEN_HOST, settings.openHost());
        lines.put(NODE, settings.node());
        settings.window().ifPresent(place -> lines.put(WINDOW, place.toString()));
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> {
            // A folder whose name has a line break in it is asked for again next time.
            if (value.lines().count() <= 1) {
                text.append(key).append('=').append(value).append('\n');
            }
        });
        Files.createDirectories(home);
        DurableFile.write(home.resolve(NAME), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> lines() {
        Path file = home.resolve(NAME);
        Map<String, String> known = new LinkedHashMap<>();
        try {
            if (Files.size(file) <= LONGEST) {
                Files.readString(file).lines().map(line -> line.split("=", 2)).filter(l -> l.length == 2 && KEYS.contains(l[0].strip()))
                        .forEach(l -> known.put(l[0].strip(), l[1].strip()));
            }
        } catch (NoSuchFileException _) {
            return known;
        } catch (CharacterCodingException _) {
            known.clear();
        } catch (IOException _) {
            return known;
        }
        if (known.isEmpty()) {
            keepAside(file);
        }
        return known;
    }

    private void keepAside(Path file) {
        try {
            DurableFile.rename(file, home.resolve(DAMAGED));
        } catch (IOException _) {
            // It stays where it is until the next settings are written: the window opens all the same.
        }
    }

    private static String word(Settings.Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static OptionalInt number(String text) {
        return Optional.ofNullable(text).filter(t -> t.matches("\\d{1,4}")).map(t -> OptionalInt.of(Integer.parseInt(t)))
                .orElse(OptionalInt.empty());
    }
}
