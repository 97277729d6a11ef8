package vn.banso.desktop.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * One entry while somebody writes it: a value per field of the catalogue, what is wrong with it, and what differs from the
 * last visit. Lives on the JavaFX thread; knows no window and no store.
 */
public final class EntryModel {
    private final EntryType type;
    private final ScopeId scope;
    private final EntryId id;
    private final Supplier<Validation.Context> context;
    private final UndoStack undo;
    private final Optional<Entry> lastVisit;
    private final Map<Integer, FieldState> slots = new LinkedHashMap<>();
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private Optional<Entry> before;
    private boolean insisting;

    public EntryModel(EntryType type, ScopeId scope, EntryId id, Optional<Entry> before, Supplier<Validation.Context> context) {
        this(type, scope, id, before, context, new UndoStack());
    }

    /**
     * @param before the entry as it stands in the register; empty for a new one
     * @param undo shared by all entries of one form
     */
    public EntryModel(EntryType type, ScopeId scope, EntryId id, Optional<Entry> before, Supplier<Validation.Context> context,
                      UndoStack undo) {
        this.type = type;
        this.scope = scope;
        this.id = id;
        this.before = before;
        this.lastVisit = before;
        this.context = context;
        this.undo = undo;
        type.fields().forEach(f -> slots.put(f.id(), new FieldState(f, inEntry(before, f))));
    }

    public EntryType type() {
        return type;
    }

    public ScopeId scope() {
        return scope;
    }

    public EntryId id() {
        return id;
    }

    /** The entry as it stands in the register. */
    public Optional<Entry> before() {
        return before;
    }

    public UndoStack undoStack() {
        return undo;
    }

    /** What the field holds: {@link Value#BLANK} where nothing. */
    public ReadOnlyObjectProperty<Value> value(Field field) {
        return slot(field).value.getReadOnlyProperty();
    }

    public Value valueOf(Field field) {
        return slot(field).value.get();
    }

    /** What stands in the control and is not, or not yet, the field's value. */
    public ReadOnlyObjectProperty<Optional<String>> typed(Field field) {
        return slot(field).typed.getReadOnlyProperty();
    }

    /** What to say under the field. Changes when something is committed, not with every key. */
    public ReadOnlyObjectProperty<List<Finding>> findings(Field field) {
        return slot(field).findings.getReadOnlyProperty();
    }

    /** Whether it is another value than at the last visit. */
    public ReadOnlyBooleanProperty changed(Field field) {
        return slot(field).changed.getReadOnlyProperty();
    }

    /** The choices of a field that are offered today, and what stands there already. */
    public List<Integer> offered(Field field) {
        return field.codes().orElseThrow().offered(context.get().today(), valueOf(field));
    }

    /** Whether somebody has said today that the last visit's answer still holds. */
    public ReadOnlyBooleanProperty confirmed(Field field) {
        return slot(field).confirmed.getReadOnlyProperty();
    }

    /** Whether there is an answer of the last visit to be kept. */
    public boolean canKeep(Field field) {
        return !(inEntry(lastVisit, field) instanceof Value.Blank);
    }

    /** Grows with every key and every choice; listen to it to keep a draft. */
    public ReadOnlyLongProperty edits() {
        return edits.getReadOnlyProperty();
    }

    /** Notes what stands in a text control while it is being typed: kept in {@link #keepsake}, not judged yet. */
    public void typing(Field field, String text) {
        FieldState slot = slot(field);
        Optional<String> typed = text.equals(FieldText.shown(field, slot.value.get())) ? Optional.empty() : Optional.of(text);
        if (!typed.equals(slot.typed.get())) {
            slot.typed.set(typed);
            edits.set(edits.get() + 1);
        }
    }

    /** The text is finished. Where it cannot be read it stays as it is, and the field says what would be right. */
    public void commitText(Field field, String text) {
        FieldState slot = slot(field);
        if (text.equals(FieldText.shown(field, slot.value.get()))) {
            put(slot, new FieldState.Content(slot.value.get(), Optional.empty(), slot.confirmed.get()));
            return;
        }
        put(slot, FieldText.read(type, field, text, context.get().today().getYear()).map(v -> new FieldState.Content(v, Optional.empty(), false))
                .orElseGet(() -> new FieldState.Content(slot.value.get(), Optional.of(text), false)));
    }

    /** The field has this value now; {@link Value#BLANK} empties it. */
    public void commit(Field field, Value value) {
        put(slot(field), new FieldState.Content(FieldText.tidied(type, field, value), Optional.empty(), false));
    }

    /** Takes the last visit's answer and marks it as said again today; false where there is none. */
    public boolean keep(Field field) {
        Value last = inEntry(lastVisit, field);
        if (last instanceof Value.Blank) {
            return false;
        }
        put(slot(field), new FieldState.Content(last, Optional.empty(), true));
        return true;
    }

    /** The same for every field that nobody has touched today, as one step; what was changed today stays. */
    public void keepAll() {
        undo.together(() -> slots.values().stream().filter(s -> !s.changed.get() && s.typed.get().isEmpty()).forEach(s -> keep(s.field)));
    }

    public Optional<UndoStack.Step> undo() {
        return undo.undo();
    }

    public Optional<UndoStack.Step> redo() {
        return undo.redo();
    }

