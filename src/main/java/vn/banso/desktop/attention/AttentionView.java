package vn.banso.desktop.attention;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Seen;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.Workplace;

/** The list at the left, the thing that is looked at beside it. */
public final class AttentionView implements Page {
    private final Ui ui;
    private final AttentionModel model;
    private final ListView<Item> list;
    private final StackPane body = new StackPane();
    private final Label first;
    private final Node pair;
    private boolean following;

    public AttentionView(Ui ui, AttentionModel model, Workplace workplace) {
        this.ui = ui;
        this.model = model;
        Words words = new Words(ui, workplace.clock());
        first = ui.soft("");
        list = Ui.styled(new ListView<>(model.items()), "attention-list");
        list.setCellFactory(_ -> new ItemCell(words));
        list.setAccessibleText(ui.say("attention.title"));
        VBox left = new VBox(8, first, list);
        left.getStyleClass().add("attention-left");
        VBox.setVgrow(list, Priority.ALWAYS);
        ScrollPane right = Ui.scrolled(new DetailPane(ui, words, model));
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = ui.row(left, right);
        both.setFillHeight(true);
        both.getStyleClass().add("attention-both");
        pair = both;
        list.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!following && item != null) {
                model.select(Optional.of(item));
            }
        });
        Seen.follow(body, model.selected(), this::follow);
        Seen.follow(body, model.read(), this::show);
        Seen.follow(body, model.items(), this::show);
        show();
    }

    private void show() {
        first.setText(ui.say("attention.first", model.items().size()));
        if (!model.read().get()) {
            body.getChildren().setAll(ui.loading("attention.reading"));
        } else if (model.items().isEmpty()) {
            body.getChildren().setAll(ui.empty(Icon.DONE, "attention.empty.title", "attention.empty.text"));
        } else if (!body.getChildren().contains(pair)) {
            body.getChildren().setAll(pair);
        }
        follow();
    }

    private void follow() {
        following = true;
        model.selected().get().ifPresentOrElse(item -> {
            list.getSelectionModel().select(item);
            list.scrollTo(item);
        }, list.getSelectionModel()::clearSelection);
        following = false;
    }

    @Override
    public String title() {
        return ui.say("attention.title");
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public void shown() {
        model.reread();
        list.requestFocus();
    }

    @Override
    public void leaving() {
        model.leave();
    }
}
