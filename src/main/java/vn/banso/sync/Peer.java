package vn.banso.sync;

import java.util.List;
import vn.banso.ledger.Parcel;

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

    /** How people call it: "USB BANSO", "http://…". */
    String name();
}
