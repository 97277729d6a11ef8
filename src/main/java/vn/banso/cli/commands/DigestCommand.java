package vn.banso.cli.commands;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.UnitCodes;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;

/** One hash over the canonical register. */
@Command(name = "digest")
public final class DigestCommand implements Callable<Integer> {
    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--commune", paramLabel = "C")
    private String commune;

    public DigestCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        Optional<ScopeId> scope = commune == null ? Optional.empty() : Optional.of(UnitCodes.commune(commune).scope());
        try (Node open = node.open(desk)) {
            desk.line(open.digest(scope).toString());
            return Exit.DONE;
        }
    }
}
