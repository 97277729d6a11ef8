package vn.banso.desktop.sessions;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.store.register.PersonLine;
import vn.banso.store.training.Attendance;
import vn.banso.store.training.SessionSheet;

/** A line of the attendance list while it is being kept. */
public final class AttendanceRow {
    public static final int NONE = 0;

    private final PersonLine person;
    private final IntegerProperty number = new SimpleIntegerProperty();
    private final IntegerProperty presence = new SimpleIntegerProperty();
    private final IntegerProperty practised = new SimpleIntegerProperty();

    public AttendanceRow(PersonLine person) {
        this.person = person;
    }

    public PersonLine person() {
        return person;
    }

    /** In the list as it is shown and printed, from 1. */
    public IntegerProperty number() {
        return number;
    }

    /** Of {@link Codes#PRESENCE}; {@link #NONE} where nothing is noted. */
    public IntegerProperty presence() {
        return presence;
    }

    /** The answer; {@link #NONE} where nothing is noted. */
    public IntegerProperty practised() {
        return practised;
    }

    public boolean came() {
        return Attendance.came(presence.get());
    }

    public boolean hasPractised() {
        return practised.get() == CodeList.YES;
    }

    /** As it is noted now. */
    public SessionSheet.Mark mark() {
        return new SessionSheet.Mark(person, presence.get(), practised.get());
    }

    public boolean isNoted() {
        return presence.get() != NONE || practised.get() != NONE;
    }
}
