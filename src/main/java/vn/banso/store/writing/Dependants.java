package vn.banso.store.writing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Belonging;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.node.NodeContext;
import vn.banso.store.tables.EntryFlags;
import vn.banso.store.tables.RegisterTables;

/** What belongs to an entry, and to what belongs to it: the members of a household, and what they learnt. */
public final class Dependants {
    private final NodeContext in;

    public Dependants(NodeContext in) {
        this.in = in;
    }

    /** An entry, and the link by which it belongs. */
    public record Dependant(Belonging by, EntryState state) {
        /** The changes that say that it belongs there. */
        public SortedSet<ChangeId> saying() {
            return state.bases(by.link().id());
        }
    }

    /**
     * The live entries below these, nearest first, each under the name that stands for all its names.
     *
     * @param along only links like this are followed
     */
    public List<Dependant> below(ScopeId scope, List<EntryState> tops, Predicate<Belonging> along) {
        SequencedMap<EntryId, Dependant> found = new LinkedHashMap<>();
        Deque<EntryState> next = new ArrayDeque<>(tops);
        while (!next.isEmpty()) {
            EntryState top = next.pop();
            for (Belonging by : Catalogue.type(top.type()).map(Belonging::to).orElse(List.of())) {
                if (along.test(by)) {
                    linking(by, scope, top.id()).stream().filter(d -> found.putIfAbsent(d.state().id(), d) == null).forEach(d -> next.add(d.state()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<Dependant> linking(Belonging by, ScopeId scope, EntryId top) {
        List<Dependant> all = new ArrayList<>();
        for (EntryId name : in.aliases.namesOf(scope, top)) {
            for (EntryId id : in.tables.linking(by.type(), by.link().key(), scope, name)) {
                in.entries.state(scope, id, by.type().id())
                        .filter(s -> (EntryFlags.of(s) & RegisterTables.HIDDEN) == 0 && in.aliases.canonical(scope, id).equals(id))
                        .ifPresent(s -> all.add(new Dependant(by, s)));
            }
        }
        return all;
    }

    /** What says of everything below these that it belongs there: whoever deletes them now has seen it. */
    SortedSet<ChangeId> seen(ScopeId scope, List<EntryState> tops) {
        SortedSet<ChangeId> seen = new TreeSet<>();
        below(scope, tops, _ -> true).forEach(d -> seen.addAll(d.saying()));
        return seen;
    }

    /** The commune in which they go on, where this node knows it. */
    Optional<ScopeId> movedTo(ScopeId scope, List<EntryState> moved) {
        return moved.stream().flatMap(s -> s.link(SystemField.MOVED).stream().flatMap(next -> in.db
                .sql("SELECT scope FROM entry WHERE id = ? AND type = ? AND scope <> ?").put(next).put(s.type()).put(scope)
                .list(row -> row.scope(1)).stream())).findFirst();
    }
}
