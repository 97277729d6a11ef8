package vn.banso.sync.wire;

import java.util.List;
import java.util.function.Predicate;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;

/** The other end of an exchange: a receiver over HTTP, a folder on a stick, or a node in the same process. */
public interface Peer {

    /** Who answers, and with which limits. */
    Greeting greet() throws PeerException;

    /**
     * Judges a call by its beginning, before the rest of it is read: nobody who has not proved who it is holds room here.
     *
     * @param front the first {@link Parcel#FRONT} bytes of a parcel, or all of it where it is shorter
     * @throws PeerException as {@link #exchange} would with that parcel
     */
    default void admit(byte[] front) throws PeerException {}

    /**
     * One round: here is what I have and what you lack; what do you have that I lack? Safe to repeat at any time with the same or
     * another parcel.
     *
     * @param parcel at most {@link Greeting#maxParcelBytes} long
     * @return a parcel
     */
    byte[] exchange(byte[] parcel) throws PeerException;

    /**
     * What was left for this device before it says anything, such as the answers on a stick, as one parcel. Empty of frames where
     * nobody leaves anything.
     */
    default byte[] answers() throws PeerException {
        return Parcel.write(List.of());
    }

    /**
     * What this device left earlier and still lies there, such as parcels on a stick that wait for their desk: need not be left again.
     *
     * @param waits whether anything of a parcel with these batches is still owed; if so it stays
     * @return the frames of all parcels that stay; empty where nothing lies about
     */
    default List<Frame> lying(Predicate<List<Batch>> waits) throws PeerException {
        return List.of();
    }

    /** How people call it: "USB BANSO", "http://…". */
    String name();
}
