package vn.banso.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.register.catalogue.Texts;

/** The measured goals as people read them: two lines each, the figures and what they say. */
final class BenchTable {
    private static final String LINE = "%-24s %10s %-10s %10s %8s  %-14s %s";

    private BenchTable() {}

    static List<String> lines(List<BenchRow> rows, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", texts.get("cli.bench.value"), "", texts.get("cli.bench.baseline"), texts.get("cli.bench.ratio"),
                texts.get("cli.bench.goal"), ""));
        for (BenchRow row : rows) {
            lines.add(line(row.name(), row.shownValue(), row.unit(), row.shownBaseline(), row.shownRatio(), row.shownGoal(),
                    row.met().map(met -> texts.get(met ? "cli.bench.met" : "cli.bench.missed")).orElse("")));
            lines.add("    " + texts.get("bench." + row.name()));
        }
        lines.add(sum(rows, texts));
        return lines;
    }

    private static String sum(List<BenchRow> rows, Texts texts) {
        List<BenchRow> judged = rows.stream().filter(r -> r.met().isPresent()).toList();
        List<String> missed = judged.stream().filter(r -> !r.met().orElseThrow()).map(BenchRow::name).toList();
        return missed.isEmpty() ? texts.get("cli.bench.sum_all", judged.size())
                : texts.get("cli.bench.sum", judged.size() - missed.size(), judged.size(), String.join(", ", missed));
    }

    private static String line(String... columns) {
        return String.format(Locale.ROOT, LINE, (Object[]) columns).stripTrailing();
    }
}
