package vn.banso.desktop.start;

import java.nio.file.Path;
import vn.banso.store.files.StoreException;
import vn.banso.store.upkeep.Recovered;

/** Where one stands before the register is open. */
public sealed interface Step {
    /** Nothing is here yet: invited, or trying it out. */
    record Choose() implements Step {}

    /** A passphrase for a register of one's own. */
    record Invite() implements Step {}

    /** The register is made and belongs to nobody: a request goes out, a welcome comes in. */
    record Waiting() implements Step {}

    /**
     * Let in.
     *
     * @param province its name
     * @param fingerprint of its root key, to be compared with the officer's
     */
    record Joined(String province, String fingerprint) implements Step {}

    /** A passphrase for the trial. */
    record TryOut() implements Step {}

    /** The register in this folder waits for its passphrase. */
    record Unlock(Path folder) implements Step {}

    /** The officer helps with two files. */
    record Forgot() implements Step {}

    /** The register was damaged and was recovered. */
    record Told(Recovered recovered) implements Step {}

    /** The register does not open. Texts: {@code start.trouble.<reason>} and {@code start.trouble.<reason>.title}. */
    record Trouble(StoreException.Reason reason) implements Step {}
}
