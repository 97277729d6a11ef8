package vn.banso.simulation;

/**
 * One thing that happens. What its numbers mean depends on the world at that moment (numbers are taken modulo what there is), so
 * any part of a schedule is a schedule too, and a failing one can be cut down.
 *
 * @param salt a number of this step alone, for whatever it has to draw
 */
record Step(Act act, int a, int b, int c, long salt) {

    /** What can happen, and how often relative to the others. */
    enum Act {
        /** Node a writes field c of entry b. */
        SAVE(30),
        /** Node a deletes entry b, or restores it. */
        DELETE(3),
        /** Node a finds that two entries are one, or undoes it. */
        ALIAS(3),
        /** Node a moves entry b to another commune. */
        MOVE(1),
        /** Node a erases entry b for ever. */
        ERASE(1),
        /** Node a decides a conflict. */
        RESOLVE(4),
        /** Node a seals what it saved. */
        SEAL(10),
        /** Nodes a and b talk over a line that loses, repeats, reorders and cuts, as c says. */
        TALK(18),
        /** Node a writes a parcel to a stick for node b. */
        EXPORT(5),
        /** Node a reads stick b, again perhaps. */
        IMPORT(8),
        /** Nobody on the one side of line a reaches the other side, until the next such step. */
        PARTITION(2),
        /** The store of node a is copied to another machine, and both go on; c: whether it is noticed. */
        CLONE(3),
        /** A copy of node a's store is put away. */
        BACKUP(3),
        /** Node a goes back to backup b; c: whether it is noticed. */
        RESTORE(3),
        /** The clock of node a jumps by up to 20 years. */
        CLOCK(3),
        /** Node a grants something to the device of node b. */
        GRANT(4),
        /** Node a revokes the device of node b. */
        REVOKE(2),
        /** Node a takes a revocation back. */
        PARDON(1),
        /** Node a gets the newer version of the program. */
        UPGRADE(1),
        /** Node a is given the key of a commune that it only carried. */
        KEY(1),
        /** Somebody sends node a batches that claim to be of node b. */
        FORGE(1);

        final int weight;

        Act(int weight) {
            this.weight = weight;
        }
    }

    /** Reads what {@link #toString} wrote. */
    static Step parse(String line) {
        String[] part = line.strip().split("[(), ]+");
        return new Step(Act.valueOf(part[0]), Integer.parseInt(part[1]), Integer.parseInt(part[2]), Integer.parseInt(part[3]),
                Long.parseUnsignedLong(part[4], 16));
    }

    @Override
    public String toString() {
        return act + "(" + a + ", " + b + ", " + c + ", " + Long.toHexString(salt) + ")";
    }
}
