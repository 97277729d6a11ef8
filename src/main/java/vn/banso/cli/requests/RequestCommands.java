package vn.banso.cli.requests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.CommuneOption;
import vn.banso.cli.frame.DayConverter;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.office.AccessPapers;
import vn.banso.office.PlainSheet;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.personal.DataRequest;
import vn.banso.store.personal.DataRequest.Kind;
import vn.banso.store.personal.DataRequests;
import vn.banso.store.personal.Disclosure;
import vn.banso.store.personal.ErasureReceipts;
import vn.banso.store.personal.PersonalData;
import vn.banso.store.writing.SaveResult;

/** What people ask for about their data: taken down, done, refused, and who has dropped what was erased. */
public final class RequestCommands {
    private RequestCommands() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("requests", desk, new ListAll(desk), new Ask(desk), new Show(desk), new Do(desk), new Refuse(desk), new Erased(desk), new Lists(desk));
    }

    /** In one commune of an open node. */
    private abstract static class InCommune implements Callable<Integer> {
        final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Mixin
        private CommuneOption commune;

        InCommune(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public final Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                done(open, commune.in(open, desk.texts()).scope());
                return Exit.DONE;
            }
        }

        abstract void done(Node open, ScopeId scope) throws IOException, CommandRefusal;

        LocalDate today() {
            return LocalDate.now(desk.options().clock());
        }

        static EntryId id(String typed) throws CommandRefusal {
            if (!typed.matches("[0-9a-f]{32}")) {
                throw CommandRefusal.wrongUse("cli.entry.id");
            }
            return EntryId.parse(typed);
        }

        static DataRequest find(Node open, ScopeId scope, String typed) throws CommandRefusal {
            return new DataRequests(open).find(scope, id(typed)).orElseThrow(() -> CommandRefusal.because("cli.requests.unknown"));
        }

        static DataRequest waiting(Node open, ScopeId scope, String typed) throws CommandRefusal {
            DataRequest request = find(open, scope, typed);
            if (!request.isOpen()) {
                throw CommandRefusal.because("cli.requests.answered");
            }
            return request;
        }

        void saved(SaveResult result) throws CommandRefusal {
            if (result instanceof SaveResult.Refused(List<SaveResult.Refusal> refusals)) {
                throw CommandRefusal.because("cli.entry.refused", desk.texts().get("reason." + refusals.getFirst().reason()));
            }
        }

        void told(Node open, DataRequest request) {
            String who = open.names(request.scope(), request.subjects()).values().stream().findFirst().orElseGet(() -> desk.texts().get("cli.requests.erased_name"));
            desk.line(request.id() + "  " + who + " · " + word("kind", request.kind().code()) + " · " + request.askedOn().map(d -> word("asked_on", d)).orElse("–")
                    + " → " + request.due().map(d -> word("due", d)).orElse("–") + " · " + word("status", request.status().code()));
            request.reason().ifPresent(reason -> desk.line("    " + reason));
            if (request.isLate(today())) {
                desk.say("cli.requests.late");
            }
        }

        String word(String field, Value value) {
            return desk.texts().value(Catalogue.DATA_REQUEST.field(field), value);
        }
    }

    /** The cases, those that wait first. */
    @Command(name = "list")
    static final class ListAll extends InCommune {
        @Option(names = "--json")
        private boolean json;

        ListAll(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, ScopeId scope) {
            List<DataRequest> all = new DataRequests(open).list(List.of(scope));
            if (json) {
                desk.json(all.stream().map(ListAll::json).toList());
            } else if (all.isEmpty()) {
                desk.say("cli.requests.none");
            }
            all.stream().filter(_ -> !json).forEach(r -> told(open, r));
        }

        private static Map<String, Object> json(DataRequest request) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", request.id().toString());
            json.put("kind", request.kind().name().toLowerCase(Locale.ROOT));
            json.put("subjects", request.subjects().stream().map(EntryId::toString).toList());
            json.put("asked_on", request.askedOn().map(Value.Day::toString).orElse(null));
            json.put("due", request.due().map(Value.Day::toString).orElse(null));
            json.put("status", request.status().name().toLowerCase(Locale.ROOT));
            return json;
        }
    }

    /** Somebody asks. */
    @Command(name = "ask")
    static final class Ask extends InCommune {
        @Parameters(paramLabel = "PERSON", descriptionKey = "request_person")
        private String person;

        @Option(names = "--kind", paramLabel = "KIND", required = true)
        private Kind kind;

        @Option(names = "--purpose", paramLabel = "PURPOSE")
        private Set<ConsentPurpose> purposes = Set.of();

        @Option(names = "--on", paramLabel = "DAY", converter = DayConverter.class)
        private LocalDate on;

        Ask(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, ScopeId scope) throws CommandRefusal {
            EntryId who = open.canonical(scope, id(person));
            if (open.entry(scope, who).filter(e -> e.type() == Catalogue.PERSON.id()).isEmpty()) {
                throw CommandRefusal.because("cli.requests.nobody");
            }
            EntryId id = open.freshId();
            saved(new DataRequests(open).ask(scope, id, who, kind, purposes, Optional.ofNullable(on).orElse(today())));
            told(open, find(open, scope, id.toString()));
        }
    }

    /** Everything held on a person. */
    @Command(name = "show")
    static final class Show extends InCommune {
        @Parameters(paramLabel = "PERSON", descriptionKey = "request_person")
        private String person;

        @Option(names = "--out", paramLabel = "FILE")
        private Path out;

        Show(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, ScopeId scope) throws IOException, CommandRefusal {
            PersonalData data = PersonalData.of(open, scope, id(person)).orElseThrow(() -> CommandRefusal.because("cli.requests.nobody"));
            PlainSheet paper = new AccessPapers(open, desk.texts(), desk.options().clock()).of(data);
            // First the log, then what it tells of: a list nobody knows of must not be possible.
            saved(Disclosure.log(open, scope, Disclosure.ListKind.ACCESS, List.of(data.person().id())));
            if (out != null) {
                PaperFile.papers(desk.texts()).write(paper, out);
                desk.say("cli.requests.written", out.getFileName());
                return;
            }
            paper.parts().forEach(part -> {
                desk.line(part.name());
                part.sentences().forEach(said -> desk.line("    " + said));
            });
        }
    }

    /** Does what was asked: withdraws, erases, or notes that it was handed over or corrected. */
    @Command(name = "do")
    static final class Do extends InCommune {
        @Parameters(paramLabel = "REQUEST", descriptionKey = "request_id")
        private String request;

        Do(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, ScopeId scope) throws CommandRefusal {
            DataRequests requests = new DataRequests(open);
            DataRequest waiting = waiting(open, scope, request);
            saved(switch (waiting.kind()) {
                case ACCESS, CORRECTION -> requests.done(waiting, today());
                case WITHDRAWAL -> requests.withdraw(waiting, today());
                case ERASURE -> requests.erase(waiting, today());
            });
            told(open, find(open, scope, request));
        }
    }

    /** Says why it cannot be met. */
    @Command(name = "refuse")
    static final class Refuse extends InCommune {
        @Parameters(paramLabel = "REQUEST", descriptionKey = "request_id")
        private String request;

        @Option(names = "--reason", paramLabel = "WORDS", required = true)
        private String reason;

        Refuse(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, ScopeId scope) throws CommandRefusal {
            saved(new DataRequests(open).refuse(waiting(open, scope, request), reason, today()));
            told(open, find(open, scope, request));
        }
    }

    /** Which devices have confirmed an erasure, those that have not first. */
    @Command(name = "erased")
    static final class Erased extends InCommune {
        @Parameters(paramLabel = "REQUEST", descriptionKey = "request_id")
        private String request;

        Erased(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, ScopeId scope) throws CommandRefusal {
            DataRequest erasure = find(open, scope, request);
            if (erasure.erased().isEmpty()) {
                throw CommandRefusal.because("cli.requests.no_erasure");
            }
            String since = erasure.answeredOn().map(d -> word("answered_on", d)).orElse("–");
            ErasureReceipts.of(open, scope, erasure.erased()).forEach(c -> c.confirmed().ifPresentOrElse(
                    day -> desk.say("cli.requests.dropped", c.device().holder(), c.device().fingerprint(), word("answered_on", day)),
                    () -> desk.say("cli.requests.not_dropped", c.device().holder(), c.device().fingerprint(), since)));
        }
    }

    /** Lists with names that were given out: which, who, when, how many people. */
    @Command(name = "lists")
    static final class Lists extends InCommune {
        Lists(CommandContext desk) {
            super(desk);
        }

        @Override
        void done(Node open, ScopeId scope) {
            List<Disclosure> all = Disclosure.list(open, scope);
            if (all.isEmpty()) {
                desk.say("cli.requests.no_lists");
            }
            all.forEach(d -> desk.say("cli.requests.list", word("asked_on", Value.Day.of(Instant.ofEpochMilli(d.at().millis()).atZone(desk.options().clock().getZone()).toLocalDate())),
                    open.grants().device(d.author()).map(g -> g.holder()).orElse(d.author().toString().substring(0, 8)),
                    desk.texts().value(Catalogue.DISCLOSURE.field("list"), new Value.Code(d.entry().code(Catalogue.DISCLOSURE.field("list")))), d.rows()));
        }
    }
}
