package vn.banso.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.banso.store.StoreException.Reason;
import vn.banso.trust.Recovery;
import vn.banso.trust.VaultException;

/**
 * A node whose passphrase is forgotten, opened again with the help of the officer that its vault names. What the device needs
 * while it waits for the answer lies beside the vault, under the new passphrase; asking again replaces it.
 */
public final class Forgotten {
    private static final String PENDING = "vault.pending";

    private Forgotten() {}

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
     * Ends: from now on the node opens with the new passphrase.
     *
     * @param newPassphrase the one given to {@link #ask}
     * @throws VaultException WRONG_PASSPHRASE where it is another one, NOT_FOR_THIS_VAULT also where nobody asked, DAMAGED, NEWER
     * @throws StoreException NOT_A_NODE where there is no node, IN_USE, READ_ONLY, FULL
     */
    public static void renew(Path dir, byte[] answer, char[] newPassphrase) throws VaultException {
        try (NodeFiles files = open(dir)) {
            Path pending = files.dir().resolve(PENDING);
            if (!Files.exists(pending)) {
                throw new VaultException(VaultException.Reason.NOT_FOR_THIS_VAULT);
            }
            files.vault(Recovery.finish(files.vault(), NodeFiles.read(pending), answer, newPassphrase));
            Files.delete(pending);
        } catch (IOException e) {
            throw NodeFiles.failed(e);
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
