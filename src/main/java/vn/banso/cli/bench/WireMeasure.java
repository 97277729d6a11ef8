package vn.banso.cli.bench;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.cli.bench.baseline.PlainJson;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** What a change costs on the wire, in a parcel with header, signature and seal; beside the gzip JSON of the same changes. */
final class WireMeasure implements Measure {
    private static final int DAYS = 20;
    private static final int HOUSEHOLDS_A_DAY = 22;
    private static final int BULK = 2_000;

    @Override
    public List<String> rows() {
        return List.of("bytes_day", "bytes_bulk", "bytes_edit");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) {
        ScopeId commune = Invented.scope(0);
        TrialClock clock = new TrialClock(3);
        Author author = ground.province().author(commune);
        Sum days = new Sum();
        for (int day = 0; day < ground.scaled(DAYS); day++) {
            days.add(author, commune, author.changes(
                    Invented.households(0, 20 * HOUSEHOLDS_A_DAY, day).limit(HOUSEHOLDS_A_DAY).toList(), clock));
        }
        Sum bulk = new Sum();
        List<List<Draft>> acts = Invented.commune(0, ground.scaled(BULK), 99).toList();
        List<Change> written = author.changes(acts, clock);
        bulk.add(author, commune, written);
        Sum edits = new Sum();
        written.stream().filter(c -> c.type() == Catalogue.HOUSEHOLD.id()).limit(ground.scaled(100)).forEach(before -> {
            clock.next();
            edits.add(author, commune, List.of(edit(before, author, clock)));
        });
        return List.of(
                days.row("bytes_day").goal(BenchGoal.atMost(17)),
                bulk.row("bytes_bulk").goal(BenchGoal.atMost(14)),
                edits.row("bytes_edit").goal(BenchGoal.atMost(350)));
    }

    /** The household has got fibre. */
    private static Change edit(Change before, Author author, TrialClock clock) {
        int field = Catalogue.HOUSEHOLD.field("fibre_subscribed").id();
        SortedMap<Integer, Value> fields = new TreeMap<>();
        fields.put(field, new Value.Code(CodeList.YES));
        var bases = new TreeMap<Integer, SortedSet<ChangeId>>();
        bases.put(field, new TreeSet<>(List.of(before.id())));
        return Change.of(Kind.SET.number(), before.type(), before.entry(), author.device().id(), new Stamp(clock.millis()), fields, bases);
    }

    private static final class Sum {
        private long changes;
        private long bytes;
        private long json;

        void add(Author author, ScopeId scope, List<Change> more) {
            changes += more.size();
            bytes += Parcel.write(author.seal(more).stream().<Frame>map(Frame.BatchFrame::new).toList()).length;
            json += PlainJson.gzip(scope, more).length;
        }

        BenchRow row(String name) {
            return BenchRow.of(name, (double) bytes / changes, "B/change").beside((double) json / changes);
        }
    }
}
