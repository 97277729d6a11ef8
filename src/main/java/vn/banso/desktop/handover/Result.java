package vn.banso.desktop.handover;

import vn.banso.carrier.HandOver;
import vn.banso.carrier.desk.TakeIn;

/** What came of the last run, as it was then; what is said of it follows from how things stand now. */
sealed interface Result {
    /** @param again whether the run before was broken off */
    record Given(HandOver.Outcome outcome, boolean again) implements Result {}

    /** @param stopped whether somebody stopped it on the way */
    record TakenIn(TakeIn.Outcome outcome, boolean stopped) implements Result {}

    /** The register was locked while something was under way. */
    record LockedAway() implements Result {}
}
