package vn.banso.desktop.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.store.writing.FormDraft;
import vn.banso.store.writing.SaveResult;

/** One person: fields saved as they are written, and what is done with the person as a whole. */
public final class PersonModel {
    private static final EntryType PERSON = Catalogue.PERSON;
    private static final EntryType LOOK = Catalogue.VNEID_CONFIRMATION;
    private static final Field RESIDENCE = PERSON.field("residence");
    private static final Value AWAY = Codes.RESIDENCE.code("away").orElseThrow();

    /** The fields being written, and what else is known. */
    record Open(EntryModel sheet, AutoSave saving) {
        /** As it stands now, saved or not. */
        Entry now() {
            return sheet.draft().over(sheet.before());
        }
    }

    private final OpenRegister workplace;
    private final ScopeId scope;
    private final EntryId asked;
    private final HomeSearch homes;
    private final ReadOnlyObjectWrapper<Optional<Known>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Open>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OpenLook>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<PastAct>>> history = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty moving = new SimpleBooleanProperty();

    public PersonModel(OpenRegister workplace, ScopeId scope, EntryId asked) {
        this.workplace = workplace;
        this.scope = scope;
        this.asked = asked;
        this.homes = new HomeSearch(workplace, scope);
    }

    OpenRegister workplace() {
        return workplace;
    }

    /** Whether this is the model of that person. */
    public boolean isOf(ScopeId otherScope, EntryId otherId) {
        return scope.equals(otherScope) && asked.equals(otherId);
    }

    ScopeId scope() {
        return scope;
    }

    /** Empty before the node has answered. */
    ReadOnlyObjectProperty<Optional<Known>> known() {
        return known.getReadOnlyProperty();
    }

    /** Empty before the node has answered, and where there is no such person. */
    ReadOnlyObjectProperty<Optional<Open>> open() {
        return open.getReadOnlyProperty();
    }

    /** A look at VNeID being written down; empty where none is. */
    ReadOnlyObjectProperty<Optional<OpenLook>> look() {
        return look.getReadOnlyProperty();
    }

    /** What was ever done, newest first; empty while it is not looked at. */
    ReadOnlyObjectProperty<Optional<List<PastAct>>> history() {
        return history.getReadOnlyProperty();
    }

    /** Whether a household to move to is being looked for. */
    BooleanProperty moving() {
        return moving;
    }

    HomeSearch homes() {
        return homes;
    }

    boolean mayWrite() {
        return workplace.mayWrite(PERSON, Kind.SET) && known.get().filter(k -> k.deleted().isPresent()).isEmpty();
    }

    /** To say whether two are one is for officers. */
    boolean mayMerge() {
        return workplace.mayWrite(PERSON, Kind.ALIAS);
    }

    boolean mayConfirm() {
        return workplace.mayWrite(LOOK, Kind.CREATE) && known.get().filter(k -> k.deleted().isPresent()).isEmpty();
    }

    boolean isAway() {
        return open.get().filter(o -> o.sheet().valueOf(RESIDENCE).equals(AWAY)).isPresent();
    }

    /** Reads it; what somebody is in the middle of writing stays. */
    void reread() {
        workplace.ask(node -> Known.read(node, scope, asked, workplace.today()), answer -> {
            known.set(Optional.of(answer));
            homes.leaveOut(answer.home().map(HouseholdRow::id));
            answer.look().filter(_ -> look.get().isEmpty() && mayConfirm()).ifPresent(draft -> openLook(draft.id(), Optional.empty(), Optional.of(draft)));
            if (open.get().filter(o -> o.sheet().isDirty()).isEmpty() && (answer.entry().isPresent() || answer.draft().isPresent())) {
                open(answer);
            }
        });
    }

    private void open(Known answer) {
        if (open.get().filter(o -> Entry.saySame(o.sheet().before(), answer.entry())).isPresent()) {
            return;
        }
        EntryModel sheet = new EntryModel(PERSON, scope, answer.id(), answer.entry(), () -> Validation.Context.on(workplace.today()));
        open.get().ifPresent(o -> o.saving().end());
        AutoSave saving = new AutoSave(workplace, sheet);
        answer.draft().filter(_ -> mayWrite()).map(FormDraft::of).ifPresent(saving::restore);
        open.set(Optional.of(new Open(sheet, saving)));
    }

    /**
     * Saves what is open and puts it away, before one leaves the page. What cannot be saved yet, and a look at VNeID that is
     * half-written, is there again as a draft.
     */
    void leave() {
        open.get().ifPresent(o -> o.saving().leave());
        look.get().ifPresent(o -> o.saving().leave());
        look.set(Optional.empty());
        open.set(Optional.empty());
        moving.set(false);
        history.set(Optional.empty());
    }

