package vn.banso.desktop.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.trust.governance.GrantedDevice;

/** The unlocked node and what goes with it, for the models of all screens. Used on the thread of the screen. */
public final class OpenRegister {
    private static final int HALF_A_MINUTE = 30_000;

    private volatile Node node;
    private boolean locked;
    private final Background background;
    private final Clock clock;
    private final Dialogs dialogs;
    private final ObjectProperty<Settings> settings;
    private final ObjectProperty<Optional<Notice>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<GrantedDevice>> me = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Sentence>> mark = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper unanswered = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper minutes = new ReadOnlyLongWrapper();
    private final Communes communes = new Communes();

    public OpenRegister(Node node, Background background, Clock clock, Dialogs dialogs, ObjectProperty<Settings> settings) {
        this.node = node;
        this.background = background;
        this.clock = clock;
        this.dialogs = dialogs;
        this.settings = settings;
    }

    /** What this register is, where it is not the usual one: sample data, or a backup of some day. Said quietly, all the time. */
    public ObjectProperty<Optional<Sentence>> mark() {
        return mark;
    }

    /** Only for work in the {@linkplain #background background}. */
    public Node node() {
        return node;
    }

    public Background background() {
        return background;
    }

    /** The node is about to be closed: nothing is asked of it until it is {@linkplain #reopened open} again. */
    public void locked() {
        locked = true;
    }

    /** Whether the register is locked away: what was under way with it breaks off, and everything is safe. */
    public boolean isLocked() {
        return locked;
    }

    /** The same register, unlocked again: pages go on where they were. */
    public void reopened(Node again) {
        node = again;
        locked = false;
        passTime();
        refreshMe();
        changed();
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public Clock clock() {
        return clock;
    }

    /** By the laptop's own clock, which is trusted with nothing. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public ObjectProperty<Settings> settings() {
        return settings;
    }

    /** Rises with whatever may have changed what pages show. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Rises as time goes by, about twice in a minute: how long ago something was is said anew. */
    public ReadOnlyLongProperty minutes() {
        return minutes.getReadOnlyProperty();
    }

    /** From now on, until the register is locked, {@link #minutes} rises. */
    public void passTime() {
        if (!locked) {
            background.later(minutes, HALF_A_MINUTE, () -> {
                minutes.set(minutes.get() + 1);
                passTime();
            });
        }
    }

    /** Something was saved or came in. */
    public void changed() {
        changes.set(changes.get() + 1);
    }

    /** Asks the node off the screen; what goes wrong is told. */
    public <T> Background.Running ask(Function<Node, T> question, Consumer<T> answer) {
        return ask(question, answer, said -> {
            tell(Notice.look(said));
            unanswered.set(unanswered.get() + 1);
        });
    }

    /** Rises when a question ended without an answer, after why was told: a page that waits for it need not wait any more. */
    public ReadOnlyLongProperty unanswered() {
        return unanswered.getReadOnlyProperty();
    }

    /** The same for a page that has nothing to show without the answer. @param failing why there is none; the page says it */
    public <T> Background.Running ask(Function<Node, T> question, Consumer<T> answer, Consumer<List<Sentence>> failing) {
        if (locked) {
            // Read anew once it is open again.
            return () -> { };
        }
        return background.store(() -> question.apply(node), answer, problem -> failing.accept(Failures.told(problem)));
    }

    /** The same for an act that writes: pages are asked to reread before the answer is given. */
    public <T> Background.Running act(Function<Node, T> act, Consumer<T> answer) {
        return ask(act, result -> {
            changed();
            answer.accept(result);
        });
    }

    public ObjectProperty<Optional<Notice>> notice() {
        return notice;
    }

    public void tell(Notice said) {
        notice.set(Optional.of(said));
    }

    public void tell(Throwable failure) {
        tell(Notice.look(Failures.told(failure)));
    }

    /** Who this device is by its grant; empty before it was let in, or until the first answer of the node is there. */
    public ObjectProperty<Optional<GrantedDevice>> me() {
        return me;
    }

    /** Asks the node again who this device is and which communes it works for. */
    public void refreshMe() {
        record Standing(Optional<GrantedDevice> me, List<ScopeId> communes, List<ScopeId> granted) {}
        ask(n -> new Standing(n.grants().devices().stream().filter(d -> d.id().equals(n.id())).findFirst(), n.ledger().communes(),
                n.ledger().communes().stream().filter(c -> n.grants().isLive(n.id(), c)).toList()), s -> {
            communes.found(s.communes(), s.granted());
            me.set(s.me());
        });
    }

    /** Whether this device's role may do this; a page that it may not is read-only, and says who may. */
    public boolean mayWrite(EntryType type, Kind kind) {
        return me.get().filter(d -> !d.revoked() && d.role().mayWrite(type, kind)).isPresent();
    }

    /** The communes this device works for; mostly one. */
    public Communes communes() {
        return communes;
    }
}
