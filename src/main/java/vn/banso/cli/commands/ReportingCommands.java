package vn.banso.cli.commands;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.CommuneOption;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.indicators.CountPeriod;
import vn.banso.say.ProgressWords;
import vn.banso.store.Node;
import vn.banso.store.reporting.VillageReport;
import vn.banso.store.reporting.VillageReports;

/** Who is missing of a month; approving and returning. */
final class ReportingCommands {
    private ReportingCommands() {}

    /** The node, the commune and the month that all of them need. */
    static final class Asked {
        @Mixin
        private NodeOption node;

        @Mixin
        private CommuneOption commune;

        @Option(names = "--month", paramLabel = "yyyy-MM")
        private String month;

        private VillageReports reports(CommandContext desk, Node open) throws CommandRefusal {
            LocalDate today = LocalDate.now(desk.options().clock());
            try {
                YearMonth of = month == null ? YearMonth.from(today) : YearMonth.parse(month);
                LocalDate end = of.atEndOfMonth();
                return new VillageReports(open, commune.in(open, desk.texts()).scope(), new CountPeriod(end.isAfter(today) ? today : end, of.atDay(1), end));
            } catch (DateTimeParseException e) {
                throw CommandRefusal.wrongUse("cli.desk.month", month);
            }
        }
    }

    /** Village by village: what came, whose turn it is, whom to call. */
    @Command(name = "missing")
    static final class Missing implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private Asked asked;

        @Option(names = "--json")
        private boolean json;

        Missing(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = asked.node.open(desk)) {
                List<VillageReport> all = asked.reports(desk, open).all();
                ProgressWords words = new ProgressWords(desk.texts());
                if (json) {
                    desk.json(Map.of("villages", all.stream().map(ReportingCommands::json).toList()));
                    return Exit.DONE;
                }
                desk.line(words.summary(all));
                for (VillageReport report : all) {
                    desk.line(report.village().in(desk.texts()) + " · " + words.state(report));
                    desk.line("    " + words.sentence(report) + (report.team().isEmpty() ? "" : " " + desk.texts().get("cli.desk.call", words.team(report))));
                }
                return Exit.DONE;
            }
        }
    }

    private static Map<String, Object> json(VillageReport report) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("village", report.village().id().toString());
        one.put("name", report.village().name());
        one.put("progress", report.progress().name().toLowerCase(Locale.ROOT));
        one.put("households", report.households());
        one.put("visited", report.figures().visited());
        one.put("sessions", report.figures().sessions());
        one.put("reason", report.reason());
        return one;
    }

    /** Freezes what came of villages. */
    @Command(name = "approve")
    static final class Approve implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private Asked asked;

        @Parameters(paramLabel = "VILLAGE", arity = "1..*", descriptionKey = "villages")
        private List<String> villages;

        Approve(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = asked.node.open(desk)) {
                VillageReports reports = asked.reports(desk, open);
                List<VillageReport> meant = meant(desk, reports.all(), villages);
                if (!reports.approve(meant).isSaved()) {
                    throw CommandRefusal.because("cli.desk.not_entitled");
                }
                desk.say("cli.desk.approved", meant.size());
                return Exit.DONE;
            }
        }
    }

    /** Gives villages back with a reason. */
    @Command(name = "return")
    static final class Return implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private Asked asked;

        @Option(names = "--reason", paramLabel = "WHY", required = true)
        private String reason;

        @Parameters(paramLabel = "VILLAGE", arity = "1..*", descriptionKey = "villages")
        private List<String> villages;

        Return(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            if (reason.isBlank()) {
                throw CommandRefusal.wrongUse("cli.desk.reason");
            }
            try (Node open = asked.node.open(desk)) {
                VillageReports reports = asked.reports(desk, open);
                List<VillageReport> meant = meant(desk, reports.all(), villages);
                if (!reports.giveBack(meant, reason).isSaved()) {
                    throw CommandRefusal.because("cli.desk.not_entitled");
                }
                desk.say("cli.desk.returned", meant.size());
                return Exit.DONE;
            }
        }
    }

    /** Each by its name or its id; one that is not there, or two of one name, stop all. */
    private static List<VillageReport> meant(CommandContext desk, List<VillageReport> all, List<String> named) throws CommandRefusal {
        List<VillageReport> meant = new ArrayList<>();
        for (String name : named) {
            List<VillageReport> found = all.stream().filter(r -> r.village().id().toString().equals(name) || r.village().name().equalsIgnoreCase(name)
                    || r.village().in(desk.texts()).equalsIgnoreCase(name)).toList();
            if (found.size() != 1) {
                throw CommandRefusal.because(found.isEmpty() ? "cli.desk.no_village" : "cli.desk.villages_alike", name);
            }
            meant.add(found.getFirst());
        }
        return meant;
    }
}
