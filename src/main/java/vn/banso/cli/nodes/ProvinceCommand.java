package vn.banso.cli.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.carrier.ChosenFile;
import vn.banso.carrier.DeskAddress;
import vn.banso.carrier.FolderPeer;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.UnitCodes;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Unit;
import vn.banso.register.values.Lang;
import vn.banso.store.Node;
import vn.banso.store.files.DurableFile;
import vn.banso.store.files.OwnerOnly;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.Vault;
import vn.banso.trust.vault.VaultException;

/** Makes a province: its root key, its governance feed and its first node. */
public final class ProvinceCommand {
    /** A vault of its own, under the same passphrase; needed only to appoint another provincial officer. */
    static final String ROOT_KEY = "root.key";

    private ProvinceCommand() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("province", desk, new Create(desk), new Appoint(desk));
    }

    /** The first act of all. */
    @Command(name = "create")
    static final class Create implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Option(names = "--province", paramLabel = "19", required = true)
        private String code;

        @Option(names = "--holder", paramLabel = "NAME", defaultValue = "")
        private String holder;

        @Option(names = "--receiver", paramLabel = "URL")
        private DeskAddress receiver;

        Create(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            Unit province = UnitCodes.province(code);
            char[] typed = node.choose(desk);
            try (Node made = node.create(desk, typed)) {
                DeviceKeys root = DeviceKeys.generate();
                DurableFile.writeNew(node.dir().resolve(ROOT_KEY), Vault.create(typed, desk.options().cost(), Optional.empty(), root));
                OwnerOnly.file(node.dir().resolve(ROOT_KEY));
                Admission.found(made, root, new Province(root.signingKey(), province.scope(), province.list(), province.code(),
                        receiver == null ? "" : receiver.toString()),
                        province.named(Texts.of(Lang.VI)), holder);
                desk.say("cli.province.created", province.named(desk.texts()), Fingerprint.of(root.signingKey()),
                        node.dir().resolve(ROOT_KEY));
                return Exit.DONE;
            } finally {
                Arrays.fill(typed, ' ');
            }
        }
    }

    /** Another officer of the province, by its root key. */
    @Command(name = "appoint")
    static final class Appoint implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "FILE", descriptionKey = "request")
        private Path request;

        @Option(names = "--root-key", paramLabel = "FILE", required = true)
        private Path rootKey;

        @Option(names = "--out", paramLabel = "WELCOME", required = true)
        private Path out;

        Appoint(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal, MalformedException {
            Enrolment.Request asked = Admission.readRequest(ChosenFile.read(request, FolderPeer.LONGEST_PARCEL));
            if (asked.role() != Role.PROVINCE) {
                throw CommandRefusal.because("cli.province.appoint_role");
            }
            byte[] sealed = ChosenFile.read(rootKey, FolderPeer.LONGEST_PARCEL);
            char[] typed = node.ask(desk);
            try (Node officer = node.open(desk)) {
                DurableFile.writeNew(out, Admission.appoint(officer, Vault.unlock(sealed, typed).device(), asked));
                desk.say("cli.node.approved", asked.device(), asked.fingerprint(), out);
                return Exit.DONE;
            } catch (VaultException e) {
                throw CommandRefusal.because(e.reason() == VaultException.Reason.WRONG_PASSPHRASE ? "cli.province.root_passphrase" : "cli.province.root_not");
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.province.root_not");
            } finally {
                Arrays.fill(typed, ' ');
            }
        }
    }
}
