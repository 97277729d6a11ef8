package vn.banso.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.banso.cli.frame.Desk;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.Refusal;
import vn.banso.ledger.DeviceId;
import vn.banso.store.Node;
import vn.banso.sync.Admission;
import vn.banso.sync.Revoking;
import vn.banso.trust.GrantedDevice;
import vn.banso.trust.Role;

/** Shutting a device out, and letting count what came of it afterwards. */
final class RevokeCommands {
    private static final int SHORTEST_DEVICE = 8;
    /** After this long without news, a revocation is asked about. */
    private static final Duration RECENT = Duration.ofDays(1);

    private RevokeCommands() {}

    private static DeviceId meant(Node officer, String device) throws Refusal {
        if (!device.matches("[0-9a-f]{" + SHORTEST_DEVICE + ",64}")) {
            throw Refusal.wrongUse("cli.node.device", SHORTEST_DEVICE);
        }
        List<DeviceId> meant = officer.grants().devices().stream().map(GrantedDevice::id)
                .filter(id -> id.toString().startsWith(device)).toList();
        if (meant.size() != 1) {
            throw Refusal.because(meant.isEmpty() ? "cli.node.device_unknown" : "cli.node.device_several", device);
        }
        return meant.getFirst();
    }

    /** Stops a device. */
    @Command(name = "revoke")
    static final class Revoke implements Callable<Integer> {
        private final Desk desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "DEVICE", descriptionKey = "device")
        private String device;

        @Option(names = "--reason", paramLabel = "WHY", defaultValue = "")
        private String reason;

        @Option(names = "--yes")
        private boolean yes;

        @Option(names = "--held-only")
        private boolean heldOnly;

        Revoke(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, Refusal {
            try (Node officer = node.open(desk)) {
                DeviceId lost = meant(officer, device);
                if (lost.equals(officer.id())) {
                    throw Refusal.because("cli.node.revoke_self");
                }
                Revoking.Outlook outlook = Revoking.outlook(officer, lost);
                if (!yes) {
                    mayBeRevoked(officer, outlook);
                }
                if (heldOnly) {
                    Revoking.revokeAllElse(officer, outlook, reason);
                } else {
                    Revoking.revoke(officer, outlook, reason);
                }
                desk.say("cli.node.revoked", lost);
                if (outlook.unseen() > 0) {
                    desk.say(heldOnly ? "cli.node.revoked_without" : "cli.node.revoked_with", outlook.unseen());
                }
                return Exit.DONE;
            } catch (Admission.NotEntitledException e) {
                throw Refusal.because("cli.node.not_entitled");
            }
        }

        /** The officer is asked where something that somebody has confirmed may be taken out. The province hears from nobody above. */
        private void mayBeRevoked(Node officer, Revoking.Outlook outlook) throws Refusal {
            if (heldOnly && outlook.unseen() > 0) {
                throw Refusal.because("cli.node.revoke_uncounts", outlook.unseen());
            }
            boolean top = officer.grants().of(officer.id()).stream().anyMatch(g -> g.role() == Role.PROVINCE);
            Optional<Instant> news = outlook.news();
            if (!top && news.isEmpty()) {
                throw Refusal.because("cli.node.revoke_no_news");
            }
            if (!top && news.get().isBefore(desk.options().clock().instant().minus(RECENT))) {
                throw Refusal.because("cli.node.revoke_old_news", LocalDate.ofInstant(news.get(), ZoneId.systemDefault()));
            }
        }
    }

    /** What came of a revoked device after all. */
    @Command(name = "let-count")
    static final class LetCount implements Callable<Integer> {
        private final Desk desk;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "DEVICE", descriptionKey = "device")
        private String device;

        @Option(names = "--reason", paramLabel = "WHY", defaultValue = "")
        private String reason;

        LetCount(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, Refusal {
            try (Node officer = node.open(desk)) {
                DeviceId found = meant(officer, device);
                Revoking.letCount(officer, found, reason);
                desk.say("cli.node.counts_again", found);
                return Exit.DONE;
            } catch (Admission.NotEntitledException e) {
                throw Refusal.because("cli.node.not_entitled");
            }
        }
    }
}
