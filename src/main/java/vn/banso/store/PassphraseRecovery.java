package vn.banso.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.store.files.NodeFiles;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.node.Opening;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.Vault;
import vn.banso.trust.vault.VaultException;

/**
 * A node whose passphrase is forgotten, opened again with the help of the officer that its vault names. What the device needs
 * while it waits for the answer lies beside the vault, under the new passphrase; asking again replaces it.
 */
public final class PassphraseRecovery {
    private static final String PENDING = "vault.pending";

    private PassphraseRecovery() {}

    /**
     * Begins: the bytes are for the officer.
     *
     * @throws VaultException NO_RECOVERY where the vault names no officer, DAMAGED, NEWER
     * @throws StoreException NOT_A_NODE, IN_USE, READ_ONLY, FULL
     */
    public static byte[] ask(Path dir, char[] newPassphrase, NodeOptions options) throws VaultException {
        try (NodeFiles files = open(dir)) {
            Recovery.Started started = Recovery.start(files.vault(), newPassphrase, options.cost());
            NodeFiles.write(files.dir().resolve(PENDING), started.pending());
            return started.request();
        }
    }

    /**
     * Ends: from now on the node opens with the new passphrase. Only where an officer who may help has written down to have helped, and with that entry
     * taken in, so that whoever works here sees it.
     *
     * @param newPassphrase the one given to {@link #ask}
     * @throws VaultException WRONG_PASSPHRASE where it is another one, NOT_FOR_THIS_VAULT also where nobody asked, NOT_RECORDED, DAMAGED, NEWER
     * @throws StoreException NOT_A_NODE where there is no node, IN_USE, READ_ONLY, FULL
     */
    public static void renew(Path dir, byte[] answer, char[] newPassphrase, NodeOptions options) throws VaultException {
        NodeFiles files = open(dir);
        try (files) {
            Path pending = files.dir().resolve(PENDING);
            if (!Files.exists(pending)) {
                throw new VaultException(VaultException.Reason.NOT_FOR_THIS_VAULT);
            }
            Recovery.Finished finished = Recovery.finish(files.vault(), NodeFiles.read(pending), answer, newPassphrase);
            if (!isTakenIn(files, finished, newPassphrase, options)) {
                files.vault(finished.vault());
            }
            Files.delete(pending);
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        }
    }

    /** @return false where the store cannot be read: it is recovered with the passphrase, not against it */
    private static boolean isTakenIn(NodeFiles files, Recovery.Finished finished, char[] newPassphrase, NodeOptions options) throws VaultException {
        if (!files.hasDatabase()) {
            return false;
        }
        try {
            Node node = Opening.guarded(Opening.opened(files, Vault.unlock(finished.vault(), newPassphrase), options), Node::new);
            try {
                node.ledger().take(batches(finished.parcel()));
                if (node.grants().recoveries(node.id()).stream().noneMatch(act -> Arrays.equals(act.oneTimeKey().bytes(), finished.oneTimeKey()))) {
                    throw new VaultException(VaultException.Reason.NOT_RECORDED);
                }
                files.vault(finished.vault());
                return true;
            } finally {
                node.close();
            }
        } catch (StoreException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            return false;
        }
    }

    private static List<Batch> batches(byte[] parcel) throws VaultException {
        try {
            return Parcel.read(parcel).frames().stream().filter(Frame.BatchFrame.class::isInstance).map(f -> ((Frame.BatchFrame) f).batch()).toList();
        } catch (MalformedException _) {
            throw new VaultException(VaultException.Reason.DAMAGED);
        }
    }

    private static NodeFiles open(Path dir) {
        NodeFiles.requireReachable(dir);
        if (!Files.isRegularFile(dir.resolve("vault"))) {
            throw new StoreException(Reason.NOT_A_NODE, "no vault in this folder");
        }
        return NodeFiles.lock(dir);
    }
}
