package vn.banso.cli.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.carrier.ChosenFile;
import vn.banso.carrier.FolderPeer;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.UnitCodes;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.files.DurableFile;
import vn.banso.sync.Admission;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;

/** How a device comes in and how it is stopped, by files. */
public final class NodeCommands {
    private static final int LONGEST_HOLDER = 100;

    private NodeCommands() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("node", desk, new Request(desk), new Approve(desk), new Join(desk), new CodeCommands.Ask(desk),
                new CodeCommands.Who(desk), new CodeCommands.Answer(desk), new CodeCommands.Enter(desk), new RevokeCommands.Revoke(desk), new RevokeCommands.LetCount(desk));
    }

    /** Makes a node and asks for a place in a province. */
    @Command(name = "request")
    static final class Request implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Option(names = "--holder", paramLabel = "NAME", required = true)
        private String holder;

        @Option(names = "--role", paramLabel = "volunteer|trainer|commune|area|province", required = true)
        private Role role;

        @Option(names = "--out", paramLabel = "FILE", required = true)
        private Path out;

        Request(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            mustBeName(holder);
            try (Node made = node.create(desk)) {
                DurableFile.writeNew(out, Admission.request(made, holder, role));
                desk.say("cli.node.requested", out, made.id(), Fingerprint.of(made.device().signingKey()));
                return Exit.DONE;
            }
        }
    }

    /** Lets a device in. */
    @Command(name = "approve")
    static final class Approve implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "FILE", descriptionKey = "request")
        private Path request;

        @Option(names = "--communes", paramLabel = "05719[,…]")
        private String communes;

        @Option(names = "--out", paramLabel = "WELCOME", required = true)
        private Path out;

        Approve(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, MalformedException {
            Enrolment.Request asked = Admission.readRequest(ChosenFile.read(request, FolderPeer.LONGEST_PARCEL));
            if (asked.role() != Role.PROVINCE && communes == null) {
                throw CommandRefusal.wrongUse("cli.node.communes");
            }
            Set<ScopeId> scopes = asked.role() == Role.PROVINCE ? Set.of() : UnitCodes.communes(communes);
            try (Node officer = node.open(desk)) {
                DurableFile.writeNew(out, Admission.approve(officer, asked, scopes));
                desk.say("cli.node.approved", asked.device(), asked.fingerprint(), out);
                return Exit.DONE;
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.node.not_entitled");
            }
        }
    }

    /** Takes the welcome in. */
    @Command(name = "join")
    static final class Join implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "WELCOME", descriptionKey = "welcome")
        private Path welcome;

        Join(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, MalformedException {
            byte[] bytes = ChosenFile.read(welcome, FolderPeer.LONGEST_PARCEL);
            try (Node joining = node.open(desk)) {
                Admission.join(joining, bytes);
                desk.say("cli.node.joined", Fingerprint.of(joining.grants().rootKey()));
                return Exit.DONE;
            } catch (Admission.OtherDeviceException e) {
                throw CommandRefusal.because("cli.node.other_device");
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.node.elsewhere");
            }
        }
    }

    static void mustBeName(String holder) throws CommandRefusal {
        if (holder.isBlank() || holder.length() > LONGEST_HOLDER) {
            throw CommandRefusal.wrongUse("cli.node.holder", LONGEST_HOLDER);
        }
    }

}
