package vn.banso.desktop.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.HistoryItem;
import vn.banso.store.Node;
import vn.banso.trust.governance.GrantedDevice;

/**
 * One act in the history of a person.
 *
 * @param holder who did it, by their grant; empty where nobody knows the device
 * @param changes what fields say since then
 * @param reason in the words of whoever deleted; mostly empty
 * @param refused why it does not count; empty where it does
 */
record PastAct(Instant at, String holder, Optional<Kind> kind, List<Change> changes, String reason, Optional<Reason> refused) {

    /** @param called what a linked entry is called; empty where it is no link, or nobody knows */
    record Change(Field field, Value value, String called) {}

    /** Newest first. */
    static List<PastAct> read(Node node, ScopeId scope, EntryId id) {
        List<HistoryItem> past = node.history(scope, id);
        Map<EntryId, String> names = node.names(scope, past.stream().flatMap(p -> p.change().fields().values().stream())
                .flatMap(v -> v instanceof Value.Ref r ? Stream.of(r.entry()) : Stream.empty()).distinct().toList());
        List<PastAct> acts = new ArrayList<>(past.stream().map(p -> of(node, p, names)).toList());
        Collections.reverse(acts);
        return List.copyOf(acts);
    }

    private static PastAct of(Node node, HistoryItem past, Map<EntryId, String> names) {
        vn.banso.ledger.change.Change change = past.change();
        List<Change> changes = new ArrayList<>();
        change.fields().forEach((field, value) -> Catalogue.field(change.type(), field).ifPresent(f -> changes.add(new Change(f, value,
                value instanceof Value.Ref r ? names.getOrDefault(r.entry(), "") : ""))));
        return new PastAct(Instant.ofEpochMilli(change.stamp().millis()),
                node.grants().device(change.author()).map(GrantedDevice::holder).orElse(""), Kind.of(change.kind()), changes,
                change.fields().get(SystemField.DELETED) instanceof Value.Text t ? t.text() : "", past.refused());
    }
}
