package vn.banso.register.sample;

/**
 * A kind of place, with the shares that are reported from such places (probabilities, 0 to 1).
 *
 * <p>Ownership of a smartphone is that of people aged 15 to 59; older people own one {@link #OLD_SMARTPHONE} times as often.
 */
public enum Region {
    URBAN(Size.DELTA, .76, 350, .96, .93, .99, .85, .92, 1, .02),
    DELTA(Size.DELTA, .76, 220, .90, .82, .96, .75, .82, 1, .05),
    /** Mountain communes along a road. */
    MOUNTAIN(Size.MOUNTAIN, .70, 110, .82, .60, .85, .65, .65, 1, .15),
    REMOTE(Size.MOUNTAIN, .70, 110, .62, .15, .35, .45, .40, .5, .30);

    static final double OLD_SMARTPHONE = .55;
    /** Share of all people who are 60 or older. */
    static final double OLD = .14;

    final double[] householdSizes;
    final double aged15;
    final int medianVillage;
    final double smartphone;
    final double fibreSubscribed;
    final double fibreAvailable;
    final double vneidLevel2;
    final double account;
    /** Share of villages that have fixed broadband at all; fibre reaches no household elsewhere. */
    final double villageBroadband;
    /** Share of households classed as poor or near poor. */
    final double poor;

    Region(double[] householdSizes, double aged15, int medianVillage, double smartphone, double fibreSubscribed,
           double fibreAvailable, double vneidLevel2, double account, double villageBroadband, double poor) {
        this.householdSizes = householdSizes;
        this.aged15 = aged15;
        this.medianVillage = medianVillage;
        this.smartphone = smartphone;
        this.fibreSubscribed = fibreSubscribed;
        this.fibreAvailable = fibreAvailable;
        this.vneidLevel2 = vneidLevel2;
        this.account = account;
        this.villageBroadband = villageBroadband;
        this.poor = poor;
    }

    boolean highland() {
        return this == MOUNTAIN || this == REMOTE;
    }

    double meanHouseholdSize() {
        double mean = 0;
        for (int i = 0; i < householdSizes.length; i++) {
            mean += householdSizes[i] * (i + 1);
        }
        return mean;
    }

    /** How many households have 1, 2, … 8 members. */
    private static final class Size {
        static final double[] DELTA = {.13, .19, .20, .24, .13, .07, .03, .01};
        static final double[] MOUNTAIN = {.07, .13, .17, .25, .17, .11, .06, .04};
    }
}
