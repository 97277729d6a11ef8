package vn.banso.sync.wire;

/** A desk where a request and its welcome meet under a one-time code. It reads neither. */
public interface CodeDesk {

    /**
     * One call; safe to repeat with the same bytes.
     *
     * @param form the bytes of a {@link CodeForm}
     * @throws PeerException GONE where nothing lies under that code (any more), REFUSED where something else lies there already, BUSY
     *     where too many ask, and whatever happens on the way
     */
    byte[] byCode(byte[] form) throws PeerException;
}
