package vn.banso.desktop.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.carrier.desk.DeskFile;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.carrier.desk.FileOutcome.Mark;
import vn.banso.ledger.batch.Hash;
import vn.banso.trust.governance.Grants;

/**
 * What lies on the desk.
 *
 * @param sources in the order they came
 * @param grants who holds which device; empty until something was looked at
 * @param stopped whether the last taking in was broken off by who works here
 */
record ImportSituation(List<ImportSource> sources, Optional<Grants> grants, Optional<ImportRun> run, boolean stopped) {
    static final ImportSituation EMPTY = new ImportSituation(List.of(), Optional.empty(), Optional.empty(), false);

    Optional<ImportSource> source(Path path) {
        return sources.stream().filter(s -> s.path().equals(path)).findFirst();
    }

    /** This one instead of the one of its path, or behind all others. */
    ImportSituation with(ImportSource source) {
        List<ImportSource> all = new ArrayList<>(sources);
        int at = all.stream().map(ImportSource::path).toList().indexOf(source.path());
        if (at < 0) {
            all.add(source);
        } else {
            all.set(at, source);
        }
        return new ImportSituation(List.copyOf(all), grants, run, stopped);
    }

    ImportSituation without(Path path) {
        return new ImportSituation(sources.stream().filter(s -> !s.path().equals(path)).toList(), grants, run, stopped);
    }

    ImportSituation known(Grants now) {
        return new ImportSituation(sources, Optional.of(now), run, stopped);
    }

    ImportSituation runs(Optional<ImportRun> now, boolean brokenOff) {
        return new ImportSituation(sources, grants, now, brokenOff);
    }

    /** What can be taken in with the next press. */
    List<ImportSource> waiting() {
        return sources.stream().filter(ImportSource::waits).toList();
    }

    boolean isLooking() {
        return sources.stream().anyMatch(s -> s.state() == ImportSource.State.LOOKING);
    }

    long newChanges() {
        return waiting().stream().mapToLong(ImportSource::newChanges).sum();
    }

    /** How many files came to what. */
    Map<Mark, Integer> marks() {
        Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
        sources.stream().flatMap(s -> s.outcomes().stream()).map(FileOutcome::mark).forEach(mark -> marks.merge(mark, 1, Integer::sum));
        return marks;
    }

    /** The batches that the others bring: what lies on the desk twice is new once. */
    Set<Hash> beside(Path path) {
        Set<Hash> beside = new HashSet<>();
        sources.stream().filter(s -> !s.path().equals(path)).flatMap(s -> s.files().stream()).map(DeskFile::pieces)
                .forEach(pieces -> pieces.forEach(piece -> beside.add(piece.batch())));
        return beside;
    }
}
