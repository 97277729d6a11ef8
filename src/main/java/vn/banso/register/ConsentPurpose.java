package vn.banso.register;

import java.util.Locale;

/** What a household's data may be used for, each agreed to by itself. A task set by law needs no consent to be counted for, and is named. */
public enum ConsentPurpose {
    /** To know what the village needs, in figures without names. */
    COUNTING,
    /** To ring or to visit: telephone numbers. */
    CONTACT,
    /** To stand by name on printed lists of a class, where others read it. */
    CLASS_LISTS;

    private static final Field CONSENT = Catalogue.HOUSEHOLD.field("consent");
    private static final Field BASIS = Catalogue.HOUSEHOLD.field("consent_basis");
    private static final Field PURPOSES = Catalogue.HOUSEHOLD.field("consent_purposes");

    /** As {@link Codes#CONSENT_PURPOSE} has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the household has answered and did not agree to this. Who was not asked has denied nothing. */
    public boolean isDenied(Entry household) {
        boolean agreed = household.value(PURPOSES).filter(v -> v instanceof Value.Items i && i.items().contains(key())).isPresent();
        boolean given = is(household, CONSENT, "given");
        return household.code(CONSENT) != 0 && (!given || !agreed && (this != COUNTING || !isTaskOfLaw(household)));
    }

    static boolean isTaskOfLaw(Entry household) {
        return is(household, BASIS, "statutory_task");
    }

    private static boolean is(Entry household, Field field, String key) {
        return household.value(field).equals(field.codes().flatMap(list -> list.code(key)));
    }
}
