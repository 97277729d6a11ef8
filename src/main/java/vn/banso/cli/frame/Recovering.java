package vn.banso.cli.frame;

import java.nio.file.Path;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.upkeep.Recovered;
import vn.banso.store.upkeep.StoreRecovery;

/** Opens a node; where its store is damaged, recovers it and tells beside the answer what came of it. */
public final class Recovering {
    private Recovering() {}

    static Node open(Path dir, char[] passphrase, CommandContext desk) {
        Node node = opened(dir, passphrase, desk);
        node.upkeep().recovered().ifPresent(recovered -> {
            tell(recovered, desk);
            node.upkeep().knowsOfRecovery();
        });
        return node;
    }

    private static Node opened(Path dir, char[] passphrase, CommandContext desk) {
        try {
            return Node.open(dir, passphrase, desk.options());
        } catch (StoreException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            desk.note("cli.recover.begun");
            StoreRecovery.run(dir, passphrase, desk.options());
            return Node.open(dir, passphrase, desk.options());
        }
    }

    /** What was taken over, what was not, and what the next exchange brings back. */
    public static void tell(Recovered recovered, CommandContext desk) {
        desk.note("cli.recover.taken", recovered.batches(), recovered.changes(), recovered.forms());
        if (recovered.isWhole()) {
            desk.note("cli.recover.whole");
        }
        if (recovered.returning() > 0) {
            desk.note("cli.recover.returning", recovered.returning());
        }
        if (recovered.lost() > 0) {
            desk.note("cli.recover.lost", recovered.lost());
        }
        if (!recovered.joined()) {
            desk.note("cli.recover.not_joined");
        }
    }
}
