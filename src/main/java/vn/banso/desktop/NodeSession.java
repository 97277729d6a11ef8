package vn.banso.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.OtherRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.settings.SettingsFile;
import vn.banso.desktop.start.Counted;
import vn.banso.desktop.start.Idle;
import vn.banso.desktop.start.StartModel;
import vn.banso.desktop.start.StartView;
import vn.banso.desktop.start.Trial;
import vn.banso.register.catalogue.Texts;
import vn.banso.say.RestoredWords;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;

/**
 * Who comes in, and how it is locked. A lock really closes the node, so that its keys are gone from memory; what was on the screen
 * waits as it was. Used on the thread of the screen.
 */
public final class NodeSession {
    private final MainWindow window;
    private final Counted background;
    private final ObjectProperty<Settings> settings;
    private final Trial trial;
    private final StartModel start;
    private final Idle idle;
    private Optional<OpenRegister> workplace = Optional.empty();
    private boolean locked;
    /** Opened and closed in the lane of the store alone. */
    private volatile Optional<Trial.Desk> desk = Optional.empty();

    /** @param background the same that the window works with */
    public NodeSession(MainWindow window, Counted background, Dialogs dialogs, NodeOptions options, ObjectProperty<Settings> settings, Trial trial) {
        this.window = window;
        this.background = background;
        this.settings = settings;
        this.trial = trial;
        this.start = new StartModel(background, dialogs, options, settings, trial, this::opened);
        this.idle = new Idle(background, () -> settings.get().idleMinutes(), background::isBusy, System::nanoTime, this::lock);
        SettingsFile file = new SettingsFile(options.home());
        settings.addListener((_, before, after) -> {
            background.store(() -> keep(file, after), _ -> { }, failure -> workplace.ifPresent(w -> w.tell(failure)));
            if (before.idleMinutes() != after.idleMinutes()) {
                idle.changed();
            }
        });
        window.scene().addEventFilter(InputEvent.ANY, this::touched);
    }

    private static Settings keep(SettingsFile file, Settings settings) throws IOException {
        file.write(settings);
        return settings;
    }

    private void touched(InputEvent event) {
        if (event instanceof KeyEvent || event instanceof MouseEvent || event instanceof ScrollEvent) {
            idle.touched();
        }
    }

    /** At the register opened last, or at the first start. */
    public void begin() {
        start.begin();
        showStart();
    }

    /**
     * At this register, whatever was opened last.
     *
     * @param passphrase where whoever starts it knows it, else empty; wiped
     */
    public void begin(Path dir, char[] passphrase) {
        start.locked(dir);
        showStart();
        if (passphrase.length > 0) {
            start.unlockWith(passphrase);
        }
    }

    private void showStart() {
        window.show(() -> new StartView(new Ui(Texts.of(settings.get().lang())), start));
    }

    private void opened(Node node) {
        locked = false;
        Optional<OpenRegister> same = workplace.filter(w -> w.node().dir().equals(node.dir()));
        if (same.isPresent()) {
            same.get().reopened(node);
            window.showOpened();
        } else {
            closeDesk();
            OpenRegister open = window.open(node, this::lock, this::elsewhere);
            workplace = Optional.of(open);
            mark(open);
            openDesk(node);
        }
        idle.watch();
    }

    /** Nobody takes invented people for their own, or a backup for what was there yesterday. */
    private void mark(OpenRegister open) {
        if (trial.isTrial(open.node().dir())) {
            open.mark().set(Optional.of(Sentence.of("shell.mark.sample")));
            return;
        }
        open.ask(node -> node.upkeep().restored(), restored -> restored.ifPresent(r -> {
            open.mark().set(Optional.of(Sentence.of("shell.mark.restored", RestoredWords.day(r.made()))));
            open.tell(new Notice(Notice.Tone.WAIT, RestoredWords.of(r), Optional.empty()));
        }));
    }

    /** Locks the register at once; what was begun is finished first. */
    public void lock() {
        workplace.ifPresent(open -> {
            closeNode(open);
            start.locked(open.node().dir());
            showStart();
        });
    }

    private void closeNode(OpenRegister open) {
        if (locked) {
            return;
        }
        locked = true;
        idle.rest();
        window.leave();
        open.locked();
        Node node = open.node();
        background.store(() -> {
            node.close();
            return node;
        }, _ -> { }, open::tell);
    }

    private void elsewhere(OtherRegister other) {
        lock();
        closeDesk();
        workplace = Optional.empty();
        start.locked(other.folder());
        other.restored().ifPresent(start::restored);
    }

    private void openDesk(Node node) {
        background.store(() -> {
            desk = trial.desk(node);
            return desk.isPresent();
        }, answers -> workplace.filter(_ -> answers).ifPresent(OpenRegister::changed), _ -> workplace.ifPresent(w -> w.tell(Notice.wait("start.try.no_desk"))));
    }

    private void closeDesk() {
        background.store(() -> {
            desk.ifPresent(Trial.Desk::close);
            desk = Optional.empty();
            return true;
        }, _ -> { }, failure -> workplace.ifPresent(w -> w.tell(failure)));
    }

    /** The window closes: nothing stays open. */
    public void close() {
        workplace.ifPresent(this::closeNode);
        workplace = Optional.empty();
        start.leave();
        closeDesk();
    }
}
