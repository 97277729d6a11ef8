package vn.banso.store.writing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.files.StoreException;
import vn.banso.store.node.NodeContext;

/** Half-filled forms: durable and sealed like everything else, but no part of the register until they are saved. */
public final class Drafts {
    private static final int NO_ACT = 0;
    /** No entry, but what was chosen in the form: its name and its answer in turn. */
    private static final int CHOICES = 0;

    private final NodeContext in;
    private final NodeLock door;
    private final Saving saving;
    private final EntryReader reading;

    public Drafts(NodeContext in, NodeLock door, Saving saving, EntryReader reading) {
        this.in = in;
        this.door = door;
        this.saving = saving;
        this.reading = reading;
    }

    /** Keeps it whole, in place of what was kept of this form and of its entries before. */
    public void keep(FormDraft form) {
        keep(form, List.of());
    }

    /** @param insteadOf what the form knew to be kept so far, also where another form had kept it */
    public void keep(FormDraft form, List<Draft> insteadOf) {
        door.write(() -> in.db.write(() -> {
            insteadOf.forEach(this::erase);
            write(form);
            sweep();
            return form;
        }));
    }

    /** A form belongs to another commune after all: it is kept there and no more in the first, in the same moment. */
    public void move(ScopeId from, FormDraft form) {
        door.write(() -> in.db.write(() -> {
            erase(from, form.id());
            write(form);
            sweep();
            return form;
        }));
    }

    /** Forms that say nothing the register does not hold are none, whoever has written it there. What cannot be read may say something. */
    private void sweep() {
        kept().stream().filter(rows -> rows.stream().allMatch(Row::isRead)).map(Drafts::form).filter(f -> !saysSomething(f))
                .forEach(f -> erase(f.scope(), f.id()));
    }

    private void erase(Draft entry) {
        in.db.sql("DELETE FROM draft WHERE scope = ? AND id = ? AND type = ?").put(entry.scope()).put(entry.id()).put(entry.type().id()).run();
    }

    private void erase(ScopeId scope, EntryId form) {
        in.db.sql("DELETE FROM draft WHERE scope = ? AND form = ?").put(scope).put(form).run();
    }

    /**
     * Makes entries part of the register, and keeps the rest of their form in the same moment: whatever happens, each is in one of the
     * two. Where the register does not take them, the drafts stay as they were.
     *
     * @param insteadOf what the form knew to be kept so far
     */
    public SaveResult save(List<Draft> entries, FormDraft rest, List<Draft> insteadOf) {
        return door.write(() -> in.db.write(() -> {
            SaveResult result = saving.save(entries);
            if (result.isSaved()) {
                insteadOf.forEach(this::erase);
                entries.forEach(this::erase);
                write(rest);
                sweep();
            }
            return result;
        }));
    }

    /** It was saved otherwise, or is not wanted any more. */
    public void discard(ScopeId scope, EntryId form) {
        keep(FormDraft.nothing(scope, form));
    }

    private void write(FormDraft form) {
        erase(form.scope(), form.id());
        if (form.entries().isEmpty()) {
            return;
        }
        form.entries().forEach(d -> write(form, d.id(), d.type().id(), d.fields()));
        if (!form.choices().isEmpty()) {
            SortedMap<Integer, Value> words = new TreeMap<>();
            form.choices().forEach((name, answer) -> {
                words.put(words.size() + 1, new Value.Text(name));
                words.put(words.size() + 1, new Value.Text(answer));
            });
            write(form, form.id(), CHOICES, words);
        }
    }

    private void write(FormDraft form, EntryId id, int type, SortedMap<Integer, Value> fields) {
        Change sealed = Change.of(NO_ACT, type, id, in.self(), new Stamp(in.options.clock().millis()), fields, new TreeMap<>());
        in.db.sql("REPLACE INTO draft (scope, form, page, id, type, sealed) VALUES (?, ?, ?, ?, ?, ?)").put(form.scope()).put(form.id())
                .put(form.page()).put(id).put(type).put(in.atRest.change(form.scope(), sealed)).run();
    }

