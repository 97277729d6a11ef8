package vn.banso.desktop.start;

import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.passphrase.NewPassphraseBox;
import vn.banso.trust.governance.Role;

/** Somebody was invited. */
final class InviteSheet {
    private InviteSheet() {}

    static StartView.Sheet passphrase(Ui ui, StartModel model) {
        InviteModel invite = model.invite();
        NewPassphraseBox box = new NewPassphraseBox(ui, invite.fresh(), "passphrase.new", invite::make);
        return new StartView.Sheet("start.invite.title", ui.column(ui.soft(ui.say("start.invite.text")), told(ui), box,
                ui.row(ui.primary("start.invite.make", invite::make), Ui.styled(ui.button("start.back", model::choose), "bs-quiet"))),
                box::focus);
    }

    /** What happens when it is forgotten, before it can be. */
    private static VBox told(Ui ui) {
        VBox card = ui.card(ui.text(ui.say("start.invite.forgotten")));
        card.getStyleClass().add("bs-start-told");
        return card;
    }

    static StartView.Sheet waiting(Ui ui, InviteModel invite) {
        TextField holder = field(ui, "start.waiting.holder", invite.holder());
        VBox who = ui.column(labelled(ui, "start.waiting.holder", holder), roles(ui, invite), print(ui, invite));
        VBox roads = Ui.styled(new VBox(byFile(ui, invite), byCode(ui, invite)), "bs-start-roads");
        who.getStyleClass().add("bs-start-who");
        HBox both = Ui.styled(new HBox(who, roads), "bs-start-both");
        HBox.setHgrow(roads, Priority.ALWAYS);
        return new StartView.Sheet("start.waiting.title", ui.column(ui.soft(ui.say("start.waiting.text")), both), () -> {
            if (holder.getText().isEmpty()) {
                holder.requestFocus();
            }
        });
    }

    private static VBox roles(Ui ui, InviteModel invite) {
        VBox roles = new VBox(6, Ui.styled(new Label(ui.say("start.waiting.role")), "bs-strong"));
        ToggleGroup group = new ToggleGroup();
        for (Role role : InviteModel.ROLES) {
            RadioButton button = new RadioButton(ui.say("code.role." + role.name().toLowerCase(Locale.ROOT)));
            button.setToggleGroup(group);
            button.setSelected(role == invite.role().get());
            button.setOnAction(_ -> invite.role().set(role));
            button.setWrapText(true);
            roles.getChildren().add(button);
        }
        return roles;
    }

    private static VBox print(Ui ui, InviteModel invite) {
        Label print = Ui.styled(new Label(), "bs-start-print");
        print.textProperty().bind(invite.fingerprint());
        print.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(4, ui.soft(ui.say("start.waiting.fingerprint")), print);
    }

    private static VBox byFile(Ui ui, InviteModel invite) {
        Label name = ui.heading("start.waiting.by_file");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = ui.row(name, Ui.styled(ui.line(ui.say("start.waiting.by_file.text")), "bs-soft"));
        return ui.card(head,
                new FlowPane(8, 8, ui.primary("start.waiting.save", invite::saveRequest),
                        ui.button(Icon.IMPORT, "start.waiting.open", invite::openWelcome)));
    }

    private static VBox byCode(Ui ui, InviteModel invite) {
        TextField receiver = field(ui, "start.waiting.receiver", invite.receiver());
        TextField code = field(ui, "start.waiting.code", invite.code());
        code.getStyleClass().add("bs-start-code");
        receiver.setOnAction(_ -> invite.askByCode());
        code.setOnAction(_ -> invite.fetchByCode());
        Label told = Ui.styled(ui.text(ui.say("start.waiting.code.told")), "bs-small", "bs-start-hint");
        told.visibleProperty().bind(invite.asked());
        told.managedProperty().bind(told.visibleProperty());
        return ui.card(ui.heading("start.waiting.by_code"),
                labelled(ui, "start.waiting.receiver", receiver, ui.button(Icon.NETWORK, "start.waiting.ask", invite::askByCode)),
                labelled(ui, "start.waiting.code", code, ui.button("start.waiting.fetch", invite::fetchByCode)), told);
    }

    /** A field, and beside it what is done with it. */
    private static VBox labelled(Ui ui, String label, TextField field, Button act) {
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setPrefColumnCount(8);
        Label name = Ui.styled(new Label(ui.say(label)), "bs-strong");
        name.setLabelFor(field);
        return Ui.styled(new VBox(name, Ui.styled(new HBox(field, act), "bs-start-beside")), "bs-start-field");
    }

    private static TextField field(Ui ui, String label, StringProperty text) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setAccessibleText(ui.say(label));
        return field;
    }

    private static VBox labelled(Ui ui, String label, TextField field) {
        Label name = Ui.styled(new Label(ui.say(label)), "bs-strong");
        name.setLabelFor(field);
        return Ui.styled(new VBox(name, field), "bs-start-field");
    }

    static StartView.Sheet joined(Ui ui, InviteModel invite, Step.Joined joined) {
        var enter = ui.primary("start.joined.enter", invite::enter);
        return new StartView.Sheet("start.joined.title", ui.column(ui.text(ui.say("start.joined.text", joined.province())),
                ui.soft(ui.say("start.joined.compare")), Ui.styled(new Label(joined.fingerprint()), "bs-start-print"), ui.row(enter)),
                enter::requestFocus);
    }
}
