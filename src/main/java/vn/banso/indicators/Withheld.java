package vn.banso.indicators;

import static vn.banso.indicators.Condition.all;
import static vn.banso.indicators.Condition.any;
import static vn.banso.indicators.Condition.is;
import static vn.banso.indicators.Condition.known;
import static vn.banso.indicators.Condition.not;
import static vn.banso.register.catalogue.Catalogue.ASSESSMENT;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.HOUSEHOLD;
import static vn.banso.register.catalogue.Catalogue.PERSON;
import static vn.banso.register.catalogue.Catalogue.PRACTICE;
import static vn.banso.register.catalogue.Catalogue.VNEID_CONFIRMATION;

import java.util.Set;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.EntryType;

/**
 * Who did not agree to be counted, as {@link ConsentPurpose#isDenied} has it: a household that said so, and its people unless they spoke for
 * themselves; and what was noted of such a person, also of one who has moved or was deleted since.
 */
final class Withheld {
    private static final Set<EntryType> LEARNING = Set.of(ATTENDANCE, PRACTICE, ASSESSMENT, VNEID_CONFIRMATION);
    private static final Condition NOBODY = not(Condition.ALWAYS);
    private static final Condition BY_HOUSEHOLD = denied(HOUSEHOLD, is(HOUSEHOLD, "consent_basis", "statutory_task"));
    /** Somebody who denied it for themselves, whatever the household said. */
    static final Condition BY_ONESELF = denied(PERSON, NOBODY);

    private static final Condition OF_PERSON = any(BY_ONESELF,
            all(not(known(PERSON, "consent")), new Condition.Was(PERSON.field("household"), HOUSEHOLD, BY_HOUSEHOLD)));

    private Withheld() {}

    static Condition of(EntryType type) {
        return type == HOUSEHOLD ? BY_HOUSEHOLD : type == PERSON ? OF_PERSON
                : LEARNING.contains(type) ? new Condition.Was(type.field("person"), PERSON, OF_PERSON) : NOBODY;
    }

    /** Somebody answered, and did not agree to this. */
    private static Condition denied(EntryType type, Condition byLaw) {
        Condition agreed = new Condition.Includes(type.field("consent_purposes"), ConsentPurpose.COUNTING.key());
        return all(known(type, "consent"), not(all(is(type, "consent", "given"), any(agreed, byLaw))));
    }
}
