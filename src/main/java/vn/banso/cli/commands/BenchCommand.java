package vn.banso.cli.commands;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.banso.cli.bench.Bench;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;

/** Measures the goals of the product on this machine. A missed goal is told as missed; the command has then still done its work. */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {
    private final CommandContext desk;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--only", paramLabel = "NAME", arity = "1..*")
    private List<String> only = List.of();

    @Option(names = "--desktop")
    private boolean desktop;

    public BenchCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Bench.Part part = desktop ? Bench.Part.WINDOWS : Bench.Part.ROOMS;
        for (String name : only) {
            if (Bench.rows(part).stream().noneMatch(row -> row.startsWith(name))) {
                throw CommandRefusal.wrongUse("cli.bench.unknown", name, String.join(", ", Bench.rows(part)));
            }
        }
        List<BenchRow> rows = Bench.run(part, only, quick ? Bench.Scale.QUICK : Bench.Scale.FULL, row -> desk.note("cli.bench.now", row));
        if (json) {
            desk.json(rows.stream().map(BenchRow::json).toList());
        } else {
            BenchTable.lines(rows, desk.texts()).forEach(desk::line);
        }
        return Exit.DONE;
    }
}
