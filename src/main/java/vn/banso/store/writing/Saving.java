package vn.banso.store.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Surroundings;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.ledger.LedgerWorks;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;
import vn.banso.trust.governance.Governance;

/** Makes changes of what people do, and makes them durable: part of the register, and waiting to be sealed. */
public final class Saving {
    private final NodeContext in;
    private final TrustState trusted;
    private final Surroundings around;

    public Saving(NodeContext in, TrustState trusted, Surroundings around) {
        this.in = in;
        this.trusted = trusted;
        this.around = around;
    }

    /** That of a node whose works are being put together. */
    public static Saving of(LedgerWorks works) {
        return new Saving(works.in, works.trusted, new BackLinks(works.in).around(new EntryReader(works.in), works.in.door));
    }

    /** One act on one entry, before it has a stamp. */
    record Act(int kind, int type, ScopeId scope, EntryId entry, SortedMap<Integer, Value> fields,
               SortedMap<Integer, SortedSet<ChangeId>> bases) {}

    /** All of it in one transaction; nothing of it where one draft says what cannot be. Text is tidied here, at the one door. */
    public SaveResult save(Collection<Draft> drafts) {
        List<Draft> tidy = drafts.stream().map(Draft::tidied).toList();
        Validation.Context context = Validation.Context.on(NodeOptions.today(in.clock())).among(around.with(tidy));
        return together(step -> tidy.forEach(draft -> step.checked(draft, context)));
    }

    /** The same, of what the program itself has made. */
    public SaveResult write(Collection<Draft> drafts) {
        return together(step -> drafts.forEach(step::draft));
    }

    /** What an act says of devices, and with it the keys that it brings, both or neither. */
    public SaveResult govern(Governance.Act act) {
        return in.db.write(() -> {
            SaveResult result = write(act.drafts());
            if (result.isSaved()) {
                trusted.keep(act.keys());
            }
            return result;
        });
    }

    SaveResult together(Consumer<Step> work) {
        Step step = new Step();
        Optional<List<Change>> done = in.db.write(() -> in.db.attempt(() -> {
            work.accept(step);
            if (!step.refusals.isEmpty()) {
                return Optional.empty();
            }
            if (step.governed) {
                trusted.settle();
            }
            in.aliases.settle();
            return Optional.of(step.changes);
        }));
        return done.<SaveResult>map(SaveResult.Saved::new).orElseGet(() -> new SaveResult.Refused(step.refusals));
    }

    /** The changes that somebody else's key will seal: made like any others, kept nowhere. */
    public List<Change> changesBy(DeviceId author, Collection<Draft> drafts) {
        List<Change> changes = new ArrayList<>();
        for (Draft draft : drafts) {
            EntryState state = state(draft.scope(), draft.id(), draft.type().id());
            act(draft, state).ifPresent(a -> changes.add(change(a, author, state)));
        }
        return changes;
    }

    private EntryState state(ScopeId scope, EntryId id, int type) {
        return in.entries.state(scope, id, type).orElseGet(() -> EntryState.empty(type, id));
    }

    private Change change(Act act, DeviceId author, EntryState state) {
        return Change.of(act.kind(), act.type(), act.entry(), author, state.highest().next(in.clock().millis()), act.fields(),
                act.bases());
    }

    /** Only the fields whose value becomes another; empty where there is none. */
    private Optional<Act> act(Draft draft, EntryState state) {
        Entry shown = in.entries.shown(draft.scope(), state);
        boolean isNew = state.fields().isEmpty() && !state.erased();
        SortedMap<Integer, Value> fields = new TreeMap<>();
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        draft.fields().forEach((field, value) -> {
            if (!same(draft.scope(), value, shown.fields().get(field))) {
                fields.put(field, value);
                SortedSet<ChangeId> seen = state.bases(field);
                if (!seen.isEmpty()) {
                    bases.put(field, seen);
                }
            }
        });
        int kind = isNew ? Kind.CREATE.number() : Kind.SET.number();
        return fields.isEmpty() ? Optional.empty()
                : Optional.of(new Act(kind, draft.type().id(), draft.scope(), draft.id(), fields, bases));
    }

    /** "Not asked" and "cleared" say the same as nothing where nothing stands, and a link to what was merged the same as one to what stands for it. */
    private boolean same(ScopeId scope, Value value, Value before) {
        return value.equals(before) || value instanceof Value.Ref(EntryId to) && before instanceof Value.Ref(EntryId was)
                && in.aliases.canonical(scope, to).equals(in.aliases.canonical(scope, was)) || before == null && (value instanceof Value.Blank
                || value instanceof Value.Code c && c.number() == CodeList.NOT_ASKED);
    }

    /** The acts of one transaction, each seeing those before it. */
    final class Step {
        private final List<Change> changes = new ArrayList<>();
        private final List<SaveResult.Refusal> refusals = new ArrayList<>();
        private boolean governed;

        void draft(Draft given) {
            Draft draft = canonical(given);
            EntryState before = state(draft.scope(), draft.id(), draft.type().id());
            Saving.this.act(draft, before).ifPresent(act -> write(act, before));
        }

        /** What is written under a name that was merged is written to the one that stands for it: there people see it. */
        private Draft canonical(Draft draft) {
            EntryId stands = in.aliases.canonical(draft.scope(), draft.id());
            return stands.equals(draft.id()) ? draft : new Draft(draft.type(), draft.scope(), stands, draft.fields());
        }

        private void checked(Draft given, Validation.Context context) {
            Draft draft = canonical(given);
            EntryState before = state(draft.scope(), draft.id(), draft.type().id());
            Optional<Entry> shown = before.fields().isEmpty() ? Optional.empty() : Optional.of(in.entries.shown(draft.scope(), before));
            List<Finding> found = Validation.check(draft, shown, context);
            found.stream().filter(Finding::blocks).forEach(f -> refusals.add(SaveResult.Refusal.of(draft, f)));
            if (!Validation.blocked(found)) {
                Saving.this.act(draft, before).ifPresent(act -> write(act, before));
            }
        }

        /** Whether it would change what is there. */
        boolean edits(Draft given) {
            Draft draft = canonical(given);
            EntryState before = state(draft.scope(), draft.id(), draft.type().id());
            return !before.fields().isEmpty() && Saving.this.act(draft, before).isPresent();
        }

        /** Whether this device may do it. */
        boolean may(Act act) {
            return trusted.refusal(act.scope(), change(act, in.self(), state(act.scope(), act.entry(), act.type()))).isEmpty();
        }

        void act(Act act) {
            write(act, state(act.scope(), act.entry(), act.type()));
        }

        private void write(Act act, EntryState before) {
            Change change = change(act, in.self(), before);
            Optional<Reason> no = trusted.refusal(act.scope(), change);
            if (no.isPresent()) {
                refusals.add(new SaveResult.Refusal(act.type(), act.entry(), no.get(), Optional.empty()));
                return;
            }
            in.entries.write(act.scope(), before, before.apply(change));
            in.own.add(act.scope(), change);
            changes.add(change);
            governed |= act.type() >= Catalogue.FIRST_GOVERNANCE;
        }
    }
}
