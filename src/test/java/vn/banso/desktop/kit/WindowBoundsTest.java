package vn.banso.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A window opens where it was, but never where nobody can see it. */
class WindowBoundsTest {
    private static final WindowBounds USUAL = at(0, 0, 1366, 768);
    private static final WindowBounds LAPTOP = at(0, 0, 1366, 728);
    private static final WindowBounds BESIDE = at(1366, 0, 2560, 1400);

    private static WindowBounds at(int x, int y, int width, int height) {
        return new WindowBounds(x, y, width, height, false);
    }

    @Test
    void itFillsASmallScreenAndStandsInTheMiddleOfALargeOne() {
        assertThat(WindowBounds.opening(Optional.empty(), USUAL, List.of(LAPTOP))).isEqualTo(at(0, 0, 1366, 728).maximised(true));
        assertThat(WindowBounds.opening(Optional.empty(), USUAL, List.of(at(0, 0, 958, 535)))).isEqualTo(at(0, 0, 958, 535).maximised(true));
        assertThat(WindowBounds.opening(Optional.empty(), USUAL, List.of(at(0, 0, 2560, 1400)))).isEqualTo(at(597, 316, 1366, 768));
    }

    @Test
    void itGoesBackToWhereItWas() {
        WindowBounds before = at(1500, 100, 2000, 1200);
        assertThat(WindowBounds.opening(Optional.of(before), USUAL, List.of(LAPTOP, BESIDE))).isEqualTo(before);
        assertThat(WindowBounds.opening(Optional.of(before.maximised(true)), USUAL, List.of(LAPTOP, BESIDE)).maximised()).isTrue();
    }

    @Test
    void aScreenThatIsGoneOrSmallerTakesItInside() {
        assertThat(WindowBounds.opening(Optional.of(at(1500, 100, 2000, 1200)), USUAL, List.of(LAPTOP))).isEqualTo(at(0, 0, 1366, 728).maximised(true));
        assertThat(WindowBounds.opening(Optional.of(at(200, -50, 2000, 1200)), USUAL, List.of(LAPTOP))).isEqualTo(at(0, 0, 1366, 728));
        assertThat(WindowBounds.opening(Optional.of(at(1000, 600, 800, 480)), USUAL, List.of(LAPTOP))).isEqualTo(at(566, 248, 800, 480));
    }

    @Test
    void itIsWrittenAsItIsRead() {
        for (WindowBounds place : List.of(at(-8, 31, 1366, 768), BESIDE.maximised(true))) {
            assertThat(WindowBounds.parse(place.toString())).contains(place);
        }
        for (String text : List.of("", "1 2 3", "a b c d", "1 2 3 4 large", "1 2 -3 4", "1 2 3 999999999999")) {
            assertThat(WindowBounds.parse(text)).as(text).isEmpty();
        }
    }
}
