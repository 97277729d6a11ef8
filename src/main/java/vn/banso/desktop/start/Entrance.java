package vn.banso.desktop.start;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.carrier.DeskAddress;
import vn.banso.carrier.HttpPeer;
import vn.banso.carrier.LineTrust;
import vn.banso.carrier.Timeouts;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Failures;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenLineQuestion;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.passphrase.NewPassphrase;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.TooSoonException;
import vn.banso.sync.wire.PeerException;

/** What the models of the way in share: where one stands, what is being done, what was said. Used on the thread of the screen. */
final class Entrance {
    final Background background;
    final Dialogs dialogs;
    final NodeOptions options;
    final ObjectProperty<Settings> settings;
    final ObjectProperty<Step> step = new SimpleObjectProperty<>(new Step.Choose());
    final ObjectProperty<Optional<Work>> work = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Notice>> said = new SimpleObjectProperty<>(Optional.empty());

    /**
     * Something under way.
     *
     * @param key of what is being done
     * @param share from 0 to 1; below 0 where nobody knows
     * @param running to be given up, where giving up is possible
     */
    record Work(String key, double share, Optional<Background.Running> running) {}

    Entrance(Background background, Dialogs dialogs, NodeOptions options, ObjectProperty<Settings> settings) {
        this.background = background;
        this.dialogs = dialogs;
        this.options = options;
        this.settings = settings;
    }

    boolean isBusy() {
        return work.get().isPresent();
    }

    void go(Step to) {
        said.set(Optional.empty());
        step.set(to);
    }

    void say(Notice notice) {
        said.set(Optional.of(notice));
    }

    /** Whether something stands against this passphrase; it is said then. */
    boolean objects(NewPassphrase fresh) {
        fresh.objection().ifPresent(key -> say(Notice.wait(key)));
        return fresh.objection().isPresent();
    }

    /** Whether it is the address of a receiver, and the line to it may be used; what stands against it is said. */
    boolean mayReach(String typed) {
        if (DeskAddress.of(typed).isEmpty()) {
            say(Notice.wait("start.waiting.receiver.form"));
            return false;
        }
        return OpenLineQuestion.ask(typed, settings, dialogs);
    }

    HttpPeer peer(String where) throws PeerException {
        return HttpPeer.to(where, Timeouts.usual(), LineTrust.in(options.home()).withOpen(settings.get().openHost()));
    }

    /** In the lane of the store; one thing at a time. What goes wrong with the store itself has a page of its own. */
    <T> void run(String key, Callable<T> act, Consumer<T> done) {
        run(key, act, done, this::failed);
    }

    <T> void run(String key, Callable<T> act, Consumer<T> done, Consumer<Throwable> failed) {
        begin(key);
        background.store(act, result -> {
            end();
            done.accept(result);
        }, failure -> {
            end();
            failed.accept(failure);
        });
    }

    /** What waits for others; may be given up. */
    <T> void aside(String key, Callable<T> act, Consumer<T> done, Consumer<Throwable> failed) {
        begin(key);
        Background.Running running = background.aside(act, result -> {
            end();
            done.accept(result);
        }, failure -> {
            end();
            failed.accept(failure);
        });
        work.get().ifPresent(w -> work.set(Optional.of(new Work(w.key(), w.share(), Optional.of(running)))));
    }

    void progress(double share) {
        work.get().ifPresent(w -> work.set(Optional.of(new Work(w.key(), share, w.running()))));
    }

    void giveUp() {
        work.get().flatMap(Work::running).ifPresent(Background.Running::cancel);
        end();
    }

    private void begin(String key) {
        said.set(Optional.empty());
        work.set(Optional.of(new Work(key, -1, Optional.empty())));
    }

    private void end() {
        work.set(Optional.empty());
    }

    /** Closes a node that nobody went into. */
    void letGo(Node open) {
        background.store(() -> {
            open.close();
            return open;
        }, _ -> { }, this::failed);
    }

    void failed(Throwable failure) {
        end();
        if (failure instanceof StoreException store && !(failure instanceof TooSoonException)) {
            if (store.reason() == StoreException.Reason.WRONG_PASSPHRASE) {
                say(Notice.wait("start.unlock.wrong"));
            } else {
                go(new Step.Trouble(store.reason()));
            }
        } else {
            say(failure instanceof TooSoonException ? new Notice(Notice.Tone.WAIT, Failures.told(failure), Optional.empty()) : Notice.look(Failures.told(failure)));
        }
    }

    /** Typed characters for one act, wiped after it. */
    static <T> Callable<T> wiping(char[] typed, Callable<T> act) {
        return () -> {
            try {
                return act.call();
            } finally {
                Arrays.fill(typed, ' ');
            }
        };
    }
}
