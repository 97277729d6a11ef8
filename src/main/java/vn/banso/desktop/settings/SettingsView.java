package vn.banso.desktop.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.passphrase.NewPassphraseBox;
import vn.banso.desktop.passphrase.PassphraseField;
import vn.banso.register.units.Unit;
import vn.banso.register.values.Lang;
import vn.banso.say.RestoredWords;

/** The page of settings: short cards, side by side where there is room. */
public final class SettingsView implements Page {
    private static final List<Integer> SIZES = List.of(13, 15, 17, 20);
    private static final List<Integer> MINUTES = List.of(5, 15, 30, 60, 0);

    private final Ui ui;
    private final SettingsModel model;
    private final VBox device;
    private final Node node;

    public SettingsView(Ui ui, SettingsModel model) {
        this.ui = ui;
        this.model = model;
        this.device = ui.card();
        List<Node> cards = List.of(window(), device, handOver(), backup(), passphrase(), help());
        this.node = Ui.scrolled(new TwoColumns(cards));
        WhileShown.follow(node, model.about(), () -> tellDevice(model.about().get()));
        tellDevice(model.about().get());
    }

    // The window.

    private Node window() {
        VBox card = ui.card(ui.heading("settings.window"));
        card.getChildren().addAll(
                choices("settings.language", List.of(Lang.values()), l -> ui.say("settings.language." + l.code()), s -> s.lang(),
                        l -> s -> s.withLang(l)),
                choices("settings.theme", List.of(Settings.Theme.values()), t -> ui.say("settings.theme." + t.name().toLowerCase(Locale.ROOT)),
                        s -> s.theme(), t -> s -> s.withTheme(t)),
                choices("settings.size", SIZES, size -> ui.say("settings.size." + size), s -> nearest(s.textSize()), size -> s -> s.withTextSize(size)),
                choices("settings.idle", MINUTES, m -> m == 0 ? ui.say("settings.idle.never") : ui.say("settings.idle.minutes", m),
                        s -> s.idleMinutes(), m -> s -> s.withIdleMinutes(m)));
        return card;
    }

    private static int nearest(int size) {
        return SIZES.stream().min((a, b) -> Math.abs(a - size) - Math.abs(b - size)).orElse(size);
    }

