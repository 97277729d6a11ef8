package vn.banso.desktop.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a window stands and how large it is, in logical pixels.
 *
 * @param maximised whether it filled its screen; the rest is what it goes back to
 */
public record WindowBounds(int x, int y, int width, int height, boolean maximised) {
    private static final String WORD = "maximised";

    /** As {@link #toString} writes it; empty for anything else. */
    public static Optional<WindowBounds> parse(String text) {
        if (!text.matches("-?\\d{1,5} -?\\d{1,5} \\d{1,5} \\d{1,5}( " + WORD + ")?")) {
            return Optional.empty();
        }
        List<String> parts = List.of(text.split(" "));
        List<Integer> numbers = parts.stream().limit(4).map(Integer::valueOf).toList();
        return Optional.of(new WindowBounds(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), parts.size() > 4));
    }

    public WindowBounds maximised(boolean now) {
        return new WindowBounds(x, y, width, height, now);
    }

    /** As much of it as there is on the screen, all of it inside. */
    public WindowBounds inside(WindowBounds screen) {
        int wide = Math.min(width, screen.width);
        int high = Math.min(height, screen.height);
        return new WindowBounds(Math.clamp(x, screen.x, screen.x + screen.width - wide),
                Math.clamp(y, screen.y, screen.y + screen.height - high), wide, high, maximised);
    }

    /** One of this size in the middle of another, such as a question over its window. */
    public static WindowBounds centred(WindowBounds over, int width, int height) {
        return new WindowBounds(over.x + (over.width - width) / 2, over.y + (over.height - height) / 2, width, height, false);
    }

    /** How much of it lies on that screen, in square pixels. */
    public long on(WindowBounds screen) {
        long wide = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
        long high = Math.min(y + height, screen.y + screen.height) - Math.max(y, screen.y);
        return wide > 0 && high > 0 ? wide * high : 0;
    }

    /**
     * Where a window opens: where it was, if there is still a screen, inside of it; else in the middle of the first one, maximised
     * where there is no more room than it needs.
     *
     * @param before how it was closed
     * @param usual the size it has where there is room
     * @param screens what of today's screens is free for windows, the main one first
     */
    public static WindowBounds opening(Optional<WindowBounds> before, WindowBounds usual, List<WindowBounds> screens) {
        Optional<WindowBounds> there = before.flatMap(b -> screens.stream().filter(s -> b.on(s) > 0)
                .max((one, other) -> Long.compare(b.on(one), b.on(other))).map(b::inside));
        return there.orElseGet(() -> {
            WindowBounds first = screens.getFirst();
            boolean full = first.width <= usual.width || first.height <= usual.height;
            return centred(first, usual.width, usual.height).inside(first).maximised(full);
        });
    }

    @Override
    public String toString() {
        return String.join(" ", Stream.concat(Stream.of(x, y, width, height).map(String::valueOf),
                maximised ? Stream.of(WORD) : Stream.empty()).toList());
    }
}
