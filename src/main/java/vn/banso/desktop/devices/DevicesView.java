package vn.banso.desktop.devices;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WrapRow;

/** Who works in the communes with which machine: let in, looked at, shut out. */
public final class DevicesView implements Page {
    private static final double SHARE = 0.38;

    private final Ui ui;
    private final DevicesModel model;
    private final StackPane body = new StackPane();
    private final ListView<DeviceLine> list;
    private final TextField code = Ui.input();
    private final Button byFile;
    private final VBox page;
    private boolean following;

    public DevicesView(Ui ui, DevicesModel model) {
        this.ui = ui;
        this.model = model;
        byFile = ui.primary("devices.by_file", model::askByFile);
        IncidentWords words = new IncidentWords(ui.texts(), model.workplace().communes().ofNew(), model.workplace().clock().getZone());
        list = Ui.styled(new ListView<>(), "devices-list");
        list.setCellFactory(_ -> new DeviceCell(ui, words));
        list.setAccessibleText(ui.say("devices.title"));
        list.minWidthProperty().bind(body.widthProperty().multiply(SHARE));
        list.prefWidthProperty().bind(list.minWidthProperty());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (!following && line != null) {
                model.select(line.device().id());
            }
        });
        ScrollPane right = Ui.scrolled(new DeviceDetail(ui, model, words));
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = ui.row(list, right);
        both.setFillHeight(true);
        both.getStyleClass().add("devices-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        page = Ui.styled(new VBox(top(), both), "devices");
        WhileShown.follow(body, model.scene(), this::show);
        show();
    }

    private WrapRow top() {
        code.setPrefColumnCount(10);
        code.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                model.askByCode(code.getText());
                pressed.consume();
            }
        });
        Label label = new Label(ui.say("devices.code"));
        label.setLabelFor(code);
        return new WrapRow(label, code, ui.button("devices.code.look", () -> model.askByCode(code.getText())), Ui.spring(),
                ui.button(Icon.KEY, "devices.help", model::help));
    }

    private void show() {
        DeviceScene now = model.scene().get();
        byFile.setDisable(now.busy());
        if (now.lines().isEmpty()) {
            body.getChildren().setAll(ui.loading("devices.reading"));
            return;
        }
        following = true;
        if (!list.getItems().equals(now.lines().get())) {
            list.getItems().setAll(now.lines().get());
        }
        now.line().ifPresent(line -> list.getSelectionModel().select(line));
        following = false;
        if (!body.getChildren().contains(page)) {
            body.getChildren().setAll(page);
            list.requestFocus();
        }
    }

    @Override
    public String title() {
        return ui.say("devices.title");
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public List<Node> actions() {
        return List.of(byFile);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("Shortcut+O", "devices.by_file", model::askByFile), Shortcut.of("Escape", "devices.put_off", model::putOff));
    }

    @Override
    public void shown() {
        model.reread();
        list.requestFocus();
    }

    @Override
    public void changed() {
        model.reread();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return model.scene().map(now -> now.lines().isEmpty());
    }
}
