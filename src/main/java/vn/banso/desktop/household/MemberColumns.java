package vn.banso.desktop.household;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import vn.banso.desktop.kit.Ui;

/** The widths of the table of members: its titles and all its lines share them. Columns whose answers are short give way to long names. */
final class MemberColumns {
    /** Keys of the fields, as the columns stand. */
    static final List<String> KEYS = List.of("name", "born", "sex", "relation", "smartphone", "vneid", "account", "level");
    /** In heights of a letter, as wide as the longest answer in either language; the name has what is left of the narrowest table. */
    private static final List<Double> USUAL = List.of(12.3, 6.4, 3.1, 6.6, 6.3, 5.4, 5.8, 6.8);
    private static final double ALL = USUAL.stream().mapToDouble(w -> w).sum();
    /** Of the room between the gaps, before it is known how much that is. */
    private static final double PERCENT = 96.4;
    private static final double BUTTON = 30;
    /** Around a line and between its cells. */
    private static final double GAPS = 6 + 8 * 2;
    /** Around the words of a cell, in heights of a letter, and what their measure may be wrong by. */
    private static final double EDGES = 0.8;
    private static final double ROUNDED = 2;
    private static final double TITLE = 0.87;
    private static final double TITLE_EDGE = 0.46;

    private final List<ColumnConstraints> columns;
    private final double[] titles;

    MemberColumns(Ui ui) {
        columns = USUAL.stream().map(_ -> new ColumnConstraints()).toList();
        titles = KEYS.stream().mapToDouble(key -> Ui.width(ui.say("household.column." + key)) * TITLE + TITLE_EDGE).toArray();
        share(USUAL.stream().mapToDouble(w -> w).toArray(), PERCENT);
    }

    GridPane grid() {
        GridPane grid = Ui.styled(new GridPane(), "bs-member-grid");
        grid.getColumnConstraints().addAll(columns);
        grid.getColumnConstraints().add(new ColumnConstraints(BUTTON));
        return grid;
    }

    /**
     * @param lines what the cells of each line say
     * @param width of the table
     * @param letter how high a letter is
     */
    void fit(List<List<String>> lines, double width, double letter) {
        double room = width - GAPS - BUTTON;
        double[] widths = USUAL.stream().mapToDouble(w -> w / ALL * room).toArray();
        double[] least = IntStream.range(0, titles.length).mapToDouble(i -> ROUNDED + letter * Math.max(titles[i],
                lines.stream().mapToDouble(line -> Ui.width(line.get(i))).max().orElse(0) + EDGES)).toArray();
        double spare = IntStream.range(1, widths.length).mapToDouble(i -> Math.max(0, widths[i] - least[i])).sum();
        double given = Math.clamp(least[0] - widths[0], 0, spare);
        for (int i = 1; i < widths.length && given > 0; i++) {
            widths[i] -= Math.max(0, widths[i] - least[i]) * given / spare;
        }
        widths[0] += given;
        share(widths, room / (room + BUTTON) * 100);
    }

    private void share(double[] widths, double percent) {
        double all = DoubleStream.of(widths).sum();
        for (int i = 0; i < widths.length; i++) {
            columns.get(i).setPercentWidth(widths[i] / all * percent);
        }
    }
}