    private <T> Node choices(String label, List<T> all, Function<T, String> word, Function<Settings, T> now, Function<T, UnaryOperator<Settings>> wish) {
        ToggleGroup group = new ToggleGroup();
        FlowPane row = Ui.styled(new FlowPane(), "bs-settings-choices");
        for (T each : all) {
            ToggleButton button = Ui.styled(new ToggleButton(word.apply(each)), "bs-settings-choice");
            button.setToggleGroup(group);
            button.setMnemonicParsing(false);
            button.setAccessibleText(ui.say(label) + ": " + word.apply(each));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.choose(wish.apply(each));
            });
            row.getChildren().add(button);
            button.setUserData(each);
        }
        Runnable light = () -> group.getToggles().forEach(t -> t.setSelected(t.getUserData().equals(now.apply(model.settings().get()))));
        WhileShown.follow(row, model.settings(), light);
        light.run();
        return new VBox(4, Ui.styled(new Label(ui.say(label)), "bs-strong"), row);
    }

    // This device.

    private void tellDevice(Optional<SettingsModel.About> told) {
        device.getChildren().setAll(ui.heading("settings.device"));
        told.ifPresent(a -> {
            fact("settings.device.holder", a.holder().map(SettingsModel.Grantee::name).orElse(ui.say("settings.device.nobody")));
            a.holder().ifPresent(h -> fact("settings.device.role", ui.say("code.role." + h.role().name().toLowerCase(Locale.ROOT))));
            fact("settings.device.communes", a.communes().isEmpty() ? ui.say("settings.device.no_commune")
                    : String.join(", ", a.communes().stream().map(this::named).toList()));
            a.province().ifPresent(p -> fact("settings.device.province", named(p)));
            fact("settings.device.fingerprint", a.fingerprint());
            fact("settings.device.folder", a.folder().toString());
            fact("settings.device.version", Product.VERSION);
        });
    }

    private String named(Unit unit) {
        return unit.named(ui.texts());
    }

    private void fact(String label, String value) {
        Label shown = ui.text(value);
        shown.setAccessibleText(ui.say(label) + ": " + value);
        device.getChildren().add(new VBox(Ui.styled(new Label(ui.say(label)), "bs-small", "bs-soft"), shown));
    }

    // Where to.

    private Node handOver() {
        TextField address = new TextField();
        address.textProperty().bindBidirectional(model.receiver());
        address.setAccessibleText(ui.say("settings.receiver"));
        address.setOnAction(_ -> {
            model.keepReceiver();
            EnterKey.goOn(address);
        });
        Label usual = Ui.styled(ui.text(""), "bs-small", "bs-soft");
        Runnable word = () -> usual.setText(model.about().get().filter(x -> !x.receiver().isEmpty())
                .map(x -> ui.say("settings.receiver.province", x.receiver())).orElse(ui.say("settings.receiver.none")));
        WhileShown.follow(usual, model.about(), word);
        word.run();
        return ui.card(ui.heading("settings.receiver"), ui.soft(ui.say("settings.receiver.text")), address, usual,
                ui.row(ui.button("settings.receiver.keep", model::keepReceiver)));
    }

    // The register as a whole.

    private Node backup() {
        VBox before = new VBox(8);
        WhileShown.follow(before, model.restored(), () -> tellRestored(before));
        tellRestored(before);
        return ui.card(ui.heading("settings.backup"), before, ui.soft(ui.say("settings.backup.text")),
                new FlowPane(8, 8, ui.button(Icon.STICK, "settings.backup.now", model::backUp),
                        ui.button(Icon.IMPORT, "settings.backup.restore", model::restore)));
    }

    /** That this is a backup of some day, and the way to what was written after it. */
    private void tellRestored(VBox before) {
        before.getChildren().clear();
        before.setManaged(model.restored().get().isPresent());
        model.restored().get().ifPresent(restored -> {
            FlowPane acts = new FlowPane(8, 8);
            if (model.earlier().isPresent()) {
                acts.getChildren().add(ui.button("settings.restored.earlier", model::openEarlier));
            }
            acts.getChildren().add(ui.button("settings.restored.known", model::knowsOfRestoring));
            before.getChildren().setAll(Ui.styled(new VBox(8, ui.text(ui.say(RestoredWords.of(restored))), acts), "bs-card", "bs-card-wait"));
        });
    }

    private Node passphrase() {
        VBox card = ui.card(ui.heading("settings.passphrase"));
        WhileShown.follow(card, model.changing(), () -> fillPassphrase(card));
        fillPassphrase(card);
        return card;
    }

    private void fillPassphrase(VBox card) {
        card.getChildren().setAll(ui.heading("settings.passphrase"), ui.soft(ui.say("settings.passphrase.text")));
        if (!model.changing().get()) {
            card.getChildren().add(ui.row(ui.button(Icon.KEY, "settings.passphrase.change", () -> model.changing().set(true))));
            return;
        }
        PassphraseField old = new PassphraseField(ui, "settings.passphrase.old", model.before());
        NewPassphraseBox box = new NewPassphraseBox(ui, model.fresh(), "passphrase.new", model::changePassphrase);
        old.onEnter(box::focus);
        card.getChildren().addAll(old, box, new HBox(8, ui.button("settings.passphrase.keep", model::changePassphrase),
                Ui.styled(ui.button("settings.passphrase.stop", model::stopChanging), "bs-quiet")));
        old.focus();
    }

    private Node help() {
        return ui.card(ui.heading("settings.help"), ui.soft(ui.say("settings.help.text")),
                ui.row(ui.button(Icon.FILE, "settings.help.diagnose", model::diagnose)));
    }

    @Override
    public String title() {
        return ui.say("settings.title");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.reread();
    }

    @Override
    public void leaving() {
        model.stopChanging();
    }
}
