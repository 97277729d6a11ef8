package vn.banso.desktop.household;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.form.UndoStack;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** A household and its members while they are written down. The last line of members is always empty: it is the next one. */
public final class HouseholdForm {
    static final Field HEAD = Catalogue.HOUSEHOLD.field("head");
    static final Field VILLAGE = Catalogue.HOUSEHOLD.field("village");
    static final Field NUMBER = Catalogue.HOUSEHOLD.field("local_number");
    static final Field LAST_VISIT = Catalogue.HOUSEHOLD.field("last_visit");
    static final Field HOUSEHOLD = Catalogue.PERSON.field("household");
    static final Field NAME = Catalogue.PERSON.field("name");
    static final Field RELATION = Catalogue.PERSON.field("relation");

    private final Opened opened;
    private final Supplier<LocalDate> today;
    private final UndoStack undo = new UndoStack();
    private final EntryModel household;
    private final ObservableList<EntryModel> members = FXCollections.observableArrayList();
    private final Deque<EntryId> spare;
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private final Heads heads = new Heads(this);
    /** Lines that an undo left empty at the end; doing again brings them back. */
    private final Deque<EntryModel> surplus = new ArrayDeque<>();
    private Optional<OpenProblem> problem = Optional.empty();

    HouseholdForm(Opened opened, Supplier<LocalDate> today) {
        this.opened = opened;
        this.today = today;
        this.spare = new ArrayDeque<>(opened.spare());
        this.household = new EntryModel(Catalogue.HOUSEHOLD, opened.scope(), opened.id(), opened.household(), this::context, undo);
        household.restore(known());
        opened.members().forEach(p -> members.add(person(p.id(), Optional.of(p))));
        opened.drafts().forEach(this::putBack);
        listen(household);
        members.forEach(this::follow);
        nextLine();
    }

    public EntryModel household() {
        return household;
    }

    public ObservableList<EntryModel> members() {
        return members;
    }

    public UndoStack undo() {
        return undo;
    }

    Heads heads() {
        return heads;
    }

    /** A problem of the household that is being written down; empty where none is. */
    Optional<OpenProblem> problem() {
        return problem;
    }

    void problem(Optional<OpenProblem> written) {
        problem = written;
    }

    /** By the laptop's own clock. */
    LocalDate today() {
        return today.get();
    }

    Opened opened() {
        return opened;
    }

    /** Grows with every key and every choice. */
    public ReadOnlyLongProperty edits() {
        return edits.getReadOnlyProperty();
    }

    /** Whether the register does not have it yet. */
    public boolean isNew() {
        return household.before().isEmpty();
    }

    Optional<EntryId> village() {
        return Optional.of(household.valueOf(VILLAGE)).map(v -> v instanceof Value.Ref r ? r.entry() : null);
    }

    /** What the household is called: by its head, else by its first member. */
    public Optional<String> name() {
        Optional<EntryModel> head = members.stream().filter(m -> new Value.Ref(m.id()).equals(household.valueOf(HEAD))).findFirst();
        return head.or(() -> members.stream().findFirst()).flatMap(m -> m.whole().value(NAME)).map(v -> v instanceof Value.Text t ? t.text() : "");
    }

    /** Whether a line of members says nothing yet. */
    static boolean isEmpty(EntryModel member) {
        return member.before().isEmpty() && member.keepsake().fields().keySet().stream().allMatch(f -> f == HOUSEHOLD.id());
    }

    /** The household and all members who are more than an empty line. */
    Stream<EntryModel> all() {
        return Stream.concat(Stream.of(household), members.stream().filter(m -> !isEmpty(m)));
    }

    /** Whether somebody has written anything that the register does not hold. */
    public boolean isDirty() {
        return isNew() ? isBegun() : all().anyMatch(EntryModel::isDirty);
    }

    /** Whether there is anything to save: something written, or an earlier answer said to hold still. */
    boolean isVisited() {
        return isDirty() || !isNew() && all().anyMatch(EntryModel::isVisited);
    }

    /** A new household of which nothing but the village and the number is there, as the machine filled them in, is not begun. */
    private boolean isBegun() {
        return all().count() > 1 || !household.keepsake().equals(known());
    }

