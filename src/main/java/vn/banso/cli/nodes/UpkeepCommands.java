package vn.banso.cli.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.cli.frame.Recovering;
import vn.banso.say.RestoredWords;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.upkeep.Checkup;
import vn.banso.store.upkeep.Recovered;
import vn.banso.store.upkeep.Restored;
import vn.banso.store.upkeep.StoreRecovery;
import vn.banso.store.upkeep.Upkeep;

/** Looking after a node: checking, backup, restoring. */
public final class UpkeepCommands {
    private UpkeepCommands() {}

    /** Reads the whole node and compares it with its ledger. */
    @Command(name = "check")
    public static final class Check implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        public Check(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                Checkup found = open.upkeep().check();
                desk.say("cli.check.looked", found.batches(), found.entries());
                if (found.mended() > 0) {
                    desk.say("cli.check.mended", found.mended());
                }
                if (found.isSound()) {
                    desk.say("cli.check.sound");
                    return Exit.DONE;
                }
                desk.say("cli.check.faults", found.fileFaults().size(), found.brokenBatches(), found.wrongEntries());
                return Exit.REFUSED;
            }
        }
    }

    /** Writes a checked copy. */
    @Command(name = "backup")
    public static final class Backup implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        @Option(names = "--to", paramLabel = "FOLDER", required = true)
        private Path to;

        public Backup(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            try (Node open = node.open(desk)) {
                desk.say("cli.backup.done", open.upkeep().backup(to));
                switch (open.upkeep().nearness(to)) {
                    case OWN_FOLDER -> desk.note("cli.backup.own_folder");
                    case SAME_DISK -> desk.note("cli.backup.same_disk");
                    case ELSEWHERE -> { }
                }
                return Exit.DONE;
            }
        }
    }

    /** Makes a store of what a damaged one still holds. */
    @Command(name = "recover")
    public static final class Recover implements Callable<Integer> {
        private final CommandContext desk;

        @Mixin
        private NodeOption node;

        public Recover(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            char[] passphrase = node.ask(desk);
            try {
                Recovered recovered = StoreRecovery.run(node.dir(), passphrase, desk.options());
                desk.say("cli.recover.done", node.dir());
                Recovering.tell(recovered, desk);
                try (Node open = Node.open(node.dir(), passphrase, desk.options())) {
                    open.upkeep().knowsOfRecovery();
                }
                return recovered.lost() == 0 ? Exit.DONE : Exit.REFUSED;
            } catch (StoreException e) {
                if (e.reason() == Reason.EXISTS) {
                    throw CommandRefusal.because("cli.recover.sound", node.dir());
                }
                throw e;
            } finally {
                Arrays.fill(passphrase, ' ');
            }
        }
    }

    /** Makes a node from a backup. It opens with the passphrase it had, so none is asked for here. */
    @Command(name = "restore")
    public static final class Restore implements Callable<Integer> {
        private final CommandContext desk;

        @Option(names = "--from", paramLabel = "FILE", required = true)
        private Path from;

        @Option(names = "--dir", paramLabel = "DIR", required = true)
        private Path dir;

        public Restore(CommandContext desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException, CommandRefusal {
            if (!Files.isRegularFile(from)) {
                throw new NoSuchFileException(from.toString());
            }
            Restored restored;
            try {
                restored = Upkeep.restore(from, dir);
            } catch (StoreException e) {
                if (e.reason() == Reason.NOT_A_NODE || e.reason() == Reason.DAMAGED) {
                    throw CommandRefusal.because("cli.restore.not_a_backup", from);
                }
                throw e;
            }
            desk.say("cli.restore.done", dir, RestoredWords.day(restored.made()));
            restored.earlier().ifPresent(earlier -> earlier.lacking().ifPresentOrElse(
                    lacking -> desk.note("cli.restore.earlier", earlier.place(), lacking.entries(), lacking.drafts()),
                    () -> desk.note("cli.restore.earlier_unread", earlier.place())));
            return Exit.DONE;
        }
    }
}
