package vn.banso.desktop.classes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.sessions.SessionModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** A village hall with a trainer's laptop: a few families, and models that answer at once. */
final class Hall implements AutoCloseable {
    static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    static final List<String> NAMES = List.of("Lò Thị Ẫm", "Nguyễn Văn Độ", "Hoàng Thị Lan", "Nguyễn Thị Lan", "H'Blưng Niê Kđăm",
            "Vàng A Dơ");

    final Laptop laptop;
    final Node node;
    final AtOnce background = new AtOnce();
    final Answers answers = new Answers();
    final OpenRegister workplace;
    final EntryId village;
    final EntryId other;
    final List<EntryId> people = new ArrayList<>();
    final EntryId stranger;

    Hall(Path folder, Role role) {
        laptop = Laptop.of(folder, role, 0);
        node = laptop.node();
        workplace = new OpenRegister(node, background, Laptop.CLOCK, answers, new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        village = village("Khuổi Mèo");
        other = village("Nà Vài");
        EntryId household = household(village);
        for (int i = 0; i < NAMES.size(); i++) {
            people.add(person(household, NAMES.get(i), 1956 + 5 * i, i % 2 == 0 ? "female" : "male"));
        }
        stranger = person(household(other), "Triệu Thị Mùi", 1990, "female");
    }

    private EntryId village(String name) {
        Draft draft = Draft.of(Catalogue.VILLAGE, SCOPE, node.freshId()).with("name", new Value.Text(name))
                .with("kind", Codes.VILLAGE_KIND.code("ban").orElseThrow());
        return saved(draft);
    }

    private EntryId household(EntryId of) {
        return saved(Draft.of(Catalogue.HOUSEHOLD, SCOPE, node.freshId()).with("village", new Value.Ref(of)));
    }

    private EntryId person(EntryId household, String name, int born, String sex) {
        return saved(Draft.of(Catalogue.PERSON, SCOPE, node.freshId()).with("household", new Value.Ref(household))
                .with("name", new Value.Text(name)).with("born", new Value.Day(born, 0, 0)).with("sex", Codes.SEX.code(sex).orElseThrow()));
    }

    EntryId saved(Draft draft) {
        if (!node.save(List.of(draft)).isSaved()) {
            throw new AssertionError("not valid: " + draft.type().key());
        }
        return draft.id();
    }

    /** A session of a class on that day, still to come. */
    EntryId session(EntryId course, String day) {
        return saved(Draft.of(Catalogue.SESSION, SCOPE, node.freshId()).with("kind", Codes.SESSION_KIND.code("class").orElseThrow())
                .with("class", new Value.Ref(course)).with("date", Value.Day.parse(day)).with("village", new Value.Ref(village)));
    }

    EntryId course() {
        return saved(Draft.of(Catalogue.CLASS, SCOPE, node.freshId()).with("name", new Value.Text("Lớp tối Khuổi Mèo"))
                .with("village", new Value.Ref(village)));
    }

    SessionModel open(EntryId session) {
        SessionModel model = new SessionModel(workplace, SCOPE, session);
        model.open();
        return model;
    }

    ClassModel room(EntryId course) {
        ClassModel model = new ClassModel(workplace, SCOPE, course);
        model.open();
        return model;
    }

    @Override
    public void close() {
        laptop.close();
    }
}
