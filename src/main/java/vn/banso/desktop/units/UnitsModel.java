package vn.banso.desktop.units;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.desktop.units.UnitsState.ChangeLine;
import vn.banso.desktop.units.UnitsState.VillageLine;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.VillageSentences;
import vn.banso.store.writing.SaveResult;
import vn.banso.store.writing.VillageChange.Act;
import vn.banso.store.writing.VillageChange.Decision;
import vn.banso.store.writing.VillagePlan;
import vn.banso.store.writing.VillagePreview;

/** Changes of villages: what is chosen and typed is looked at all the time, and done with one press. */
public final class UnitsModel {
    private final OpenRegister workplace;
    private final ReadOnlyObjectWrapper<Optional<UnitsState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VillagePreview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Act> act = new SimpleObjectProperty<>(Act.RENAME);
    private final ObjectProperty<List<VillageLine>> chosen = new SimpleObjectProperty<>(List.of());
    private final StringProperty names = new SimpleStringProperty("");
    private final StringProperty decision = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ScopeId>> to = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<EntryId>> assigning = new SimpleObjectProperty<>(Optional.empty());
    private boolean shown;
    private boolean busy;
    private long asked;

    public UnitsModel(OpenRegister workplace) {
        this.workplace = workplace;
        workplace.changes().addListener(_ -> rereadIfShown());
        workplace.communes().chosen().addListener(_ -> rereadIfShown());
        workplace.communes().known().addListener(_ -> rereadIfShown());
        act.addListener(_ -> look());
        chosen.addListener(_ -> look());
        names.addListener(_ -> look());
        to.addListener(_ -> look());
    }

    OpenRegister workplace() {
        return workplace;
    }

    /** Empty before the first answer of the node. */
    ReadOnlyObjectProperty<Optional<UnitsState>> state() {
        return state.getReadOnlyProperty();
    }

    /** What would be touched, or why it cannot be done; empty while something is still to be chosen or typed. */
    ReadOnlyObjectProperty<Optional<VillagePreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    ObjectProperty<Act> act() {
        return act;
    }

    /** The first one goes on where several are merged. */
    ObjectProperty<List<VillageLine>> chosen() {
        return chosen;
    }

    /** The new name; of a split, one a line. */
    StringProperty names() {
        return names;
    }

    StringProperty decision() {
        return decision;
    }

    /** The commune a village goes to. */
    ObjectProperty<Optional<ScopeId>> to() {
        return to;
    }

    /** The split of which households are told where they belong; empty where none is. */
    ObjectProperty<Optional<EntryId>> assigning() {
        return assigning;
    }

    boolean mayWrite() {
        return workplace.mayWrite(Catalogue.VILLAGE_CHANGE, Kind.CREATE);
    }

    void shown() {
        shown = true;
        reread();
    }

    void hidden() {
        shown = false;
    }

    private void rereadIfShown() {
        if (shown) {
            reread();
        }
    }

    private void reread() {
        List<ScopeId> communes = workplace.communes().shown();
        Texts texts = Texts.of(workplace.settings().get().lang());
        workplace.ask(node -> new UnitsReader(node, texts, workplace.clock().getZone()).of(communes), read -> {
            state.set(Optional.of(read));
            List<EntryId> before = chosen.get().stream().map(VillageLine::id).toList();
            chosen.set(read.villages().stream().filter(v -> before.contains(v.id())).toList());
            assigning.get().filter(id -> read.change(id).filter(c -> !c.waiting().isEmpty()).isEmpty()).ifPresent(_ -> assigning.set(Optional.empty()));
        });
    }

    /** What is meant, where it is said whole. */
    Optional<VillagePlan> plan() {
        List<VillageLine> these = chosen.get();
        if (these.isEmpty() || these.stream().map(VillageLine::scope).distinct().count() > 1 || (these.size() > 1) != (act.get() == Act.MERGE)) {
            return Optional.empty();
        }
        VillageLine first = these.getFirst();
        List<String> typed = names.get().lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        return switch (act.get()) {
            case RENAME -> typed.stream().findFirst().map(name -> new VillagePlan.Rename(first.scope(), first.id(), name));
            case MERGE -> Optional.of(new VillagePlan.Merge(first.scope(), first.id(), these.stream().skip(1).map(VillageLine::id).collect(Collectors.toCollection(TreeSet::new)),
                    typed.isEmpty() ? first.name() : typed.getFirst()));
            case SPLIT -> typed.size() < 2 ? Optional.empty() : Optional.of(new VillagePlan.Split(first.scope(), first.id(), typed));
            case MOVE -> to.get().map(commune -> new VillagePlan.Move(first.scope(), first.id(), commune));
        };
    }

    private void look() {
        long question = ++asked;
        plan().ifPresentOrElse(plan -> workplace.ask(node -> node.acts().villages().preview(plan), found -> {
            if (question == asked) {
                preview.set(Optional.of(found));
            }
        }), () -> preview.set(Optional.empty()));
    }

    /** Does it, where nothing stands against it. */
    void carryOut() {
        Optional<VillagePlan> plan = plan();
        if (busy || plan.isEmpty() || preview.get().filter(VillagePreview::isPossible).isEmpty()) {
            return;
        }
        busy = true;
        EntryId id = workplace.node().freshId();
        Decision after = new Decision(Optional.of(decision.get().strip()).filter(s -> !s.isEmpty()), Optional.empty());
        workplace.act(node -> node.acts().villages().carryOut(plan.get(), after, id), result -> {
            busy = false;
            if (result instanceof SaveResult.Refused refused) {
                workplace.tell(RefusalText.ofAct(refused));
                return;
            }
            names.set("");
            decision.set("");
            chosen.set(List.of());
            if (act.get() == Act.SPLIT) {
                assigning.set(Optional.of(id));
            }
            workplace.tell(Notice.done("units.done." + plan.get().getClass().getSimpleName().toUpperCase(Locale.ROOT)).undoneBy(() -> undo(plan.get().scope(), id)));
        });
    }

    void undo(ChangeLine line) {
        undo(line.change().scope(), line.change().id());
    }

    private void undo(ScopeId scope, EntryId id) {
        record Answer(Optional<VillagePreview.Obstacle> against, Optional<SaveResult> result) {}
        workplace.act(node -> {
            var acts = node.acts().villages();
            var change = acts.change(scope, id).orElseThrow();
            var against = acts.againstUndo(change);
            return new Answer(against, against.isPresent() ? Optional.empty() : Optional.of(acts.undo(change)));
        }, answer -> answer.against().ifPresentOrElse(o -> workplace.tell(Notice.look(List.of(VillageSentences.against(o)))),
                () -> workplace.tell(answer.result().orElseThrow() instanceof SaveResult.Refused refused ? RefusalText.ofAct(refused) : Notice.done("units.undone"))));
    }

    /** These belong to that part of the split. */
    void assign(ChangeLine split, EntryId part, List<EntryId> ids) {
        if (!ids.isEmpty()) {
            workplace.act(node -> node.acts().villages().assign(split.change(), part, ids), result -> {
                if (result instanceof SaveResult.Refused refused) {
                    workplace.tell(RefusalText.ofAct(refused));
                }
            });
        }
    }
}
