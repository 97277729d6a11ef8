package vn.banso.desktop.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Settings;
import vn.banso.say.RestoredWords;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.upkeep.Restored;
import vn.banso.store.upkeep.Upkeep;

/** The way in: which register, unlocked by whom, and what to do where it does not open. */
public final class StartModel {
    private static final String USUAL = "register";

    private final Entrance in;
    private final Trial trial;
    private final Consumer<Node> opened;
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final InviteModel invite;
    private final TryOutModel tryOut;
    private final ForgotModel forgot;
    private final UnlockModel entrance;
    private Path dir;
    /** Whether the register at the door was picked on the page of the start, to which Escape leads back. */
    private boolean fromStart;

    /** @param opened takes the unlocked node of somebody who was let in */
    public StartModel(Background background, Dialogs dialogs, NodeOptions options, ObjectProperty<Settings> settings, Trial trial,
            Consumer<Node> opened) {
        this.in = new Entrance(background, dialogs, options, settings);
        this.trial = trial;
        this.opened = opened;
        this.dir = options.home().resolve(USUAL);
        this.invite = new InviteModel(in, this);
        this.tryOut = new TryOutModel(in, trial, this);
        this.forgot = new ForgotModel(in, this);
        this.entrance = new UnlockModel(in, this);
    }

    /** At the register opened last, or at the first start. */
    public void begin() {
        String last = in.settings.get().node();
        dir = last.isEmpty() ? dir : Path.of(last);
        fromStart = false;
        in.go(isRegister(dir) ? new Step.Unlock(dir) : new Step.Choose());
    }

    /** The register was locked and waits for its passphrase. */
    public void locked(Path folder) {
        fromStart = false;
        at(folder);
    }

    private void at(Path folder) {
        dir = folder;
        passphrase.set("");
        in.go(new Step.Unlock(folder));
    }

    public ReadOnlyObjectProperty<Step> step() {
        return in.step;
    }

    ReadOnlyObjectProperty<Optional<Entrance.Work>> work() {
        return in.work;
    }

    /** Whether something is under way; nothing else is begun meanwhile. */
    public boolean isBusy() {
        return in.isBusy();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> said() {
        return in.said;
    }

    public ObjectProperty<Settings> settings() {
        return in.settings;
    }

    /** As it is being typed. */
    public StringProperty passphrase() {
        return passphrase;
    }

    public InviteModel invite() {
        return invite;
    }

    public TryOutModel tryOut() {
        return tryOut;
    }

    public ForgotModel forgot() {
        return forgot;
    }

    UnlockModel entrance() {
        return entrance;
    }

    Path dir() {
        return dir;
    }

    // What can be chosen.

    public void choose() {
        leave();
        in.go(new Step.Choose());
    }

    /** Somebody was invited: a register of their own, in the usual folder where that is free. */
    public void invited() {
        dir = freeFolder();
        in.go(new Step.Invite());
    }

    public boolean canTryOut() {
        return trial.isAvailable();
    }

    public void tryItOut() {
        Optional<Path> there = trial.laptop(trial.usualFolder());
        fromStart = true;
        there.ifPresentOrElse(this::at, () -> in.go(new Step.TryOut()));
    }

    /** Asks for the folder of another register. */
    public void openOther() {
        in.dialogs.folder("start.other.title").ifPresent(folder -> {
            if (isRegister(folder)) {
                leave();
                fromStart = true;
                at(folder);
            } else {
                in.say(Notice.wait("start.other.none"));
            }
        });
    }

    /** Asks for a backup and puts it where no register is: what is there stays. */
    public void restore() {
        in.dialogs.openFile("start.restore.title").ifPresent(backup -> {
            Path there = dir;
            in.run("start.work.restoring", () -> brought(backup, there), arrived -> {
                leave();
                at(arrived.folder());
                restored(arrived.restored());
            }, failure -> {
                if (failure instanceof StoreException store && (store.reason() == Reason.NOT_A_NODE || store.reason() == Reason.DAMAGED)) {
                    in.say(Notice.wait("start.restore.unfit"));
                } else {
                    in.failed(failure);
                }
            });
        });
    }

    /** The register at the door came out of a backup just now: of which day it is, before its passphrase is typed. */
    public void restored(Restored from) {
        in.say(Notice.done("start.restore.done").and(RestoredWords.of(from)));
    }

    private record Arrived(Path folder, Restored restored) {}

    /** Where the register should be, or beside it where another one is, or the vault of another device. */
    private Arrived brought(Path backup, Path there) {
        if (!Files.exists(there.resolve("node.db"))) {
            try {
                return new Arrived(there, Upkeep.restore(backup, there));
            } catch (StoreException e) {
                if (e.reason() != Reason.EXISTS) {
                    throw e;
                }
            }
        }
        Path to = freeFolder();
        return new Arrived(to, Upkeep.restore(backup, to, there));
    }

    public void unlock() {
        if (in.isBusy() || passphrase.get().isEmpty()) {
            return;
        }
        enter(dir, passphrase.get().toCharArray());
    }

    /** @param known the passphrase, known to whoever started the program; wiped */
    public void unlockWith(char[] known) {
        enter(dir, known);
    }

    public void forgotten() {
        in.go(new Step.Forgot());
    }

    /** After something in the way of the register was put right. */
    public void retry() {
        if (passphrase.get().isEmpty() || !isRegister(dir)) {
            begin();
        } else {
            in.go(new Step.Unlock(dir));
            unlock();
        }
    }

    /** @param typed wiped afterwards */
    void enter(Path folder, char[] typed) {
        dir = folder;
        entrance.enter(folder, typed);
    }

    /** What was typed was right. */
    void unlocked() {
        forget();
        remember();
    }

    /** Into the register, or to wait for being let in. */
    void go(Node node) {
        if (node.province().isPresent()) {
            opened.accept(node);
        } else {
            invite.waitWith(node);
        }
    }

    /** The register was made or let in: from now on it is the one that opens. */
    void remember() {
        in.settings.set(in.settings.get().withNode(dir.toAbsolutePath().toString()));
    }

    /** Puts away what is open before the window closes or another register is opened. */
    public void leave() {
        invite.leave();
        entrance.leave();
        forget();
    }

    /** No passphrase stays in memory that is not being typed. */
    private void forget() {
        passphrase.set("");
        invite.fresh().forget();
        tryOut.fresh().forget();
        forgot.fresh().forget();
    }

    public void giveUp() {
        in.giveUp();
    }

    /** Stops what is under way where that is possible; else goes back to where one came from. */
    public void escape() {
        if (in.isBusy()) {
            if (in.work.get().flatMap(Entrance.Work::running).isPresent()) {
                giveUp();
            }
            return;
        }
        switch (in.step.get()) {
            case Step.Invite _, Step.TryOut _ -> choose();
            case Step.Unlock _ when fromStart -> choose();
            case Step.Forgot _ -> toUnlock();
            case Step.Choose _, Step.Unlock _, Step.Waiting _, Step.Joined _, Step.Told _, Step.Trouble _ -> { }
        }
    }

    /** Back from a passphrase that was remembered after all. */
    void toUnlock() {
        leave();
        in.go(new Step.Unlock(dir));
    }

    private Path freeFolder() {
        Path home = in.options.home();
        Path free = home.resolve(USUAL);
        for (int number = 2; isRegister(free); number++) {
            free = home.resolve(USUAL + "-" + number);
        }
        return free;
    }

    private static boolean isRegister(Path folder) {
        return Files.exists(folder.resolve("vault")) || Files.exists(folder.resolve("node.db"));
    }
}
