package vn.banso.store.upkeep;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import vn.banso.store.batches.Meta;

/**
 * What came of recovering a damaged store.
 *
 * @param batches taken over
 * @param changes of this device taken over that no batch holds yet
 * @param forms half-filled forms taken over
 * @param returning batches that could not be read, and that somebody else has: an exchange brings them back
 * @param lost what this device wrote, could not be read, and has not been handed over: changes, or whole batches of them
 * @param joined whether it is still known whose register it is, and by what keys it is read; else a new grant file is needed
 */
public record Recovered(long batches, long changes, long forms, long returning, long lost, boolean joined) {

    public boolean isWhole() {
        return returning == 0 && lost == 0 && joined;
    }

    Recovered plus(Recovered more) {
        return new Recovered(batches + more.batches, changes + more.changes, forms + more.forms, returning + more.returning, lost + more.lost,
                joined || more.joined);
    }

    // As it is noted in the recovered store, until somebody knows of it.

    void note(Meta meta) {
        meta.put(Meta.RECOVERED, LongStream.of(batches, changes, forms, returning, lost, joined ? 1 : 0).mapToObj(Long::toString)
                .collect(Collectors.joining(" ")));
    }

    static Optional<Recovered> read(Meta meta) {
        return meta.text(Meta.RECOVERED).map(text -> Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray())
                .map(n -> new Recovered(n[0], n[1], n[2], n[3], n[4], n[5] == 1));
    }
}
