package vn.banso.cli.commands;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.CommuneOption;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.rules.Draft;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.register.units.Unit;
import vn.banso.register.values.EntryId;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/** Fills a node with invented people, through the same door as a person's saves. */
@Command(name = "generate")
public final class GenerateCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--households", paramLabel = "H", required = true)
    private int households;

    @Option(names = "--region", paramLabel = "urban|delta|mountain|remote", required = true)
    private Region region;

    @Option(names = "--seed", paramLabel = "S", required = true)
    private long seed;

    @Mixin
    private CommuneOption commune;

    public GenerateCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        if (households < 1 || households > MOST) {
            throw CommandRefusal.wrongUse("cli.generate.households", MOST);
        }
        commune.named();
        try (Node open = node.open(desk)) {
            Unit unit = commune.in(open, desk.texts());
            mayWrite(open, unit);
            LocalDate today = LocalDate.ofInstant(desk.options().clock().instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
            Iterator<List<Draft>> acts = Generator.acts(new Commune(unit.list(), unit.code(), region, households, today, seed)).iterator();
            long saved = 0;
            long leftOut = 0;
            while (acts.hasNext()) {
                List<Draft> act = acts.next();
                int written = write(open, act, unit);
                saved += written;
                leftOut += act.size() - written;
            }
            desk.say("cli.generate.done", saved, unit.named(desk.texts()));
            if (leftOut > 0) {
                desk.note("cli.generate.left_out", leftOut);
            }
            return Exit.DONE;
        }
    }

    /** How many entries were written: what the role of this node may not write is left out, as nobody there would have. */
    private int write(Node open, List<Draft> act, Unit unit) throws CommandRefusal {
        if (!(open.save(act) instanceof SaveResult.Refused refused)) {
            return act.size();
        }
        Map<EntryId, Reason> refusals = refused.refusals().stream()
                .collect(Collectors.toMap(SaveResult.Refusal::entry, SaveResult.Refusal::reason, (first, _) -> first));
        List<Draft> may = act.stream().filter(d -> !refusals.containsKey(d.id())).toList();
        boolean role = refusals.values().stream().allMatch(Reason.NOT_PERMITTED::equals);
        if (!role || !may.isEmpty() && !open.save(may).isSaved()) {
            throw CommandRefusal.because("cli.generate.refused", unit.named(desk.texts()),
                    desk.texts().get("reason." + refusals.values().iterator().next()));
        }
        return may.size();
    }

    /** A node that belongs to a province writes only where it was granted something. */
    private void mayWrite(Node open, Unit unit) throws CommandRefusal {
        if (open.province().isPresent() && !open.grants().isLive(open.id(), unit.scope())) {
            throw CommandRefusal.because("cli.generate.refused", unit.named(desk.texts()), desk.texts().get("reason.OUT_OF_SCOPE"));
        }
    }
}
