package vn.banso.testing;

import java.util.List;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/** What two people write who do not see each other: one household with two numbers of members, one family under two ids. */
public record TwoHands(Laptop laptop, Draft village) {

    public static TwoHands at(Laptop laptop) {
        Draft village = Draft.of(Catalogue.VILLAGE, Neighbourhood.SANG_MOC, laptop.office().freshId()).with("name", new Value.Text("Bản Chương"));
        laptop.office().save(List.of(village));
        return new TwoHands(laptop, village);
    }

    /** A family with two members, as somebody writes it down. */
    public EntryId family(Node node, String head, String wife) {
        EntryId household = node.freshId();
        EntryId first = node.freshId();
        node.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, household).with("village", new Value.Ref(village.id()))
                        .with("head", new Value.Ref(first)).with("size", new Value.Whole(4)),
                person(first, household, head, 1956), person(node.freshId(), household, wife, 1958)));
        return household;
    }

    private static Draft person(EntryId id, EntryId household, String name, int year) {
        return Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, id).with("household", new Value.Ref(household))
                .with("name", new Value.Text(name)).with("born", new Value.Day(year, 0, 0));
    }

    /** Both change the same answer. */
    public void differ(EntryId household, int here, int there) {
        meet();
        laptop.node().save(List.of(sized(household, here)));
        laptop.office().save(List.of(sized(household, there)));
        meet();
    }

    private static Draft sized(EntryId household, int people) {
        return Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, household).with("size", new Value.Whole(people));
    }

    /** Each takes what the other has sealed. */
    public void meet() {
        laptop.node().ledger().take(laptop.office().ledger().seal());
        laptop.office().ledger().take(laptop.node().ledger().seal());
    }
}
