package vn.banso.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.trust.governance.Role;

/**
 * A trainer's laptop on which everything that a screen can show is there: long names, work that waits, a conflict, a family that
 * two people wrote down, classes of today and of last month.
 */
public record SampleVillage(Laptop laptop, EntryId household, EntryId person, EntryId village, EntryId course, EntryId session)
        implements AutoCloseable {
    private static final int HOUSEHOLDS = 320;

    public static SampleVillage in(Path folder) {
        Laptop laptop = Laptop.of(folder, Role.TRAINER, HOUSEHOLDS);
        Node node = laptop.node();
        List<Entry> households = all(node, Catalogue.HOUSEHOLD);
        Entry large = households.stream().max(java.util.Comparator.comparingInt(h -> members(node, h).size())).orElseThrow();
        Entry head = node.entry(Neighbourhood.SANG_MOC, large.ref(Catalogue.HOUSEHOLD.field("head")).orElseThrow()).orElseThrow();
        longName(node, head);
        conflict(laptop, households.stream().filter(h -> !h.id().equals(large.id())).findFirst().orElseThrow());
        twice(node, large, head);
        EntryId course = all(node, Catalogue.CLASS).stream()
                .max(java.util.Comparator.comparingInt(c -> node.linking(Catalogue.SESSION, "class", c.scope(), c.id()).size()))
                .orElseThrow().id();
        EntryId session = node.linking(Catalogue.SESSION, "class", Neighbourhood.SANG_MOC, course).stream()
                .max(java.util.Comparator.comparingInt(
                        s -> node.linking(Catalogue.ATTENDANCE, "session", Neighbourhood.SANG_MOC, s.id()).size())).orElseThrow().id();
        return new SampleVillage(laptop, large.id(), head.id(), large.ref(Catalogue.HOUSEHOLD.field("village")).orElseThrow(), course, session);
    }

    private static List<Entry> all(Node node, EntryType type) {
        return node.entries(type, Neighbourhood.SANG_MOC);
    }

    private static List<Entry> members(Node node, Entry household) {
        return node.linking(Catalogue.PERSON, "household", Neighbourhood.SANG_MOC, household.id());
    }

    private static void longName(Node node, Entry head) {
        node.save(List.of(Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, head.id())
                .with("name", new Value.Text("Nguyễn Thị Phương Thảo Nguyên"))));
    }

    /** The office and this laptop change the same answer without seeing each other. */
    private static void conflict(Laptop laptop, Entry household) {
        Draft draft = Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, household.id());
        laptop.office().save(List.of(draft.with("fibre_provider", Catalogue.HOUSEHOLD.field("fibre_provider").codes().orElseThrow()
                .code("vnpt").orElseThrow())));
        laptop.node().save(List.of(draft.with("fibre_provider", Catalogue.HOUSEHOLD.field("fibre_provider").codes().orElseThrow()
                .code("fpt").orElseThrow())));
        List<Batch> batches = laptop.office().ledger().seal();
        laptop.node().ledger().take(batches);
    }

    /** The same family once more, under a name with one letter wrong. */
    private static void twice(Node node, Entry household, Entry head) {
        EntryId again = node.freshId();
        EntryId same = node.freshId();
        Draft person = Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, same).with("household", new Value.Ref(again))
                .with("name", new Value.Text("Nguyễn Thị Phương Thảo Nguyện"));
        Optional<Value> born = head.value(Catalogue.PERSON.field("born"));
        person = born.isPresent() ? person.with("born", born.get()) : person;
        Draft written = Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, again)
                .with("village", household.value(Catalogue.HOUSEHOLD.field("village")).orElseThrow()).with("head", new Value.Ref(same));
        node.save(List.of(written, person));
    }

    @Override
    public void close() {
        laptop.close();
    }
}
