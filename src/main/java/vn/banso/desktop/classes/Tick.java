package vn.banso.desktop.classes;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import vn.banso.register.CodeList;
import vn.banso.register.Codes;

/** A line of the attendance list while it is being kept. */
final class Tick {
    static final int NONE = 0;
    static final int PRESENT = Codes.PRESENCE.code("present").orElseThrow().number();
    static final int ABSENT = Codes.PRESENCE.code("absent").orElseThrow().number();
    static final int LATE = Codes.PRESENCE.code("late").orElseThrow().number();

    private final Face face;
    private final IntegerProperty number = new SimpleIntegerProperty();
    private final IntegerProperty presence = new SimpleIntegerProperty();
    private final IntegerProperty practised = new SimpleIntegerProperty();

    Tick(Face face) {
        this.face = face;
    }

    Face face() {
        return face;
    }

    /** In the list as it is shown and printed, from 1. */
    IntegerProperty number() {
        return number;
    }

    /** Of {@link Codes#PRESENCE}; {@link #NONE} where nothing is noted. */
    IntegerProperty presence() {
        return presence;
    }

    /** The answer; {@link #NONE} where nothing is noted. */
    IntegerProperty practised() {
        return practised;
    }

    boolean came() {
        return presence.get() == PRESENT || presence.get() == LATE;
    }

    boolean hasPractised() {
        return practised.get() == CodeList.YES;
    }

    boolean isNoted() {
        return presence.get() != NONE || practised.get() != NONE;
    }
}
