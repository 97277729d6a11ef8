package vn.banso.desktop.household;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import vn.banso.desktop.form.EntryModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** What the household said when the notice was read to it. Texts: {@code household.consent.mark.<name>}. */
public enum Consent {
    /** Nobody has asked. */
    OPEN,
    GIVEN,
    /** Said once, it is not asked again. */
    REFUSED,
    WITHDRAWN;

    /** The notice that the page shows; another wording is another version. */
    static final String NOTICE = "2026-3";

    static final Field ANSWER = Catalogue.HOUSEHOLD.field("consent");
    static final Field DATE = Catalogue.HOUSEHOLD.field("consent_date");
    static final Field WITHDRAWN_ON = Catalogue.HOUSEHOLD.field("consent_withdrawn");
    static final Field PURPOSES = Catalogue.HOUSEHOLD.field("consent_purposes");
    private static final Value ALL = new Value.Items(new TreeSet<>(Codes.CONSENT_PURPOSE.codes().values()));
    private static final Field VERSION = Catalogue.HOUSEHOLD.field("consent_notice");
    private static final Field BASIS = Catalogue.HOUSEHOLD.field("consent_basis");
    private static final Field METHOD = Catalogue.HOUSEHOLD.field("consent_method");

    static Consent of(EntryModel household) {
        Optional<String> key = household.valueOf(ANSWER) instanceof Value.Code c ? Codes.CONSENT.keyOf(c) : Optional.empty();
        return switch (key.orElse("")) {
            case "given" -> GIVEN;
            case "refused" -> REFUSED;
            case "withdrawn" -> WITHDRAWN;
            default -> OPEN;
        };
    }

    /** Whether nothing about the people may be written. */
    boolean isRefusal() {
        return this == REFUSED || this == WITHDRAWN;
    }

    /** The answer, and what goes with it: what for, when, which notice, how it was said. One step to undo. Who agrees, agrees to everything. */
    static void say(EntryModel household, Consent answer, LocalDate today) {
        say(household, answer, answer == GIVEN ? ALL : Value.BLANK, today);
    }

    /** The household agrees to some of it; which is still to be ticked. */
    static void agreeInPart(EntryModel household, LocalDate today) {
        say(household, GIVEN, Value.BLANK, today);
    }

    private static void say(EntryModel household, Consent answer, Value purposes, LocalDate today) {
        String key = switch (answer) {
            case GIVEN -> "given";
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
            case OPEN -> throw new IllegalArgumentException("no answer is no answer");
        };
        household.undoStack().together(() -> {
            household.commit(ANSWER, Codes.CONSENT.code(key).orElseThrow());
            household.commit(PURPOSES, purposes);
            household.commit(answer == WITHDRAWN ? WITHDRAWN_ON : DATE, Value.Day.of(today));
            household.commit(VERSION, new Value.Text(NOTICE));
            if (answer == GIVEN) {
                household.commit(BASIS, Codes.CONSENT_BASIS.code("consent").orElseThrow());
                if (household.valueOf(METHOD) instanceof Value.Blank) {
                    household.commit(METHOD, Codes.CONSENT_METHOD.code("spoken").orElseThrow());
                }
            }
        });
    }
}
