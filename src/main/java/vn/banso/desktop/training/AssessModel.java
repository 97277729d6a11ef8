package vn.banso.desktop.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.training.Learner;
import vn.banso.store.writing.FormDraft;

/**
 * One sheet of assessment while it is filled in. An assessment is an event: it is never edited, only followed by another one or
 * replaced. What is the same for everybody (form, marks, level) stays from one sheet to the next.
 */
public final class AssessModel {
    public static final EntryType SHEET = Catalogue.ASSESSMENT;
    private static final Field SCORE = SHEET.field("score");
    private static final Field SKILLS = SHEET.field("skills");
    private static final Field PASS_MARK = SHEET.field("pass_mark");
    private static final Field SESSION = SHEET.field("session");
    private static final List<String> KEPT = List.of("form", "form_version", "date", "assessor", "mode", "max_score", "pass_mark");
    private static final int USUAL_MAX = 100;
    private static final int USUAL_MARK = 50;

    /** How it is judged. Texts: {@code classes.way.<name>}. */
    public enum Way { TICKS, SCORE }

    /**
     * @param instead the sheet this one replaces
     * @param again the sheet this one follows
     */
    public record Sheet(Learner learner, EntryModel form, Optional<Entry> instead, Optional<Entry> again) {}

    private static final String WAY = "way";
    private static final String NEEDED = "needed";

