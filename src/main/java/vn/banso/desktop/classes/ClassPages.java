package vn.banso.desktop.classes;

import java.util.HashMap;
import java.util.Map;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.sessions.SessionModel;
import vn.banso.desktop.sessions.SessionView;

/** The pages of classes, each found again as it was left. */
public final class ClassPages {
    private final OpenRegister workplace;
    private final Navigator navigator;
    private final ClassesModel classes;
    private final Map<Place, ClassModel> rooms = new HashMap<>();
    private final Map<Place, SessionModel> sessions = new HashMap<>();

    public ClassPages(OpenRegister workplace, Navigator navigator) {
        this.workplace = workplace;
        this.navigator = navigator;
        this.classes = new ClassesModel(workplace);
    }

    public Page list(Ui ui) {
        return new ClassesView(ui, classes, navigator);
    }

    public Page room(Ui ui, Place.ClassRoom at) {
        return new ClassView(ui, rooms.computeIfAbsent(at, _ -> new ClassModel(workplace, at.scope(), at.id())), navigator);
    }

    public Page session(Ui ui, Place.Session at) {
        return new SessionView(ui, sessions.computeIfAbsent(at, _ -> new SessionModel(workplace, at.scope(), at.id())), navigator);
    }
}
