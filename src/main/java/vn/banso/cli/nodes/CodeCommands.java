package vn.banso.cli.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.carrier.DeskAddress;
import vn.banso.carrier.HttpPeer;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.LineOption;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.UnitCodes;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentences;
import vn.banso.store.Node;
import vn.banso.sync.Admission;
import vn.banso.sync.ByCode;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.OneTimeCode;

/** How a device comes in over the network: the two people say a one-time code to each other instead of carrying files. */
final class CodeCommands {
    private CodeCommands() {}

    /** Leaves the request of a node, which is made where there is none, and tells the code. */
    @Command(name = "ask")
    static final class Ask implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Option(names = "--holder", paramLabel = "NAME", required = true)
        private String holder;

        @Option(names = "--role", paramLabel = "volunteer|trainer|commune|area|province", required = true)
        private Role role;

        @Option(names = "--to", paramLabel = "URL", required = true)
        private DeskAddress to;

        @Mixin
        private LineOption line;

        Ask(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            NodeCommands.mustBeName(holder);
            boolean there = Files.exists(node.dir());
            try (HttpPeer at = line.reach(desk, to); Node asking = there ? node.open(desk) : node.create(desk)) {
                OneTimeCode code = OneTimeCode.draw();
                new ByCode(at, code).ask(Admission.request(asking, holder, role));
                desk.say("cli.code.asked", code.spoken(), Fingerprint.of(asking.device().signingKey()));
                return Exit.DONE;
            } catch (PeerException e) {
                throw refusal(e, to);
            }
        }
    }

    /** Who asks under a code; grants nothing. */
    @Command(name = "who")
    static final class Who implements Callable<Integer> {
        private final CommandContext desk;

        @Option(names = "--code", paramLabel = "7K2M-X0PA", required = true)
        private String code;

        @Option(names = "--to", paramLabel = "URL", required = true)
        private DeskAddress to;

        @Mixin
        private LineOption line;

        Who(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws CommandRefusal, MalformedException {
            try (HttpPeer at = line.reach(desk, to)) {
                Enrolment.Request request = new ByCode(at, meant(code)).request();
                desk.say("cli.code.who", request.holder(), desk.texts().get("code.role." + request.role().name().toLowerCase(Locale.ROOT)),
                        request.fingerprint());
                return Exit.DONE;
            } catch (PeerException e) {
                throw refusal(e, to);
            }
        }
    }

    /** Grants what is asked for under a code and leaves the welcome. */
    @Command(name = "answer")
    static final class Answer implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Option(names = "--code", paramLabel = "7K2M-X0PA", required = true)
        private String code;

        @Option(names = "--communes", paramLabel = "05719[,…]")
        private String communes;

        @Option(names = "--to", paramLabel = "URL")
        private DeskAddress to;

        @Mixin
        private LineOption line;

        Answer(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, MalformedException {
            OneTimeCode meant = meant(code);
            try (Node officer = node.open(desk)) {
                DeskAddress where = Optional.ofNullable(to).or(() -> officer.province().flatMap(p -> DeskAddress.of(p.receiver())))
                        .orElseThrow(() -> CommandRefusal.wrongUse("cli.code.where"));
                try (HttpPeer at = line.reach(desk, where)) {
                    return answer(officer, new ByCode(at, meant));
                } catch (PeerException e) {
                    throw refusal(e, where);
                }
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.node.not_entitled");
            }
        }

        private int answer(Node officer, ByCode line) throws PeerException, MalformedException, CommandRefusal, Admission.NotEntitledException {
            Enrolment.Request asked = line.request();
            if (asked.role() != Role.PROVINCE && communes == null) {
                throw CommandRefusal.wrongUse("cli.node.communes");
            }
            Set<ScopeId> scopes = asked.role() == Role.PROVINCE ? Set.of() : UnitCodes.communes(communes);
            line.answer(Admission.approve(officer, asked, scopes, ByCode.longestWelcome()));
            desk.say("cli.code.answered", asked.device(), asked.fingerprint());
            return Exit.DONE;
        }
    }

    /** Takes the welcome that lies under the code. */
    @Command(name = "enter")
    static final class Enter implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Option(names = "--code", paramLabel = "7K2M-X0PA", required = true)
        private String code;

        @Option(names = "--to", paramLabel = "URL", required = true)
        private DeskAddress to;

        @Mixin
        private LineOption line;

        Enter(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, MalformedException {
            OneTimeCode meant = meant(code);
            try (HttpPeer at = line.reach(desk, to); Node joining = node.open(desk)) {
                ByCode line = new ByCode(at, meant);
                byte[] welcome = line.welcome().orElseThrow(() -> CommandRefusal.because("cli.code.waiting"));
                Admission.join(joining, welcome);
                line.spent();
                desk.say("cli.node.joined", Fingerprint.of(joining.grants().rootKey()));
                return Exit.DONE;
            } catch (PeerException e) {
                throw refusal(e, to);
            } catch (Admission.OtherDeviceException e) {
                throw CommandRefusal.because("cli.node.other_device");
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.node.elsewhere");
            }
        }
    }

    private static OneTimeCode meant(String typed) throws CommandRefusal {
        return OneTimeCode.of(typed).orElseThrow(() -> CommandRefusal.wrongUse("cli.code.form"));
    }

    private static CommandRefusal refusal(PeerException e, DeskAddress where) {
        return switch (e.reason()) {
            case GONE -> CommandRefusal.because("cli.code.unknown");
            case REFUSED -> CommandRefusal.because("cli.code.used");
            default -> CommandRefusal.because(Sentences.peer(e, where.toString()), e);
        };
    }
}
