package vn.banso.desktop.classes;

import vn.banso.register.Catalogue;
import vn.banso.register.CodeList;
import vn.banso.register.Draft;
import vn.banso.register.EntryId;
import vn.banso.register.NaturalId;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;

/** The entries behind a tick: their ids follow from session and person, so that two trainers who tick one person make one row. */
final class Presence {
    private Presence() {}

    static Draft attendance(ScopeId scope, EntryId session, EntryId person, int presence) {
        return Draft.of(Catalogue.ATTENDANCE, scope, NaturalId.attendance(session, person)).with("session", new Value.Ref(session))
                .with("person", new Value.Ref(person)).with("presence", new Value.Code(presence));
    }

    static Draft practice(ScopeId scope, EntryId session, EntryId person, boolean done) {
        return Draft.of(Catalogue.PRACTICE, scope, NaturalId.practice(session, person)).with("session", new Value.Ref(session))
                .with("person", new Value.Ref(person)).with("done", new Value.Code(done ? CodeList.YES : CodeList.NO));
    }
}
