package vn.banso.store.training;

import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** The entries behind a tick of an attendance list: their ids follow from session and person, so that two trainers who tick one person make one row. */
public final class Attendance {
    public static final int PRESENT = Codes.PRESENCE.code("present").orElseThrow().number();
    public static final int ABSENT = Codes.PRESENCE.code("absent").orElseThrow().number();
    public static final int LATE = Codes.PRESENCE.code("late").orElseThrow().number();

    private Attendance() {}

    /** @param presence of {@link Codes#PRESENCE}, or 0 where nothing is noted */
    public static boolean came(int presence) {
        return presence == PRESENT || presence == LATE;
    }

    public static Draft attendance(ScopeId scope, EntryId session, EntryId person, int presence) {
        return Draft.of(Catalogue.ATTENDANCE, scope, NaturalId.attendance(session, person)).with("session", new Value.Ref(session))
                .with("person", new Value.Ref(person)).with("presence", new Value.Code(presence));
    }

    public static Draft practice(ScopeId scope, EntryId session, EntryId person, boolean done) {
        return Draft.of(Catalogue.PRACTICE, scope, NaturalId.practice(session, person)).with("session", new Value.Ref(session))
                .with("person", new Value.Ref(person)).with("done", new Value.Code(done ? CodeList.YES : CodeList.NO));
    }
}
