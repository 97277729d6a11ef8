package vn.banso.desktop.sessions;

import java.util.stream.Stream;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.training.Attendance;

/**
 * What is noted of one line of the attendance list.
 *
 * @param presence of the codes of presence; {@link AttendanceRow#NONE} where nothing is noted
 * @param practised the answer; {@link AttendanceRow#NONE} where nothing is noted
 */
record Note(AttendanceRow tick, int presence, int practised) {

    /** As it is now. */
    static Note of(AttendanceRow tick) {
        return new Note(tick, tick.presence().get(), tick.practised().get());
    }

    /** Who was not there did nothing there either. */
    Note withPresence(int other) {
        Note now = new Note(tick, other, practised);
        return now.came() || practised != CodeList.YES ? now : now.withPractised(AttendanceRow.NONE);
    }

    Note withPractised(int other) {
        return new Note(tick, presence, other);
    }

    boolean came() {
        return Attendance.came(presence);
    }

    void show() {
        tick.presence().set(presence);
        tick.practised().set(practised);
    }

    /** The entries that say it, as far as it differs from what was. */
    Stream<Draft> written(ScopeId scope, EntryId session, Note was) {
        EntryId person = tick.person().id();
        return Stream.concat(
                presence == AttendanceRow.NONE || presence == was.presence ? Stream.empty() : Stream.of(Attendance.attendance(scope, session, person, presence)),
                practised == AttendanceRow.NONE || practised == was.practised ? Stream.empty()
                        : Stream.of(Attendance.practice(scope, session, person, practised == CodeList.YES)));
    }
}
