package vn.banso.desktop.kit;

import java.util.Optional;
import vn.banso.register.values.Lang;

/**
 * How this person wants the window. Holds nothing about anybody.
 *
 * @param textSize of the base text in pixels, 13 to 20
 * @param idleMinutes after so many without a key or a click it locks; 0 is never
 * @param receiver address of the province's desk, empty for the one that the province names
 * @param openHost the host to which this person lets the line go unencrypted; empty for none
 * @param node folder of the node opened last, empty where there was none
 * @param window where it stood last
 */
public record Settings(Lang lang, Theme theme, int textSize, int idleMinutes, String receiver, String openHost, String node,
        Optional<WindowBounds> window) {
    public static final int SMALLEST = 13;
    public static final int LARGEST = 20;
    public static final Settings USUAL = new Settings(Lang.VI, Theme.LIGHT, 15, 15, "", "", "", Optional.empty());

    /** The same page in other colours. Texts: {@code settings.theme.<name>}. */
    public enum Theme { LIGHT, DARK, CONTRAST }

    public Settings {
        textSize = Math.clamp(textSize, SMALLEST, LARGEST);
        idleMinutes = Math.clamp(idleMinutes, 0, 240);
    }

    public Settings withLang(Lang other) {
        return new Settings(other, theme, textSize, idleMinutes, receiver, openHost, node, window);
    }

    public Settings withTheme(Theme other) {
        return new Settings(lang, other, textSize, idleMinutes, receiver, openHost, node, window);
    }

    public Settings withTextSize(int pixels) {
        return new Settings(lang, theme, pixels, idleMinutes, receiver, openHost, node, window);
    }

    public Settings withIdleMinutes(int minutes) {
        return new Settings(lang, theme, textSize, minutes, receiver, openHost, node, window);
    }

    public Settings withReceiver(String address) {
        return new Settings(lang, theme, textSize, idleMinutes, address, openHost, node, window);
    }

    public Settings withOpenHost(String host) {
        return new Settings(lang, theme, textSize, idleMinutes, receiver, host, node, window);
    }

    public Settings withNode(String folder) {
        return new Settings(lang, theme, textSize, idleMinutes, receiver, openHost, folder, window);
    }

    public Settings withWindow(WindowBounds place) {
        return new Settings(lang, theme, textSize, idleMinutes, receiver, openHost, node, Optional.of(place));
    }
}
