package vn.banso.store.training;

import java.util.List;
import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.register.VillageName;

/**
 * A class in the list of classes.
 *
 * @param level of the codes of levels; 0 where none is meant
 * @param planned sessions as the plan says; empty where it says nothing
 * @param sessions by day
 */
public record ClassLine(ScopeId scope, EntryId id, String name, Optional<VillageName> village, int level, Optional<Value.Day> starts,
                 Optional<Long> planned, List<SessionLine> sessions) {

    public long held() {
        return sessions.stream().filter(s -> s.status() == SessionStatus.HELD).count();
    }

    /** How many there will be in all: what is written down, or the plan where that is more. */
    public long of() {
        long counted = sessions.stream().filter(s -> s.status() != SessionStatus.NOT_HELD).count();
        return Math.max(counted, planned.orElse(0L));
    }

    /** Sessions of the plan that no day is set for. */
    public long unplanned() {
        return of() - sessions.stream().filter(s -> s.status() != SessionStatus.NOT_HELD).count();
    }

    /** What is to be done next: the oldest session that waits for somebody. */
    public Optional<SessionLine> next() {
        return sessions.stream().filter(s -> s.status().isOpen()).findFirst();
    }

    public int day() {
        return sessions.stream().mapToInt(SessionLine::day).max().orElseGet(() -> starts.map(Value.Day::number).orElse(0));
    }
}
