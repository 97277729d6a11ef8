package vn.banso.store;

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
public record Taken(int fresh, int known, int parked, int setAside, int rejected, int turnedAway) {
    public static final Taken NOTHING = new Taken(0, 0, 0, 0, 0, 0);
    static final Taken KNOWN = new Taken(0, 1, 0, 0, 0, 0);
    static final Taken REJECTED = new Taken(0, 0, 0, 0, 1, 0);
    static final Taken TURNED_AWAY = new Taken(0, 0, 0, 0, 0, 1);

    public Taken plus(Taken o) {
        return new Taken(fresh + o.fresh, known + o.known, parked + o.parked, setAside + o.setAside, rejected + o.rejected,
                turnedAway + o.turnedAway);
    }
}
