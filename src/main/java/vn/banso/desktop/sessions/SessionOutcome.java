package vn.banso.desktop.sessions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;
import vn.banso.store.training.SessionStatus;
import vn.banso.store.writing.SaveResult;

/** What became of a session, by what people say and by whether somebody was there: the two never contradict each other in silence. */
public final class SessionOutcome {
    private static final EntryType SESSION = Catalogue.SESSION;
    private static final Field STATUS = SESSION.field("status");
    private static final Field TALLY = SESSION.field("tally_total");

    private final OpenRegister workplace;
    private final ReadOnlyObjectProperty<Optional<EntryModel>> form;
    private final Supplier<AttendanceModel> attendance;
    private final BooleanSupplier mayJudge;
    private final ReadOnlyObjectWrapper<SessionStatus> phase = new ReadOnlyObjectWrapper<>(SessionStatus.PLANNED);
    private boolean judging;
    /** Whether somebody took it back that a session of a day to come counts as held. */
    private boolean leftToCome;

    /**
     * @param form the fields of the session
     * @param mayJudge whether it may follow from people being there that it was held
     */
    public SessionOutcome(OpenRegister workplace, ReadOnlyObjectProperty<Optional<EntryModel>> form, Supplier<AttendanceModel> attendance,
                   BooleanSupplier mayJudge) {
        this.workplace = workplace;
        this.form = form;
        this.attendance = attendance;
        this.mayJudge = mayJudge;
    }

    public ReadOnlyObjectProperty<SessionStatus> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Reads it off the fields. */
    public void judge() {
        form.get().ifPresent(f -> phase.set(SessionStatus.of(f.draft().over(f.before()), workplace.today())));
    }

    /** A field was written: who counts heads was there. */
    public void edited() {
        if (counted() > 0 && mayJudge.getAsBoolean() && (phase.get() == SessionStatus.PLANNED || phase.get() == SessionStatus.DUE) && !judging) {
            judging = true;
            holdByItself();
            judging = false;
        }
        judge();
    }

    /** Somebody is about to be ticked. */
    public void someoneCame() {
        if (phase.get() != SessionStatus.HELD && mayJudge.getAsBoolean()) {
            holdByItself();
        }
    }

    /** Held because people were there: said where its day is still to come, and once taken back it is not done again. */
    private void holdByItself() {
        if (leftToCome || form.get().isEmpty()) {
            return;
        }
        say(SessionStatus.HELD);
        EntryModel written = form.get().orElseThrow();
        form.get().map(f -> f.valueOf(SESSION.field("date"))).filter(Value.Day.class::isInstance).map(Value.Day.class::cast)
                .filter(d -> d.number() > Value.Day.of(workplace.today()).number())
                .ifPresent(d -> workplace.tell(Notice.wait("classes.held_ahead", Texts.day(d)).undoneBy(() -> {
                    leftToCome = true;
                    put(written, Map.of(STATUS, SessionStatus.PLANNED.status()));
                })));
    }

    /** What had people in it cannot have been called off: where that is said, it is asked which of the two is so. */
    public void become(SessionStatus next) {
        if (next != SessionStatus.NOT_HELD || people() == 0) {
            say(next);
        } else if (workplace.dialogs().confirm(Sentence.of("classes.not_held_ask", people()), "classes.not_held_yes")) {
            nobodyCame();
            say(next);
        }
    }

    private void say(SessionStatus next) {
        form.get().ifPresent(f -> f.commit(STATUS, next.status()));
    }

    /** How many were there: on the list, or counted without names. */
    public long people() {
        return Math.max(attendance.get().count().came(), counted());
    }

    private long counted() {
        return form.get().map(f -> f.valueOf(TALLY)).filter(Value.Whole.class::isInstance).map(v -> ((Value.Whole) v).number()).orElse(0L);
    }

    /** Whether one laptop says that it was called off and another one who came: both are kept until somebody knows. */
    public boolean isContradicted() {
        return phase.get() == SessionStatus.NOT_HELD && people() > 0;
    }

    /** The list was ticked, or heads were counted, in the wrong session; can be taken back. */
    public void nobodyCame() {
        SessionStatus before = phase.get();
        EntryModel f = form.get().orElseThrow();
        Map<Field, Value> heads = new LinkedHashMap<>();
        SESSION.fields().stream().filter(field -> field.key().startsWith("tally_")).forEach(field -> heads.put(field, f.valueOf(field)));
        heads.keySet().forEach(field -> f.commit(field, Value.BLANK));
        attendance.get().clear(back -> workplace.tell(Notice.done("classes.list_cleared").undoneBy(() -> {
            back.run();
            heads.put(STATUS, before.status());
            put(f, heads);
        })));
    }

    /** Also from another page, where the form is closed by now. */
    private void put(EntryModel written, Map<Field, Value> values) {
        form.get().ifPresentOrElse(now -> values.forEach(now::commit), () -> {
            SortedMap<Integer, Value> fields = new TreeMap<>();
            values.forEach((field, value) -> fields.put(field.id(), value));
            workplace.act(node -> node.save(List.of(new Draft(SESSION, written.scope(), written.id(), fields))), result -> {
                if (result instanceof SaveResult.Refused no) {
                    workplace.tell(RefusalText.ofAct(no));
                }
            });
        });
    }
}
