package vn.banso.indicators;

import static vn.banso.indicators.Condition.all;
import static vn.banso.indicators.Condition.any;
import static vn.banso.indicators.Condition.has;
import static vn.banso.indicators.Condition.is;
import static vn.banso.indicators.Condition.known;
import static vn.banso.indicators.Condition.not;
import static vn.banso.register.catalogue.Catalogue.PERSON;

import vn.banso.register.catalogue.CodeList;

/** Whether a household has a smartphone (I02): what its people say, one by one, and what follows for all of them. */
public final class Smartphones {
    /** Somebody who is counted and at home has one, their own or a shared one. */
    public static final Condition OWNS = all(Populations.COUNTED_AT_HOME, is(PERSON, "smartphone", "own", "shared"));
    /** Somebody old enough said that they have none. */
    public static final Condition LACKS = all(Populations.COUNTED_AT_HOME, Populations.perhaps(15), is(PERSON, "smartphone", "none"));
    /** Somebody old enough is still to be asked. */
    public static final Condition UNASKED = all(Populations.COUNTED_AT_HOME, Populations.perhaps(15), not(known(PERSON, "smartphone")));

    static final Condition IN_HOUSEHOLD = has(PERSON, "household", OWNS);
    static final Condition ANSWERED = any(IN_HOUSEHOLD, all(has(PERSON, "household", LACKS), not(has(PERSON, "household", UNASKED))));

    private Smartphones() {}

    /**
     * The same of one household, of which it is known what its people say.
     *
     * @return {@link CodeList#YES}, {@link CodeList#NO} or {@link CodeList#NOT_ASKED}
     */
    public static int inHousehold(boolean owns, boolean lacks, boolean unasked) {
        return owns ? CodeList.YES : lacks && !unasked ? CodeList.NO : CodeList.NOT_ASKED;
    }
}
