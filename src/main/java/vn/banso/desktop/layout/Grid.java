package vn.banso.desktop.layout;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.text.TextAlignment;
import vn.banso.desktop.kit.Reveal;

/** A table whose columns share the width, walked by the arrow keys; Enter or two clicks open a line. */
public final class Grid<R> extends TableView<R> implements KeyboardStart {
    private static final String LEAST = "least";
    private static final double USUAL_LETTERS = 15;

    private double letters = USUAL_LETTERS;

    public Grid(ObservableList<R> rows, String name) {
        super(rows);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        setAccessibleText(name);
        getStyleClass().add("bs-grid");
        // The next column is no stop of its own: one walks from line to line.
        getSelectionModel().setCellSelectionEnabled(false);
        Reveal.meansALine(this, getSelectionModel());
    }

    public Grid<R> opening(Consumer<R> open) {
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
    @Override
    public void enter() {
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
    public Grid<R> text(String title, double em, Function<R, String> words) {
        return worded(title, em, Pos.CENTER_LEFT, words);
    }

    public Grid<R> middle(String title, double em, Function<R, String> words) {
        return worded(title, em, Pos.CENTER, words);
    }

    public Grid<R> number(String title, double em, Function<R, String> words) {
        return worded(title, em, Pos.CENTER_RIGHT, words);
    }

    private Grid<R> worded(String title, double em, Pos where, Function<R, String> words) {
        return column(title, em, where, row -> new ReadOnlyObjectWrapper<>(words.apply(row)), (_, text) -> new Label(text));
    }

    /** Where everybody is from one place, nothing need be said of it. */
    public void showColumn(int column, boolean wanted) {
        if (getColumns().get(column).isVisible() != wanted) {
            getColumns().get(column).setVisible(wanted);
        }
    }

    /** A column drawn by its own label. */
    public <V> Grid<R> drawn(String title, double em, Function<R, ObservableValue<V>> value, BiFunction<R, V, Label> drawing) {
        return column(title, em, Pos.CENTER_LEFT, value, drawing);
    }

    private <V> Grid<R> column(String title, double em, Pos where, Function<R, ObservableValue<V>> value, BiFunction<R, V, Label> drawing) {
        TableColumn<R, V> column = new TableColumn<>();
        column.setGraphic(new Head(title, column, where));
        column.getStyleClass().add(where == Pos.CENTER ? "bs-middle" : where == Pos.CENTER_RIGHT ? "bs-right" : "bs-left");
        column.setReorderable(false);
        column.setSortable(false);
        column.setResizable(false);
        column.setUserData(em);
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(_ -> new Cell<>(where, drawing));
        getColumns().add(column);
        return this;
    }

    /** The column added last is never narrower than this: the longest word in it stands on one line. */
    public Grid<R> atLeast(double em) {
        getColumns().getLast().getProperties().put(LEAST, em);
        return this;
    }

    private void lettersAre(double size) {
        if (size != letters) {
            letters = size;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        arrange();
        super.layoutChildren();
    }

    /**
     * The columns share the width in the measure of their usual widths; where there is less room they give way as far as their longest
     * words allow, and the rest goes on in a second line.
     */
    private void arrange() {
        List<TableColumn<R, ?>> columns = List.copyOf(getVisibleLeafColumns());
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - bar();
        double usual = columns.stream().mapToDouble(c -> (double) c.getUserData() * letters).sum();
        double least = columns.stream().mapToDouble(this::least).sum();
        double share = usual <= least ? 0 : Math.clamp((room - least) / (usual - least), 0, 1);
        boolean other = false;
        for (TableColumn<R, ?> column : columns) {
            double em = (double) column.getUserData() * letters;
            double width = Math.floor(room > usual ? room * em / usual : least(column) + share * (em - least(column)));
            if (column.getMaxWidth() != width) {
                column.setMinWidth(Math.min(width, column.getMaxWidth()));
                column.setMaxWidth(width);
                column.setPrefWidth(width);
                column.setMinWidth(width);
                other = true;
            }
        }
        if (other) {
            // What is higher or lower now is measured anew.
            refresh();
        }
    }

    private double least(TableColumn<R, ?> column) {
        return (double) column.getProperties().getOrDefault(LEAST, column.getUserData()) * letters;
    }

    private double bar() {
        return lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(b -> b.getOrientation() == Orientation.VERTICAL && b.isVisible()).mapToDouble(ScrollBar::getWidth).max().orElse(0);
    }

    private final class Cell<V> extends TableCell<R, V> {
        private final BiFunction<R, V, Label> drawing;

        Cell(Pos where, BiFunction<R, V, Label> drawing) {
            this.drawing = drawing;
            setAlignment(where);
            fontProperty().subscribe(font -> lettersAre(font.getSize()));
            widthProperty().subscribe(_ -> {
                if (getGraphic() instanceof Label drawn) {
                    fit(drawn);
                }
            });
        }

        @Override
        protected void updateItem(V item, boolean empty) {
            super.updateItem(item, empty);
            R row = getTableRow() == null ? null : getTableRow().getItem();
            boolean nothing = empty || item == null || row == null;
            setText(null);
            setGraphic(nothing ? null : wrapped(drawing.apply(row, item)));
        }

        /** As wide as its column: what is longer goes on in a second line, and the line of the table grows with it. */
        private Label wrapped(Label drawn) {
            drawn.setWrapText(true);
            drawn.setAlignment(getAlignment());
            drawn.setTextAlignment(textAlignment(getAlignment()));
            fit(drawn);
            return drawn;
        }

        private double room() {
            return Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset());
        }

        private void fit(Label drawn) {
            drawn.setPrefWidth(room());
            drawn.setMaxWidth(room());
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (getGraphic() instanceof Label drawn) {
                double high = drawn.prefHeight(room());
                drawn.resizeRelocate(snappedLeftInset(), snapPositionY((getHeight() - high) / 2), room(), high);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            double usual = super.computePrefHeight(width);
            return getGraphic() instanceof Label drawn
                    ? Math.max(usual, snappedTopInset() + drawn.prefHeight(room()) + snappedBottomInset()) : usual;
        }
    }

    private static TextAlignment textAlignment(Pos where) {
        return where == Pos.CENTER ? TextAlignment.CENTER : where == Pos.CENTER_RIGHT ? TextAlignment.RIGHT : TextAlignment.LEFT;
    }

    /** The name of a column, in two lines where one is too long. */
    private static final class Head extends Label {
        private final TableColumn<?, ?> column;

        Head(String title, TableColumn<?, ?> column, Pos where) {
            super(title);
            this.column = column;
            setWrapText(true);
            setTextAlignment(textAlignment(where));
            column.widthProperty().subscribe(_ -> requestLayout());
        }

        /** A table asks how high the name is without saying how wide it may be. */
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? column.getWidth() - getFont().getSize() : width);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.min(super.computePrefWidth(height), Math.max(1, column.getWidth() - getFont().getSize()));
        }
    }
}
