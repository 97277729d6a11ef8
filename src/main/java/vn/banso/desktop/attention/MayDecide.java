package vn.banso.desktop.attention;

import java.util.Optional;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.lists.Attention;

/** Whether this device's role may decide about a thing on the list; else somebody at the commune does. */
final class MayDecide {
    private MayDecide() {}

    /** @param detail as far as it has been read */
    static boolean of(OpenRegister workplace, Attention about, Optional<Detail> detail) {
        return switch (about.kind()) {
            case CONFLICT -> Catalogue.type(about.type()).filter(t -> workplace.mayWrite(t, Kind.SET)).isPresent();
            case DUPLICATE -> workplace.mayWrite(Catalogue.HOUSEHOLD, Kind.ALIAS);
            case LEFT_BEHIND -> Catalogue.type(about.type()).filter(t -> workplace.mayWrite(t, Kind.MOVE)).isPresent();
            case ORPHANED -> Catalogue.type(about.type()).filter(t -> workplace.mayWrite(t, Kind.TOMBSTONE)).isPresent();
            case REVOKED -> detail.filter(d -> d instanceof Detail.AfterRevocation after && after.mayLetCount()).isPresent();
            case HELPED -> true;
            case UNPLACED, SET_ASIDE, GAP, WAITING, FORK, UNSEALED, CLOCK -> false;
        };
    }
}
