package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever stands on something can be read on it, by the formula of WCAG 2: 4.5 to 1, in high contrast 7 to 1. */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-bs-[\\w-]+):\\s*#([0-9a-f]{6})");
    private static final List<String> PAIRS = List.of("ink on paper", "ink on paper-raised", "ink on rail", "ink on accent-soft",
            "ink on look-soft", "ink on waiting-soft", "ink-soft on paper", "ink-soft on paper-raised", "ink-soft on rail",
            "accent on paper", "accent on paper-raised", "accent-strong on accent-soft", "accent-ink on accent",
            "received on paper-raised", "received on received-soft", "waiting on paper-raised", "waiting on waiting-soft",
            "look on paper-raised", "look on look-soft", "paper-raised on look");

    @Test
    void wordsCanBeReadInEveryTheme() {
        Map<String, String> light = colours("banso.css");
        assertThat(tooFaint(light, 4.5)).isEmpty();
        assertThat(tooFaint(over(light, colours("dark.css")), 4.5)).isEmpty();
        assertThat(tooFaint(over(light, colours("contrast.css")), 7)).isEmpty();
    }

    @Test
    void aFaintColourIsCaught() {
        assertThat(tooFaint(over(colours("banso.css"), Map.of("-bs-ink-soft", "b0b0b0")), 4.5))
                .contains("ink-soft on paper").doesNotContain("ink on paper");
    }

    private static List<String> tooFaint(Map<String, String> colours, double least) {
        return PAIRS.stream().filter(pair -> {
            String[] two = pair.split(" on ");
            return ratio(colours.get("-bs-" + two[0]), colours.get("-bs-" + two[1])) < least;
        }).toList();
    }

    private static Map<String, String> colours(String sheet) {
        Map<String, String> colours = new HashMap<>();
        Matcher colour = COLOUR.matcher(House.read(House.RESOURCES.resolve("vn/banso/desktop").resolve(sheet)));
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }
        return colours;
    }

    private static Map<String, String> over(Map<String, String> first, Map<String, String> then) {
        Map<String, String> both = new HashMap<>(first);
        both.putAll(then);
        return both;
    }

    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour, 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
