package vn.banso.desktop.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.carrier.DeskAddress;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenLineQuestion;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.OtherRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.passphrase.NewPassphrase;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.TooSoonException;
import vn.banso.store.node.Province;
import vn.banso.store.upkeep.Restored;
import vn.banso.store.upkeep.Upkeep;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Role;

/** How the person wants the window, what this device is, and what is done with the register as a whole. */
public final class SettingsModel {
    private static final String LOG = "banso.log";

    /**
     * What this device is.
     *
     * @param holder whom the grant names, with the role; empty before it was let in
     * @param communes it works for
     * @param fingerprint of its key
     * @param receiver the province's, empty where it has none
     * @param folder where the register lies
     */
    public record About(Optional<Grantee> holder, List<Unit> communes, Optional<Unit> province, String fingerprint, String receiver,
            Path folder) {}

    /** Whom the grant names, and as what. */
    public record Grantee(String name, Role role) {}

    private final OpenRegister workplace;
    private final Consumer<OtherRegister> elsewhere;
    private final ObjectProperty<Optional<About>> about = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Restored>> restored = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty receiver = new SimpleStringProperty("");
    private final StringProperty before = new SimpleStringProperty("");
    private final NewPassphrase fresh = new NewPassphrase();
    private final ObjectProperty<Boolean> changing = new SimpleObjectProperty<>(false);

    /** @param elsewhere opens the register in another folder instead */
    public SettingsModel(OpenRegister workplace, Consumer<OtherRegister> elsewhere) {
        this.workplace = workplace;
        this.elsewhere = elsewhere;
        receiver.set(workplace.settings().get().receiver());
    }

    public ObjectProperty<Settings> settings() {
        return workplace.settings();
    }

    public ObjectProperty<Optional<About>> about() {
        return about;
    }

    /** The address as it is being typed. */
    public StringProperty receiver() {
        return receiver;
    }

    /** The passphrase there was, as it is being typed. */
    public StringProperty before() {
        return before;
    }

    public NewPassphrase fresh() {
        return fresh;
    }

    /** Whether the fields of another passphrase are open. */
    public ObjectProperty<Boolean> changing() {
        return changing;
    }

    /** Reads again what this device is. */
    public void reread() {
        workplace.ask(SettingsModel::aboutOf, found -> about.set(Optional.of(found)));
        workplace.ask(node -> node.upkeep().restored(), restored::set);
    }

    private static About aboutOf(Node node) {
        Optional<GrantedDevice> me = node.grants().devices().stream().filter(d -> d.id().equals(node.id())).findFirst();
        Optional<Province> province = node.province();
        List<Unit> communes = me.stream().flatMap(d -> d.communes().stream()).map(SettingsModel::unit).flatMap(Optional::stream).toList();
        return new About(me.map(d -> new Grantee(d.holder(), d.role())), communes,
                province.flatMap(p -> Units.current().province(p.code())), Fingerprint.of(node.device().signingKey()),
                province.map(Province::receiver).orElse(""), node.dir());
    }

    private static Optional<Unit> unit(ScopeId scope) {
        return Units.find(scope);
    }

    // The window.

    public void choose(UnaryOperator<Settings> wish) {
        workplace.settings().set(wish.apply(workplace.settings().get()));
    }

    /** @return whether what was typed is an address, or nothing */
    public boolean keepReceiver() {
        String typed = receiver.get().strip();
        boolean good = typed.isEmpty() || DeskAddress.of(typed).isPresent();
        if (!typed.isEmpty() && good) {
            OpenLineQuestion.ask(typed, settings(), workplace.dialogs());
        }
        if (good && !typed.equals(settings().get().receiver())) {
            choose(s -> s.withReceiver(typed));
            workplace.tell(Notice.done(typed.isEmpty() ? "settings.receiver.usual" : "settings.receiver.kept"));
        } else if (!good) {
            workplace.tell(Notice.wait("settings.receiver.form"));
        }
        return good;
    }

    // The register as a whole.

