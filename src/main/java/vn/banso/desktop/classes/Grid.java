package vn.banso.desktop.classes;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** A table whose columns share the width, walked by the arrow keys; Enter or two clicks open a line. */
final class Grid<R> extends TableView<R> {
    private static final String WHOLE = "whole";
    private static final int LONG_NAME = 22;
    private static final double USUAL_LETTERS = 15;

    private double letters = USUAL_LETTERS;

    Grid(ObservableList<R> rows, String name) {
        super(rows);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(name);
        getStyleClass().add("bs-grid");
        // The next column is no stop of its own: one walks from line to line.
        getSelectionModel().setCellSelectionEnabled(false);
    }

    Grid<R> opening(Consumer<R> open) {
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                openSelected(open);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                openSelected(open);
                e.consume();
            }
        });
        return this;
    }

    /** The keyboard comes here, to the line it was on or else the first one; once it is on the screen. */
    void enter() {
        Platform.runLater(() -> {
            if (getSelectionModel().isEmpty()) {
                getSelectionModel().selectFirst();
            }
            requestFocus();
        });
    }

    private void openSelected(Consumer<R> open) {
        if (getSelectionModel().getSelectedItem() != null) {
            open.accept(getSelectionModel().getSelectedItem());
        }
    }

    /** @param em its usual width in letters of the base type */
    Grid<R> text(String title, double em, Function<R, String> words) {
        return column(title, em, Pos.CENTER_LEFT, row -> new ReadOnlyObjectWrapper<>(words.apply(row)), null);
    }

    Grid<R> middle(String title, double em, Function<R, String> words) {
        return column(title, em, Pos.CENTER, row -> new ReadOnlyObjectWrapper<>(words.apply(row)), null);
    }

    Grid<R> number(String title, double em, Function<R, String> words) {
        return column(title, em, Pos.CENTER_RIGHT, row -> new ReadOnlyObjectWrapper<>(words.apply(row)), null);
    }

    /** A column of names: a long one takes two smaller lines rather than lose its end. */
    Grid<R> name(String title, double em, Function<R, String> words) {
        return drawn(title, em, row -> new ReadOnlyObjectWrapper<>(words.apply(row)), (_, name) -> {
            Label label = new Label(name);
            label.setWrapText(true);
            if (name.length() > LONG_NAME) {
                label.getStyleClass().add("bs-long-name");
            }
            return label;
        });
    }

    /** Where everybody is from one place, nothing need be said of it. */
    void showColumn(int column, boolean wanted) {
        if (getColumns().get(column).isVisible() != wanted) {
            getColumns().get(column).setVisible(wanted);
        }
    }

    /** A column drawn by its own node. */
    <V> Grid<R> drawn(String title, double em, Function<R, ObservableValue<V>> value, BiFunction<R, V, Node> drawing) {
        return column(title, em, Pos.CENTER_LEFT, value, drawing);
    }

    private <V> Grid<R> column(String title, double em, Pos where, Function<R, ObservableValue<V>> value, BiFunction<R, V, Node> drawing) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.getStyleClass().add(where == Pos.CENTER ? "bs-middle" : where == Pos.CENTER_RIGHT ? "bs-right" : "bs-left");
        column.setReorderable(false);
        column.setSortable(false);
        column.setUserData(em);
        size(column);
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(_ -> new Cell<>(where, drawing));
        getColumns().add(column);
        return this;
    }

    /** The column added last does not give way where there is no room: what it says is never cut. */
    Grid<R> whole() {
        TableColumn<R, ?> column = getColumns().getLast();
        column.getProperties().put(WHOLE, true);
        size(column);
        return this;
    }

    /** Wide enough for the same letters whatever the size of the type; where there is no room, all give way alike. */
    private void size(TableColumn<R, ?> column) {
        double em = (double) column.getUserData();
        column.setMinWidth(column.getProperties().containsKey(WHOLE) ? em * letters : em * letters / 2);
        column.setPrefWidth(em * letters);
    }

    private void lettersAre(double size) {
        if (size != letters) {
            letters = size;
            Platform.runLater(() -> getColumns().forEach(this::size));
        }
    }

    private final class Cell<V> extends TableCell<R, V> {
        private final BiFunction<R, V, Node> drawing;

        Cell(Pos where, BiFunction<R, V, Node> drawing) {
            this.drawing = drawing;
            setAlignment(where);
            fontProperty().subscribe(font -> lettersAre(font.getSize()));
        }

        @Override
        protected void updateItem(V item, boolean empty) {
            super.updateItem(item, empty);
            R row = getTableRow() == null ? null : getTableRow().getItem();
            boolean nothing = empty || item == null || row == null;
            setText(nothing || drawing != null ? null : item.toString());
            setGraphic(nothing || drawing == null ? null : drawing.apply(row, item));
        }
    }
}
