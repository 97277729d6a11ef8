package vn.banso.store.training;

import java.time.LocalDate;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** How far a session has come. */
public enum SessionStatus {
    /** Still to come. */
    PLANNED,
    /** Its day has passed, by this laptop's clock, and nobody has said what became of it. */
    DUE,
    HELD,
    NOT_HELD,
    /** It took place, but its list was not kept. */
    NOT_RECORDED;

    private static final Field STATUS = Catalogue.SESSION.field("status");
    private static final Field DATE = Catalogue.SESSION.field("date");

    public static SessionStatus of(Entry session, LocalDate today) {
        return Codes.SESSION_STATUS.keyOf(new Value.Code(session.code(STATUS))).map(key -> switch (key) {
            case "held" -> HELD;
            case "not_held" -> NOT_HELD;
            default -> NOT_RECORDED;
        }).orElseGet(() -> session.day(DATE).filter(d -> d.number() < Value.Day.of(today).number()).isPresent() ? DUE : PLANNED);
    }

    /** What the field says of it; nothing as long as it is to come. */
    public Value status() {
        return switch (this) {
            case PLANNED, DUE -> Value.BLANK;
            case HELD -> code("held");
            case NOT_HELD -> code("not_held");
            case NOT_RECORDED -> code("not_recorded");
        };
    }

    private static Value code(String key) {
        return Codes.SESSION_STATUS.code(key).orElseThrow();
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return this == PLANNED || this == DUE || this == NOT_RECORDED;
    }
}
