package vn.banso.desktop.attention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.EntryState.Head;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.ledger.Uncounted;
import vn.banso.store.lists.Attention;
import vn.banso.store.writing.HistoryItem;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Revocation;

/** What is to be seen of one thing on the list, read when somebody looks at it. */
public sealed interface Detail {

    /**
     * Who wrote something, and when by their own clock.
     *
     * @param device the beginning of its comparison code; empty where no grant names it
     */
    record Writer(String holder, Instant at, String device) {}

    /**
     * One of the values that stand side by side.
     *
     * @param called what people call the entry that the value links to
     * @param by everybody who wrote it
     */
    record Answer(Value value, Optional<String> called, List<Writer> by) {}

    /** A field, declared or of the system, and what people wrote there. */
    record Question(int field, List<Answer> answers) {
        /** Whether one person wrote all of it, on two machines or at two times. */
        boolean isOfOne() {
            List<Writer> all = answers.stream().flatMap(a -> a.by().stream()).toList();
            return all.size() > 1 && all.stream().map(Writer::holder).distinct().count() == 1 && !all.getFirst().holder().isEmpty();
        }

        /** Whether it is about the entry as a whole: deleting, merging, moving. */
        boolean isAct() {
            return field < SystemField.FIRST_DECLARED;
        }

        /** The one that counts for now. What was deleted here and written to there stays until somebody decides. */
        Answer shown() {
            return field != SystemField.DELETED ? answers.getFirst()
                    : answers.stream().filter(a -> a.value() instanceof Value.Blank).findFirst().orElse(answers.getFirst());
        }
    }

    /** Several people wrote different values without seeing each other. */
    record Differ(List<Question> questions) implements Detail {}

    /** Two households that may be one. */
    record Twice(Family one, Family other) implements Detail {}

    /**
     * Something is gone, and what belongs to it is not.
     *
     * @param to where it goes on, as far as this machine knows; empty where it was deleted
     * @param things what belongs to it, by type and by name; no name where it has none
     * @param ways what can be done about it, in the order of their numbers
     */
    record Apart(Optional<ScopeId> to, List<Thing> things, List<Way> ways) implements Detail {}

    /** One of the things that belong to what is gone. */
    record Thing(EntryType type, String called) {}

    /** What can be done about things that were parted. */
    enum Way { FOLLOW, RESTORE, STAY_DELETED }

    /**
     * What came of a device after it was revoked.
     *
     * @param holder whose device it is
     * @param reason that was given for the revocation; may be empty
     * @param revocation the one that decides now
     * @param late what is here of it that does not count
     * @param mayLetCount whether this node may say that it counts
     */
    record AfterRevocation(String holder, String reason, Revocation revocation, Uncounted late, boolean mayLetCount) implements Detail {
        static Detail at(Node node, DeviceId device) {
            return node.grants().lastRevocation(device).<Detail>map(last -> new AfterRevocation(writer(node, device, 0).holder(), last.reason(), last,
                    node.ledger().confirmations().after(device, last.ends()), node.grants().mayRevoke(node.id(), device))).orElseGet(Plain::new);
        }
    }

    /**
     * Officers helped to open this register.
     *
     * @param by whom and when, the latest last
     * @param known how many times there were before
     */
    record Helped(List<Writer> by, long known) implements Detail {
        SaveResult know(Node node) {
            return knows(node, known + by.size());
        }

        SaveResult knowNoMore(Node node) {
            return knows(node, known);
        }

        private static SaveResult knows(Node node, long times) {
            node.upkeep().knowsOfHelp(times);
            return new SaveResult.Saved(List.of());
        }

        static Helped at(Node node) {
            long known = node.upkeep().helpKnown();
            return new Helped(node.grants().recoveries(node.id()).stream().skip(known).map(act -> writer(node, act.officer(), act.at().toEpochMilli())).toList(), known);
        }
    }

    /** Nothing more than the line of the list says. */
    record Plain() implements Detail {}

    static Detail at(Node node, Attention about) {
        return switch (about.kind()) {
            case CONFLICT -> differ(node, about.scope().orElseThrow(), about.entry().orElseThrow());
            case DUPLICATE -> new Twice(Family.at(node, about.scope().orElseThrow(), about.entry().orElseThrow()),
                    Family.at(node, about.scope().orElseThrow(), about.other().orElseThrow()));
            case LEFT_BEHIND, ORPHANED -> Parted.at(node, about);
            case REVOKED -> AfterRevocation.at(node, about.device().orElseThrow());
            case HELPED -> Helped.at(node);
            case UNPLACED, SET_ASIDE, GAP, WAITING, FORK, UNSEALED, CLOCK -> new Plain();
        };
    }

