package vn.banso.desktop.importing;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;

/** An officer's desk: files, folders and sticks are put on it, looked at, and taken in with one press. */
public final class ImportingView implements Page {
    private final Ui ui;
    private final ImportModel model;
    private final Button take;
    private final ListView<DeskLine> list;
    private final StackPane body = new StackPane();
    private final VBox empty;
    private final VBox desk;
    private boolean running;

    public ImportingView(Ui ui, ImportModel model) {
        this.ui = ui;
        this.model = model;
        take = ui.primary("importing.take", this::take);
        list = Ui.styled(new ListView<>(), "importing-list");
        list.setCellFactory(_ -> new DeskLineCell(ui, model));
        list.setAccessibleText(ui.say("importing.title"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DELETE) {
                remove();
                pressed.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        empty = new VBox(ui.empty(Icon.IMPORT, "importing.empty.title", "importing.empty.text", choosing()));
        empty.getStyleClass().add("importing-empty");
        Label drop = ui.soft(ui.say("importing.drop"));
        HBox.setHgrow(drop, Priority.ALWAYS);
        drop.setMaxWidth(Double.MAX_VALUE);
        HBox top = Ui.styled(ui.row(ui.icon(Icon.IMPORT), drop, choosing()), "importing-drop");
        desk = Ui.styled(new VBox(top, list, new ImportProgress(ui, model)), "importing");
        body.setOnDragOver(this::over);
        body.setOnDragDropped(this::dropped);
        WhileShown.follow(body, model.situation(), this::show);
        show();
    }

    private HBox choosing() {
        HBox row = ui.row(ui.button(Icon.FILE, "importing.files.choose", model::chooseFiles), ui.button(Icon.FOLDER, "importing.folder.choose", model::chooseFolder));
        row.setMaxWidth(HBox.USE_PREF_SIZE);
        row.setMinWidth(HBox.USE_PREF_SIZE);
        return row;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            model.add(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private void take() {
        model.takeAll();
        list.requestFocus();
    }

    private void remove() {
        DeskLine line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            int at = list.getSelectionModel().getSelectedIndex();
            model.remove(line.source().path());
            list.getSelectionModel().select(Math.min(at, list.getItems().size() - 1));
        }
    }

    private void show() {
        ImportSituation now = model.situation().get();
        int at = list.getSelectionModel().getSelectedIndex();
        List<DeskLine> lines = DeskLine.of(now.sources());
        if (!lines.equals(list.getItems())) {
            list.getItems().setAll(lines);
            if (!lines.isEmpty()) {
                list.getSelectionModel().select(Math.clamp(at, 0, lines.size() - 1));
            }
        } else {
            list.refresh();
        }
        if (now.run().isPresent()) {
            list.scrollTo(first(lines, now.run().get()));
        } else if (running) {
            // What it came to is read from the top.
            list.getSelectionModel().select(0);
            list.scrollTo(0);
        }
        running = now.run().isPresent();
        take.setText(now.newChanges() > 0 ? ui.say("importing.take_new", now.newChanges()) : ui.say("importing.take"));
        take.setDisable(now.run().isPresent() || now.waiting().isEmpty());
        Node shown = now.sources().isEmpty() ? empty : desk;
        if (!body.getChildren().contains(shown)) {
            body.getChildren().setAll(shown);
            if (body.getScene() != null) {
                begin();
            }
        }
    }

    private static int first(List<DeskLine> lines, ImportRun run) {
        int at = 0;
        while (at < lines.size() - 1 && !lines.get(at).source().path().equals(run.source())) {
            at++;
        }
        return at;
    }

    private void begin() {
        if (body.getChildren().contains(desk)) {
            list.requestFocus();
        } else {
            empty.lookup(".bs-button").requestFocus();
        }
    }

    @Override
    public String title() {
        return ui.say("importing.title");
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public List<Node> actions() {
        return List.of(take);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("F8", "importing.take", take::fire), Shortcut.of("Shortcut+O", "importing.files.choose", model::chooseFiles),
                Shortcut.of("Shortcut+D", "importing.folder.choose", model::chooseFolder));
    }

    @Override
    public void shown() {
        model.shown();
        begin();
    }

    @Override
    public void leaving() {
        model.leaving();
    }
}
