package vn.banso.desktop.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.carrier.ChosenFile;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.HttpPeer;
import vn.banso.desktop.kit.Failures;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.passphrase.NewPassphrase;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.say.Sentence;
import vn.banso.say.Sentences;
import vn.banso.store.Node;
import vn.banso.store.files.DurableFile;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission;
import vn.banso.sync.ByCode;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.OneTimeCode;

/** Somebody was invited: a register is made, a request goes out by file or under a one-time code, a welcome comes in. */
public final class InviteModel {
    /** Province officers come from the root key alone. */
    static final List<Role> ROLES = List.of(Role.VOLUNTEER, Role.TRAINER, Role.COMMUNE, Role.AREA);
    private static final int LONGEST_HOLDER = 100;
    private static final int LOOK_AGAIN_MILLIS = 20_000;

    private final Entrance in;
    private final StartModel start;
    private final NewPassphrase fresh = new NewPassphrase();
    private final StringProperty holder = new SimpleStringProperty("");
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.VOLUNTEER);
    private final StringProperty fingerprint = new SimpleStringProperty("");
    private final StringProperty receiver = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ObjectProperty<Boolean> asked = new SimpleObjectProperty<>(false);
    private Optional<Node> node = Optional.empty();

    InviteModel(Entrance in, StartModel start) {
        this.in = in;
        this.start = start;
        receiver.set(in.settings.get().receiver());
    }

    public NewPassphrase fresh() {
        return fresh;
    }

    public StringProperty holder() {
        return holder;
    }

    public ObjectProperty<Role> role() {
        return role;
    }

    /** Of this device's key, for the officer to compare. */
    public StringProperty fingerprint() {
        return fingerprint;
    }

    public StringProperty receiver() {
        return receiver;
    }

    /** The one-time code, given or typed. */
    public StringProperty code() {
        return code;
    }

    /** Whether a request lies at the receiver under the code. */
    public ObjectProperty<Boolean> asked() {
        return asked;
    }

    public void make() {
        if (in.isBusy() || in.objects(fresh)) {
            return;
        }
        char[] typed = fresh.chars();
        Path dir = start.dir();
        in.run("start.work.making", Entrance.wiping(typed, () -> Node.create(dir, typed, in.options)), made -> {
            fresh.forget();
            start.remember();
            waitWith(made);
        });
    }

    /** This node is open and belongs to nobody yet. */
    void waitWith(Node open) {
        node = Optional.of(open);
        fingerprint.set(Fingerprint.of(open.device().signingKey()));
        in.go(new Step.Waiting());
    }

    // By file.

    public void saveRequest() {
        if (in.isBusy() || nameless()) {
            return;
        }
        in.dialogs.saveFile("start.waiting.save_title", "de-nghi-" + fingerprint.get().substring(0, 4) + ".banso")
                .ifPresent(file -> withNode(open -> {
                    String name = holder.get().strip();
                    Role wanted = role.get();
                    in.run("start.work.saving", () -> DurableFile.write(file, Admission.request(open, name, wanted)),
                            _ -> in.say(Notice.done("start.waiting.saved", file.getFileName().toString())));
                }));
    }

    public void openWelcome() {
        if (in.isBusy()) {
            return;
        }
        in.dialogs.openFile("start.waiting.open_title").ifPresent(file ->
                withNode(open -> join("start.work.joining", open, () -> ChosenFile.read(file, FolderPeer.LONGEST_PARCEL), Optional.empty())));
    }

    // Under a one-time code.

    public void askByCode() {
        if (in.isBusy() || nameless()) {
            return;
        }
        if (!in.mayReach(receiver.get())) {
            return;
        }
        withNode(open -> {
            String where = receiver.get().strip();
            String name = holder.get().strip();
            Role wanted = role.get();
            in.aside("start.work.sending", () -> {
                try (HttpPeer peer = in.peer(where)) {
                    OneTimeCode drawn = OneTimeCode.draw();
                    new ByCode(peer, drawn).ask(Admission.request(open, name, wanted));
                    return drawn.spoken();
                }
            }, stillAt(open, spoken -> {
                code.set(spoken);
                asked.set(true);
                in.settings.set(in.settings.get().withReceiver(where));
                lookAgain();
            }), failure -> failed(failure, where));
        });
    }

    /** Whether the officer has answered by now. */
    public void fetchByCode() {
        if (!in.isBusy()) {
            OneTimeCode.of(code.get()).ifPresentOrElse(meant -> fetch(meant, true), () -> in.say(Notice.wait("start.code.form")));
        }
    }

    private void fetch(OneTimeCode meant, boolean pressed) {
        withNode(open -> {
            String where = receiver.get().strip();
            Callable<Optional<byte[]>> look = () -> {
                try (HttpPeer peer = in.peer(where)) {
                    return new ByCode(peer, meant).welcome();
                }
            };
            Consumer<Optional<byte[]>> found = stillAt(open, welcome -> {
                if (welcome.isPresent()) {
                    join("start.work.joining", open, welcome::get, Optional.of(() -> spend(where, meant)));
                    return;
                }
                asked.set(true);
                if (pressed) {
                    in.say(Notice.wait("start.code.waiting"));
                }
                lookAgain();
            });
            if (pressed) {
                in.aside("start.work.looking", look, found, failure -> failed(failure, where));
            } else {
                in.background.aside(look, found, stillAt(open, this::notFound));
            }
        });
    }

    /** Nobody pressed, so nobody is disturbed: a line that is away for a while is looked for again. What is gone does not come back. */
    private void notFound(Throwable failure) {
        if (failure instanceof PeerException peer && peer.reason() == PeerException.Reason.GONE) {
            asked.set(false);
            failed(failure, "");
        } else {
            lookAgain();
        }
    }

    /** While the page of the code is open, so that nobody has to press. */
    private void lookAgain() {
        in.background.later(this, LOOK_AGAIN_MILLIS, () -> {
            if (in.step.get() instanceof Step.Waiting && asked.get() && !in.isBusy()) {
                OneTimeCode.of(code.get()).ifPresent(meant -> fetch(meant, false));
            }
        });
    }

    private void spend(String where, OneTimeCode meant) {
        in.background.aside(() -> {
            try (HttpPeer peer = in.peer(where)) {
                new ByCode(peer, meant).spent();
                return meant;
            }
            // Where it cannot be said now, the code is too old in a few days.
        }, _ -> { }, _ -> { });
    }

    // Coming in.

    private interface Bytes {
        byte[] read() throws Exception;
    }

    /** @param told whether the province has an address of its own on record */
    private record Joining(boolean told, Step.Joined step) {}

    private void join(String key, Node open, Bytes welcome, Optional<Runnable> afterwards) {
        in.aside(key, () -> {
            Admission.join(open, welcome.read());
            Province province = open.province().orElseThrow();
            return new Joining(!province.receiver().isEmpty(), new Step.Joined(
                    Units.current().province(province.code()).map(Unit::name).orElse(province.code()),
                    Fingerprint.of(province.rootKey())));
        }, joined -> {
            if (joined.told()) {
                // The province says itself where it receives, and may move.
                in.settings.set(in.settings.get().withReceiver(""));
            }
            asked.set(false);
            code.set("");
            in.go(joined.step());
            afterwards.ifPresent(Runnable::run);
        }, failure -> failed(failure, ""));
    }

    /** The fingerprints were compared. */
    public void enter() {
        withNode(open -> {
            node = Optional.empty();
            start.go(open);
        });
    }

    private void failed(Throwable failure, String where) {
        in.say(switch (failure) {
            case Admission.OtherDeviceException _ -> Notice.wait("start.waiting.other_device");
            case Admission.NotEntitledException _ -> Notice.wait("start.waiting.elsewhere");
            case PeerException peer -> switch (peer.reason()) {
                case GONE -> Notice.wait("start.code.unknown");
                case NO_CONNECTION -> Notice.wait("start.code.offline");
                default -> new Notice(Notice.Tone.WAIT, Sentences.peer(peer, where), Optional.empty());
            };
            default -> Notice.look(Failures.told(failure));
        });
    }

    private boolean nameless() {
        boolean nameless = holder.get().isBlank() || holder.get().length() > LONGEST_HOLDER;
        if (nameless) {
            in.say(new Notice(Notice.Tone.WAIT, List.of(Sentence.of("start.waiting.nameless", LONGEST_HOLDER)), Optional.empty()));
        }
        return nameless;
    }

    /** What came of it, unless another register is at the door by now, or none. */
    private <T> Consumer<T> stillAt(Node open, Consumer<T> act) {
        return answer -> node.filter(open::equals).ifPresent(_ -> act.accept(answer));
    }

    private void withNode(Consumer<Node> act) {
        node.ifPresent(act);
    }

    void leave() {
        node.ifPresent(in::letGo);
        node = Optional.empty();
        asked.set(false);
        code.set("");
    }
}
