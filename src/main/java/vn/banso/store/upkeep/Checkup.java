package vn.banso.store.upkeep;

import java.util.List;

/**
 * What came of looking a store through.
 *
 * @param fileFaults what SQLite says of the file; empty where it is sound
 * @param brokenBatches batches whose signature or whose place in the chain is wrong
 * @param wrongEntries entries that do not say what the batches and the unsealed changes fold to
 * @param mended entries that did not, and were folded anew from the ledger; they do now
 * @param batches looked at
 * @param entries looked at
 */
public record Checkup(List<String> fileFaults, long brokenBatches, long wrongEntries, long mended, long batches, long entries) {
    public boolean isSound() {
        return fileFaults.isEmpty() && brokenBatches == 0 && wrongEntries == 0;
    }

    /** Whether the ledger is sound, so that the register can be folded from it again. */
    boolean isMendable() {
        return fileFaults.isEmpty() && brokenBatches == 0 && wrongEntries > 0;
    }

    /** @param more entries of which the register in memory says something else */
    Checkup with(long more) {
        return new Checkup(fileFaults, brokenBatches, wrongEntries + more, mended, batches, entries);
    }

    Checkup afterMending(long wrongBefore) {
        return new Checkup(fileFaults, brokenBatches, wrongEntries, wrongBefore - wrongEntries, batches, entries);
    }
}
