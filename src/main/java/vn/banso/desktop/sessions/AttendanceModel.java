package vn.banso.desktop.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.training.ActQueue;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.register.PersonLine;
import vn.banso.store.training.Attendance;
import vn.banso.store.training.SessionSheet;

/** Who came: a list to tick, of the class or of the whole village, kept tick by tick. */
public final class AttendanceModel {
    /** Whose names stand on the list before anybody is ticked. Texts: {@code classes.list.<name>}. */
    public enum Base { CLASS, VILLAGE }

    /** What the list adds up to now. */
    public record Count(int came, int women, int elderly, int practised, int absent) {}

    private final OpenRegister workplace;
    private final ActQueue acts;
    private final Runnable someoneCame;
    private final NoteWriter writer;
    private final Map<EntryId, AttendanceRow> known = new LinkedHashMap<>();
    private final ObservableList<AttendanceRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Base> base = new SimpleObjectProperty<>(Base.CLASS);
    private final ObjectProperty<Optional<AttendanceRow>> last = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private List<PersonLine> learners = List.of();
    private List<PersonLine> roll = List.of();
    private long planned;
    private boolean chosen;

    /** @param someoneCame called before the first tick that says somebody was there is kept */
    public AttendanceModel(OpenRegister workplace, ActQueue acts, ScopeId scope, EntryId session, Runnable someoneCame) {
        this.workplace = workplace;
        this.acts = acts;
        this.someoneCame = someoneCame;
        this.writer = new NoteWriter(workplace, acts, scope, session, this::edited);
        base.addListener(_ -> {
            list();
            edited();
        });
    }

    /** What counts and lists are made of. */
    private List<Object> noted() {
        return List.of(planned, learners, roll, base.get(), known.values().stream().map(Note::of).toList());
    }

    /** What was read; ticks made since then stay as they are. */
    public void show(SessionSheet sheet) {
        List<Object> before = noted();
        planned = sheet.session().flatMap(s -> s.whole(Catalogue.SESSION.field("planned_people"))).orElse(0L);
        learners = sheet.learners();
        roll = sheet.roll();
        if (acts.isSettled()) {
            Map<EntryId, SessionSheet.Mark> marks = sheet.marks().stream().collect(Collectors.toMap(m -> m.person().id(), m -> m));
            sheet.marks().forEach(mark -> known(mark.person()));
            known.values().forEach(tick -> {
                Optional<SessionSheet.Mark> mark = Optional.ofNullable(marks.get(tick.person().id()));
                tick.presence().set(mark.map(SessionSheet.Mark::presence).orElse(AttendanceRow.NONE));
                tick.practised().set(mark.map(SessionSheet.Mark::practised).orElse(AttendanceRow.NONE));
            });
        }
        if (!chosen) {
            base.set(learners.isEmpty() && !roll.isEmpty() ? Base.VILLAGE : Base.CLASS);
            chosen = true;
        }
        list();
        // Read again and found as it was: what was said of the last one still holds.
        if (!noted().equals(before)) {
            edited();
        }
    }

    private AttendanceRow known(PersonLine person) {
        return known.computeIfAbsent(person.id(), _ -> new AttendanceRow(person));
    }

    private void list() {
        List<AttendanceRow> list = new ArrayList<>();
        Set<EntryId> named = new HashSet<>();
        (base.get() == Base.CLASS ? learners : roll).forEach(f -> {
            if (named.add(f.id())) {
                list.add(known(f));
            }
        });
        // Whoever else came stands below, so that the numbers of a printed list stay what they are.
        known.values().stream().filter(t -> t.isNoted() && named.add(t.person().id())).forEach(list::add);
        number(list);
        if (!rows.equals(list)) {
            rows.setAll(list);
        }
    }

    private static void number(List<AttendanceRow> list) {
        for (int i = 0; i < list.size(); i++) {
            list.get(i).number().set(i + 1);
        }
    }

    public ObservableList<AttendanceRow> rows() {
        return rows;
    }

    public ObjectProperty<Base> base() {
        return base;
    }

    /** Who came to another session of the class or to this one. */
    public int learners() {
        return (int) Stream.concat(learners.stream(), known.values().stream().filter(AttendanceRow::came).map(AttendanceRow::person)).map(PersonLine::id)
                .distinct().count();
    }

    public int roll() {
        return roll.size();
    }

    /** The line somebody touched last: what the keys for late, absent and practice mean. */
    public ObjectProperty<Optional<AttendanceRow>> last() {
        return last;
    }

    /** Grows with every tick. */
    public ReadOnlyLongProperty edits() {
        return edits.getReadOnlyProperty();
    }

