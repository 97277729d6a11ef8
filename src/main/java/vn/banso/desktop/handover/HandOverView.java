package vn.banso.desktop.handover;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import vn.banso.carrier.HandOver.Road;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;

/** One button that says where it hands over to; what came of it; where everything lies. */
public final class HandOverView implements Page {
    private final Ui ui;
    private final HandOverModel model;
    private final Button press;
    private final Node body;

    public HandOverView(Ui ui, HandOverModel model, OpenRegister workplace) {
        this.ui = ui;
        this.model = model;
        press = ui.primary("handover.press", model::press);
        VBox column = ui.column(new RunCard(ui, model), new RoadCard(ui, model), new LadderCard(ui, model, workplace));
        column.getStyleClass().add("handover");
        body = Ui.scrolled(column);
        WhileShown.follow(body, model.situation(), (_, before, now) -> {
            name();
            if (before.running().isPresent() && now.running().isEmpty()) {
                // The way to stop has gone, and the keyboard with it: one goes on where one began.
                press.requestFocus();
            }
        });
        name();
    }

    private void name() {
        Situation now = model.situation().get();
        press.setText(switch (now.press()) {
            case Situation.Press.By(Road road) -> named(road);
            case Situation.Press.Best _ -> ui.say(now.found().isPresent() ? "handover.press.line_again" : "handover.press");
            case Situation.Press.Choose _ -> ui.say("handover.press.folder");
            case Situation.Press.Nobody _ -> ui.say("handover.press");
        });
        press.setDisable(now.running().isPresent() || now.isNobody());
    }

    private String named(Road road) {
        return switch (road) {
            case Road.Line _ -> ui.say("handover.press.line");
            case Road.Usb usb -> ui.say("handover.press.stick", usb.name());
            case Road.Folder _ -> ui.say("handover.press.folder");
        };
    }

    @Override
    public String title() {
        return ui.say("handover.title");
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public List<Node> actions() {
        return List.of(press);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("F8", "handover.press", press::fire));
    }

    @Override
    public void shown() {
        model.enter();
        press.requestFocus();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return model.situation().map(now -> now.lying().isEmpty());
    }

    @Override
    public void leaving() {
        model.leave();
    }
}
