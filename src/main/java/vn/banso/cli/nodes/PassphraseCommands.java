package vn.banso.cli.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
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
import vn.banso.cli.frame.DeviceOption;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.store.Node;
import vn.banso.store.PassphraseRecovery;
import vn.banso.store.files.DurableFile;
import vn.banso.sync.Admission;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.RecoveryAct;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.VaultException;

/** A forgotten passphrase, helped by the officer with two files: the node asks, the officer helps, the node opens under a new one. */
public final class PassphraseCommands {
    private PassphraseCommands() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("passphrase", desk, new Ask(desk), new Help(desk), new Renew(desk), new Seen(desk), new Officer(desk));
    }

    /** Chooses a new passphrase and writes the request. */
    @Command(name = "ask")
    static final class Ask implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Option(names = "--out", paramLabel = "FILE", required = true)
        private Path out;

        Ask(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, VaultException, MalformedException {
            char[] chosen = node.choose(desk);
            try {
                byte[] request = PassphraseRecovery.ask(node.dir(), chosen, desk.options());
                DurableFile.writeNew(out, request);
                desk.say("cli.passphrase.asked", out, Recovery.read(request).fingerprint());
                return Exit.DONE;
            } finally {
                Arrays.fill(chosen, ' ');
            }
        }
    }

    /** The officer's part. */
    @Command(name = "help")
    static final class Help implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "FILE", descriptionKey = "asked")
        private Path asked;

        @Option(names = "--out", paramLabel = "FILE", required = true)
        private Path out;

        Help(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, VaultException, MalformedException {
            Recovery.Request request = Recovery.read(ChosenFile.read(asked, FolderPeer.LONGEST_PARCEL));
            try (Node officer = node.open(desk)) {
                DurableFile.writeNew(out, Admission.help(officer, request));
                desk.say("cli.passphrase.helped", out, request.fingerprint());
                return Exit.DONE;
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.passphrase.not_entitled");
            }
        }
    }

    /** Opens the node with the answer; the passphrase is the one chosen when it asked. */
    @Command(name = "renew")
    static final class Renew implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "FILE", descriptionKey = "answer")
        private Path answer;

        Renew(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, VaultException {
            byte[] bytes = ChosenFile.read(answer, FolderPeer.LONGEST_PARCEL);
            char[] chosen = node.ask(desk);
            try {
                PassphraseRecovery.renew(node.dir(), bytes, chosen, desk.options());
                desk.say("cli.passphrase.renewed");
                return Exit.DONE;
            } finally {
                Arrays.fill(chosen, ' ');
            }
        }
    }

    /** Whoever works here knows of all the help there was. */
    @Command(name = "seen")
    static final class Seen implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        Seen(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                List<RecoveryAct> acts = open.grants().recoveries(open.id());
                open.upkeep().knowsOfHelp(acts.size());
                acts.forEach(act -> desk.say("cli.passphrase.seen", LocalDate.ofInstant(act.at(), ZoneId.systemDefault()),
                        open.grants().device(act.officer()).map(GrantedDevice::holder).orElse(""), act.officer()));
                return Exit.DONE;
            }
        }
    }

    /** Which officer can help, and from now on another one. */
    @Command(name = "officer")
    static final class Officer implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "DEVICE", descriptionKey = "device", arity = "0..1")
        private String device;

        Officer(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                if (device != null) {
                    Admission.helpedBy(open, DeviceOption.meant(open, device));
                }
                GrantedDevice helper = Admission.helper(open).orElseThrow(() -> CommandRefusal.because("cli.passphrase.nobody"));
                desk.say("cli.passphrase.officer", helper.holder(), helper.id());
                return Exit.DONE;
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.passphrase.no_officer");
            }
        }
    }
}