    /** Whether this is what it shows already, as the register holds it. */
    boolean saysSame(Opened now) {
        return now.drafts().isEmpty() && now.deleted() == opened.deleted() && Entry.saySame(now.household(), household.before())
                && now.members().size() == members.stream().filter(m -> m.before().isPresent()).count()
                && now.members().stream().allMatch(p -> members.stream().anyMatch(m -> m.id().equals(p.id()) && Entry.saySame(Optional.of(p), m.before())));
    }

    /** What forbids to save, in the order of the form. */
    public List<FieldLocation> blocked() {
        return new HouseholdFlaws(this).blocked();
    }

    /** Everything that nobody touched today was asked again, and is as it was. */
    public void keepAll() {
        undo.together(() -> all().forEach(EntryModel::keepAll));
    }

    /** Notes the visit where something was asked at the door: an answer, or that an earlier one still holds. */
    void noteVisit() {
        Value now = Value.Day.of(today.get());
        boolean asked = isNew() || all().anyMatch(m -> m.type().fields().stream().anyMatch(f -> m.confirmed(f).get()
                || m.changed(f).get() && f.type() == Field.ValueType.CODE));
        if (asked && !now.equals(household.valueOf(LAST_VISIT))) {
            // The machine's doing, so no step to take back.
            household.restore(Draft.of(Catalogue.HOUSEHOLD, opened.scope(), opened.id()).with("last_visit", now));
        }
    }

    /** Takes a line of members out that the register does not know; a step to undo. */
    public void drop(EntryModel member) {
        int at = members.indexOf(member);
        if (at < 0 || member.before().isPresent() || isEmpty(member)) {
            return;
        }
        boolean head = new Value.Ref(member.id()).equals(household.valueOf(HEAD));
        undo.together(() -> {
            if (head) {
                household.commit(HEAD, Value.BLANK);
            }
            undo.does(new MemberStep(this, member, at, false));
        });
    }

    void touch() {
        edits.set(edits.get() + 1);
    }

    private Validation.Context context() {
        Field region = Catalogue.VILLAGE.field("region");
        Optional<Value.Code> where = household == null ? Optional.empty() : opened.villages().stream()
                .filter(v -> new Value.Ref(v.id()).equals(household.valueOf(VILLAGE))).findFirst()
                .flatMap(v -> v.value(region)).map(v -> v instanceof Value.Code c ? c : null);
        return new Validation.Context(today.get(), where);
    }

    /** What the machine fills in of a new one. */
    private Draft known() {
        Draft none = Draft.of(Catalogue.HOUSEHOLD, opened.scope(), opened.id());
        Draft placed = opened.village().map(v -> none.with("village", new Value.Ref(v))).orElse(none);
        return opened.number().map(n -> placed.with("local_number", new Value.Whole(n))).orElse(placed);
    }

    private void putBack(Draft draft) {
        if (draft.type() == Catalogue.HOUSEHOLD) {
            household.restore(draft);
            return;
        }
        EntryModel member = members.stream().filter(m -> m.id().equals(draft.id())).findFirst().orElseGet(() -> {
            EntryModel fresh = person(draft.id(), Optional.empty());
            members.add(fresh);
            return fresh;
        });
        member.restore(draft);
    }

    private EntryModel person(EntryId id, Optional<Entry> before) {
        EntryModel person = new EntryModel(Catalogue.PERSON, opened.scope(), id, before, this::context, undo);
        if (before.isEmpty()) {
            person.restore(Draft.of(Catalogue.PERSON, opened.scope(), id).with("household", new Value.Ref(opened.id())));
        }
        return person;
    }

    private void listen(EntryModel entry) {
        entry.edits().subscribe((_, _) -> touch());
    }

    private void follow(EntryModel member) {
        listen(member);
        member.edits().subscribe((_, _) -> {
            if (members.getLast() == member && !isEmpty(member)) {
                nextLine();
            } else if (undo.isReplaying()) {
                trim();
            }
        });
        heads.follow(member);
    }

    /** One empty line at the end is enough. */
    private void trim() {
        while (members.size() > 1 && isEmpty(members.getLast()) && isEmpty(members.get(members.size() - 2))) {
            surplus.push(members.removeLast());
        }
    }

    private void nextLine() {
        if (!surplus.isEmpty() && !isEmpty(members.getLast())) {
            members.add(surplus.pop());
        } else if ((members.isEmpty() || !isEmpty(members.getLast())) && !spare.isEmpty()) {
            EntryModel next = person(spare.pop(), Optional.empty());
            members.add(next);
            follow(next);
        }
    }
}
