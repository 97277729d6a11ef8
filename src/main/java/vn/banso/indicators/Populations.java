package vn.banso.indicators;

import static vn.banso.indicators.Condition.after;
import static vn.banso.indicators.Condition.all;
import static vn.banso.indicators.Condition.any;
import static vn.banso.indicators.Condition.by;
import static vn.banso.indicators.Condition.has;
import static vn.banso.indicators.Condition.is;
import static vn.banso.indicators.Condition.known;
import static vn.banso.indicators.Condition.not;
import static vn.banso.indicators.Condition.of;
import static vn.banso.register.catalogue.Catalogue.ASSESSMENT;
import static vn.banso.register.catalogue.Catalogue.HOUSEHOLD;
import static vn.banso.register.catalogue.Catalogue.PERSON;
import static vn.banso.register.catalogue.Catalogue.TEAM;
import static vn.banso.register.catalogue.Catalogue.TEAM_MEMBER;
import static vn.banso.register.catalogue.Catalogue.VILLAGE;
import static vn.banso.register.catalogue.Catalogue.VNEID_CONFIRMATION;

import java.util.List;
import vn.banso.register.catalogue.EntryType;

/** The groups that several indicators count, and what makes somebody skilled. */
final class Populations {
    private static final Condition ELSEWHERE = is(HOUSEHOLD, "residence", "away", "left");
    private static final Condition SINCE_LATER = after(HOUSEHOLD, "residence_date");

    /**
     * H: households living there at the cut-off. A residence status that began after the cut-off says that before it the
     * household was where it is not now.
     */
    static final Condition LIVING = any(all(not(ELSEWHERE), not(SINCE_LATER)), all(ELSEWHERE, SINCE_LATER));

    private static final Condition BORN = not(after(PERSON, "born"));

    /** All members of households living there, born by the cut-off. */
    static final Condition MEMBERS = all(of(PERSON, "household", HOUSEHOLD, LIVING), BORN);

    /** Members of a household, of which the one who asks knows that it lives there, who are not away. */
    static final Condition AT_HOME = all(BORN, not(is(PERSON, "residence", "away")));

    /** Of them, those who count for their household: who denied it for themselves does not. */
    static final Condition COUNTED_AT_HOME = all(AT_HOME, not(Withheld.BY_ONESELF));

    static final Condition VILLAGES = inForce(VILLAGE, "valid_from", "valid_to");
    static final Condition ACTIVE_TEAM = inForce(TEAM, "active_from", "active_to");
    static final Condition ACTIVE_MEMBER = all(inForce(TEAM_MEMBER, "active_from", "active_to"),
            of(TEAM_MEMBER, "team", TEAM, ACTIVE_TEAM));

    /** Assessments that count: by the cut-off, and not replaced by a corrected one. */
    private static final Condition VALID = all(by(ASSESSMENT, "date"), not(has(ASSESSMENT, "supersedes", Condition.ALWAYS)));
    private static final List<Condition> BEST = List.of(passed("advanced"), passed("intermediate"), passed("basic"),
            is(ASSESSMENT, "result", "passed"));
    static final Condition ASSESSED = assessed(Condition.ALWAYS);
    static final Condition SKILLED = assessed(is(ASSESSMENT, "result", "passed"));

    private static final Condition SEEN = all(by(VNEID_CONFIRMATION, "date"), known(VNEID_CONFIRMATION, "confirmed"),
            not(has(VNEID_CONFIRMATION, "supersedes", Condition.ALWAYS)));
    static final Condition VNEID_KNOWN = seen(Condition.ALWAYS);
    static final Condition VNEID_CONFIRMED = seen(is(VNEID_CONFIRMATION, "confirmed", "yes"));

    private Populations() {}

    /** Known to be at least so old. */
    static Condition aged(int years) {
        return new Condition.Aged(PERSON.field("born"), years);
    }

    /**
     * P(a) with those whose birth was not asked: they are to be asked, so they stand in the coverage, and they have not answered,
     * so they are in no ratio.
     */
    static Condition perhapsAged(int years) {
        return all(MEMBERS, AT_HOME, perhaps(years));
    }

    static Condition perhaps(int years) {
        return any(aged(years), not(known(PERSON, "born")));
    }

    /** The latest assessment that counts is like this. */
    static Condition.Latest assessed(Condition its) {
        return new Condition.Latest(ASSESSMENT, ASSESSMENT.field("person"), ASSESSMENT.field("date"), BEST, VALID, its);
    }

    static Condition passedAt(String level) {
        return assessed(passed(level));
    }

    private static Condition passed(String level) {
        return all(is(ASSESSMENT, "result", "passed"), is(ASSESSMENT, "level", level));
    }

    /** The latest look at VNeID that said yes or no is like this. */
    static Condition.Latest seen(Condition its) {
        return new Condition.Latest(VNEID_CONFIRMATION, VNEID_CONFIRMATION.field("person"), VNEID_CONFIRMATION.field("date"),
                List.of(is(VNEID_CONFIRMATION, "confirmed", "yes")), SEEN, its);
    }

    /** Begun by the cut-off, if a beginning is known, and not ended by it. */
    private static Condition inForce(EntryType type, String from, String to) {
        return all(not(after(type, from)), not(by(type, to)));
    }
}
