package vn.banso.desktop.devices;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.CommuneQuestion;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.store.register.DeviceWork;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;

/** Beside the list: the device that is looked at, who asks to be let in, or what is done about a lost laptop. */
final class DeviceDetail extends VBox {
    private final Ui ui;
    private final DevicesModel model;
    private final IncidentWords words;

    DeviceDetail(Ui ui, DevicesModel model, IncidentWords words) {
        this.ui = ui;
        this.model = model;
        this.words = words;
        getStyleClass().addAll("bs-column", "devices-detail");
        WhileShown.follow(this, model.scene(), this::show);
        show();
    }

    private void show() {
        DeviceScene now = model.scene().get();
        getChildren().setAll(now.asking().map(asking -> asking(asking, now)).or(() -> now.lost().map(this::lost)).or(() -> now.line().map(this::device))
                .stream().toList());
        setDisable(now.busy());
    }

    private Node device(DeviceLine line) {
        DeviceWork work = line.work();
        VBox facts = Ui.styled(new VBox(), "devices-facts");
        fact(facts, "devices.fact.role", words.role(line));
        fact(facts, "devices.fact.communes", words.communes(line));
        fact(facts, "devices.fact.code", line.device().fingerprint());
        fact(facts, "devices.fact.newest", work.newest().map(words::minute).orElse(ui.say("devices.never")));
        fact(facts, "devices.fact.here", ui.say("devices.here", work.counted(), work.province()));
        if (work.waiting() > 0) {
            fact(facts, "devices.fact.waiting", ui.formats().number(work.waiting()));
        }
        if (work.aside() > 0) {
            fact(facts, "devices.fact.aside", ui.formats().number(work.aside()));
        }
        VBox card = ui.card(Ui.styled(ui.text(line.device().holder()), "bs-heading"), facts);
        notes(line).forEach(note -> card.getChildren().add(note));
        HBox acts = ui.row();
        if (line.mayRevoke()) {
            acts.getChildren().add(ui.button(Icon.WARNING, "devices.lost", model::beginLost));
        }
        if (!acts.getChildren().isEmpty()) {
            card.getChildren().add(acts);
        }
        return card;
    }

    private List<Node> notes(DeviceLine line) {
        DeviceWork work = line.work();
        boolean ahead = work.newest().filter(when -> when.isAfter(model.workplace().clock().instant().plusSeconds(600))).isPresent();
        Node clock = ui.row(ui.icon(Icon.HISTORY), ui.text(ui.say("devices.clock_ahead")));
        Node newer = ui.row(ui.icon(Icon.WARNING), ui.text(ui.say("devices.newer")));
        Node older = ui.row(ui.icon(Icon.HISTORY), ui.text(ui.say("devices.older")));
        Node revoked = ui.row(ui.icon(Icon.CLOSE), ui.text(ui.say("devices.revoked.text")));
        return Stream.of(ahead ? clock : null, work.schema() > Catalogue.SCHEMA ? newer : null,
                work.schema() > 0 && work.schema() < Catalogue.SCHEMA ? older : null, line.device().revoked() ? revoked : null)
                .filter(Objects::nonNull).toList();
    }

    private void fact(VBox facts, String key, String said) {
        facts.getChildren().add(new VBox(Ui.styled(ui.text(ui.say(key)), "bs-soft", "bs-small"), ui.text(said)));
    }

    private Node asking(Asking asking, DeviceScene now) {
        Enrolment.Request request = asking.request();
        VBox facts = Ui.styled(new VBox(), "devices-facts");
        fact(facts, "devices.fact.holder", request.holder());
        fact(facts, "devices.fact.role", ui.say("code.role." + request.role().name().toLowerCase(Locale.ROOT)));
        fact(facts, "devices.fact.code", request.fingerprint());
        VBox card = ui.card(ui.heading("devices.asking"), facts, ui.text(ui.say("devices.asking.compare")));
        List<ScopeId> mine = model.workplace().communes().writable();
        if (request.role() != Role.PROVINCE && mine.size() > 1) {
            card.getChildren().add(Ui.styled(new Label(ui.say("devices.asking.communes")), "bs-strong"));
            CommuneQuestion.ordered(ui, mine).forEach(commune -> card.getChildren().add(box(commune, now)));
        }
        Button letIn = ui.primary(asking instanceof Asking.ByFile ? "devices.let_in.file" : "devices.let_in.line", model::letIn);
        letIn.setDisable(!model.isReady());
        card.getChildren().add(ui.row(letIn, ui.button("devices.put_off", model::putOff)));
        return card;
    }

    private CheckBox box(ScopeId commune, DeviceScene now) {
        CheckBox box = new CheckBox(Communes.name(commune, ui.texts()));
        box.setMnemonicParsing(false);
        box.setSelected(now.communes().contains(commune));
        box.selectedProperty().subscribe((_, granted) -> model.grant(commune, granted));
        return box;
    }

    private Node lost(LostDevice lost) {
        VBox card = ui.card(ui.heading("devices.lost.title", lost.line().device().holder()));
        part(card, "devices.lost.part.held", words.held(lost));
        part(card, "devices.lost.part.arrived", words.arrived(lost));
        part(card, "devices.lost.part.after", words.after(lost));
        part(card, "devices.lost.part.deadline", List.of(words.deadline(lost)));
        if (lost.revoked().isEmpty()) {
            TextField reason = Ui.input();
            Label label = new Label(ui.say("devices.lost.reason"));
            label.setLabelFor(reason);
            reason.setMaxWidth(420);
            Button shut = Ui.styled(ui.button("devices.lost.shut_out", () -> model.shutOut(reason.getText())), "devices-shut");
            card.getChildren().addAll(new VBox(label, reason), ui.row(shut, ui.button("devices.put_off", model::putOff)));
        } else {
            card.getChildren().add(ui.row(ui.button(Icon.PRINT, "devices.lost.print", model::printIncident), ui.button("devices.lost.close", model::putOff)));
        }
        return card;
    }

    private void part(VBox card, String key, List<String> said) {
        card.getChildren().add(new VBox(Ui.styled(new Label(ui.say(key)), "bs-strong"), ui.text(String.join(" ", said))));
    }
}
