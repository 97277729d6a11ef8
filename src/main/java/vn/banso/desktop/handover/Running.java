package vn.banso.desktop.handover;

import java.util.Optional;
import vn.banso.carrier.HandOver.Road;
import vn.banso.sync.progress.Position;

/**
 * Something is under way.
 *
 * @param road empty while it is still being looked for, or where something is only taken in
 * @param at how far it has come; its part never goes back
 * @param stopping whether it was asked to stop and has not yet
 */
record Running(Optional<Road> road, Position at, boolean stopping) {
    Running stands(Position now) {
        return new Running(road, now, stopping);
    }

    Running stops() {
        return new Running(road, at, true);
    }
}
