package vn.banso.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/** What is done with an entry as a whole: it comes back, moves, or what was left behind follows it. */
public final class EntryCommands {
    private EntryCommands() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("entry", desk, new Restore(desk), new Move(desk), new Follow(desk));
    }

    /** One entry, by its id, in the commune in which the node holds it. */
    private abstract static class OnEntry implements Callable<Integer> {
        final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "ID", descriptionKey = "entry.id")
        private String id;

        OnEntry(CommandContext desk) {
            this.desk = desk;
        }

        record Found(ScopeId scope, EntryState state) {}

        @Override
        public final Integer call() throws IOException, CommandRefusal {
            if (!id.matches("[0-9a-f]{32}")) {
                throw CommandRefusal.wrongUse("cli.entry.id");
            }
            try (Node open = node.open(desk)) {
                EntryId entry = EntryId.parse(id);
                List<Found> found = Stream.concat(open.ledger().communes().stream(), open.ledger().scopes().stream()).distinct()
                        .flatMap(scope -> open.state(scope, entry).map(state -> new Found(scope, state)).stream()).toList();
                if (found.isEmpty()) {
                    throw CommandRefusal.because("cli.entry.unknown", id);
                }
                return done(open, found.getFirst());
            }
        }

        /** @throws CommandRefusal where there is nothing to do, or it may not be done here */
        abstract int done(Node open, Found found) throws CommandRefusal;

        int said(SaveResult result, String key) throws CommandRefusal {
            if (result instanceof SaveResult.Refused(List<SaveResult.Refusal> refusals)) {
                throw CommandRefusal.because("cli.entry.refused", desk.texts().get("reason." + refusals.getFirst().reason()));
            }
            desk.say(key);
            result.changes().stream().filter(c -> c.type() == Catalogue.HOUSEHOLD.id()).map(Change::entry).filter(e -> !e.toString().equals(id)).distinct()
                    .forEach(e -> desk.line(e.toString()));
            return Exit.DONE;
        }
    }

    /** Takes a deletion back. */
    @Command(name = "restore")
    static final class Restore extends OnEntry {
        Restore(CommandContext desk) {
            super(desk);
        }

        @Override
        int done(Node open, Found found) throws CommandRefusal {
            if (!found.state().deleted()) {
                throw CommandRefusal.because("cli.entry.not_deleted");
            }
            return said(open.acts().restore(found.scope(), found.state().id()), "cli.entry.restored");
        }
    }

    /** A household goes on in another commune; back where it came from it is what it was. */
    @Command(name = "move")
    static final class Move extends OnEntry {
        @Option(names = "--to", paramLabel = "C", required = true)
        private String to;

        Move(CommandContext desk) {
            super(desk);
        }

        @Override
        int done(Node open, Found found) throws CommandRefusal {
            Unit unit = Units.current().commune(to).orElseThrow(() -> CommandRefusal.wrongUse("cli.unit.commune", to));
            if (found.state().type() != Catalogue.HOUSEHOLD.id() || found.state().deleted() || found.state().link(SystemField.MOVED).isPresent()) {
                throw CommandRefusal.because("cli.entry.not_movable");
            }
            if (unit.scope().equals(found.scope()) || !open.ledger().communes().contains(unit.scope())) {
                throw CommandRefusal.because("cli.entry.not_there", unit.named(desk.texts()));
            }
            return said(open.acts().move(found.scope(), found.state().id(), unit.scope()), "cli.entry.moved");
        }
    }

    /** What was written to an entry, or into it, since it has moved goes where it is. */
    @Command(name = "follow")
    static final class Follow extends OnEntry {
        Follow(CommandContext desk) {
            super(desk);
        }

        @Override
        int done(Node open, Found found) throws CommandRefusal {
            if (open.acts().movedTo(found.scope(), found.state().id()).isEmpty()) {
                throw CommandRefusal.because("cli.entry.not_moved");
            }
            return said(open.acts().follow(found.scope(), found.state().id()), "cli.entry.followed");
        }
    }
}
