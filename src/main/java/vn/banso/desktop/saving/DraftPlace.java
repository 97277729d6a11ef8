package vn.banso.desktop.saving;

import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.store.writing.FormDraft;

/** Where one goes on with a half-filled form. */
public final class DraftPlace {
    /** The page of what is written on the list of villages: a new one, and the team of the commune. */
    public static final EntryId VILLAGES = new EntryId(0, 0);

    /** A choice that says of a sheet that its page is that of a session; the sheet itself may be about another one. */
    public static final String OF_SESSION = "of_session";

    private DraftPlace() {}

    public static Place of(FormDraft draft) {
        EntryType type = draft.type();
        if (type == Catalogue.HOUSEHOLD || type == Catalogue.PROBLEM) {
            return new Place.Household(draft.scope(), draft.page());
        }
        if (type == Catalogue.PERSON || type == Catalogue.VNEID_CONFIRMATION) {
            return new Place.Person(draft.scope(), draft.page());
        }
        if (type == Catalogue.CLASS) {
            return new Place.ClassRoom(draft.scope(), draft.page());
        }
        if (type == Catalogue.SESSION || type == Catalogue.ASSESSMENT && draft.choices().containsKey(OF_SESSION)) {
            return new Place.Session(draft.scope(), draft.page());
        }
        return type == Catalogue.ASSESSMENT ? new Place.ClassRoom(draft.scope(), draft.page())
                : draft.page().equals(VILLAGES) ? new Place.Villages() : new Place.Village(draft.scope(), draft.page());
    }
}