    private static Detail differ(Node node, ScopeId scope, EntryId id) {
        EntryState state = node.state(scope, id).orElseThrow();
        List<Integer> fields = Conflicts.of(state);
        Map<EntryId, String> names = node.names(scope, linked(state, fields));
        return new Differ(fields.stream().map(field -> new Question(field, answers(node, state, field, names, scope))).toList());
    }

    private static Collection<EntryId> linked(EntryState state, List<Integer> fields) {
        return fields.stream().flatMap(f -> state.heads(f).stream()).map(Head::value).filter(Value.Ref.class::isInstance)
                .map(v -> ((Value.Ref) v).entry()).toList();
    }

    /** Who wrote what stands in these fields, or where none are named anything of the entry; the latest first, each person once. */
    static List<Writer> writers(Node node, ScopeId scope, EntryState state, List<Integer> fields) {
        List<Writer> all = new ArrayList<>();
        state.fields().keySet().stream().filter(f -> fields.isEmpty() || fields.contains(f)).flatMap(f -> writers(node, scope, state, f).values().stream())
                .sorted(Comparator.comparing(Writer::at).reversed())
                .filter(w -> all.stream().noneMatch(other -> other.holder().equals(w.holder()))).forEach(all::add);
        return all;
    }

    /** Who wrote each value that stands in a field. */
    private static Map<Head, Writer> writers(Node node, ScopeId scope, EntryState state, int field) {
        List<Head> heads = state.heads(field);
        // One machine that holds two values against each other has taken a decision back: others wrote them before.
        boolean reopened = heads.stream().map(Head::author).distinct().count() < heads.size();
        Map<Head, Writer> by = new LinkedHashMap<>();
        heads.forEach(h -> by.put(h, reopened ? first(node, scope, state, field, h) : writer(node, h.author(), h.stamp().millis())));
        return by;
    }

    private static List<Answer> answers(Node node, EntryState state, int field, Map<EntryId, String> names, ScopeId scope) {
        Map<Value, List<Writer>> by = new LinkedHashMap<>();
        writers(node, scope, state, field).forEach((head, writer) -> by.computeIfAbsent(head.value(), _ -> new ArrayList<>()).add(writer));
        if (field < SystemField.FIRST_DECLARED) {
            // Somebody wrote to it meanwhile, and so would have it stay.
            by.computeIfAbsent(Value.BLANK, _ -> new ArrayList<>(unseen(node, state, field)));
        }
        List<Answer> answers = new ArrayList<>();
        by.forEach((value, writers) -> answers.add(new Answer(value,
                value instanceof Value.Ref(EntryId to) ? Optional.ofNullable(names.get(to)) : Optional.empty(), writers)));
        return answers;
    }

    private static Writer first(Node node, ScopeId scope, EntryState state, int field, Head head) {
        return node.history(scope, state.id()).stream().filter(past -> past.refused().isEmpty()).map(HistoryItem::change)
                .filter(c -> head.value().equals(c.fields().get(field))).findFirst()
                .map(c -> writer(node, c.author(), c.stamp().millis())).orElseGet(() -> writer(node, head.author(), head.stamp().millis()));
    }

    private static List<Writer> unseen(Node node, EntryState state, int field) {
        var unseen = state.unseenBy(field);
        Map<DeviceId, Long> last = new HashMap<>();
        state.fields().values().stream().flatMap(f -> f.heads().stream()).filter(h -> unseen.contains(h.change()))
                .forEach(h -> last.merge(h.author(), h.stamp().millis(), Math::max));
        return last.entrySet().stream().map(e -> writer(node, e.getKey(), e.getValue())).toList();
    }

    static Writer writer(Node node, DeviceId author, long millis) {
        Optional<GrantedDevice> device = node.grants().device(author);
        return new Writer(device.map(GrantedDevice::holder).orElse(""), Instant.ofEpochMilli(millis),
                device.map(d -> d.fingerprint().substring(0, d.fingerprint().indexOf('-'))).orElse(""));
    }
}
