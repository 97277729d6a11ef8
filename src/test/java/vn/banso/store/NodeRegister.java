package vn.banso.store;

import java.util.TreeMap;
import java.util.stream.Stream;
import vn.banso.indicators.Register;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** One commune of a node as the window reads it, entry by entry, with canonical links. */
record NodeRegister(Node node, ScopeId scope) implements Register {
    @Override
    public Stream<Entry> live(EntryType type) {
        return node.entries(type, scope).stream().map(this::linked);
    }

    @Override
    public Stream<Entry> ever(EntryType type) {
        return node.context().db.sql("SELECT id FROM all_" + type.key() + " WHERE scope = ?").put(scope).list(row -> row.entry(1)).stream()
                .map(id -> node.entry(scope, id).orElseThrow()).map(this::linked);
    }

    private Entry linked(Entry e) {
        TreeMap<Integer, Value> fields = new TreeMap<>(e.fields());
        fields.replaceAll((_, v) -> v instanceof Value.Ref(EntryId to) ? new Value.Ref(node.canonical(scope, to)) : v);
        return new Entry(e.type(), e.scope(), e.id(), fields);
    }
}