    public void backUp() {
        workplace.dialogs().folder("settings.backup.title").ifPresent(folder -> workplace.ask(node -> {
            Path file = node.upkeep().backup(folder);
            List<Sentence> said = new ArrayList<>(List.of(Sentence.of("settings.backup.done", file.getFileName().toString())));
            switch (node.upkeep().nearness(folder)) {
                case OWN_FOLDER, SAME_DISK -> said.add(Sentence.of("settings.backup.near"));
                case ELSEWHERE -> { }
            }
            return said;
        }, said -> workplace.tell(new Notice(said.size() > 1 ? Notice.Tone.WAIT : Notice.Tone.DONE, said, Optional.empty()))));
    }

    /** That this register was restored from a backup, until somebody says that they know. */
    public ObjectProperty<Optional<Restored>> restored() {
        return restored;
    }

    public void knowsOfRestoring() {
        workplace.ask(node -> {
            node.upkeep().knowsOfRestoring();
            return true;
        }, _ -> {
            restored.set(Optional.empty());
            workplace.mark().set(Optional.empty());
        });
    }

    /** The folder of the register there was before; empty where that was damaged and set aside. */
    public Optional<Path> earlier() {
        return restored.get().flatMap(Restored::earlier).map(Restored.Earlier::place).filter(Files::isDirectory);
    }

    /** Opens the register there was before, to hand over what only that one holds. */
    public void openEarlier() {
        earlier().map(folder -> new OtherRegister(folder, Optional.empty())).ifPresent(elsewhere);
    }

    /** Into a folder of its own: the open register stays as it is. */
    public void restore() {
        workplace.dialogs().openFile("settings.restore.title").ifPresent(backup -> {
            if (!workplace.dialogs().confirm(Sentence.of("settings.restore.question"), "settings.restore.yes")) {
                return;
            }
            Path home = workplace.node().home();
            Path here = workplace.node().dir();
            workplace.background().store(() -> {
                Path to = freeFolder(home);
                return new OtherRegister(to, Optional.of(Upkeep.restore(backup, to, here)));
            }, elsewhere, this::notRestored);
        });
    }

    private void notRestored(Throwable failure) {
        if (failure instanceof StoreException store && (store.reason() == StoreException.Reason.NOT_A_NODE
                || store.reason() == StoreException.Reason.DAMAGED)) {
            workplace.tell(Notice.wait("settings.restore.unfit"));
        } else {
            workplace.tell(failure);
        }
    }

    private static Path freeFolder(Path home) {
        int number = 2;
        while (Files.exists(home.resolve("register-" + number))) {
            number++;
        }
        return home.resolve("register-" + number);
    }

    public void changePassphrase() {
        Optional<String> objection = fresh.objection();
        if (objection.isPresent()) {
            workplace.tell(Notice.wait(objection.get()));
            return;
        }
        char[] old = before.get().toCharArray();
        char[] wanted = fresh.chars();
        Node node = workplace.node();
        workplace.background().store(() -> {
            try {
                node.upkeep().changePassphrase(old, wanted);
                return node;
            } finally {
                Arrays.fill(old, ' ');
                Arrays.fill(wanted, ' ');
            }
        }, _ -> {
            stopChanging();
            workplace.tell(Notice.wait("settings.passphrase.changed"));
        }, failure -> {
            if (failure instanceof StoreException store && !(failure instanceof TooSoonException) && store.reason() == StoreException.Reason.WRONG_PASSPHRASE) {
                workplace.tell(Notice.wait("settings.passphrase.wrong"));
            } else {
                workplace.tell(failure);
            }
        });
    }

    public void stopChanging() {
        before.set("");
        fresh.forget();
        changing.set(false);
    }

    public void diagnose() {
        workplace.dialogs().saveFile("settings.diagnostics.title", "banso-chan-doan.txt").ifPresent(file -> {
            Settings now = settings().get();
            workplace.ask(node -> written(file, node, now),
                    done -> workplace.tell(Notice.done("settings.diagnostics.done", done.getFileName().toString())));
        });
    }

    private Path written(Path file, Node node, Settings now) {
        try {
            new Diagnostics(Product.VERSION, node.home().resolve(LOG)).write(file, node, now, workplace.clock().instant());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
