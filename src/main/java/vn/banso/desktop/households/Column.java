package vn.banso.desktop.households;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/**
 * The columns of the list, in heights of a letter; where there is no room for all, those of least use give way first, and then the
 * place goes beneath the name.
 */
enum Column {
    NUMBER("households.column.number", 3, 0), HEAD("households.column.head", 12, 0), PLACE("households.column.place", 14.4, 0),
    MEMBERS("households.column.members", 4, 2), PHONE("households.column.phone", 5.2, 4), FIBRE("households.column.fibre", 6, 5),
    POVERTY("households.column.poverty", 8.8, 1), VISIT("households.column.visit", 6.2, 3), STATE("households.column.state", 0, 0);

    static final double GAP = 0.8;
    /** A name with that of a member beside it; what is left beyond goes to the place. */
    private static final double LONG_NAME = 15;
    /** A place beneath a name. */
    private static final double BOTH = 16;

    private final String textKey;
    private final double width;
    /** 0 for those that always stay. */
    private final int givesWay;

    Column(String textKey, double width, int givesWay) {
        this.textKey = textKey;
        this.width = width;
        this.givesWay = givesWay;
    }

    String textKey() {
        return textKey;
    }

    /**
     * Those that fit beside each other, with their widths; the names take what is left, then the places. Without {@link #PLACE} the
     * place stands beneath the name.
     *
     * @param state width of the longest word for a state, in the language of the page
     */
    static Map<Column, Double> fitting(double whole, double state) {
        double room = whole - state;
        Map<Column, Double> widths = new EnumMap<>(Column.class);
        EnumSet.allOf(Column.class).forEach(c -> widths.put(c, c.width));
        narrow(widths, room);
        if (left(widths, room) < 0) {
            EnumSet.allOf(Column.class).forEach(c -> widths.put(c, c.width));
            widths.remove(PLACE);
            widths.put(HEAD, BOTH);
            narrow(widths, room);
        }
        double left = Math.max(0, left(widths, room));
        double head = widths.containsKey(PLACE) ? Math.min(LONG_NAME - HEAD.width, left) : left;
        widths.merge(HEAD, head, Double::sum);
        widths.computeIfPresent(PLACE, (_, width) -> width + left - head);
        widths.put(STATE, state);
        return widths;
    }

    private static void narrow(Map<Column, Double> widths, double room) {
        Arrays.stream(values()).filter(c -> c.givesWay > 0).sorted(Comparator.comparingInt(c -> c.givesWay)).forEach(c -> {
            if (left(widths, room) < 0) {
                widths.remove(c);
            }
        });
    }

    private static double left(Map<Column, Double> widths, double room) {
        return room - widths.values().stream().mapToDouble(width -> width + GAP).sum();
    }
}
