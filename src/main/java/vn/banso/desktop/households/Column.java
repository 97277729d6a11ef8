package vn.banso.desktop.households;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The columns of the list, in heights of a letter; where there is no room for all, those of least use give way first. */
enum Column {
    NUMBER("households.column.number", 3, 0), HEAD("households.column.head", 12, 0), PLACE("households.column.place", 10, 0),
    MEMBERS("households.column.members", 4, 2), PHONE("households.column.phone", 5.2, 4), FIBRE("households.column.fibre", 6, 5),
    POVERTY("households.column.poverty", 8.8, 1), VISIT("households.column.visit", 6.2, 3), STATE("households.column.state", 0, 0);

    static final double GAP = 0.8;
    /** A name with that of a member beside it; what is left beyond goes to the place. */
    private static final double LONG_NAME = 15;

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
     * Those that fit beside each other, with their widths; the names take what is left, then the places. Where even those that always stay
     * do not fit, these two give way alike.
     *
     * @param state width of the longest word for a state, in the language of the page
     */
    static Map<Column, Double> fitting(double whole, double state) {
        double room = whole - state;
        Set<Column> all = EnumSet.allOf(Column.class);
        Arrays.stream(values()).filter(c -> c.givesWay > 0).sorted(Comparator.comparingInt(c -> c.givesWay)).forEach(c -> {
            if (all.stream().mapToDouble(one -> one.width + GAP).sum() > room) {
                all.remove(c);
            }
        });
        Map<Column, Double> widths = new EnumMap<>(Column.class);
        all.forEach(c -> widths.put(c, c.width));
        double left = room - all.stream().mapToDouble(one -> one.width + GAP).sum();
        if (left < 0) {
            double both = HEAD.width + PLACE.width;
            double share = Math.max(0, both + left) / both;
            widths.put(HEAD, HEAD.width * share);
            widths.put(PLACE, PLACE.width * share);
            left = 0;
        }
        double head = Math.min(LONG_NAME - HEAD.width, left);
        widths.merge(HEAD, head, Double::sum);
        widths.merge(PLACE, left - head, Double::sum);
        widths.put(STATE, state);
        return widths;
    }
}
