package vn.banso.desktop.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.EntryState.Head;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/**
 * What takes an act of the history back: a choice between values, a deletion, a merge, a move. Only what still holds is taken back.
 *
 * @param kind of the act that does it, by which it is known who may
 * @param act does it
 * @param said text key, afterwards
 */
public record HistoryUndo(EntryType type, Kind kind, Function<Node, SaveResult> act, String said) {

    /**
     * Empty where it takes nothing back, or something was written since.
     *
     * @param states of everything the history is about
     * @param changes all of the history
     */
    public static Optional<HistoryUndo> of(Node node, ScopeId scope, Change change, List<EntryState> states, Map<ChangeId, Change> changes) {
        Optional<EntryType> type = Catalogue.type(change.type());
        Optional<EntryState> state = states.stream().filter(s -> s.id().equals(change.entry())).findFirst();
        if (type.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        return Kind.of(change.kind()).flatMap(kind -> switch (kind) {
            case SET -> choice(scope, change, state.get(), changes).map(act -> new HistoryUndo(type.get(), Kind.SET, act, "attention.reopened"));
            case TOMBSTONE -> holds(state.get(), SystemField.DELETED, change)
                    ? Optional.of(new HistoryUndo(type.get(), Kind.RESTORE, n -> n.acts().restore(scope, change.entry()), "household.history.restored"))
                    : Optional.empty();
            case ALIAS -> holds(state.get(), SystemField.ALIAS, change)
                    ? Optional.of(new HistoryUndo(type.get(), Kind.UNALIAS, n -> apart(n, scope, change.entry(), states), "household.history.apart"))
                    : Optional.empty();
            case MOVE -> type.get().equals(Catalogue.HOUSEHOLD) && holds(state.get(), SystemField.MOVED, change)
                    ? state.get().link(SystemField.MOVED).flatMap(there -> node.acts().movedTo(scope, change.entry())
                            .filter(to -> node.keyring().current(to).isPresent())
                            .map(to -> new HistoryUndo(type.get(), Kind.MOVE, n -> n.acts().move(to, there, scope), "household.moved_back")))
                    : Optional.empty();
            default -> Optional.empty();
        });
    }

    public boolean isAllowed(OpenRegister workplace) {
        return workplace.mayWrite(type, kind);
    }

    /** @param then where it was done and where it was not */
    public void run(OpenRegister workplace, Runnable then) {
        workplace.act(act, result -> {
            workplace.tell(result instanceof SaveResult.Refused refused ? RefusalText.ofAct(refused) : Notice.done(said));
            then.run();
        });
    }

    private static boolean holds(EntryState state, int field, Change change) {
        List<Head> heads = state.heads(field);
        return heads.size() == 1 && heads.getFirst().change().equals(change.id()) && !(heads.getFirst().value() instanceof Value.Blank);
    }

    /** One value was chosen of several: they stand side by side again, the one that was shown then is shown. */
    private static Optional<Function<Node, SaveResult>> choice(ScopeId scope, Change change, EntryState state, Map<ChangeId, Change> changes) {
        if (change.fields().size() != 1) {
            return Optional.empty();
        }
        int field = change.fields().firstKey();
        SortedSet<ChangeId> bases = change.bases().getOrDefault(field, new TreeSet<>());
        List<Value> before = bases.stream().map(changes::get).filter(Objects::nonNull).sorted(Comparator.comparing(Change::stamp))
                .map(c -> c.fields().get(field)).filter(Objects::nonNull).toList();
        boolean settled = state.heads(field).size() == 1 && state.heads(field).getFirst().change().equals(change.id());
        return field >= SystemField.FIRST_DECLARED && settled && before.size() == bases.size() && before.stream().distinct().count() > 1
                ? Optional.of(n -> n.acts().reopen(scope, change.entry(), field, before)) : Optional.empty();
    }

    /** The two are two again; of a household those too who were merged with somebody of the other one. */
    private static SaveResult apart(Node node, ScopeId scope, EntryId id, List<EntryState> states) {
        int household = Catalogue.PERSON.field("household").id();
        List<EntryId> all = new ArrayList<>(List.of(id));
        states.stream().filter(s -> s.type() == Catalogue.PERSON.id() && s.link(household).filter(id::equals).isPresent())
                .filter(s -> s.link(SystemField.ALIAS).flatMap(to -> states.stream().filter(o -> o.id().equals(to)).findFirst())
                        .filter(other -> other.link(household).filter(id::equals).isEmpty()).isPresent())
                .forEach(s -> all.add(s.id()));
        return node.acts().unalias(scope, all);
    }
}
