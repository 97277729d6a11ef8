package vn.banso.desktop.handover;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.carrier.HandOver.Found;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.Sticks;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.sync.PeerException.Reason;

/** Which road is open, why another is not, and the others one may take. */
final class SendCard extends VBox {
    private final Ui ui;
    private final HandOverModel model;

    SendCard(Ui ui, HandOverModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("bs-card");
        setPrefWidth(480);
        model.found().addListener(_ -> show());
        model.running().addListener(_ -> setDisable(model.running().get().isPresent()));
        show();
    }

    private void show() {
        getChildren().setAll(ui.heading("handover.give"));
        model.found().get().ifPresentOrElse(this::show, () -> getChildren().add(ui.loading("handover.looking")));
    }

    private void show(Found found) {
        found.road().ifPresentOrElse(road -> {
            switch (road) {
                case Road.Line line -> {
                    say(Icon.NETWORK, ui.say("handover.road.line"));
                    getChildren().add(ui.soft(line.name()));
                }
                case Road.Usb usb -> say(Icon.STICK, plugged(usb.stick()));
                case Road.Folder folder -> say(Icon.FOLDER, folder.name());
            }
        }, () -> {
            if (!isNobody(found)) {
                say(Icon.STICK, ui.say("handover.road.none"));
            }
        });
        if (found.noLine().isPresent()) {
            say(Icon.NETWORK, Told.noLine(found.noLine().get()).in(ui.texts()));
        } else if (found.road().filter(Road.Line.class::isInstance).isEmpty()) {
            say(Icon.NETWORK, ui.say("handover.road.no_address"));
        }
        if (!isNobody(found)) {
            getChildren().add(others(found));
        }
    }

    private static boolean isNobody(Found found) {
        return found.noLine().filter(why -> why.reason() == Reason.NOT_JOINED).isPresent();
    }

    private void say(Icon icon, String words) {
        var text = ui.text(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = ui.row(ui.icon(icon), text);
        line.getStyleClass().add("handover-line");
        getChildren().add(line);
    }

    private String plugged(Sticks.Plugged stick) {
        return stick.freeBytes() > 0 ? ui.say("handover.road.stick", stick.name(), Sizes.of(stick.freeBytes(), ui))
                : ui.say("handover.road.stick_plain", stick.name());
    }

    private FlowPane others(Found found) {
        FlowPane others = new FlowPane(16, 6);
        others.getChildren().add(ui.soft(ui.say("handover.others")));
        found.sticks().stream().map(Road.Usb::new).filter(usb -> found.road().filter(usb::equals).isEmpty())
                .forEach(usb -> others.getChildren().add(ui.link(ui.say("handover.other.stick", usb.name()), () -> model.handOver(usb))));
        if (found.road().isPresent()) {
            others.getChildren().add(ui.link(ui.say("handover.other.folder"), model::chooseFolder));
        }
        if (found.noLine().isPresent()) {
            Hyperlink again = ui.link(ui.say("handover.other.line"), model::look);
            others.getChildren().add(again);
        }
        others.setVisible(others.getChildren().size() > 1);
        others.setManaged(others.isVisible());
        return others;
    }
}
