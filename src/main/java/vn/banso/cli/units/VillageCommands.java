package vn.banso.cli.units;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.DayConverter;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.CommuneOption;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.UnitCodes;
import vn.banso.register.units.Unit;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.say.VillageSentences;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;
import vn.banso.store.writing.VillageActs;
import vn.banso.store.writing.VillageChange;
import vn.banso.store.writing.VillageChange.Decision;
import vn.banso.store.writing.VillagePlan;
import vn.banso.store.writing.VillagePreview;

/** Changes of villages: looked at first with {@code --look}, then done as one act. */
final class VillageCommands {
    private VillageCommands() {}

    /** One change of one village or more. */
    abstract static class Change implements Callable<Integer> {
        final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Mixin
        private CommuneOption commune;

        @Option(names = "--decision", paramLabel = "NUMBER", descriptionKey = "village_decision")
        private String decision;

        @Option(names = "--from", paramLabel = "DAY", converter = DayConverter.class, descriptionKey = "village_from")
        private LocalDate from;

        @Option(names = "--look", descriptionKey = "village_look")
        private boolean look;

        @Option(names = "--json")
        private boolean json;

        Change(CommandContext desk) {
            this.desk = desk;
        }

        abstract VillagePlan plan(Node open, Unit in) throws CommandRefusal;

        @Override
        public final Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                VillagePlan plan = plan(open, commune.in(open, desk.texts()));
                VillageActs acts = open.acts().villages();
                VillagePreview preview = acts.preview(plan);
                if (!preview.isPossible()) {
                    throw CommandRefusal.because(preview.obstacles().stream().map(VillageSentences::against).toList());
                }
                if (look) {
                    desk.line(VillageSentences.touches(preview).in(desk.texts()));
                    return Exit.DONE;
                }
                EntryId id = open.freshId();
                refuse(desk, acts.carryOut(plan, new Decision(Optional.ofNullable(decision), Optional.ofNullable(from).map(Value.Day::of)), id));
                told(desk, open, acts.change(plan.scope(), id).orElseThrow(), json);
                return Exit.DONE;
            }
        }
    }

    static void refuse(CommandContext desk, SaveResult result) throws CommandRefusal {
        if (result instanceof SaveResult.Refused(List<SaveResult.Refusal> refusals)) {
            throw CommandRefusal.because("cli.entry.refused", desk.texts().get("reason." + refusals.getFirst().reason()));
        }
    }

    static void told(CommandContext desk, Node open, VillageChange change, boolean json) {
        if (json) {
            desk.json(json(open, change));
            return;
        }
        VillageSentences sentences = new VillageSentences(open, desk.texts(), desk.options().clock().getZone());
        desk.line(change.id() + "  " + sentences.did(change));
        desk.line("    " + sentences.trace(change));
        long waiting = waiting(open, change);
        if (waiting > 0) {
            desk.say("cli.village.waiting", waiting);
        }
    }

    private static long waiting(Node open, VillageChange change) {
        return change.act() == VillageChange.Act.SPLIT && !change.isUndone() ? open.acts().villages().waiting(change).size() : 0;
    }

    static Map<String, Object> json(Node open, VillageChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", change.id().toString());
        json.put("act", change.act().name().toLowerCase(Locale.ROOT));
        json.put("before", change.before().stream().map(EntryId::toString).toList());
        json.put("after", change.after().stream().map(EntryId::toString).toList());
        json.put("other", change.other().map(Unit::code).orElse(null));
        json.put("waiting", waiting(open, change));
        json.put("undone", change.isUndone());
        return json;
    }

    /** A village is called otherwise. */
    @Command(name = "rename")
    static final class Rename extends Change {
        @Parameters(paramLabel = "VILLAGE", descriptionKey = "village_one")
        private String village;

        @Option(names = "--to", paramLabel = "NAME", required = true)
        private String name;

        Rename(CommandContext desk) {
            super(desk);
        }

        @Override
        VillagePlan plan(Node open, Unit in) throws CommandRefusal {
            return new VillagePlan.Rename(in.scope(), VillageChoice.of(open, in, village), name);
        }
    }

    /** Several villages are one; the first goes on for all. */
    @Command(name = "merge")
    static final class Merge extends Change {
        @Parameters(paramLabel = "VILLAGE", arity = "2..*", descriptionKey = "villages")
        private List<String> villages;

        @Option(names = "--as", paramLabel = "NAME")
        private String name;

        Merge(CommandContext desk) {
            super(desk);
        }

        @Override
        VillagePlan plan(Node open, Unit in) throws CommandRefusal {
            List<EntryId> ids = new ArrayList<>();
            for (String village : villages) {
                ids.add(VillageChoice.of(open, in, village));
            }
            String called = name != null ? name : new VillageSentences(open, desk.texts(), desk.options().clock().getZone()).name(in.scope(), ids.getFirst());
            return new VillagePlan.Merge(in.scope(), ids.getFirst(), new TreeSet<>(ids.subList(1, ids.size())), called);
        }
    }

    /** One village is several; who went where is said with {@code assign}. */
    @Command(name = "split")
    static final class Split extends Change {
        @Parameters(paramLabel = "VILLAGE", descriptionKey = "village_one")
        private String village;

        @Option(names = "--into", paramLabel = "NAME", required = true)
        private List<String> names;

        Split(CommandContext desk) {
            super(desk);
        }

        @Override
        VillagePlan plan(Node open, Unit in) throws CommandRefusal {
            return new VillagePlan.Split(in.scope(), VillageChoice.of(open, in, village), names);
        }
    }

    /** A village goes to another commune with all who live there. */
    @Command(name = "move")
    static final class Move extends Change {
        @Parameters(paramLabel = "VILLAGE", descriptionKey = "village_one")
        private String village;

        @Option(names = "--to", paramLabel = "C", required = true)
        private String to;

        Move(CommandContext desk) {
            super(desk);
        }

        @Override
        VillagePlan plan(Node open, Unit in) throws CommandRefusal {
            return new VillagePlan.Move(in.scope(), VillageChoice.of(open, in, village), UnitCodes.commune(to).scope());
        }
    }
}
