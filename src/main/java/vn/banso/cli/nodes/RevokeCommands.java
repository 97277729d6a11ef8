package vn.banso.cli.nodes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.carrier.DeskAddress;
import vn.banso.carrier.HttpPeer;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.DeviceOption;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.LineOption;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.say.Sentence;
import vn.banso.say.Sentences;
import vn.banso.store.Node;
import vn.banso.store.ledger.LastReceipt;
import vn.banso.store.ledger.Uncounted;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission;
import vn.banso.sync.Exchange;
import vn.banso.sync.Revoking;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/** Shutting a device out, and letting count what came of it afterwards. */
final class RevokeCommands {
    /** After this long without news, a revocation is asked about. */
    private static final Duration RECENT = Duration.ofDays(1);

    private RevokeCommands() {}

    /** Stops a device, after hearing from the province what has arrived there, where that can be heard. */
    @Command(name = "revoke")
    static final class Revoke implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private DeviceOption which;

        @Mixin
        private LineOption line;

        @Option(names = "--yes")
        private boolean yes;

        @Option(names = "--held-only")
        private boolean heldOnly;

        Revoke(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node officer = which.open(desk)) {
                DeviceId lost = which.meant(officer);
                if (lost.equals(officer.id())) {
                    throw CommandRefusal.because("cli.node.revoke_self");
                }
                Revoking.Outlook before = Revoking.outlook(officer, lost);
                List<Sentence> deaf = exchange(officer);
                Revoking.Outlook now = Revoking.outlook(officer, lost);
                Uncounted gone = heldOnly ? officer.ledger().confirmations().after(lost, before.held()) : new Uncounted(0, 0);
                if (!yes) {
                    mayBeRevoked(officer, now, gone, deaf);
                }
                if (heldOnly) {
                    Revoking.revokeAllElse(officer, before, which.reason());
                } else {
                    Revoking.revoke(officer, now, which.reason());
                }
                desk.say("cli.node.revoked", lost);
                if (heldOnly && gone.batches() + now.unseen() > 0) {
                    desk.say("cli.node.revoked_without", gone.records(), gone.batches() + now.unseen());
                } else if (now.unseen() > 0) {
                    desk.say("cli.node.revoked_with", now.unseen());
                }
                return Exit.DONE;
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.node.not_entitled");
            }
        }

        /** @return why nothing could be heard of the province now; nothing where it was, or where this node is the province's own */
        private List<Sentence> exchange(Node officer) {
            if (officer.grants().of(officer.id()).stream().anyMatch(g -> g.role() == Role.PROVINCE)) {
                return List.of();
            }
            Optional<DeskAddress> receiver = officer.province().map(Province::receiver).flatMap(DeskAddress::of);
            if (receiver.isEmpty()) {
                return List.of(Sentence.of("cli.node.revoke_no_receiver"));
            }
            try (HttpPeer peer = line.reach(desk, receiver.get(), officer.ledger().lastReceipt().map(LastReceipt::at))) {
                new Exchange(officer, peer, ProgressListener.SILENT).run();
                return List.of();
            } catch (PeerException e) {
                return Sentences.peer(e, receiver.get().toString());
            }
        }

        /** The officer is asked where something that somebody has confirmed may be taken out. The province hears from nobody above. */
        private void mayBeRevoked(Node officer, Revoking.Outlook now, Uncounted gone, List<Sentence> deaf) throws CommandRefusal {
            List<Sentence> asked = new ArrayList<>();
            if (heldOnly && gone.batches() > 0) {
                asked.add(Sentence.of("cli.node.revoke_uncounts", gone.records(), gone.batches()));
            }
            if (heldOnly && now.unseen() > 0) {
                asked.add(Sentence.of("cli.node.revoke_unseen", now.unseen()));
            }
            Optional<Instant> news = now.news();
            long held = officer.ledger().confirmations().after(now.device(), List.of()).records();
            if (!deaf.isEmpty() && news.isEmpty()) {
                asked.add(Sentence.of("cli.node.revoke_no_news", held));
            } else if (!deaf.isEmpty() && news.get().isBefore(desk.options().clock().instant().minus(RECENT))) {
                asked.add(Sentence.of("cli.node.revoke_old_news", LocalDate.ofInstant(news.get(), ZoneId.systemDefault()), held));
            }
            if (!asked.isEmpty()) {
                asked.addFirst(Sentence.of("cli.node.revoke_ask"));
                asked.addAll(deaf);
                throw CommandRefusal.because(asked);
            }
        }
    }

    /** What came of a revoked device after all. */
    @Command(name = "let-count")
    static final class LetCount implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private DeviceOption which;

        LetCount(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node officer = which.open(desk)) {
                DeviceId found = which.meant(officer);
                Revoking.letCount(officer, found, which.reason());
                desk.say("cli.node.counts_again", found);
                return Exit.DONE;
            } catch (Admission.NotEntitledException e) {
                throw CommandRefusal.because("cli.node.not_entitled");
            }
        }
    }
}
