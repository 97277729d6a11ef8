package vn.banso.desktop.start;

import java.nio.file.Path;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.carrier.ChosenFile;
import vn.banso.carrier.FolderPeer;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.passphrase.NewPassphrase;
import vn.banso.store.PassphraseRecovery;
import vn.banso.store.files.DurableFile;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.VaultException;

/** A forgotten passphrase: a new one is chosen, a file goes to the officer, the answer opens the register. */
public final class ForgotModel {
    private final Entrance in;
    private final StartModel start;
    private final NewPassphrase fresh = new NewPassphrase();
    private final StringProperty fingerprint = new SimpleStringProperty("");

    ForgotModel(Entrance in, StartModel start) {
        this.in = in;
        this.start = start;
    }

    public NewPassphrase fresh() {
        return fresh;
    }

    /** Of the question, for the officer to compare; empty before it was asked. */
    public StringProperty fingerprint() {
        return fingerprint;
    }

    public void ask() {
        if (in.isBusy() || in.objects(fresh)) {
            return;
        }
        in.dialogs.saveFile("start.forgot.save_title", "nho-mo-so.banso").ifPresent(file -> {
            char[] typed = fresh.chars();
            Path dir = start.dir();
            in.aside("start.work.asking", Entrance.wiping(typed, () -> {
                byte[] request = PassphraseRecovery.ask(dir, typed, in.options);
                DurableFile.write(file, request);
                return Recovery.read(request).fingerprint();
            }), print -> {
                fingerprint.set(print);
                in.say(Notice.done("start.forgot.asked", file.getFileName().toString()));
            }, this::failed);
        });
    }

    public void answer() {
        if (in.isBusy() || in.objects(fresh)) {
            return;
        }
        in.dialogs.openFile("start.forgot.open_title").ifPresent(file -> {
            char[] typed = fresh.chars();
            Path dir = start.dir();
            in.aside("start.work.answering", Entrance.wiping(typed, () -> {
                PassphraseRecovery.renew(dir, ChosenFile.read(file, FolderPeer.LONGEST_PARCEL), typed, in.options);
                return dir;
            }), done -> {
                char[] mine = fresh.chars();
                fresh.forget();
                fingerprint.set("");
                in.go(new Step.Unlock(done));
                start.enter(done, mine);
            }, this::failed);
        });
    }

    private void failed(Throwable failure) {
        if (failure instanceof VaultException vault && vault.reason() == VaultException.Reason.WRONG_PASSPHRASE) {
            in.say(Notice.wait("start.forgot.other_passphrase"));
        } else {
            in.failed(failure);
        }
    }
}
