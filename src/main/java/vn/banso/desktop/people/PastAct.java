package vn.banso.desktop.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.desktop.history.HistoryUndo;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.HistoryItem;
import vn.banso.trust.governance.GrantedDevice;

/**
 * One act in the history of a person.
 *
 * @param holder who did it, by their grant; empty where nobody knows the device
 * @param changes what fields say since then
 * @param reason in the words of whoever deleted; mostly empty
 * @param refused why it does not count; empty where it does
 * @param undo what takes it back; empty where nothing does
 */
record PastAct(Instant at, String holder, Optional<Kind> kind, List<Difference> changes, String reason, Optional<Reason> refused,
               Optional<HistoryUndo> undo) {

    /** @param called what a linked entry is called; empty where it is no link, or nobody knows */
    record Difference(Field field, Value value, String called) {}

    boolean mayUndo(OpenRegister workplace) {
        return undo.filter(way -> way.isAllowed(workplace)).isPresent();
    }

    /** Newest first; also what was done to those who turned out to be the same person. */
    static List<PastAct> read(Node node, ScopeId scope, EntryId id) {
        List<EntryId> same = node.acts().everyName(scope, id);
        List<HistoryItem> past = same.stream().flatMap(e -> node.history(scope, e).stream())
                .sorted(Comparator.comparing((HistoryItem p) -> p.change().stamp()).reversed()).toList();
        List<EntryState> states = same.stream().flatMap(e -> node.state(scope, e).stream()).toList();
        Map<ChangeId, Change> changes = past.stream().map(HistoryItem::change).collect(Collectors.toMap(Change::id, c -> c, (one, _) -> one));
        Map<EntryId, String> names = node.names(scope, past.stream().flatMap(p -> p.change().fields().values().stream())
                .flatMap(v -> v instanceof Value.Ref r ? Stream.of(r.entry()) : Stream.empty()).distinct().toList());
        return past.stream().map(p -> of(node, p, names,
                p.refused().isPresent() ? Optional.empty() : HistoryUndo.of(node, scope, p.change(), states, changes))).toList();
    }

    private static PastAct of(Node node, HistoryItem past, Map<EntryId, String> names, Optional<HistoryUndo> undo) {
        Change change = past.change();
        List<Difference> differences = new ArrayList<>();
        change.fields().forEach((field, value) -> Catalogue.field(change.type(), field).ifPresent(f -> differences.add(new Difference(f, value,
                value instanceof Value.Ref r ? names.getOrDefault(r.entry(), "") : ""))));
        return new PastAct(Instant.ofEpochMilli(change.stamp().millis()),
                node.grants().device(change.author()).map(GrantedDevice::holder).orElse(""), Kind.of(change.kind()), differences,
                change.fields().get(SystemField.DELETED) instanceof Value.Text t ? t.text() : "", past.refused(), undo);
    }
}
