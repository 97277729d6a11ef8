package vn.banso.app.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import vn.banso.cli.frame.CommandContext;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.RecordState;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.store.lists.Attention;

/** What every machine holds at the end, read from the machines. */
final class Account {
    private static final List<RecordState> STATES = List.of(RecordState.HERE, RecordState.HANDED_OVER, RecordState.COMMUNE,
            RecordState.PROVINCE);

    private static final List<ScopeId> COMMUNES = List.of(Cast.SANG_MOC, Cast.LA_BANG);

    private final CommandContext desk;
    private final Cast cast;

    Account(CommandContext desk, Cast cast) {
        this.desk = desk;
        this.cast = cast;
    }

    void print() {
        states();
        attention(cast.office());
        indicators(cast.province());
        digests();
    }

    private void states() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(text("story.table.node")));
        STATES.forEach(state -> head.add(text("state." + state.name())));
        rows.add(head);
        for (Actor actor : cast.all()) {
            Map<RecordState, Long> counts = actor.node().ledger().states();
            List<String> row = new ArrayList<>(List.of(name(actor)));
            STATES.forEach(state -> row.add(text("story.number", counts.get(state))));
            rows.add(row);
        }
        TextTable.print(desk, rows);
    }

    private void attention(Actor office) {
        desk.line("");
        desk.say("story.attention", name(office));
        List<Attention> all = office.node().attention();
        for (Attention conflict : of(all, Attention.Kind.CONFLICT)) {
            desk.say("story.attention.conflict", fields(office, conflict));
        }
        desk.say("story.attention.duplicate", of(all, Attention.Kind.DUPLICATE).size());
    }

    private static List<Attention> of(List<Attention> all, Attention.Kind kind) {
        return all.stream().filter(a -> a.kind() == kind).toList();
    }

    /** Which fields of which entry have several values, and which ones. */
    private String fields(Actor office, Attention conflict) {
        ScopeId scope = conflict.scope().orElseThrow();
        EntryType type = Catalogue.type(conflict.type()).orElseThrow();
        return office.node().state(scope, conflict.entry().orElseThrow()).stream().flatMap(state -> Conflicts.of(state).stream()
                .map(id -> type.field(id).orElseThrow())
                .map(field -> desk.texts().type(type) + ", " + desk.texts().field(type, field) + ": " + values(state.heads(field.id()).stream()
                        .map(head -> desk.texts().value(field, head.value())).toList()))).collect(Collectors.joining("; "));
    }

    private static String values(List<String> values) {
        return String.join(" / ", values);
    }

    /** What the province counts, each commune with its own numerator, denominator and coverage. */
    private void indicators(Actor province) {
        desk.line("");
        desk.say("story.indicators");
        CountPeriod window = CountPeriod.yearTo(LocalDate.ofInstant(desk.options().clock().instant(), desk.options().clock().getZone()));
        List<Indicator> lines = Definitions.from(Definitions.ADULT);
        IndicatorQueries queries = new IndicatorQueries(province.node());
        List<SequencedMap<String, Tally>> counts = COMMUNES.stream().map(c -> queries.count(c, lines, window)).toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(text("story.table.indicator")));
        COMMUNES.forEach(commune -> head.add(commune(commune)));
        rows.add(head);
        for (Indicator line : lines) {
            List<String> row = new ArrayList<>(List.of(line.id() + " " + text(line.textKey())));
            counts.forEach(count -> row.add(figure(count.get(line.key()))));
            rows.add(row);
        }
        TextTable.print(desk, rows);
    }

    /** Ratio, numerator and denominator, coverage; a plain number where nothing is divided. */
    private String figure(Tally tally) {
        String left = tally.withheld() == 0 ? "" : text("story.withheld", tally.withheld());
        return tally.ratio().isEmpty() ? text("story.number", tally.n()) + left
                : text("story.figure", tally.ratio().getAsDouble(), tally.n(), tally.d(), tally.coverage().orElse(0)) + left;
    }

    private String commune(ScopeId scope) {
        return Units.find(scope).orElseThrow().named(desk.texts());
    }

    /** One line per commune: do all machines that hold it hold the same? */
    private void digests() {
        desk.line("");
        for (ScopeId scope : COMMUNES) {
            List<Hash> digests = cast.all().stream().filter(a -> holds(a, scope)).map(a -> a.node().digest(Optional.of(scope))).toList();
            desk.say("story.digest", commune(scope), digests.size(), digests.stream().distinct().count(),
                    digests.getFirst().toString().substring(0, 16));
        }
    }

    private static boolean holds(Actor actor, ScopeId scope) {
        return actor.node().keyring().current(scope).isPresent();
    }

    private String name(Actor actor) {
        return text("story.actor." + actor.key());
    }

    private String text(String key, Object... args) {
        return desk.texts().get(key, args);
    }
}
