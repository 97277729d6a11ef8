package vn.banso.desktop.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.carrier.desk.DeskFile;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.sync.wire.PeerException;

/**
 * A stick, folder or file that lies on the desk.
 *
 * @param stick how people call the stick it is; empty for a folder or file
 * @param files what was found on it, in its order
 * @param outcomes what became of each; empty until it was taken in
 * @param trouble why it could not be read
 */
record ImportSource(Path path, Optional<String> stick, State state, List<DeskFile> files, List<FileOutcome> outcomes, Optional<PeerException> trouble) {
    enum State { LOOKING, LOOKED, TAKING, TAKEN, UNREADABLE }

    static ImportSource looking(Path path, Optional<String> stick) {
        return new ImportSource(path, stick, State.LOOKING, List.of(), List.of(), Optional.empty());
    }

    ImportSource looked(List<DeskFile> found) {
        return new ImportSource(path, stick, State.LOOKED, List.copyOf(found), List.of(), Optional.empty());
    }

    ImportSource unreadable(PeerException why) {
        return new ImportSource(path, stick, State.UNREADABLE, List.of(), List.of(), Optional.of(why));
    }

    ImportSource taking() {
        return new ImportSource(path, stick, State.TAKING, files, outcomes, trouble);
    }

    /** It lies there as it did. */
    ImportSource notTaken() {
        return looked(files);
    }

    ImportSource taken(List<FileOutcome> all) {
        return new ImportSource(path, stick, State.TAKEN, files, List.copyOf(all), trouble);
    }

    /** Whether something on it can still be taken in: a file that is no parcel of ours stays where it is. */
    boolean waits() {
        return state == State.LOOKED && files.stream().anyMatch(file -> file.why().isEmpty());
    }

    long newChanges() {
        return files.stream().mapToLong(DeskFile::newChanges).sum();
    }

    Optional<FileOutcome> outcome(DeskFile file) {
        return outcomes.stream().filter(o -> o.file().equals(file)).findFirst();
    }
}
