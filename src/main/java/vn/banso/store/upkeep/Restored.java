package vn.banso.store.upkeep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * That a node was restored from a backup, and what there was before it.
 *
 * @param made when the backup was made, by the clock of the machine that made it
 * @param earlier the store of the same device before, which lies untouched beside; empty where none is known
 */
public record Restored(Instant made, Optional<Earlier> earlier) {

    /**
     * @param place its folder, or the file that was set aside
     * @param lacking what it holds that the backup does not know yet; empty where it could not be read
     */
    public record Earlier(Path place, Optional<Lacking> lacking) {}

    /** Written down after the backup: entries that were changed here, and drafts. */
    public record Lacking(long entries, long drafts) {}
}
