package vn.banso.desktop.units;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.units.UnitsState.VillageLine;
import vn.banso.register.names.Names;

/** The villages to choose from: one, or several to be merged. */
final class VillageChoiceList extends VBox {
    private final Ui ui;
    private final UnitsModel model;
    private final TextField filter = Ui.input();
    private final ListView<VillageLine> list = Ui.styled(new ListView<>(), "units-list");
    private boolean filling;

    VillageChoiceList(Ui ui, UnitsModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("units-side");
        filter.setPromptText(ui.say("units.filter"));
        filter.setAccessibleText(ui.say("units.filter"));
        filter.textProperty().addListener(_ -> fill());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DOWN || pressed.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                if (list.getSelectionModel().isEmpty()) {
                    list.getSelectionModel().selectFirst();
                }
                pressed.consume();
            }
        });
        list.setAccessibleText(ui.say("units.list"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<VillageLine>) _ -> chosen());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(filter, list);
    }

    /** The keyboard begins here. */
    void begin() {
        filter.requestFocus();
    }

    void fill() {
        filling = true;
        List<VillageLine> before = model.chosen().get();
        list.getItems().setAll(model.state().get().stream().flatMap(s -> s.villages().stream())
                .filter(v -> filter.getText().isBlank() || Names.matches(filter.getText(), v.name() + " " + told(v))).toList());
        list.getSelectionModel().clearSelection();
        before.stream().filter(list.getItems()::contains).forEach(list.getSelectionModel()::select);
        filling = false;
        chosen();
    }

    /** Whoever was chosen before, in that order, then those that came. */
    private void chosen() {
        if (filling) {
            return;
        }
        List<VillageLine> now = list.getSelectionModel().getSelectedItems().stream().filter(v -> v != null).toList();
        List<VillageLine> ordered = new ArrayList<>(model.chosen().get().stream().filter(now::contains).toList());
        now.stream().filter(v -> !ordered.contains(v)).forEach(ordered::add);
        if (!ordered.equals(model.chosen().get())) {
            model.chosen().set(List.copyOf(ordered));
        }
    }

    private String told(VillageLine village) {
        return model.workplace().communes().told(village.name(), village.scope(), ui.texts());
    }

    private final class Cell extends ListCell<VillageLine> {
        Cell() {
            // As wide as the list: a long name gives way in its middle.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(VillageLine village, boolean none) {
            super.updateItem(village, none);
            setText(null);
            setGraphic(none || village == null ? null : new VBox(ui.name(told(village)),
                    Ui.styled(ui.line(ui.say(village.splitting() ? "units.splitting" : "units.households", village.households())), "bs-soft", "bs-small")));
        }
    }
}
