package vn.banso.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.Desk;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.Refusal;
import vn.banso.register.Draft;
import vn.banso.register.ScopeId;
import vn.banso.register.Unit;
import vn.banso.register.Units;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.store.Node;
import vn.banso.store.SaveResult;

/** Fills a node with invented people, through the same door as a person's saves. */
@Command(name = "generate")
final class GenerateCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    private final Desk desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--households", paramLabel = "H", required = true)
    private int households;

    @Option(names = "--region", paramLabel = "urban|delta|mountain|remote", required = true)
    private Region region;

    @Option(names = "--seed", paramLabel = "S", required = true)
    private long seed;

    @Option(names = "--commune", paramLabel = "C")
    private String commune;

    GenerateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, Refusal {
        if (households < 1 || households > MOST) {
            throw Refusal.wrongUse("cli.generate.households", MOST);
        }
        Optional<Unit> named = commune == null ? Optional.empty() : Optional.of(UnitCodes.commune(commune));
        try (Node open = node.open(desk)) {
            Unit unit = named.isPresent() ? named.get() : only(open);
            LocalDate today = LocalDate.ofInstant(desk.options().clock().instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
            Iterator<List<Draft>> acts = Generator.acts(new Commune(unit.list(), unit.code(), region, households, today, seed)).iterator();
            long entries = 0;
            while (acts.hasNext()) {
                List<Draft> act = acts.next();
                if (open.save(act) instanceof SaveResult.Refused refused) {
                    throw Refusal.because("cli.generate.refused", unit.named(desk.texts()),
                            desk.texts().get("reason." + refused.refusals().getFirst().reason()));
                }
                entries += act.size();
            }
            desk.say("cli.generate.done", entries, unit.named(desk.texts()));
            return Exit.DONE;
        }
    }

    private static Unit only(Node open) throws Refusal {
        List<ScopeId> granted = open.grants().of(open.id()).stream().flatMap(g -> g.communes().stream()).distinct().toList();
        if (granted.size() != 1) {
            throw Refusal.wrongUse("cli.generate.commune");
        }
        return Units.find(granted.getFirst()).orElseThrow(() -> Refusal.wrongUse("cli.generate.commune"));
    }
}
