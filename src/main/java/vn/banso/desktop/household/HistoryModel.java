package vn.banso.desktop.household;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.history.HistoryUndo;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.HistoryItem;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.GrantedDevice;

/** Who changed what in a household and its members, when and on which laptop; and where two wrote different things. */
public final class HistoryModel {

    /** @param device the first letters of the key's fingerprint, as the settings of that laptop show it */
    public record Author(String holder, String device) {}

    /** One field of an act. */
    public record Difference(Field field, Value before, Value after) {}

    /**
     * @param person whom it is about; empty for the household itself
     * @param words what was typed, as a reason; mostly empty
     * @param refused why it does not count; empty where it does
     * @param undo what takes it back; empty where nothing does
     */
    public record Act(Instant at, Author author, EntryType type, String person, Optional<Kind> kind, List<Difference> differences,
                      String words, Optional<Reason> refused, Optional<HistoryUndo> undo) {}

    /** One of the values that were written side by side; the first is the one that is shown everywhere. */
    public record Side(Value value, Author author, Instant at) {}

    /** A field for which somebody has to decide. */
    public record Conflict(EntryId entry, EntryType type, String person, Field field, List<Side> sides) {}

    /** @param called names of whoever is linked to */
    record Read(List<Act> acts, List<Conflict> conflicts, Map<EntryId, String> called) {}

    private final OpenRegister workplace;
    private final HouseholdForm form;
    private final ObservableList<Act> acts = FXCollections.observableArrayList();
    private final ObservableList<Conflict> conflicts = FXCollections.observableArrayList();
    private Map<EntryId, String> called = Map.of();

    public HistoryModel(OpenRegister workplace, HouseholdForm form) {
        this.workplace = workplace;
        this.form = form;
    }

    /** Newest first. */
    public ObservableList<Act> acts() {
        return acts;
    }

    public ObservableList<Conflict> conflicts() {
        return conflicts;
    }

    /** What an entry is called; its id where nobody knows. */
    public String called(EntryId id) {
        return called.getOrDefault(id, "");
    }

    public void read(Runnable then) {
        ScopeId scope = form.opened().scope();
        EntryId id = form.opened().id();
        workplace.ask(node -> read(node, scope, id), read -> {
            called = read.called();
            acts.setAll(read.acts());
            conflicts.setAll(read.conflicts());
            then.run();
        });
    }

    /** This value is right; it replaces all that were written. */
    public void decide(Conflict conflict, Side right, Runnable then) {
        workplace.act(node -> node.acts().resolve(form.opened().scope(), conflict.entry(), Map.of(conflict.field().id(), right.value())),
                result -> {
                    if (result instanceof SaveResult.Refused refused) {
                        workplace.tell(RefusalText.ofAct(refused));
                    }
                    read(then);
                });
    }

    boolean mayUndo(Act act) {
        return act.undo().filter(undo -> undo.isAllowed(workplace)).isPresent();
    }

    /** @param then where it was done and where it was not */
    void undo(Act act, Runnable then) {
        act.undo().ifPresent(undo -> undo.run(workplace, () -> read(then)));
    }

    private static Read read(Node node, ScopeId scope, EntryId household) {
        List<EntryId> people = node.linking(Catalogue.PERSON, "household", scope, household).stream().map(Entry::id).toList();
        List<EntryId> all = new ArrayList<>(List.of(household));
        all.addAll(people);
        List<EntryId> names = all.stream().flatMap(e -> node.acts().everyName(scope, e).stream()).distinct().toList();
        List<EntryState> states = names.stream().flatMap(e -> node.state(scope, e).stream()).toList();
        List<HistoryItem> past = names.stream().flatMap(e -> node.history(scope, e).stream()).toList();
        Set<EntryId> linked = new HashSet<>(names);
        past.forEach(p -> p.change().fields().values().forEach(v -> {
            if (v instanceof Value.Ref r) {
                linked.add(r.entry());
            }
        }));
        Map<EntryId, String> called = node.names(scope, linked);
        Authors authors = new Authors(node);
        List<Act> acts = new ArrayList<>();
        Map<ChangeId, Change> changes = new HashMap<>();
        past.forEach(p -> changes.put(p.change().id(), p.change()));
        past.forEach(p -> Catalogue.type(p.change().type()).ifPresent(type -> acts.add(act(p, type, called, authors, changes,
                p.refused().isPresent() ? Optional.empty() : HistoryUndo.of(node, scope, p.change(), states, changes)))));
        acts.sort(Comparator.comparing(Act::at).reversed());
        List<Conflict> conflicts = new ArrayList<>();
        all.forEach(e -> node.state(scope, e).ifPresent(state -> conflicts.addAll(conflicts(state, household, called, authors))));
        return new Read(acts, conflicts, called);
    }

    private static Act act(HistoryItem past, EntryType type, Map<EntryId, String> called, Authors authors, Map<ChangeId, Change> changes,
                           Optional<HistoryUndo> undo) {
        Change change = past.change();
        List<Difference> differences = new ArrayList<>();
        change.fields().forEach((id, value) -> type.field(id).ifPresent(field -> differences.add(
                new Difference(field, seen(change, id, changes), value))));
        String words = change.fields().get(SystemField.DELETED) instanceof Value.Text t ? t.text() : "";
        return new Act(Instant.ofEpochMilli(change.stamp().millis()), authors.of(change.author()), type,
                type.equals(Catalogue.HOUSEHOLD) ? "" : called.getOrDefault(change.entry(), ""), Kind.of(change.kind()), differences,
                words, past.refused(), undo);
    }

    /** What its author had seen there before: not what somebody else wrote meanwhile. */
    private static Value seen(Change change, int field, Map<ChangeId, Change> changes) {
        return change.bases().getOrDefault(field, Collections.emptySortedSet()).stream().map(changes::get)
                .filter(c -> c != null && c.fields().containsKey(field)).map(c -> c.fields().get(field)).findFirst().orElse(Value.BLANK);
    }

    private static List<Conflict> conflicts(EntryState state, EntryId household, Map<EntryId, String> called, Authors authors) {
        return Conflicts.of(state).stream().flatMap(id -> Catalogue.field(state.type(), id).stream())
                .map(field -> new Conflict(state.id(), Catalogue.type(state.type()).orElseThrow(),
                        state.id().equals(household) ? "" : called.getOrDefault(state.id(), ""), field,
                        state.heads(field.id()).stream().map(h -> new Side(h.value(), authors.of(h.author()),
                                Instant.ofEpochMilli(h.stamp().millis()))).toList())).toList();
    }

    /** Who holds which device, by the grants. */
    private static final class Authors {
        private static final int SHOWN = 4;

        private final Map<DeviceId, Author> known = new HashMap<>();

        Authors(Node node) {
            for (GrantedDevice device : node.grants().devices()) {
                known.put(device.id(), new Author(device.holder(), device.fingerprint().substring(0, SHOWN)));
            }
        }

        Author of(DeviceId device) {
            return known.getOrDefault(device, new Author("", device.toString().substring(0, SHOWN)));
        }
    }
}
