package vn.banso.register.catalogue;

import java.util.Locale;
import java.util.Optional;
import vn.banso.register.values.Value;

/**
 * What a household's data may be used for, each agreed to by itself. A task set by law needs no consent to be counted for, and is named.
 * A person may say it for themselves; then that holds for what is written of them, whatever the household said.
 */
public enum ConsentPurpose {
    /** To know what the village needs, in figures without names. */
    COUNTING,
    /** To ring or to visit: telephone numbers. */
    CONTACT,
    /** To stand by name on printed lists of a class, where others read it. */
    CLASS_LISTS;

    /** As {@link Codes#CONSENT_PURPOSE} has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether they have answered and did not agree to this: a household, or somebody who spoke for themselves. Who was not asked has denied nothing. */
    public boolean isDenied(Entry said) {
        boolean agreed = value(said, "consent_purposes").filter(v -> v instanceof Value.Items i && i.items().contains(key())).isPresent();
        return hasAnswered(said) && !(isGiven(said) && (agreed || this == COUNTING && isTaskOfLaw(said)));
    }

    /** Whose answer holds for a person: their own, or their household's. */
    public static Optional<Entry> speaker(Entry person, Optional<Entry> household) {
        return hasAnswered(person) ? Optional.of(person) : household;
    }

    public static boolean hasAnswered(Entry said) {
        return value(said, "consent").filter(v -> v instanceof Value.Code).isPresent();
    }

    public static boolean isGiven(Entry said) {
        return value(said, "consent").equals(Codes.CONSENT.code("given"));
    }

    public static boolean isTaskOfLaw(Entry said) {
        return value(said, "consent_basis").equals(Codes.CONSENT_BASIS.code("statutory_task"));
    }

    private static Optional<Value> value(Entry said, String field) {
        return Catalogue.type(said.type()).flatMap(type -> type.find(field)).flatMap(said::value);
    }
}
