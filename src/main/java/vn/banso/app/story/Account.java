package vn.banso.app.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.banso.cli.frame.Desk;
import vn.banso.ledger.Conflicts;
import vn.banso.ledger.Hash;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Units;
import vn.banso.store.Attention;
import vn.banso.store.RecordState;

/** What every machine holds at the end, read from the machines. */
final class Account {
    private static final List<RecordState> STATES = List.of(RecordState.HERE, RecordState.HANDED_OVER, RecordState.COMMUNE,
            RecordState.PROVINCE);

    private final Desk desk;
    private final Cast cast;

    Account(Desk desk, Cast cast) {
        this.desk = desk;
        this.cast = cast;
    }

    void print() {
        states();
        attention(cast.office());
        digests();
    }

    private void states() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(text("story.table.node")));
        STATES.forEach(state -> head.add(text("state." + state.name())));
        rows.add(head);
        for (Actor actor : cast.all()) {
            Map<RecordState, Long> counts = actor.node().states();
            List<String> row = new ArrayList<>(List.of(name(actor)));
            STATES.forEach(state -> row.add(text("story.number", counts.get(state))));
            rows.add(row);
        }
        Columns.print(desk, rows);
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

    /** One line per commune: do all machines that hold it hold the same? */
    private void digests() {
        desk.line("");
        for (ScopeId scope : List.of(Cast.SANG_MOC, Cast.LA_BANG)) {
            List<Hash> digests = cast.all().stream().filter(a -> holds(a, scope)).map(a -> a.node().digest(Optional.of(scope))).toList();
            desk.say("story.digest", Units.find(scope).orElseThrow().named(desk.texts()), digests.size(), digests.stream().distinct().count(),
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
