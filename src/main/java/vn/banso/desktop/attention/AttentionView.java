package vn.banso.desktop.attention;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;

/** The list at the left, the thing that is looked at beside it, all of it by the keyboard: a digit decides, the next one comes by itself. */
public final class AttentionView implements Page {
    /** Of the page, the list takes so much, on a wide screen too, and never so little that a line says nothing. */
    private static final double SHARE = 0.38;
    private static final int DIGITS = 9;

    private final Ui ui;
    private final AttentionWords words;
    private final AttentionModel model;
    private final ListView<Item> list;
    private final StackPane body = new StackPane();
    private final Label first;
    private final Hyperlink back;
    private final Node page;
    private boolean following;

    public AttentionView(Ui ui, AttentionModel model, OpenRegister workplace) {
        this.ui = ui;
        this.model = model;
        words = new AttentionWords(ui, workplace);
        first = ui.soft("");
        back = ui.link("", model::takeBack);
        // By the keyboard it is Z: an Enter that was meant for something else takes nothing back.
        back.setFocusTraversable(false);
        list = Ui.styled(new ListView<>(model.items()), "attention-list");
        list.setCellFactory(_ -> new ItemCell(words));
        list.setAccessibleText(ui.say("attention.title"));
        DetailPane detail = new DetailPane(ui, words, model, list::requestFocus);
        ScrollPane right = Ui.scrolled(detail);
        HBox.setHgrow(right, Priority.ALWAYS);
        list.minWidthProperty().bind(body.widthProperty().multiply(SHARE));
        list.prefWidthProperty().bind(list.minWidthProperty());
        HBox both = ui.row(list, right);
        both.setFillHeight(true);
        both.getStyleClass().add("attention-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        HBox top = ui.row(first, Ui.spring(), back);
        top.setMinHeight(Region.USE_PREF_SIZE);
        VBox column = new VBox(top, new NarrowBar(ui, words, model), both);
        column.getStyleClass().add("attention-page");
        page = column;
        list.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!following && item != null) {
                model.select(Optional.of(item));
            }
        });
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        WhileShown.follow(body, model.selected(), this::follow);
        WhileShown.follow(body, model.read(), this::show);
        WhileShown.follow(body, model.items(), this::show);
        WhileShown.follow(body, model.decided(), this::show);
        show();
    }

    /** Nothing is typed on this page, so a letter and a digit may do something. */
    private void key(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown() || pressed.getTarget() instanceof ComboBox<?>) {
            return;
        }
        int digit = digit(pressed.getCode());
        if (digit > 0) {
            model.choose(digit);
        } else if (pressed.getCode() == KeyCode.Z) {
            model.takeBack();
        } else if (pressed.getCode() == KeyCode.ENTER && list.isFocused()) {
            model.page().ifPresent(model::go);
        } else {
            return;
        }
        pressed.consume();
    }

    private static int digit(KeyCode code) {
        for (int n = 1; n <= DIGITS; n++) {
            if (code == KeyCode.valueOf("DIGIT" + n) || code == KeyCode.valueOf("NUMPAD" + n)) {
                return n;
            }
        }
        return 0;
    }

    private void show() {
        first.setText(ui.say("attention.first", model.count()));
        back.setVisible(!model.decided().isEmpty());
        String last = model.decided().stream().findFirst().map(d -> ui.say("attention.take_back", words.title(d.item()))).orElse("");
        back.setText(last);
        if (!model.read().get()) {
            body.getChildren().setAll(ui.loading("attention.reading"));
        } else if (model.items().isEmpty()) {
            Node[] again = last.isEmpty() ? new Node[0] : new Node[] {ui.link(last, model::takeBack)};
            body.getChildren().setAll(ui.empty(Icon.DONE, "attention.empty.title", "attention.empty.text", again));
        } else if (!body.getChildren().contains(page)) {
            body.getChildren().setAll(page);
            list.requestFocus();
        }
        follow();
    }

    private void follow() {
        following = true;
        model.selected().get().ifPresentOrElse(item -> {
            int at = model.items().indexOf(item);
            list.getSelectionModel().select(at);
            list.getFocusModel().focus(at);
            list.scrollTo(Math.max(0, at - 1));
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
    public ObservableValue<Boolean> opening() {
        return model.read().map(read -> !read);
    }

    @Override
    public void leaving() {
        model.leave();
    }
}
