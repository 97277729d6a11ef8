package vn.banso.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.carrier.desk.DeskFile;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.carrier.desk.FileOutcome.Mark;
import vn.banso.carrier.desk.ImportDesk;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.nodes.DevicesCommand;
import vn.banso.cli.requests.RequestCommands;
import vn.banso.cli.units.UnitCommands;
import vn.banso.say.DeskWords;
import vn.banso.say.Sentence;
import vn.banso.say.Sentences;
import vn.banso.store.Node;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;

/** What an officer does at the desk. */
public final class DeskCommands {
    private DeskCommands() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("desk", desk, new Import(desk), new DevicesCommand(desk), UnitCommands.group(desk), new ReportingCommands.Missing(desk), new ReportingCommands.Approve(desk),
                new ReportingCommands.Return(desk), RequestCommands.group(desk));
    }

    /** Takes in many sticks, folders and files at once, and says of each file what became of it. */
    @Command(name = "import")
    static final class Import implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", descriptionKey = "sources")
        private List<Path> sources;

        @Option(names = "--look")
        private boolean look;

        @Option(names = "--json")
        private boolean json;

        Import(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                ImportDesk at = new ImportDesk(open);
                DeskWords words = new DeskWords(open.grants(), desk.texts());
                List<Map<String, Object>> answer = new ArrayList<>();
                Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
                boolean whole = true;
                for (Path source : sources) {
                    try {
                        List<DeskFile> files = at.look(source);
                        if (look) {
                            files.forEach(file -> told(words, file, words.before(file), figures(file.newChanges(), file.knownChanges()), answer));
                        } else {
                            at.take(source, files, ProgressListener.SILENT).forEach(file -> taken(words, file, marks, answer));
                        }
                    } catch (PeerException e) {
                        // The others are taken in all the same.
                        whole = false;
                        Sentences.peer(e, source.toString()).forEach(s -> desk.note(s.key(), s.args().toArray()));
                    }
                }
                if (json) {
                    desk.json(Map.of("files", answer));
                } else if (!look) {
                    desk.say("cli.desk.done", marks.values().stream().mapToInt(Integer::intValue).sum(), marks.entrySet().stream()
                            .map(e -> e.getValue() + " " + desk.texts().get("desk.mark." + e.getKey()).toLowerCase(desk.texts().lang().locale())).collect(Collectors.joining(", ")));
                }
                return whole && Stream.of(Mark.WAITS, Mark.LOOK, Mark.LEFT).noneMatch(marks::containsKey) ? Exit.DONE : Exit.REFUSED;
            }
        }

        private void taken(DeskWords words, FileOutcome file, Map<Mark, Integer> marks, List<Map<String, Object>> answer) {
            marks.merge(file.mark(), 1, Integer::sum);
            Map<String, Object> figures = figures(file.counted(), file.known());
            figures.put("carried", file.carried());
            figures.put("mark", file.mark().name().toLowerCase(Locale.ROOT));
            told(words, file.file(), words.after(file), figures, answer);
        }

        private static Map<String, Object> figures(long fresh, long known) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("new", fresh);
            figures.put("known", known);
            return figures;
        }

        private void told(DeskWords words, DeskFile file, List<Sentence> said, Map<String, Object> figures, List<Map<String, Object>> answer) {
            String sentences = said.stream().map(s -> s.in(desk.texts())).collect(Collectors.joining(" "));
            if (json) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("file", file.file().toString());
                one.putAll(figures);
                one.put("said", sentences);
                answer.add(one);
                return;
            }
            String whose = Stream.of(words.writers(file), words.places(file)).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
            desk.line(whose.isEmpty() ? DeskWords.name(file.file()) : DeskWords.name(file.file()) + " · " + whose);
            desk.line("    " + sentences);
        }
    }
}