    /** What differs from the register: nothing else is handed to the store. */
    public Draft draft() {
        Draft draft = Draft.of(type, scope, id);
        for (FieldState slot : slots.values()) {
            Value now = slot.value.get();
            if (!now.equals(inEntry(before, slot.field))) {
                draft = draft.with(slot.field.key(), now);
            }
        }
        return draft;
    }

    /** The same for the drawer of half-filled forms: with texts that cannot be read yet, as they were typed. */
    public Draft keepsake() {
        Draft draft = draft();
        for (FieldState slot : slots.values()) {
            if (slot.typed.get().isPresent()) {
                draft = draft.with(slot.field.key(), new Value.Text(slot.typed.get().get()));
            }
        }
        return draft;
    }

    /** All it would be if it were saved now, with what is being typed as far as it can be read: to look for others like it. */
    public Draft whole() {
        Draft draft = Draft.of(type, scope, id);
        for (FieldState slot : slots.values()) {
            Value now = slot.typed.get().flatMap(t -> FieldText.read(type, slot.field, t, context.get().today().getYear()))
                    .orElse(slot.value.get());
            if (!(now instanceof Value.Blank)) {
                draft = draft.with(slot.field.key(), now);
            }
        }
        return draft;
    }

    /** Puts a {@link #keepsake} back; not a step to undo. */
    public void restore(Draft keepsake) {
        slots.values().forEach(slot -> Optional.ofNullable(keepsake.fields().get(slot.field.id())).ifPresent(value -> {
            slot.touched = true;
            if (value instanceof Value.Text t && slot.field.type() != Field.ValueType.TEXT) {
                // Half a day may read as another one: it is not judged before somebody has finished it.
                typing(slot.field, t.text());
                if (FieldText.read(type, slot.field, t.text(), context.get().today().getYear()).isEmpty()) {
                    apply(slot, new FieldState.Content(slot.value.get(), Optional.of(t.text()), false));
                }
            } else {
                apply(slot, new FieldState.Content(FieldText.tidied(type, slot.field, value), Optional.empty(), false));
            }
        }));
    }

    public boolean isDirty() {
        return !draft().fields().isEmpty() || slots.values().stream().anyMatch(s -> s.typed.get().isPresent());
    }

    /** Whether anybody has said anything today: changed a field, or confirmed one. */
    public boolean isVisited() {
        return isDirty() || slots.values().stream().anyMatch(s -> s.changed.get() || s.confirmed.get());
    }

    /** What forbids to save, in the order of the form; shown under the fields from now on. Finishes what is still being typed. */
    public List<Finding> blocked() {
        slots.values().stream().filter(s -> s.typed.get().isPresent() && s.committed.typed().isEmpty()).forEach(s -> commitText(s.field, s.typed.get().get()));
        insisting = true;
        return check().stream().filter(Finding::blocks).toList();
    }

    /** The register holds this draft now. What was written meanwhile stays. */
    public void saved(Draft draft) {
        before = Optional.of(draft.tidied().over(before));
        check();
    }

    private void put(FieldState slot, FieldState.Content after) {
        Value tidy = after.value() instanceof Value.Code c && c.number() == CodeList.NOT_ASKED && FieldText.isAsked(slot.field)
                && inEntry(before, slot.field) instanceof Value.Blank ? Value.BLANK : after.value();
        FieldState.Content next = new FieldState.Content(tidy, after.typed(), after.confirmed());
        FieldState.Content back = slot.committed;
        slot.touched = true;
        // What follows from it elsewhere in the form, by those who listen, is one step with it.
        undo.together(() -> {
            apply(slot, next);
            if (!next.equals(back)) {
                undo.did(new Edit(this, slot, back, next));
                Conditional.emptied(this, slot.field);
            }
        });
    }

    void apply(FieldState slot, FieldState.Content content) {
        slot.set(content);
        slot.committed = content;
        insisting &= !isUnsaid();
        mark(slot);
        check();
        edits.set(edits.get() + 1);
    }

    private void mark(FieldState slot) {
        slot.changed.set(!slot.value.get().equals(inEntry(lastVisit, slot.field)) && lastVisit.isPresent());
    }

    private List<Finding> check() {
        List<Finding> all = new ArrayList<>();
        slots.values().stream().filter(s -> s.committed.typed().isPresent() && s.typed.get().isPresent()).forEach(s -> all.add(FieldText.unread(s.field)));
        all.addAll(Validation.check(draft(), before, context.get()));
        boolean silent = isUnsaid();
        slots.values().forEach(s -> s.findings.set((!s.touched || silent) && !insisting ? List.of()
                : all.stream().filter(f -> f.field().id() == s.field.id()).toList()));
        return all;
    }

    /** Of a new entry nothing is there but what the program filled in: an empty line of a table misses nothing. */
    private boolean isUnsaid() {
        return before.isEmpty() && slots.values().stream().filter(s -> s.field.type() != Field.ValueType.REF)
                .allMatch(s -> s.value.get() instanceof Value.Blank && s.typed.get().isEmpty());
    }

    private FieldState slot(Field field) {
        return slots.get(field.id());
    }

    private static Value inEntry(Optional<Entry> entry, Field field) {
        return entry.flatMap(e -> e.value(field)).orElse(Value.BLANK);
    }
}
