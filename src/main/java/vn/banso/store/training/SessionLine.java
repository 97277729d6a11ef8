package vn.banso.store.training;

import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.register.VillageName;

/**
 * A session in a list.
 *
 * @param course the class it belongs to; empty for one that stands alone
 * @param courseName of that class
 * @param kind of the codes of sessions
 * @param start in minutes after midnight
 * @param people who came, by the list or, where there is none, by the tally; empty where nobody counted
 */
public record SessionLine(ScopeId scope, EntryId id, Optional<EntryId> course, String courseName, int kind, Optional<Value.Day> date,
                   Optional<Long> start, String place, Optional<VillageName> village, SessionStatus status, Optional<Long> people) {
    public int day() {
        return date.map(Value.Day::number).orElse(0);
    }
}