    /** From now on they live there; how they are related to the head there is asked anew. */
    void move(HouseholdRow to) {
        open.get().ifPresent(o -> {
            Entry before = o.now();
            workplace.act(node -> PersonMove.to(node, before, to.id()), moved -> {
                moving.set(false);
                if (told(moved.result())) {
                    workplace.tell(Notice.done("people.moved", to.head()).undoneBy(() -> act(node -> node.save(moved.back()))));
                }
                reread();
            });
        });
    }

    /** They stay a member and do not count as living there. Just this is taken back, also from another page. */
    void markAway() {
        open.get().ifPresent(o -> {
            Value before = o.sheet().valueOf(RESIDENCE);
            o.sheet().commit(RESIDENCE, AWAY);
            workplace.tell(Notice.done("people.away").undoneBy(() -> say(o.sheet(), RESIDENCE, before)));
        });
    }

    /** In the form, or where it was left meanwhile in the register. */
    void say(EntryModel sheet, Field field, Value value) {
        if (open.get().filter(o -> o.sheet() == sheet).isPresent()) {
            sheet.commit(field, value);
        } else {
            act(node -> node.save(List.of(Draft.of(PERSON, scope, sheet.id()).with(field.key(), value))));
        }
    }

    /** Asks for the reason, which everybody can read; no names in it. */
    void delete() {
        Optional<String> reason = workplace.dialogs().ask(Sentence.of("people.delete.question"), "people.delete");
        EntryId id = id();
        reason.map(String::strip).filter(r -> !r.isEmpty()).ifPresent(r -> act(node -> node.acts().delete(scope, id, r),
                () -> workplace.tell(Notice.done("people.deleted").undoneBy(this::restore))));
    }

    void restore() {
        EntryId id = id();
        act(node -> node.acts().restore(scope, id));
    }

    /** Two of different communes are never made one: each commune has its own entries. */
    boolean isHere(Twin twin) {
        return twin.person().scope().equals(scope);
    }

    /** The two are one from now on; this page stands for both. */
    void merge(Twin twin) {
        EntryId id = id();
        EntryId other = twin.person().id();
        if (!isHere(twin)) {
            return;
        }
        act(node -> node.acts().alias(scope, other, id), () -> workplace.tell(Notice.done("people.merged")
                .undoneBy(() -> act(node -> node.acts().unalias(scope, other)))));
    }

    /** They only look alike; nobody is asked again. */
    void keepApart(Twin twin) {
        if (!workplace.dialogs().confirm(Sentence.of("people.keep_apart.question"), "people.keep_apart")) {
            return;
        }
        act(node -> node.acts().unalias(twin.person().scope(), twin.person().id()));
    }

    /** @param wrong the look that was written down wrongly and that this one stands for */
    void beginLook(Optional<Entry> wrong) {
        workplace.ask(Node::freshId, id -> openLook(id, wrong, Optional.empty()));
    }

    private void openLook(EntryId id, Optional<Entry> wrong, Optional<FormDraft> draft) {
        moving.set(false);
        look.set(Optional.of(OpenLook.of(workplace, scope, id, id(), wrong, draft)));
    }

    void cancelLook() {
        look.get().ifPresent(o -> o.saving().discard());
        look.set(Optional.empty());
    }

    void saveLook() {
        look.get().filter(o -> o.sheet().blocked().isEmpty()).ifPresent(o -> o.saving().save(List.of(o.sheet()), () -> {
            look.set(Optional.empty());
            workplace.tell(Notice.done("people.look_saved").undoneBy(() -> takeBack(o.sheet().id())));
            reread();
        }));
    }

    private void takeBack(EntryId wrong) {
        String reason = Texts.of(workplace.settings().get().lang()).get("people.look_mistaken");
        act(node -> node.acts().delete(scope, wrong, reason));
    }

    /** Opens the history, or puts it away again. */
    void turnHistory() {
        history.get().ifPresentOrElse(_ -> history.set(Optional.empty()), this::readHistory);
    }

    private void readHistory() {
        EntryId id = id();
        workplace.ask(node -> PastAct.read(node, scope, id), acts -> history.set(Optional.of(acts)));
    }

    void undo(PastAct act) {
        act.undo().ifPresent(undo -> undo.run(workplace, () -> {
            reread();
            readHistory();
        }));
    }

    /** The one who stands for both, where two were merged. */
    private EntryId id() {
        return known.get().map(Known::id).orElse(asked);
    }

    private void act(Function<Node, SaveResult> act) {
        act(act, () -> { });
    }

    void act(Function<Node, SaveResult> act, Runnable then) {
        workplace.act(act, result -> {
            if (told(result)) {
                then.run();
            }
            reread();
        });
    }

    /** Whether it was written; what was not is told. */
    private boolean told(SaveResult result) {
        if (result instanceof SaveResult.Refused refused) {
            workplace.tell(RefusalText.ofAct(refused));
        }
        return result.isSaved();
    }
}
