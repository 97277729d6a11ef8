package vn.banso.cli.units;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.CommuneOption;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.VillageSentences;
import vn.banso.store.Node;
import vn.banso.store.writing.VillageActs;
import vn.banso.store.writing.VillageChange;
import vn.banso.store.writing.VillagePreview.Obstacle;

/** What was done with villages: looked over, finished, taken back. */
public final class UnitCommands {
    private UnitCommands() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("units", desk, new Changes(desk), new VillageCommands.Rename(desk), new VillageCommands.Merge(desk), new VillageCommands.Split(desk),
                new Assign(desk), new VillageCommands.Move(desk), new Undo(desk), new UnitListCommands.Lists(desk), new UnitListCommands.Import(desk));
    }

    /** What was done with villages, the newest first. */
    @Command(name = "list")
    static final class Changes implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Mixin
        private CommuneOption commune;

        @Option(names = "--json")
        private boolean json;

        Changes(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                Optional<Unit> only = commune.named();
                List<ScopeId> scopes = only.isPresent() ? List.of(only.get().scope()) : open.ledger().communes();
                List<VillageChange> all = scopes.stream().flatMap(scope -> open.acts().villages().changes(scope).stream()).toList();
                if (json) {
                    desk.json(all.stream().map(c -> VillageCommands.json(open, c)).toList());
                    return Exit.DONE;
                }
                if (all.isEmpty()) {
                    desk.say("cli.village.none");
                }
                for (ScopeId scope : scopes) {
                    List<VillageChange> here = all.stream().filter(c -> c.scope().equals(scope)).toList();
                    if (!here.isEmpty() && scopes.size() > 1) {
                        desk.line(Units.find(scope).map(u -> u.named(desk.texts())).orElseGet(scope::toString));
                    }
                    here.forEach(change -> VillageCommands.told(desk, open, change, false));
                }
                return Exit.DONE;
            }
        }
    }

    /** An act on villages, by its id. */
    private abstract static class OnChange implements Callable<Integer> {
        final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(index = "0", paramLabel = "CHANGE", descriptionKey = "village_change")
        private String id;

        OnChange(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public final Integer call() throws IOException, CommandRefusal {
            if (!id.matches("[0-9a-f]{32}")) {
                throw CommandRefusal.wrongUse("cli.village.change_id");
            }
            try (Node open = node.open(desk)) {
                VillageActs acts = open.acts().villages();
                List<VillageChange> found = open.ledger().communes().stream().flatMap(scope -> acts.change(scope, EntryId.parse(id)).stream()).toList();
                if (found.isEmpty()) {
                    throw CommandRefusal.because("cli.entry.unknown", id);
                }
                VillageChange change = found.getLast();
                done(open, acts, change);
                VillageCommands.told(desk, open, acts.change(change.scope(), change.id()).orElseThrow(), false);
                return Exit.DONE;
            }
        }

        abstract void done(Node open, VillageActs acts, VillageChange change) throws CommandRefusal;
    }

    /** Says which part of a split village these belong to; without any, shows who still waits. */
    @Command(name = "assign")
    static final class Assign extends OnChange {
        @Parameters(index = "1..*", paramLabel = "ID", descriptionKey = "ids")
        private List<String> ids = new ArrayList<>();

        @Option(names = "--to", paramLabel = "VILLAGE")
        private String to;

        @Option(names = "--all")
        private boolean all;

        Assign(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, VillageActs acts, VillageChange change) throws CommandRefusal {
            if (change.act() != VillageChange.Act.SPLIT || change.isUndone()) {
                throw CommandRefusal.because("cli.village.no_split");
            }
            List<Entry> waiting = acts.waiting(change);
            if (to == null) {
                waiting.forEach(entry -> desk.line(entry.id() + "  " + called(open, entry)));
                return;
            }
            Unit in = Units.find(change.scope()).orElseThrow();
            EntryId part = VillageChoice.of(open, in, to);
            if (!change.after().contains(part)) {
                throw CommandRefusal.because("cli.village.no_part", to, new VillageSentences(open, desk.texts(), desk.options().clock().getZone()).names(change.scope(), change.after()));
            }
            List<EntryId> these = waiting.stream().map(Entry::id).filter(id -> all || ids.contains(id.toString())).toList();
            Optional<String> stranger = ids.stream().filter(id -> these.stream().noneMatch(t -> t.toString().equals(id))).findFirst();
            if (stranger.isPresent()) {
                throw CommandRefusal.because("cli.village.not_waiting", stranger.get());
            }
            VillageCommands.refuse(desk, acts.assign(change, part, these));
        }

        private String called(Node open, Entry entry) {
            String name = open.names(entry.scope(), List.of(entry.id())).getOrDefault(entry.id(), "");
            String number = entry.type() != Catalogue.HOUSEHOLD.id() ? "" : entry.whole(Catalogue.HOUSEHOLD.field("local_number")).map(n -> " · " + n).orElse("");
            return Stream.of(Catalogue.type(entry.type()).map(desk.texts()::type).orElse("") + number, name).filter(s -> !s.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }

    /** Takes a change back: the villages are what they were. */
    @Command(name = "undo")
    static final class Undo extends OnChange {
        Undo(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, VillageActs acts, VillageChange change) throws CommandRefusal {
            Optional<Obstacle> against = acts.againstUndo(change);
            if (against.isPresent()) {
                throw CommandRefusal.because(List.of(VillageSentences.against(against.get())));
            }
            VillageCommands.refuse(desk, acts.undo(change));
        }
    }
}
