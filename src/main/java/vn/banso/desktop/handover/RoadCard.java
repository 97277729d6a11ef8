package vn.banso.desktop.handover;

import java.util.ArrayList;
import java.util.List;
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
import vn.banso.desktop.kit.WhileShown;

/** Which road is open, why another is not, the others one may take; and what came back, taken in without sending anything. */
final class RoadCard extends VBox {
    /** Padding, icon and gap beside the links. */
    private static final double MARGIN = 72;

    private final Ui ui;
    private final HandOverModel model;

    RoadCard(Ui ui, HandOverModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("bs-card", "handover-roads");
        WhileShown.follow(this, model.situation(), (_, before, now) -> {
            if (!before.found().equals(now.found()) || before.running().isPresent() != now.running().isPresent()) {
                show();
            }
        });
        show();
    }

    private void show() {
        getChildren().clear();
        Situation now = model.situation().get();
        now.found().ifPresentOrElse(found -> show(now, found),
                () -> say(Icon.HAND_OVER, ui.say(now.running().isPresent() ? "handover.roads_later" : "handover.looking")));
        setDisable(now.running().isPresent());
    }

    private void show(Situation now, Found found) {
        found.road().ifPresentOrElse(road -> {
            switch (road) {
                case Road.Line line -> say(Icon.NETWORK, ui.say("handover.road.line", line.name()));
                case Road.Usb usb -> say(Icon.STICK, plugged(usb.stick()));
                case Road.Folder folder -> say(Icon.FOLDER, folder.name());
            }
        }, () -> {
            if (!now.isNobody()) {
                say(Icon.STICK, ui.say("handover.road.none"));
            }
        });
        if (found.noLine().isPresent()) {
            say(Icon.NETWORK, OutcomeText.noLine(found.noLine().get()).in(ui.texts()));
        } else if (found.road().filter(Road.Line.class::isInstance).isEmpty()) {
            say(Icon.NETWORK, ui.say("handover.road.no_address"));
        }
        if (!now.isNobody()) {
            links(Icon.MORE, "handover.others", others(now, found));
            links(Icon.IMPORT, "handover.take", takes());
        }
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

    private List<Hyperlink> others(Situation now, Found found) {
        List<Hyperlink> others = new ArrayList<>();
        if (now.canRetry()) {
            others.add(ui.link(ui.say("handover.other.line"), model::look));
        }
        found.sticks().stream().map(Road.Usb::new).filter(usb -> found.road().filter(usb::equals).isEmpty())
                .forEach(usb -> others.add(ui.link(ui.say("handover.other.stick", usb.name()), () -> model.press(usb))));
        if (now.canChooseFolder()) {
            others.add(ui.link(ui.say("handover.other.folder"), model::chooseFolder));
        }
        return others;
    }

    private List<Hyperlink> takes() {
        List<Hyperlink> takes = new ArrayList<>();
        for (Sticks.Plugged stick : model.plugged()) {
            takes.add(ui.link(ui.say("handover.take.stick", stick.name()), () -> model.takeIn(stick.folder())));
        }
        takes.add(ui.link(ui.say("handover.take.file"), model::takeInFile));
        takes.add(ui.link(ui.say("handover.take.folder"), model::takeInFolder));
        return takes;
    }

    private void links(Icon icon, String key, List<Hyperlink> links) {
        if (!links.isEmpty()) {
            FlowPane flow = new FlowPane(16, 4);
            flow.prefWrapLengthProperty().bind(widthProperty().subtract(MARGIN));
            flow.getChildren().add(ui.soft(ui.say(key)));
            flow.getChildren().addAll(links);
            HBox.setHgrow(flow, Priority.ALWAYS);
            HBox line = ui.row(ui.icon(icon), flow);
            line.getStyleClass().add("handover-line");
            getChildren().add(line);
        }
    }
}
