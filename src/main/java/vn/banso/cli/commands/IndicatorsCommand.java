package vn.banso.cli.commands;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.DayConverter;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.UnitCodes;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.store.Node;
import vn.banso.store.counting.IndicatorQueries;

/** The indicators with numerator, denominator and coverage, by commune and summed up. */
@Command(name = "indicators")
public final class IndicatorsCommand implements Callable<Integer> {
    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--unit", paramLabel = "U")
    private String unit;

    @Option(names = "--at", paramLabel = "yyyy-MM-dd", converter = DayConverter.class)
    private LocalDate at;

    @Option(names = "--adult", paramLabel = "15|18", defaultValue = "18")
    private int adult;

    @Option(names = "--json")
    private boolean json;

    public IndicatorsCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        if (adult != 15 && adult != 18) {
            throw CommandRefusal.wrongUse("cli.indicators.adult");
        }
        Unit asked = unit == null ? null : UnitCodes.any(unit);
        LocalDate today = LocalDate.ofInstant(desk.options().clock().instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
        LocalDate cutOff = at != null ? at : today;
        boolean past = cutOff.isBefore(today);
        try (Node open = node.open(desk)) {
            List<Indicator> lines = Definitions.from(adult);
            SequencedMap<Unit, SequencedMap<String, Tally>> figures = new LinkedHashMap<>();
            IndicatorQueries queries = new IndicatorQueries(open);
            for (Unit commune : communes(open, asked)) {
                figures.put(commune, queries.count(commune.scope(), lines, CountPeriod.yearTo(cutOff)));
            }
            sums(figures, asked);
            if (json) {
                desk.json(figures.entrySet().stream().flatMap(f -> lines.stream().map(i -> line(i, f.getKey(), f.getValue().get(i.key()), past)))
                        .toList());
            } else {
                figures.forEach((place, tallies) -> say(place, lines, tallies, cutOff, past));
            }
            return Exit.DONE;
        }
    }

    /** The communes to count: those held, or of those the ones of the unit asked for. */
    private static List<Unit> communes(Node open, Unit asked) throws CommandRefusal {
        List<Unit> held = open.ledger().scopes().stream().flatMap(s -> Units.find(s).stream()).filter(u -> !u.isProvince())
                .filter(u -> asked == null || u.equals(asked) || asked.isProvince() && u.province().equals(asked.code())
                        && u.list().equals(asked.list())).toList();
        if (held.isEmpty()) {
            throw CommandRefusal.because(asked == null ? "cli.indicators.nothing" : "cli.indicators.nothing_there",
                    asked == null ? "" : asked.code());
        }
        return held;
    }

    /** Adds up; a province that was asked for stands alone, several communes are followed by their sum. */
    private static void sums(SequencedMap<Unit, SequencedMap<String, Tally>> figures, Unit asked) {
        boolean province = asked != null && asked.isProvince();
        if (!province && figures.size() < 2) {
            return;
        }
        SequencedMap<String, Tally> sum = new LinkedHashMap<>();
        figures.values().forEach(f -> f.forEach((line, tally) -> sum.merge(line, tally, Tally::plus)));
        Unit first = figures.firstEntry().getKey();
        Unit whole = Units.unit(first.list(), first.province()).orElseThrow();
        if (province) {
            figures.clear();
        }
        figures.put(whole, sum);
    }

    private static Map<String, Object> line(Indicator indicator, Unit place, Tally tally, boolean past) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", indicator.id());
        line.put("line", indicator.key());
        line.put("unit", place.code());
        line.put("n", tally.n());
        line.put("d", tally.d());
        line.put("answered", tally.answered());
        line.put("all", tally.all());
        line.put("withheld", tally.withheld());
        if (past) {
            line.put("values", "now");
        }
        return line;
    }

    private void say(Unit place, List<Indicator> lines, Map<String, Tally> tallies, LocalDate cutOff, boolean past) {
        desk.say("cli.indicators.unit", place.named(desk.texts()), place.code(), cutOff);
        for (Indicator indicator : lines) {
            Tally tally = tallies.get(indicator.key());
            desk.say("cli.indicators.line", indicator.id(), desk.texts().get(indicator.textKey()), percent(tally.ratio()), tally.n(),
                    tally.d(), percent(tally.coverage()) + withheld(tally) + (past ? desk.texts().get("cli.indicators.values_now") : ""));
        }
    }

    private String withheld(Tally tally) {
        return tally.withheld() == 0 ? "" : desk.texts().get("cli.indicators.withheld", tally.withheld());
    }

    private String percent(OptionalDouble share) {
        return share.isPresent() ? desk.texts().get("cli.indicators.percent", share.getAsDouble() * 100) : "–";
    }
}
