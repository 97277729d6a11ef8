package vn.banso.sync.progress;

/**
 * What an exchange brought about, in numbers.
 *
 * @param batchesNew batches that came in and were not held before, in any standing
 * @param batchesKnown batches that came in and were held already
 * @param parked of the new ones, those that wait: for an earlier batch, a grant, a key or a newer program
 * @param setAside of the new ones, those kept with a reason but not counted, and single changes set aside alone
 * @param rejected not kept at all: nothing shows that their author wrote them, or they belong to another province
 * @param sent batches given to the other side
 * @param sentGoverning of those, the ones that say who may do what, and hold nothing that anybody recorded
 * @param receipts receipts that came in and were not known
 * @param bytesUp parcel bytes given, bodies only
 * @param bytesDown parcel bytes received, bodies only
 * @param rounds parcels exchanged
 */
public record ExchangeCounts(int batchesNew, int batchesKnown, int parked, int setAside, int rejected, int sent, int sentGoverning, int receipts,
                    long bytesUp, long bytesDown, int rounds) {
    public static final ExchangeCounts NOTHING = new ExchangeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** One round, as the calling side counts it. */
    public static ExchangeCounts given(int sent, int governing, long bytesUp, long bytesDown) {
        return new ExchangeCounts(0, 0, 0, 0, 0, sent, governing, 0, bytesUp, bytesDown, 1);
    }

    /** Batches of recorded work given to the other side: those that the page and the ladder on it count. */
    public int sentRecords() {
        return sent - sentGoverning;
    }

    public ExchangeCounts plus(ExchangeCounts o) {
        return new ExchangeCounts(batchesNew + o.batchesNew, batchesKnown + o.batchesKnown, parked + o.parked, setAside + o.setAside,
                rejected + o.rejected, sent + o.sent, sentGoverning + o.sentGoverning, receipts + o.receipts, bytesUp + o.bytesUp, bytesDown + o.bytesDown,
                rounds + o.rounds);
    }
}
