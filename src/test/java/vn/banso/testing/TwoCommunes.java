package vn.banso.testing;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.sync.Admission;
import vn.banso.trust.governance.Role;

/** A commune officer's laptop that works for two communes, with a village of the same name in each. */
public record TwoCommunes(Neighbourhood around, Node node, AtOnce background, OpenRegister workplace, EntryId villageOfA, EntryId villageOfB)
        implements AutoCloseable {
    public static final ScopeId A = Neighbourhood.SANG_MOC;
    public static final ScopeId B = Neighbourhood.LA_BANG;

    public static TwoCommunes in(Path folder) {
        try {
            Neighbourhood around = new Neighbourhood(folder);
            Node node = around.laptop("two", around.province(), Role.COMMUNE, A, B);
            AtOnce background = new AtOnce();
            OpenRegister workplace = new OpenRegister(node, background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
            workplace.refreshMe();
            return new TwoCommunes(around, node, background, workplace, named(node, Catalogue.VILLAGE, A, "Nà Lay"), named(node, Catalogue.VILLAGE, B, "Nà Lay"));
        } catch (MalformedException | Admission.NotEntitledException e) {
            throw new AssertionError(e);
        }
    }

    private static EntryId named(Node node, EntryType type, ScopeId commune, String name) {
        return saved(node, Draft.of(type, commune, node.freshId()).with("name", new Value.Text(name)));
    }

    private static EntryId saved(Node node, Draft draft) {
        if (!node.save(List.of(draft)).isSaved()) {
            throw new AssertionError("not valid: " + draft.type().key());
        }
        return draft.id();
    }

    public EntryId saved(Draft draft) {
        return saved(node, draft);
    }

    /** Somebody born in 1988 in a household of this village. @return the person */
    public EntryId person(ScopeId commune, EntryId village, String name) {
        EntryId household = saved(Draft.of(Catalogue.HOUSEHOLD, commune, node.freshId()).with("village", new Value.Ref(village)));
        return saved(Draft.of(Catalogue.PERSON, commune, node.freshId()).with("household", new Value.Ref(household))
                .with("name", new Value.Text(name)).with("born", new Value.Day(1988, 0, 0)));
    }

    @Override
    public void close() {
        around.close();
    }
}
