package vn.banso.indicators;

import java.time.LocalDate;
import java.util.Optional;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;

/** Where learners stand, one by one, by the very rules by which I16, I17 and I18 count them. */
public final class LearnerStatus {
    private final Judgement judgement;

    /**
     * @param register at least the sessions, attendances and practices of the classes asked for, and all assessments and VNeID
     *     confirmations of the people asked for
     * @param today what happened later does not count yet
     */
    public LearnerStatus(Register register, LocalDate today) {
        this.judgement = new Judgement(new Links(register), CountPeriod.yearTo(today));
    }

    public ClassProgress progress(EntryId course, EntryId person) {
        return judgement.progress(course, person);
    }

    /** The latest assessment that nobody replaced: it says which level the person has. */
    public Optional<Entry> assessment(EntryId person) {
        return judgement.latestOf(Populations.assessed(Condition.ALWAYS), person);
    }

    /** The latest look at VNeID that said yes or no. */
    public Optional<Entry> confirmation(EntryId person) {
        return judgement.latestOf(Populations.seen(Condition.ALWAYS), person);
    }
}
