package vn.banso.carrier.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.ScopeId;
import vn.banso.store.register.VillageName;

/**
 * One file that lies on the desk, looked at before anything of it is taken in.
 *
 * @param source the stick, folder or file that it was found by
 * @param why why nothing of it can be taken in
 * @param mine whether this node wrote it itself
 * @param complete whether all of its parcels are whole
 * @param pieces what it brings, in its order
 * @param villages that what is new speaks of, as far as this node may read it
 */
public record DeskFile(Path source, Path file, Optional<Why> why, boolean mine, boolean complete, List<Piece> pieces,
                       List<VillageName> villages) {

    /**
     * A batch in it.
     *
     * @param number of the batch in its writer's feed
     * @param changes how many there are in it, by its header
     * @param known whether it is held here already
     * @param beside whether a file before it brings it too
     */
    public record Piece(Hash batch, DeviceId writer, ScopeId scope, int number, int changes, boolean known, boolean beside) {
        boolean isNew() {
            return !known && !beside;
        }
    }

    /** Who wrote what it brings, each once, in its order. */
    public List<DeviceId> writers() {
        return pieces.stream().map(Piece::writer).distinct().toList();
    }

    public List<ScopeId> scopes() {
        return pieces.stream().map(Piece::scope).distinct().toList();
    }

    /** Changes that are not here yet, nor in a file before this one. */
    public long newChanges() {
        return changes(Piece::isNew);
    }

    /** Changes that are here already. */
    public long knownChanges() {
        return changes(Piece::known);
    }

    /** Changes that are not here yet, and come with a file before this one. */
    public long besideChanges() {
        return changes(piece -> piece.beside() && !piece.known());
    }

    private long changes(Predicate<Piece> which) {
        return pieces.stream().filter(which).mapToLong(Piece::changes).sum();
    }
}
