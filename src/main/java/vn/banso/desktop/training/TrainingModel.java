package vn.banso.desktop.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.OpenForm;
import vn.banso.desktop.saving.SaveState;
import vn.banso.desktop.saving.SavedForm;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.writing.FormDraft;

/**
 * What the page of a class and the page of a session are alike in: read in one go, written as one goes, a new one kept as a draft until
 * it is saved by one act.
 *
 * @param <S> everything the page shows
 * @param <P> the parts of the page
 */
public abstract class TrainingModel<S, P extends Enum<P>> {
    public final OpenRegister workplace;
    public final ScopeId scope;
    public final EntryId id;
    public final ActQueue acts;
    protected final OpenForm open = new OpenForm();
    private final EntryType type;
    private final String called;
    private final LearnersModel learners;
    private final ReadOnlyObjectWrapper<Optional<S>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EntryModel>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LeftOff>> leftOff = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<P> part;
    private final BooleanProperty isNew = new SimpleBooleanProperty();
    /** From the act that writes a new one until it has been read from the register: only then it is said to be there. */
    private boolean creating;

    /**
     * @param id of an entry; where nothing is written of it yet, one is planned
     * @param called the field that names it
     * @param session in which assessments are made; empty where they belong to none
     * @param first the part that is shown first
     */
    public TrainingModel(OpenRegister workplace, ScopeId scope, EntryId id, EntryType type, String called, Optional<EntryId> session, P first) {
        this.workplace = workplace;
        this.scope = scope;
        this.id = id;
        this.type = type;
        this.called = called;
        this.acts = new ActQueue(workplace);
        this.learners = new LearnersModel(workplace, acts, scope, id, session, this::open);
        this.part = new SimpleObjectProperty<>(first);
    }

    /** Reads it, for the first time or again. */
    public void open() {
        reread();
    }

    /** Reads it while it is looked at: what stands there stays until it is known better. */
    public void reread() {
        record Answer<S>(S sheet, Optional<FormDraft> draft, Optional<LeftOff> other) {}
        acts.read(node -> new Answer<>(read(node), node.drafts().form(scope, id), LeftOff.of(node, scope, type, id, called)), answer -> {
            leftOff.set(answer.other());
            sheet.set(Optional.of(answer.sheet()));
            Optional<Entry> entry = entry(answer.sheet());
            if (creating && entry.isPresent()) {
                creating = false;
                created();
            }
            isNew.set(entry.isEmpty());
            if (form.get().filter(f -> f.isDirty() || Entry.saySame(f.before(), entry)).isEmpty()) {
                fill(entry, answer.draft());
            }
            shown(answer.sheet());
        });
    }

    /** Away from the screen. */
    protected abstract S read(Node node);

    /** What it is about, as the register has it. */
    protected abstract Optional<Entry> entry(S read);

    /** A new one is in the register now. */
    protected abstract void created();

    /** What else follows from what was read. */
    protected abstract void shown(S read);

    /** All that is written on the page; what a new one says from the start. @param chosen in a draft of it, and no field */
    protected abstract SavedForm form(EntryModel fresh, Map<String, String> chosen);

    /** What was written while it is looked at is in the register. */
    protected void saved() {}

    private void fill(Optional<Entry> entry, Optional<FormDraft> draft) {
        EntryModel fresh = written(type, entry);
        AutoSave saving = new AutoSave(workplace, form(fresh, draft.<Map<String, String>>map(FormDraft::choices).orElse(Map.of())), AutoSave.When.AS_WRITTEN);
        draft.ifPresent(saving::restore);
        saving.state().subscribe((_, now) -> {
            if (now instanceof SaveState.Saved && !creating) {
                saved();
            }
        });
        open.open(saving);
        form.set(Optional.of(fresh));
    }

    /** An entry while it is written on the page: its form is the page's own, and saved with it. */
    public final EntryModel written(EntryType what, Optional<Entry> entry) {
        return new EntryModel(what, scope, id, entry, () -> Validation.Context.on(workplace.today()));
    }

    /** The form is another one from the next reading on. */
    public final void closeForm() {
        open.close();
        form.set(Optional.empty());
    }

    /** Writes a new one down; false where something is missing, which then stands at its field. */
    public boolean create() {
        if (creating) {
            open();
            return true;
        }
        List<EntryModel> written = written();
        List<Finding> blocked = written.stream().flatMap(e -> e.blocked().stream()).toList();
        if (!blocked.isEmpty()) {
            acts.blocked(blocked);
            return false;
        }
        creating = true;
        create(written, open.saving().orElseThrow(), () -> creating = false);
        return true;
    }

    /** What a new one is written in. */
    protected List<EntryModel> written() {
        return List.of(form.get().orElseThrow());
    }

    /** @param refused where the register does not take it, and why was told */
    protected abstract void create(List<EntryModel> written, AutoSave saving, Runnable refused);

    // What the page shows.

    /** Another new one that was left half-written. */
    public ReadOnlyObjectProperty<Optional<LeftOff>> leftOff() {
        return leftOff.getReadOnlyProperty();
    }

    public OpenRegister workplace() {
        return workplace;
    }

    /** How far the saving of its own fields has come. */
    public ReadOnlyObjectProperty<SaveState> state() {
        return open.state();
    }

    /** Why nothing could be read; empty where it could. */
    public ReadOnlyObjectProperty<List<Sentence>> failing() {
        return acts.failing();
    }

    public ReadOnlyObjectProperty<Optional<S>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Its own fields, while they are written; empty until it was read. */
    public ReadOnlyObjectProperty<Optional<EntryModel>> form() {
        return form.getReadOnlyProperty();
    }

    public ObjectProperty<P> part() {
        return part;
    }

    /** Whether nothing of it is written down yet. */
    public BooleanProperty isNew() {
        return isNew;
    }

    public LearnersModel learners() {
        return learners;
    }

    /** Classes and sessions are trainers' work; others see them, and may tick who came. */
    public boolean mayWrite() {
        return workplace.mayWrite(type, Kind.SET);
    }

    /** Writes down without waiting what can be; what cannot yet is kept as a draft. */
    public void keep() {
        open.saving().filter(_ -> !creating).ifPresent(AutoSave::now);
    }

    /** Keeps what was typed; before one goes elsewhere. A new one stays a draft, and is there again as it was. */
    public void leave() {
        learners.leave();
        open.leave();
        form.set(Optional.empty());
    }
}
