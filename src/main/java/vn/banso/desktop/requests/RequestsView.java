package vn.banso.desktop.requests;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
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

/** Requests of people about their own data, as cases. */
public final class RequestsView implements Page {
    private static final double SHARE = 0.38;

    private final Ui ui;
    private final RequestsModel model;
    private final StackPane body = new StackPane();
    private final ListView<RequestsScene.Line> list;
    private final TextField who = Ui.input();
    private final HBox top;
    private final VBox page;
    private boolean following;
    private boolean looking;

    public RequestsView(Ui ui, RequestsModel model) {
        this.ui = ui;
        this.model = model;
        RequestWords words = new RequestWords(ui, model.workplace()::today);
        list = Ui.styled(new ListView<>(), "requests-list");
        list.setCellFactory(_ -> new RequestCell(ui, words));
        list.setAccessibleText(ui.say("requests.title"));
        list.setPlaceholder(ui.soft(ui.say("requests.none")));
        list.minWidthProperty().bind(body.widthProperty().multiply(SHARE));
        list.prefWidthProperty().bind(list.minWidthProperty());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (!following && line != null) {
                model.select(line.request().id());
            }
        });
        ScrollPane right = Ui.scrolled(new RequestDetail(ui, model, words));
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = ui.row(list, right);
        both.setFillHeight(true);
        both.getStyleClass().add("requests-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        top = top();
        top.managedProperty().bind(top.visibleProperty());
        page = Ui.styled(new VBox(top, both), "requests");
        WhileShown.follow(body, model.scene(), this::show);
        WhileShown.follow(body, model.workplace().me(), this::show);
        show();
    }

    private HBox top() {
        who.setPrefColumnCount(22);
        who.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                model.find(who.getText());
                pressed.consume();
            }
        });
        Label label = new Label(ui.say("requests.new"));
        label.setLabelFor(who);
        return ui.row(label, who, ui.button(Icon.SEARCH, "requests.find", () -> model.find(who.getText())));
    }

    private void show() {
        RequestsScene now = model.scene().get();
        if (now.lines().isEmpty()) {
            body.getChildren().setAll(ui.loading("requests.reading"));
            return;
        }
        top.setVisible(model.mayWrite());
        if (looking && now.found().isEmpty()) {
            who.clear();
        }
        looking = now.found().isPresent();
        following = true;
        if (!list.getItems().equals(now.lines().get())) {
            list.getItems().setAll(now.lines().get());
        }
        now.line().ifPresent(line -> list.getSelectionModel().select(line));
        following = false;
        if (!body.getChildren().contains(page)) {
            body.getChildren().setAll(page);
        }
    }

    @Override
    public String title() {
        return ui.say("requests.title");
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("Escape", "requests.put_off", model::putOff));
    }

    @Override
    public void shown() {
        model.reread();
        who.requestFocus();
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
