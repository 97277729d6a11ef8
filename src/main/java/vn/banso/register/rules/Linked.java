package vn.banso.register.rules;

import java.util.Optional;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.ScopeId;

/**
 * What is found where a link leads, or under an id.
 *
 * @param type of what is there, where that is another than was meant
 * @param where the commune in which it is, where that is another one and known
 */
public record Linked(How how, Optional<EntryType> type, Optional<ScopeId> where) {
    /** How it stands with it. */
    public enum How { UNKNOWN, LIVE, ABSENT, OTHER_TYPE, DELETED, MOVED, ELSEWHERE }

    /** Nobody can tell. */
    public static final Linked UNKNOWN = of(How.UNKNOWN);

    public static Linked of(How how) {
        return new Linked(how, Optional.empty(), Optional.empty());
    }

    public static Linked other(EntryType type) {
        return new Linked(How.OTHER_TYPE, Optional.of(type), Optional.empty());
    }

    public Linked in(Optional<ScopeId> scope) {
        return new Linked(how, type, scope);
    }
}
