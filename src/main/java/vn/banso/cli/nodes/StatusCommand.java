package vn.banso.cli.nodes;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.ledger.LastReceipt;

/** How far the records have come. */
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--json")
    private boolean json;

    public StatusCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        try (Node open = node.open(desk)) {
            Map<RecordState, Long> states = open.ledger().states();
            int attention = open.attention().size();
            if (json) {
                Map<String, Object> counts = new LinkedHashMap<>();
                states.forEach((state, n) -> counts.put(state.name().toLowerCase(Locale.ROOT), n));
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("states", counts);
                answer.put("attention", attention);
                answer.put("last_receipt", open.ledger().lastReceipt().map(StatusCommand::json).orElse(null));
                desk.json(answer);
            } else {
                states.forEach((state, n) -> desk.say("cli.status.line", desk.texts().get("state." + state), n));
                open.ledger().lastReceipt().ifPresentOrElse(r -> desk.say("cli.status.receipt", desk.texts().get("state." + r.proves()),
                        LocalDateTime.ofInstant(r.at(), ZoneId.systemDefault()).format(MINUTE)), () -> desk.say("cli.status.no_receipt"));
                desk.say(attention == 0 ? "cli.status.calm" : "cli.status.attention", attention);
            }
            return Exit.DONE;
        }
    }

    private static Map<String, Object> json(LastReceipt receipt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", receipt.node().toString());
        json.put("proves", receipt.proves().name().toLowerCase(Locale.ROOT));
        json.put("unit", Units.find(receipt.scope()).map(Unit::code).orElse(null));
        json.put("at", receipt.at().toString());
        return json;
    }
}
