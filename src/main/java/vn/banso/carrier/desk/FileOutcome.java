package vn.banso.carrier.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.ledger.merge.Reason;
import vn.banso.sync.wire.PeerException;

/**
 * What became of one file on the desk.
 *
 * @param taken whether something of it was handed to the node; else it lies there as it did
 * @param counted changes that count from now on
 * @param known changes that were here before
 * @param waiting batches that wait for an earlier one of their feed, which has not come
 * @param newcomers batches of a device that nobody let in yet
 * @param carried changes that are not for this node to read: they go on with its next hand-over
 * @param newer batches of a newer program
 * @param aside batches that do not count, each with its reason
 * @param lost batches that were not kept at all
 * @param complete whether the file was whole
 * @param answer where the answer to its sender lies
 * @param left why it was left, or what of it was
 * @param trouble why it ended before this file, or why the answer could not be written
 */
public record FileOutcome(DeskFile file, boolean taken, long counted, long known, List<DeskFile.Piece> waiting, List<DeskFile.Piece> newcomers, long carried,
                          List<DeskFile.Piece> newer, List<Aside> aside, List<DeskFile.Piece> lost, boolean complete, Optional<Path> answer,
                          Optional<Why> left, Optional<PeerException.Reason> trouble) {

    /** A batch that does not count, and why. */
    public record Aside(DeskFile.Piece piece, Reason reason) {}

    /** What people look at first, the worst of it. */
    public enum Mark {
        /** All that is new counts. */
        NEW,
        /** All of it was here, or it brings nothing to count. */
        NOTHING_NEW,
        /** Some of it waits for something else to come. */
        WAITS,
        /** Some of it does not count, or could not be read. */
        LOOK,
        /** Nothing was taken. */
        LEFT
    }

    public Mark mark() {
        if (!taken) {
            return file.mine() && left.isEmpty() && trouble.isEmpty() ? Mark.NOTHING_NEW : Mark.LEFT;
        }
        if (!aside.isEmpty() || !lost.isEmpty() || !complete || left.isPresent() || trouble.isPresent()) {
            return Mark.LOOK;
        }
        if (!waiting.isEmpty() || !newcomers.isEmpty() || !newer.isEmpty()) {
            return Mark.WAITS;
        }
        return counted + carried > 0 ? Mark.NEW : Mark.NOTHING_NEW;
    }
}
