package vn.banso.carrier.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.ScopeId;

/**
 * One file that lies on the desk, looked at before anything of it is taken in.
 *
 * @param source the stick, folder or file that it was found by
 * @param why why nothing of it can be taken in
 * @param mine whether this node wrote it itself
 * @param complete whether all of its parcels are whole
 * @param pieces what it brings, in its order
 */
public record DeskFile(Path source, Path file, Optional<Why> why, boolean mine, boolean complete, List<Piece> pieces) {

    /**
     * A batch in it.
     *
     * @param number of the batch in its writer's feed
     * @param changes how many there are in it, by its header
     * @param known whether it is held here already
     */
    public record Piece(Hash batch, DeviceId writer, ScopeId scope, int number, int changes, boolean known) {}

    /** Who wrote what it brings, each once, in its order. */
    public List<DeviceId> writers() {
        return pieces.stream().map(Piece::writer).distinct().toList();
    }

    public List<ScopeId> scopes() {
        return pieces.stream().map(Piece::scope).distinct().toList();
    }

    /** Changes that are not here yet. */
    public long newChanges() {
        return changes(false);
    }

    /** Changes that are here already. */
    public long knownChanges() {
        return changes(true);
    }

    private long changes(boolean known) {
        return pieces.stream().filter(piece -> piece.known() == known).mapToLong(Piece::changes).sum();
    }
}
