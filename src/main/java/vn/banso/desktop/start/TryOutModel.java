package vn.banso.desktop.start;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.passphrase.NewPassphrase;

/** Making the trial. */
public final class TryOutModel {
    private final Entrance in;
    private final Trial trial;
    private final StartModel start;
    private final NewPassphrase fresh = new NewPassphrase();
    private final ObjectProperty<Path> folder;

    TryOutModel(Entrance in, Trial trial, StartModel start) {
        this.in = in;
        this.trial = trial;
        this.start = start;
        this.folder = new SimpleObjectProperty<>(trial.usualFolder());
    }

    public NewPassphrase fresh() {
        return fresh;
    }

    public ObjectProperty<Path> folder() {
        return folder;
    }

    public void chooseFolder() {
        in.dialogs.folder("start.try.folder_title").ifPresent(folder::set);
    }

    public void make() {
        if (in.isBusy() || in.objects(fresh)) {
            return;
        }
        char[] typed = fresh.chars();
        Path where = folder.get();
        in.aside("start.work.making_trial", Entrance.wiping(typed,
                () -> trial.make(where, typed, share -> in.background.onScreen(() -> in.progress(share)))), laptop -> {
            char[] mine = fresh.chars();
            fresh.forget();
            start.enter(laptop, mine);
        }, failure -> {
            if (failure instanceof FileAlreadyExistsException) {
                in.say(Notice.wait("start.try.not_empty"));
            } else {
                in.failed(failure);
            }
        });
    }
}
