package vn.banso.cli.nodes;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.carrier.DeskAddress;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Group;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.UnitCodes;
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
import vn.banso.trust.vault.Vault;

/** Makes a province: its root key, its governance feed and its first node. */
public final class ProvinceCommand {
    /** A vault of its own, under the same passphrase; needed only to appoint another provincial officer. */
    static final String ROOT_KEY = "root.key";

    private ProvinceCommand() {}

    public static CommandLine group(CommandContext desk) {
        return Group.of("province", desk, new Create(desk));
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
}
