package vn.banso.store.training;

import java.util.List;
import java.util.Optional;
import vn.banso.indicators.ClassProgress;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.store.register.PersonLine;

/**
 * What is known of somebody who learns.
 *
 * @param progress in the class the page is about
 * @param assessments all of them, the newest first, those written down wrongly included
 * @param latest the one that counts
 * @param confirmation the latest look at VNeID
 * @param sessions held sessions of any class the person came to
 */
public record Learner(PersonLine person, ClassProgress progress, List<Entry> assessments, Optional<Entry> latest, Optional<Entry> confirmation,
               int sessions) {
    public static final Field RESULT = Catalogue.ASSESSMENT.field("result");
    public static final Field LEVEL = Catalogue.ASSESSMENT.field("level");
    private static final Field COMMENDED = Catalogue.ASSESSMENT.field("commended");
    private static final Field SUPERSEDES = Catalogue.ASSESSMENT.field("supersedes");
    private static final Field CONFIRMED = Catalogue.VNEID_CONFIRMATION.field("confirmed");
    public static final int PASSED = Codes.RESULT.code("passed").orElseThrow().number();

    public boolean hasCompleted() {
        return progress.completed();
    }

    public boolean hasPassed() {
        return latest.filter(a -> a.code(RESULT) == PASSED).isPresent();
    }

    /** Of {@link Codes#LEVEL}; 0 for nobody's judgement yet. */
    public int level() {
        return latest.map(a -> a.code(LEVEL)).orElse(0);
    }

    public boolean isCommended() {
        return latest.filter(a -> a.code(COMMENDED) == CodeList.YES).isPresent();
    }

    public boolean isConfirmed() {
        return confirmation.filter(c -> c.code(CONFIRMED) == CodeList.YES).isPresent();
    }

    /** Passed here; the confirmation itself is given in VNeID alone and nobody has seen it yet. */
    public boolean isToBeConfirmed() {
        return hasPassed() && !isConfirmed();
    }

    /** Whether somebody wrote another one in its place. */
    public boolean isReplaced(Entry assessment) {
        return assessments.stream().anyMatch(a -> a.ref(SUPERSEDES).filter(assessment.id()::equals).isPresent());
    }
}