    /** All that say something the register does not hold, the one kept last first. */
    public List<FormDraft> forms() {
        return door.alone(() -> kept().stream().map(Drafts::form).filter(this::saysSomething).toList().reversed());
    }

    /** The rows of each form. Another commune may have a form of the same entry. */
    private Collection<List<Row>> kept() {
        record Key(ScopeId scope, EntryId form) {}
        Map<Key, List<Row>> forms = new LinkedHashMap<>();
        in.db.sql("SELECT scope, form, page, id, sealed FROM draft ORDER BY n").list(row -> new Row(row.scope(1), row.entry(2), row.entry(3),
                readable(() -> in.atRest.change(row.scope(1), row.entry(4), row.bytes(5)))))
                .forEach(r -> forms.computeIfAbsent(new Key(r.scope(), r.form()), _ -> new ArrayList<>()).add(r));
        return forms.values();
    }

    /** Empty where it is damaged: one row that cannot be read hides no other. */
    private static <T> Optional<T> readable(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.UNREADABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The forms of this type that are written on this page of this commune, the one kept last first. */
    public List<FormDraft> on(ScopeId scope, EntryId page, EntryType type) {
        return forms().stream().filter(f -> f.scope().equals(scope) && f.page().equals(page) && f.type() == type).toList();
    }

    /** What is kept of this form. */
    public Optional<FormDraft> form(ScopeId scope, EntryId id) {
        return forms().stream().filter(f -> f.scope().equals(scope) && f.id().equals(id)).findFirst();
    }

    /** What is kept of this entry, in whatever form. */
    public Optional<Draft> of(ScopeId scope, EntryId id) {
        return list().stream().filter(d -> d.scope().equals(scope) && d.id().equals(id)).findFirst();
    }

    /** The entries of all forms, the one kept last at the end. */
    public List<Draft> list() {
        return forms().reversed().stream().flatMap(f -> f.entries().stream()).toList();
    }

    /** @param change empty where it cannot be read */
    private record Row(ScopeId scope, EntryId form, EntryId page, Optional<Change> change) {
        /** Whether all is known that it says. */
        boolean isRead() {
            return change.filter(c -> c.type() == CHOICES || Catalogue.type(c.type()).isPresent()).isPresent();
        }
    }

    private static FormDraft form(List<Row> rows) {
        Row first = rows.getFirst();
        List<Draft> entries = new ArrayList<>();
        SortedMap<String, String> choices = new TreeMap<>();
        for (Change change : rows.stream().flatMap(r -> r.change().stream()).toList()) {
            if (change.type() == CHOICES) {
                Iterator<Value> words = change.fields().values().iterator();
                while (words.hasNext()) {
                    choices.put(((Value.Text) words.next()).text(), ((Value.Text) words.next()).text());
                }
            } else {
                Catalogue.type(change.type()).ifPresent(type -> entries.add(new Draft(type, first.scope(), change.entry(), change.fields())));
            }
        }
        Optional<Instant> written = rows.stream().flatMap(r -> r.change().stream()).map(c -> Instant.ofEpochMilli(c.stamp().millis())).max(Instant::compareTo);
        return new FormDraft(first.scope(), first.form(), first.page(), entries, choices, written);
    }

    private boolean saysSomething(FormDraft form) {
        return form.entries().stream().anyMatch(this::saysSomething);
    }

    /** Where the register cannot tell what it holds, the draft says it. */
    private boolean saysSomething(Draft draft) {
        return readable(() -> {
            Optional<Entry> there = reading.entry(draft.scope(), draft.id());
            return draft.fields().entrySet().stream().anyMatch(f -> !f.getValue()
                    .equals(there.map(e -> e.fields().get(f.getKey())).orElse(Value.BLANK)));
        }).orElse(!draft.fields().isEmpty());
    }
}
