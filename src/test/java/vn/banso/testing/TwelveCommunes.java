package vn.banso.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;
import vn.banso.store.writing.VillageChange.Decision;
import vn.banso.store.writing.VillagePlan;
import vn.banso.sync.Admission;
import vn.banso.trust.governance.Role;

/** An area officer's machine: twelve communes, three villages of the same names in each, some families in every village. */
public record TwelveCommunes(Neighbourhood around, Node node, List<ScopeId> communes) implements AutoCloseable {
    public static final int HOUSEHOLDS = 4;
    private static final List<String> VILLAGES = List.of("Nà Lay", "Khuổi Uốn", "Khuổi Mèo");
    private static final List<String> PEOPLE = List.of("Triệu Thị Mến", "Bàn Phúc Vinh", "Hoàng Văn Páo", "Lý Thị Tâm");

    public static TwelveCommunes in(Path folder) {
        return in(folder, 12);
    }

    /** The same with fewer. */
    public static TwelveCommunes in(Path folder, int communes) {
        try {
            Neighbourhood around = new Neighbourhood(folder, "19", Laptop.CLOCK);
            List<ScopeId> all = Units.current().communes("19").stream().map(Unit::scope).limit(communes).toList();
            Node node = around.laptop("area", around.province(), Role.AREA, all.toArray(ScopeId[]::new));
            TwelveCommunes made = new TwelveCommunes(around, node, all);
            all.forEach(made::inhabit);
            return made;
        } catch (MalformedException | Admission.NotEntitledException e) {
            throw new AssertionError(e);
        }
    }

    private void inhabit(ScopeId commune) {
        List<Draft> drafts = new ArrayList<>();
        for (String name : VILLAGES) {
            EntryId village = node.freshId();
            drafts.add(Draft.of(Catalogue.VILLAGE, commune, village).with("name", new Value.Text(name)).with("kind", new Value.Code(3)));
            for (int i = 0; i < HOUSEHOLDS; i++) {
                EntryId household = node.freshId();
                EntryId head = node.freshId();
                drafts.add(Draft.of(Catalogue.HOUSEHOLD, commune, household).with("village", new Value.Ref(village)).with("head", new Value.Ref(head))
                        .with("local_number", new Value.Whole(i + 1)).with("address_hint", new Value.Text("đầu suối")));
                drafts.add(Draft.of(Catalogue.PERSON, commune, head).with("household", new Value.Ref(household)).with("name", new Value.Text(PEOPLE.get(i)))
                        .with("born", new Value.Day(1970 + i, 0, 0)));
            }
        }
        if (!(node.save(drafts) instanceof SaveResult.Saved)) {
            throw new AssertionError("not valid");
        }
    }

    public EntryId village(ScopeId commune, String name) {
        return node.entries(Catalogue.VILLAGE, commune).stream().filter(e -> e.text(Catalogue.VILLAGE.field("name")).equals(Optional.of(name))).findFirst().orElseThrow().id();
    }

    /** One village was renamed and one is being split, to be drawn. */
    public TwelveCommunes withChanges() {
        ScopeId first = communes.getFirst();
        Decision decision = new Decision(Optional.of("12/NQ-HĐND"), Optional.empty());
        node.acts().villages().carryOut(new VillagePlan.Rename(first, village(first, "Khuổi Mèo"), "Khuổi Mèo Trên"), decision, node.freshId());
        node.acts().villages().carryOut(new VillagePlan.Split(first, village(first, "Nà Lay"), List.of("Nà Lay Trên", "Nà Lay Dưới")), decision, node.freshId());
        return this;
    }

    @Override
    public void close() {
        around.close();
    }
}
