package vn.banso.trust.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * One grant, revocation or handed-out key, exactly as its author wrote it. These entries are written in one change and never
 * replaced ({@link GovernanceRules} sees to it), so every change of theirs is still among the heads, and what counts is a
 * function of the set of changes, whatever order they came in.
 */
record Statement(Entry entry, ChangeId change, DeviceId author, Stamp stamp) {

    /** All statements of this type; of an entry that several devices wrote, one for each change. */
    static List<Statement> of(EntryType type, ScopeId scope, Collection<EntryState> states) {
        List<Statement> statements = new ArrayList<>();
        for (EntryState state : states) {
            if (state.type() == type.id() && !state.erased()) {
                statements.addAll(of(scope, state));
            }
        }
        return statements;
    }

    /** What a change says, before it is folded. */
    static Statement of(ScopeId scope, Change change) {
        return new Statement(new Entry(change.type(), scope, change.entry(), new TreeMap<>(change.fields())), change.id(),
                change.author(), change.stamp());
    }

    private static Collection<Statement> of(ScopeId scope, EntryState state) {
        SortedMap<ChangeId, Statement> byChange = new TreeMap<>();
        state.fields().forEach((field, heads) -> heads.heads().forEach(head ->
                byChange.computeIfAbsent(head.change(), id -> new Statement(
                        new Entry(state.type(), scope, state.id(), new TreeMap<>()), id, head.author(), head.stamp()))
                        .entry.fields().put(field, head.value())));
        return byChange.values();
    }

    ScopeId scope() {
        return entry.scope();
    }

    Optional<byte[]> bytes(Field field) {
        return entry.value(field).map(v -> v instanceof Value.Bytes b ? b.bytes() : null);
    }

    Collection<String> items(Field field) {
        return entry.value(field).<Collection<String>>map(v -> v instanceof Value.Items i ? i.items() : null).orElse(List.of());
    }

    Optional<Value.Code> code(Field field) {
        return entry.value(field).map(v -> v instanceof Value.Code c ? c : null);
    }
}