    private final OpenRegister workplace;
    private final ActQueue acts;
    private final ScopeId scope;
    private final EntryId page;
    private final Optional<EntryId> session;
    private final Consumer<EntryId> done;
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.TICKS);
    private final IntegerProperty needed = new SimpleIntegerProperty(1);
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<SortedSet<String>> taught = new SimpleObjectProperty<>(new TreeSet<>());
    private Draft kept;
    private Value level = Codes.LEVEL.code("basic").orElseThrow();
    private boolean proposing;
    private boolean resultChosen;
    private boolean levelChosen;
    private Optional<AutoSave> saving = Optional.empty();
    /** Whether what was left half-written was looked for in this visit. */
    private boolean resumed;

    public AssessModel(OpenRegister workplace, ActQueue acts, ScopeId scope, EntryId page, Optional<EntryId> session, Consumer<EntryId> done) {
        this.workplace = workplace;
        this.acts = acts;
        this.scope = scope;
        this.page = page;
        this.session = session;
        this.done = done;
        this.kept = Draft.of(SHEET, scope, new EntryId(0, 0)).with("mode", Codes.ASSESSMENT_MODE.code("practical").orElseThrow());
        way.addListener(_ -> sheet.get().ifPresent(s -> {
            marks(s.form());
            propose(s.form());
        }));
        needed.addListener(_ -> sheet.get().ifPresent(s -> propose(s.form())));
    }

    public void teach(SortedSet<String> skills) {
        if (!skills.equals(taught.get())) {
            taught.set(skills);
            needed.set(Math.max(1, (skills.size() + 1) / 2));
        }
    }

    /** The skills that stand first on the list to tick. */
    public ObjectProperty<SortedSet<String>> taught() {
        return taught;
    }

    public ObjectProperty<Way> way() {
        return way;
    }

    /** How many skills make a pass where skills are ticked. */
    public IntegerProperty needed() {
        return needed;
    }

    /** The sheet on the table; empty where nobody is being assessed. */
    public ReadOnlyObjectProperty<Optional<Sheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Whether somebody was assessed in this session already; without a session, at all. */
    public boolean isDone(Learner learner) {
        return learner.assessments().stream()
                .anyMatch(a -> session.isEmpty() || a.ref(SESSION).equals(session));
    }

    public void begin(Learner learner, Optional<Entry> before) {
        open(learner, Optional.empty(), before);
    }

    public void beginInPlaceOf(Learner learner, Entry wrong) {
        open(learner, Optional.of(wrong), wrong.ref(SHEET.field("retake_of")).flatMap(id ->
                learner.assessments().stream().filter(a -> a.id().equals(id)).findFirst()));
    }

    /** What an earlier visit to the page has left half-written is opened again, once in each visit. @param found where there was something */
    public void resume(List<Learner> learners, Runnable found) {
        if (resumed || sheet.get().isPresent()) {
            return;
        }
        resumed = true;
        workplace.ask(this::begun, drafts -> drafts.forEach(draft -> learners.stream().filter(l -> isAbout(draft, l))
                .limit(sheet.get().isPresent() ? 0 : 1).forEach(l -> {
                    open(l, draft.id(), replaced(l, draft, "supersedes"), replaced(l, draft, "retake_of"), Optional.of(draft));
                    found.run();
                })));
    }

    private List<FormDraft> begun(Node node) {
        return node.drafts().on(scope, page, SHEET);
    }

    private static boolean isAbout(FormDraft draft, Learner learner) {
        return draft.entries().getFirst().value(SHEET.field("person")).filter(new Value.Ref(learner.person().id())::equals).isPresent();
    }

    private static Optional<Entry> replaced(Learner learner, FormDraft draft, String link) {
        return draft.entries().getFirst().value(SHEET.field(link)).flatMap(v -> learner.assessments().stream()
                .filter(a -> new Value.Ref(a.id()).equals(v)).findFirst());
    }

    /** Goes on with the sheet of this learner that was left half-written, else begins one. */
    private void open(Learner learner, Optional<Entry> instead, Optional<Entry> again) {
        record Begun(EntryId fresh, List<FormDraft> drafts) {}
        leave();
        resumed = true;
        workplace.ask(node -> new Begun(node.freshId(), begun(node)), begun -> {
            Optional<FormDraft> draft = begun.drafts().stream().filter(d -> isAbout(d, learner)
                    && replaced(learner, d, "supersedes").equals(instead)).findFirst();
            open(learner, draft.map(FormDraft::id).orElse(begun.fresh()), instead, again, draft);
        });
    }

    private void open(Learner learner, EntryId id, Optional<Entry> instead, Optional<Entry> again, Optional<FormDraft> draft) {
        draft.ifPresent(d -> {
            Optional.ofNullable(d.choices().get(WAY)).map(Way::valueOf).ifPresent(way::set);
            Optional.ofNullable(d.choices().get(NEEDED)).map(Integer::valueOf).ifPresent(needed::set);
        });
        EntryModel form = new EntryModel(SHEET, scope, id, Optional.empty(), () -> Validation.Context.on(workplace.today()));
        form.commit(SHEET.field("person"), new Value.Ref(learner.person().id()));
        form.commit(SHEET.field("date"), Value.Day.of(workplace.today()));
        kept.fields().forEach((field, value) -> form.commit(SHEET.field(field).orElseThrow(), value));
        session.ifPresent(s -> form.commit(SESSION, new Value.Ref(s)));
        instead.ifPresent(wrong -> {
            wrong.ref(SESSION).ifPresent(s -> form.commit(SESSION, new Value.Ref(s)));
            wrong.day(SHEET.field("date")).ifPresent(d -> form.commit(SHEET.field("date"), d));
            form.commit(SHEET.field("supersedes"), new Value.Ref(wrong.id()));
        });
        again.ifPresent(a -> form.commit(SHEET.field("retake_of"), new Value.Ref(a.id())));
        marks(form);
        AutoSave following = new AutoSave(workplace, new EntryForm(page, List.of(form), this::choices), AutoSave.When.AS_WRITTEN);
        draft.ifPresent(following::restore);
        saving = Optional.of(following);
        resultChosen = !(form.valueOf(Learner.RESULT) instanceof Value.Blank);
        levelChosen = !(form.valueOf(Learner.LEVEL) instanceof Value.Blank);
        form.edits().addListener(_ -> edited(form));
        form.value(Learner.RESULT).addListener(_ -> resultChosen |= !proposing);
        form.value(Learner.LEVEL).addListener(_ -> levelChosen |= !proposing);
        sheet.set(Optional.of(new Sheet(learner, form, instead, again)));
    }

    private Map<String, String> choices() {
        Map<String, String> chosen = new TreeMap<>(Map.of(WAY, way.get().name(), NEEDED, Integer.toString(needed.get())));
        session.ifPresent(s -> chosen.put(DraftPlace.OF_SESSION, s.toString()));
        return chosen;
    }

    /** Points need something to be compared with; ticks do not. */
    private void marks(EntryModel form) {
        boolean points = way.get() == Way.SCORE;
        if (points && form.valueOf(PASS_MARK) instanceof Value.Blank) {
            form.commit(SHEET.field("max_score"), new Value.Whole(USUAL_MAX));
            form.commit(PASS_MARK, new Value.Whole(USUAL_MARK));
        } else if (!points) {
            form.commit(SHEET.field("max_score"), Value.BLANK);
            form.commit(PASS_MARK, Value.BLANK);
            form.commit(SCORE, Value.BLANK);
        }
    }

    private void edited(EntryModel form) {
        if (!proposing) {
            propose(form);
        }
    }

    /** What follows from points or ticks, until somebody says otherwise: the board decides, not the sum. */
    private void propose(EntryModel form) {
        proposing = true;
        judged(form).ifPresent(passed -> {
            if (!resultChosen) {
                form.commit(Learner.RESULT, Codes.RESULT.code(passed ? "passed" : "failed").orElseThrow());
            }
        });
        if (!levelChosen && form.valueOf(Learner.RESULT) instanceof Value.Code result) {
            form.commit(Learner.LEVEL, result.number() == Learner.PASSED ? level : Codes.LEVEL.code("not_reached").orElseThrow());
        }
        proposing = false;
    }

    private Optional<Boolean> judged(EntryModel form) {
        return way.get() == Way.SCORE
                ? form.valueOf(SCORE) instanceof Value.Whole score && form.valueOf(PASS_MARK) instanceof Value.Whole mark
                        ? Optional.of(score.number() >= mark.number()) : Optional.empty()
                : form.valueOf(SKILLS) instanceof Value.Items ticked ? Optional.of(ticked.items().size() >= needed.get())
                        : Optional.empty();
    }

    /** Writes it down; false where something is missing, which then stands at its field. */
    public boolean save() {
        Sheet s = sheet.get().orElseThrow();
        List<Finding> blocked = s.form().blocked();
        if (!blocked.isEmpty()) {
            acts.blocked(blocked);
            return false;
        }
        Draft draft = s.form().draft();
        keep(draft);
        sheet.set(Optional.empty());
        AutoSave following = saving.orElseThrow();
        following.save(List.of(s.form()), _ -> List.of(draft), () -> done.accept(s.learner().person().id()), () -> {
            // Where another sheet is written by now, this one is kept as a draft.
            if (saving.filter(following::equals).isPresent()) {
                sheet.set(Optional.of(s));
            }
        });
        return true;
    }

    private void keep(Draft draft) {
        Draft next = Draft.of(SHEET, scope, new EntryId(0, 0));
        for (String key : KEPT) {
            Optional<Value> value = draft.value(SHEET.field(key));
            next = value.isPresent() ? next.with(key, value.get()) : next;
        }
        kept = next;
        if (draft.value(Learner.RESULT).filter(new Value.Code(Learner.PASSED)::equals).isPresent()) {
            draft.value(Learner.LEVEL).ifPresent(l -> level = l);
        }
    }

    /** Nothing is written, and no draft stays. */
    public void cancel() {
        saving.filter(_ -> sheet.get().isPresent()).ifPresent(AutoSave::discard);
        sheet.set(Optional.empty());
    }

    /** What was written stays a draft. */
    public void leave() {
        saving.filter(_ -> sheet.get().isPresent()).ifPresent(AutoSave::leave);
        sheet.set(Optional.empty());
        resumed = false;
    }
}
