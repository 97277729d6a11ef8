package vn.banso.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.carrier.ChosenFile;
import vn.banso.cli.entries.JsonEntries;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.CommuneOption;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Validation;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/** Records entries from a JSON file, checked like a form: all of them or none. */
@Command(name = "record")
public final class RecordCommand implements Callable<Integer> {
    /** In bytes; a commune of ten thousand people has a tenth of it. */
    private static final long LONGEST = 256L << 20;

    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Parameters(paramLabel = "FILE.json", descriptionKey = "entries")
    private Path file;

    @Mixin
    private CommuneOption commune;

    @Option(names = "--json")
    private boolean json;

    public RecordCommand(CommandContext desk) {
        this.desk = desk;
    }

    /** One thing to say about one draft. */
    private record Said(int number, Draft draft, Finding finding) {}

    @Override
    public Integer call() throws IOException, CommandRefusal {
        JsonEntries entries = new JsonEntries(new FreshIds(new SecureRandom()),
                code -> Units.current().commune(code).map(Unit::scope), desk.texts());
        String text = ChosenFile.text(file, LONGEST);
        commune.named();
        try (Node open = node.open(desk)) {
            List<Draft> drafts = entries.within(commune.orOnly(open).map(Unit::scope), CommuneOption.called(open, desk.texts())).read(text);
            mayWrite(open, drafts);
            List<Said> said = check(open, drafts);
            List<Sentence> blocked = said.stream().filter(s -> s.finding().blocks()).map(this::sentence).toList();
            if (!blocked.isEmpty()) {
                throw CommandRefusal.because(blocked);
            }
            SaveResult result = open.save(drafts);
            if (result instanceof SaveResult.Refused refused) {
                throw CommandRefusal.because(refused.refusals().stream()
                        .map(r -> Sentence.of("cli.record.refused", number(drafts, r.entry()), desk.texts().get("reason." + r.reason())))
                        .distinct().toList());
            }
            int settled = settle(open, drafts);
            answer(drafts, local(entries), said, result.changes().size() + settled);
            if (settled > 0) {
                desk.note("cli.record.settled", settled);
            }
            return Exit.DONE;
        }
    }

    /** A node that belongs to a province records only where it was granted something: nothing else could ever be handed over. */
    private static void mayWrite(Node open, List<Draft> drafts) throws CommandRefusal {
        if (open.province().isEmpty()) {
            return;
        }
        List<Sentence> elsewhere = drafts.stream().map(Draft::scope).distinct()
                .filter(scope -> !open.grants().isLive(open.id(), scope))
                .map(scope -> Sentence.of("cli.record.elsewhere", Units.find(scope).map(Unit::code).orElseGet(scope::toString)))
                .toList();
        if (!elsewhere.isEmpty()) {
            throw CommandRefusal.because(elsewhere);
        }
    }

    /** Writing the value that is shown already is a decision where another one waits beside it. Gives how many entries it settled. */
    private static int settle(Node open, List<Draft> drafts) {
        int settled = 0;
        for (Draft draft : drafts) {
            Set<Integer> undecided = open.state(draft.scope(), draft.id()).map(s -> Set.copyOf(Conflicts.of(s))).orElse(Set.of());
            Map<Integer, Value> decided = new TreeMap<>(draft.fields());
            decided.keySet().retainAll(undecided);
            if (!decided.isEmpty()) {
                settled += open.acts().resolve(draft.scope(), draft.id(), decided).changes().size();
            }
        }
        return settled;
    }

    private List<Said> check(Node open, List<Draft> drafts) {
        Regions regions = new Regions(open, drafts);
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            LocalDate today = LocalDate.ofInstant(desk.options().clock().instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
            int number = i + 1;
            Validation.check(draft, open.entry(draft.scope(), draft.id()), new Validation.Context(today, regions.of(draft), regions.around()))
                    .forEach(f -> said.add(new Said(number, draft, f)));
        }
        return said;
    }

    private void answer(List<Draft> drafts, Map<EntryId, String> local, List<Said> warnings, int changes) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("changes", changes);
            answer.put("entries", drafts.stream().map(d -> entry(d, local)).toList());
            answer.put("warnings", warnings.stream().map(this::warning).toList());
            desk.json(answer);
            return;
        }
        drafts.forEach(d -> desk.line(d.id() + " " + d.type().key()
                + Optional.ofNullable(local.get(d.id())).map(name -> " @" + name).orElse("")));
        warnings.forEach(w -> desk.note("cli.record.warning", w.number(), w.finding().text(desk.texts(), w.draft().type())));
        desk.note("cli.record.saved", drafts.size());
    }

    private static Map<String, Object> entry(Draft draft, Map<EntryId, String> local) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("as", local.get(draft.id()));
        entry.put("type", draft.type().key());
        entry.put("id", draft.id().toString());
        return entry;
    }

    private Map<String, Object> warning(Said said) {
        Map<String, Object> warning = new LinkedHashMap<>();
        warning.put("entry", said.draft().id().toString());
        warning.put("field", said.finding().field().key());
        warning.put("text", said.finding().text(desk.texts(), said.draft().type()));
        return warning;
    }

    private Sentence sentence(Said said) {
        return Sentence.of("cli.record.blocked", said.number(), desk.texts().type(said.draft().type()),
                said.finding().text(desk.texts(), said.draft().type()));
    }

    private static Map<EntryId, String> local(JsonEntries entries) {
        Map<EntryId, String> names = new HashMap<>();
        entries.names().forEach((name, id) -> names.put(id, name));
        return names;
    }

    private static int number(List<Draft> drafts, EntryId entry) {
        return 1 + drafts.stream().map(Draft::id).toList().indexOf(entry);
    }
}
