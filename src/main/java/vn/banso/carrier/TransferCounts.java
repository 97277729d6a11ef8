package vn.banso.carrier;

/**
 * What a carrier moved so far.
 *
 * @param bytesUp from here to there. Over HTTP this counts the request and answer texts with their headers, not TCP, IP or TLS
 * @param bytesDown from there to here
 * @param requests round trips over HTTP, parcels written into a folder
 */
public record TransferCounts(long bytesUp, long bytesDown, int requests) {
    public static final TransferCounts NONE = new TransferCounts(0, 0, 0);

    TransferCounts plus(long up, long down, int more) {
        return new TransferCounts(bytesUp + up, bytesDown + down, requests + more);
    }
}
