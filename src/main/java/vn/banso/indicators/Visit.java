package vn.banso.indicators;

import static vn.banso.indicators.Condition.all;
import static vn.banso.indicators.Condition.has;
import static vn.banso.indicators.Condition.is;
import static vn.banso.indicators.Condition.not;
import static vn.banso.indicators.Populations.AT_HOME;
import static vn.banso.indicators.Populations.LIVING;
import static vn.banso.indicators.Populations.MEMBERS;
import static vn.banso.indicators.Populations.VNEID_CONFIRMED;
import static vn.banso.indicators.Populations.aged;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.HOUSEHOLD;
import static vn.banso.register.catalogue.Catalogue.PERSON;

import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;

/**
 * Why somebody should go to a household: conditions on households, or on people whose household is meant. They say what is known;
 * a household of which nobody asked stands under {@link #NOT_VISITED} sooner or later.
 */
public enum Visit {
    /** Nobody there has a smartphone, and everybody old enough was asked. */
    NO_SMARTPHONE(HOUSEHOLD, all(LIVING, Smartphones.ANSWERED, not(Smartphones.IN_HOUSEHOLD))),
    /** Fibre could reach the house but does not. */
    FIBRE_NOT_SUBSCRIBED(HOUSEHOLD, all(LIVING, is(HOUSEHOLD, "fibre_available", "yes"), is(HOUSEHOLD, "fibre_subscribed", "no"))),
    /** Poor or near-poor, with neither fibre nor mobile data. */
    POOR_UNCONNECTED(HOUSEHOLD, all(LIVING, is(HOUSEHOLD, "poverty", "poor", "near_poor"),
            is(HOUSEHOLD, "fibre_subscribed", "no"), is(HOUSEHOLD, "mobile_data", "no"))),
    /** People of 60 and more who have not come to any session. */
    ELDERLY_UNTRAINED(PERSON, all(MEMBERS, AT_HOME, aged(60),
            not(has(ATTENDANCE, "person", is(ATTENDANCE, "presence", "present", "late"))))),
    /** People of 15 and more of whom nobody has seen the confirmation in VNeID. */
    NOT_CONFIRMED(PERSON, all(MEMBERS, AT_HOME, aged(15), not(VNEID_CONFIRMED))),
    /** No visit was noted in the period of the window. */
    NOT_VISITED(HOUSEHOLD, all(LIVING, not(Condition.within(HOUSEHOLD, "last_visit"))));

    /**
     * Of the households living there, those where a visit of the period is noted: what teams set out to do, and no indicator of a
     * province.
     */
    public static final Indicator VISITED = new Indicator("V01", "V01", HOUSEHOLD, LIVING, Condition.ALWAYS,
            Condition.within(HOUSEHOLD, "last_visit"), Optional.empty(), Indicator.Period.IN_PERIOD, 1, "");

    private final EntryType counts;
    private final Condition condition;

    Visit(EntryType counts, Condition condition) {
        this.counts = counts;
        this.condition = condition;
    }

    /** {@link Catalogue#HOUSEHOLD} or {@link Catalogue#PERSON}. */
    public EntryType counts() {
        return counts;
    }

    public Condition condition() {
        return condition;
    }
}
