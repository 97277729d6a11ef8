package vn.banso.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.sample.Commune;
import vn.banso.register.sample.Generator;
import vn.banso.register.sample.Region;
import vn.banso.register.values.Value;

/** What the volunteers of an invented commune write down, act by act: villages, households with their members, evenings. */
public final class SampleChanges {
    private final Random random;
    private final DeviceId author;
    private final List<List<Change>> acts = new ArrayList<>();
    private long clock;

    public SampleChanges(long seed, Region region, int households, DeviceId author) {
        this.random = new Random(seed);
        this.author = author;
        this.clock = 1_795_000_000_000L + random.nextInt(1_000_000_000);
        Generator.acts(new Commune("2025-07-01", "05719", region, households, LocalDate.of(2026, 11, 20), seed))
                .forEach(act -> acts.add(save(act)));
    }

    /** One visit: minutes after the one before, everything within a few milliseconds. */
    private List<Change> save(List<Draft> act) {
        clock += 300_000 + random.nextInt(900_000);
        List<Change> changes = new ArrayList<>();
        for (Draft draft : act) {
            clock += random.nextInt(2);
            changes.add(Change.of(Kind.CREATE.number(), draft.type().id(), draft.id(), author, new Stamp(clock), draft.fields(),
                    new TreeMap<>()));
        }
        return changes;
    }

    List<Change> all() {
        return acts.stream().flatMap(List::stream).toList();
    }

    /** Each household with its members, one act after the other. */
    List<List<Change>> households() {
        return acts.stream().filter(act -> act.getFirst().type() == Catalogue.HOUSEHOLD.id()).toList();
    }

    /** Households with exactly so many members. */
    public List<Change> households(int count, int members) {
        return households().stream().filter(act -> act.size() == members + 1).limit(count).flatMap(List::stream).toList();
    }

    /** Somebody comes back and corrects one answer of each of these. */
    List<Change> edits(List<Change> created) {
        List<Change> edits = new ArrayList<>();
        for (Change change : created) {
            clock += 20_000 + random.nextInt(60_000);
            int field = change.type() == Catalogue.PERSON.id() ? Catalogue.PERSON.field("smartphone").id()
                    : Catalogue.HOUSEHOLD.field("fibre_subscribed").id();
            SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
            if (change.fields().containsKey(field)) {
                bases.put(field, new TreeSet<>(List.of(change.id())));
            }
            edits.add(Change.of(Kind.SET.number(), change.type(), change.entry(), author, new Stamp(clock),
                    new TreeMap<>(Map.of(field, new Value.Code(1))), bases));
        }
        return edits;
    }
}
