package vn.banso.store.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.engine.ResultRow;
import vn.banso.store.engine.Sql;
import vn.banso.store.tables.EntryFlags;

/**
 * Asks the register of one commune in SQL: many entries in one statement, whatever their number. For the packages of this room alone;
 * what they answer are plain records. For one reading in the background: what stands for what after merges is looked up once.
 */
public final class RegisterQuery {
    private static final int GONE = EntryFlags.DELETED | EntryFlags.ERASED;
    /** So many ids stand in one statement at most. */
    private static final int CROWD = 2_000;

    private final Node node;
    private final ScopeId scope;
    private final Map<EntryId, EntryId> aliases = new HashMap<>();

    public RegisterQuery(Node node, ScopeId scope) {
        this.node = node;
        this.scope = scope;
        node.context().door.enter(() -> node.context().db.sql("SELECT id, canonical FROM alias WHERE scope = ?").put(scope)
                .each(row -> aliases.put(row.entry(1), row.entry(2))));
    }

    public ScopeId scope() {
        return scope;
    }

    /** Everything that is asked in it sees one state of the register. */
    public <T> T together(Supplier<T> reading) {
        return node.context().door.alone(reading);
    }

    /** The entry that stands for this one after merges: itself, mostly. */
    public EntryId canonical(EntryId id) {
        return aliases.getOrDefault(id, id);
    }

    /** @param query in which {@code ?1} is the commune */
    public <T> List<T> rows(String query, Function<ResultRow, T> as) {
        return node.context().door.alone(() -> {
            Sql sql = node.context().db.fresh(query);
            try {
                return sql.put(scope).list(as);
            } finally {
                sql.close();
            }
        });
    }

    /** As a query names them: "(x'00ff', x'01fe')". */
    public static String list(Collection<EntryId> ids) {
        return ids.stream().map(id -> "x'" + HexFormat.of().formatHex(id.bytes()) + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    /** All live entries of a type, in the order of their ids. */
    public List<Entry> all(EntryType type) {
        return read(type, "v_" + type.key() + " v JOIN entry e ON e.scope = v.scope AND e.id = v.id WHERE v.scope = ?1");
    }

    /** These entries, as far as they are in the register and not deleted; of several that are one, the one that stands for them. */
    public List<Entry> entries(EntryType type, Collection<EntryId> ids) {
        return inParts(ids.stream().map(this::canonical).collect(Collectors.toCollection(LinkedHashSet::new)),
                some -> read(type, "entry e WHERE e.scope = ?1 AND e.flags & " + GONE + " = 0 AND e.id IN " + list(some)));
    }

    /** The live entries of a type that link to one of these, or to one that such a one stands for. */
    public List<Entry> linking(EntryType type, String link, Collection<EntryId> targets) {
        return inParts(names(targets), some -> read(type, "r_" + type.key() + " r JOIN v_" + type.key() + " v ON v.scope = r.scope AND v.id = r.id "
                + "JOIN entry e ON e.scope = r.scope AND e.id = r.id WHERE r.scope = ?1 AND r.\"" + link + "\" IN " + list(some)));
    }

    /** All ids that mean one of these after merges: links name any of them. */
    public Set<EntryId> names(Collection<EntryId> targets) {
        Set<EntryId> names = targets.stream().map(this::canonical).collect(Collectors.toCollection(LinkedHashSet::new));
        aliases.entrySet().stream().filter(alias -> names.contains(alias.getValue())).map(Map.Entry::getKey).toList().forEach(names::add);
        return names;
    }

    private List<Entry> inParts(Set<EntryId> ids, Function<List<EntryId>, List<Entry>> reading) {
        List<EntryId> all = List.copyOf(ids);
        List<Entry> read = new ArrayList<>();
        for (int at = 0; at < all.size(); at += CROWD) {
            read.addAll(reading.apply(all.subList(at, Math.min(all.size(), at + CROWD))));
        }
        return read;
    }

    private List<Entry> read(EntryType type, String from) {
        return together(() -> {
            List<EntryState> states = rows("SELECT e.id, e.state FROM " + from + " AND e.type = " + type.id() + " ORDER BY e.id",
                    row -> node.context().atRest.state(scope, row.entry(1), row.bytes(2)));
            return states.stream().map(state -> canonical(node.context().entries.shown(scope, state))).toList();
        });
    }

    /** Links lead to what stands for them. */
    private Entry canonical(Entry entry) {
        if (aliases.isEmpty()) {
            return entry;
        }
        TreeMap<Integer, Value> fields = new TreeMap<>(entry.fields());
        fields.replaceAll((_, v) -> v instanceof Value.Ref r ? new Value.Ref(canonical(r.entry())) : v);
        return new Entry(entry.type(), entry.scope(), entry.id(), fields);
    }
}