    public Count count() {
        List<AttendanceRow> came = known.values().stream().filter(AttendanceRow::came).toList();
        return new Count(came.size(), (int) came.stream().filter(t -> t.person().isWoman()).count(),
                (int) came.stream().filter(t -> t.person().isElderly(workplace.today())).count(),
                (int) known.values().stream().filter(AttendanceRow::hasPractised).count(),
                (int) known.values().stream().filter(t -> t.presence().get() == Attendance.ABSENT).count());
    }

    /** How many were planned, where so many came that one of the two is to be looked at again. */
    public Optional<Long> farAbovePlan() {
        return Optional.of(planned).filter(p -> Validation.isFarAbovePlan(count().came(), p));
    }

    // Finding somebody by a number or some letters.

    /** Those on the lists whose name fits, or the line of that number; who is called so comes before who only contains it. */
    public List<AttendanceRow> find(String typed, int limit) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return rows.stream().filter(t -> String.valueOf(t.number().get()).equals(text)).toList();
        }
        List<AttendanceRow> all = new ArrayList<>(rows);
        Set<EntryId> named = new HashSet<>(rows.stream().map(t -> t.person().id()).toList());
        Stream.concat(learners.stream(), roll.stream()).filter(f -> named.add(f.id())).forEach(f -> all.add(known(f)));
        return all.stream().filter(t -> NameFit.fits(text, t.person().name()))
                .sorted(Comparator.comparingInt(t -> NameFit.rank(text, t.person().name()))).limit(limit).toList();
    }

    /** Somebody found elsewhere in the commune. */
    public AttendanceRow met(PersonLine person) {
        return known(person);
    }

    /**
     * Whom a list of this session on paper is about: everybody on the list while nobody is ticked, so that it can be signed; later
     * those about whom something is noted, and the learners of the class.
     */
    public List<AttendanceRow> onPaper() {
        if (known.values().stream().noneMatch(AttendanceRow::isNoted)) {
            return List.copyOf(rows);
        }
        Set<EntryId> ofClass = learners.stream().map(PersonLine::id).collect(Collectors.toSet());
        return rows.stream().filter(t -> t.isNoted() || ofClass.contains(t.person().id())).toList();
    }

    // Ticking.

    /** Comes to the list, if not there yet, and is present; false where that was noted before. */
    public boolean present(AttendanceRow tick) {
        boolean isNew = !tick.came();
        if (isNew) {
            presence(tick, Attendance.PRESENT);
        }
        last.set(Optional.of(tick));
        return isNew;
    }

    /** Present becomes nothing, anything else becomes present. */
    public void toggle(AttendanceRow tick) {
        presence(tick, tick.presence().get() == Attendance.PRESENT ? AttendanceRow.NONE : Attendance.PRESENT);
    }

    /** Late or absent; a second time takes it back. */
    public void mark(AttendanceRow tick, int presence) {
        presence(tick, tick.presence().get() == presence ? AttendanceRow.NONE : presence);
    }

    private void presence(AttendanceRow tick, int now) {
        note(Note.of(tick).withPresence(now));
    }

    /** Done by their own hands, and then they were there; a second time no longer. */
    public void practise(AttendanceRow tick) {
        boolean done = !tick.hasPractised();
        if (done && !tick.came()) {
            present(tick);
        }
        note(Note.of(tick).withPractised(done ? CodeList.YES : CodeList.NO));
    }

    private void note(Note now) {
        if (now.came()) {
            someoneCame.run();
        }
        writer.write(List.of(now), () -> { });
        touched(now.tick());
    }

    /** Everybody of the list about whom nothing is noted was not there. */
    public void restAbsent() {
        List<AttendanceRow> rest = rows.stream().filter(t -> t.presence().get() == AttendanceRow.NONE).toList();
        writer.write(rest.stream().map(t -> Note.of(t).withPresence(Attendance.ABSENT)).toList(),
                () -> workplace.tell(Notice.done("classes.rest_marked", rest.size()).undoneBy(() -> writer.write(rest.stream()
                        .filter(t -> t.presence().get() == Attendance.ABSENT).map(t -> Note.of(t).withPresence(AttendanceRow.NONE)).toList(), () -> { }))));
    }

    /** Takes everything that is noted back in one act. @param cleared is given what brings it back */
    public void clear(Consumer<Runnable> cleared) {
        List<Note> was = known.values().stream().filter(AttendanceRow::isNoted).map(Note::of).toList();
        writer.write(was.stream().map(n -> new Note(n.tick(), AttendanceRow.NONE, AttendanceRow.NONE)).toList(),
                () -> cleared.accept(() -> writer.write(was, () -> { })));
    }

    private void edited() {
        edits.set(edits.get() + 1);
    }

    private void touched(AttendanceRow tick) {
        if (!rows.contains(tick)) {
            tick.number().set(rows.size() + 1);
            rows.add(tick);
        }
        last.set(Optional.of(tick));
        edited();
    }
}
