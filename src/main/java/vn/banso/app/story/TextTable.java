package vn.banso.app.story;

import java.util.List;
import java.util.stream.IntStream;
import vn.banso.cli.frame.CommandContext;

/** A table for the terminal: the first column to the left, numbers to the right. */
final class TextTable {
    private TextTable() {}

    static void print(CommandContext desk, List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toList();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("   ");
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String pad = " ".repeat(widths.get(column) - cell.length());
                line.append(column == 0 ? cell + pad : "   " + pad + cell);
            }
            desk.line(line.toString());
        }
    }
}
