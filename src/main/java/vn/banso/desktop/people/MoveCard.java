package vn.banso.desktop.people;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.store.lists.HouseholdRow;

/** Where to: a household of the commune, found by typing; Enter moves the person there. */
final class MoveCard extends VBox {
    private static final double ROW = 38;
    private static final int ROWS = 4;

    private final Ui ui;
    private final PersonModel model;
    private final TextField input = Ui.input();
    private final ListView<HouseholdRow> list = Ui.styled(new ListView<>(), "bs-homes");
    private final ListChangeListener<HouseholdRow> first = _ -> list.getSelectionModel().selectFirst();

    MoveCard(Ui ui, PersonModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("bs-card");
        HomeSearch homes = model.homes();
        input.setText(homes.typed().get());
        input.textProperty().subscribe((_, now) -> homes.typed().set(now));
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label label = Ui.styled(new Label(ui.say("people.move_to")), "bs-field-label");
        label.setLabelFor(input);
        list.setItems(homes.found());
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Ui.styled(ui.soft(ui.say("people.move_find")), "bs-small"));
        list.setOnMouseClicked(_ -> take());
        list.setPrefHeight(ROW * ROWS + 2);
        list.setMinHeight(ROW * ROWS + 2);
        // After the list itself has followed: as a change, not as an invalidation.
        homes.found().addListener(new WeakListChangeListener<>(first));
        HBox foot = ui.row(ui.primary("people.move_here", this::take),
                Ui.styled(ui.button("people.cancel", () -> model.moving().set(false)), "bs-quiet"),
                Ui.styled(ui.soft(ui.say("people.move_explained")), "bs-small"));
        getChildren().addAll(label, input, list, foot);
        Platform.runLater(input::requestFocus);
    }

    private void pressed(KeyEvent e) {
        int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int last = list.getItems().size() - 1;
            list.getSelectionModel().select(Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, last)));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1));
        } else if (e.getCode() == KeyCode.ENTER) {
            take();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            model.moving().set(false);
        } else {
            return;
        }
        e.consume();
    }

    private void take() {
        HouseholdRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.move(chosen);
        }
    }

    private final class Cell extends ListCell<HouseholdRow> {
        @Override
        protected void updateItem(HouseholdRow home, boolean empty) {
            super.updateItem(home, empty);
            setText(null);
            if (empty || home == null) {
                setGraphic(null);
                return;
            }
            Label head = Ui.styled(ui.name(home.head().isEmpty() ? ui.say("people.headless") : home.head()), "bs-strong");
            String detail = Stream.of(home.number() == 0 ? "" : ui.say("people.number", String.valueOf(home.number())), home.villageName(),
                    home.address(), home.foundBy().map(by -> ui.say("people.with", by)).orElse("")).filter(s -> !s.isEmpty())
                    .collect(Collectors.joining(" · "));
            setGraphic(ui.row(head, Ui.styled(ui.name(detail), "bs-soft", "bs-small")));
        }
    }
}
