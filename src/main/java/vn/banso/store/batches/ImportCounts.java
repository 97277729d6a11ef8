package vn.banso.store.batches;

/**
 * What became of batches that came.
 *
 * @param fresh kept, and not held before, in whatever standing
 * @param known held already
 * @param parked of the fresh ones, those that wait: for an earlier batch, a grant, a key or a newer program
 * @param setAside of the fresh ones, those kept with a reason but not counted, and single changes set aside alone
 * @param rejected not kept: nothing shows that their author wrote them
 * @param turnedAway not kept now, because too much waits already; they are welcome again later
 */
public record ImportCounts(int fresh, int known, int parked, int setAside, int rejected, int turnedAway) {
    public static final ImportCounts NOTHING = new ImportCounts(0, 0, 0, 0, 0, 0);
    public static final ImportCounts KNOWN = new ImportCounts(0, 1, 0, 0, 0, 0);
    public static final ImportCounts REJECTED = new ImportCounts(0, 0, 0, 0, 1, 0);
    public static final ImportCounts TURNED_AWAY = new ImportCounts(0, 0, 0, 0, 0, 1);

    public ImportCounts plus(ImportCounts o) {
        return new ImportCounts(fresh + o.fresh, known + o.known, parked + o.parked, setAside + o.setAside, rejected + o.rejected,
                turnedAway + o.turnedAway);
    }
}
