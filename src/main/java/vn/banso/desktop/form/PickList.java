package vn.banso.desktop.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/** The list beneath a field. The keyboard stays in the field; the mouse may pick here. */
public final class PickList {
    private static final int MOST_ROWS = 9;
    private static final double ROW = 32;
    private static final double ROW_EM = 2.13;
    private static final double EDGES = 10;
    private static final double LEAST_WIDTH = 220;
    private static final double MOST_WIDTH = 420;

    private final Consumer<PickItem> pick;
    /** Both are windows of their own. A form has a list for each of its fields, and few of them are ever opened. */
    private Optional<Popup> popup = Optional.empty();
    private Optional<Popup> telling = Optional.empty();
    private Optional<ListView<PickItem>> view = Optional.empty();

    /** @param pick what the mouse does */
    public PickList(Consumer<PickItem> pick) {
        this.pick = pick;
    }

    private ListView<PickItem> view() {
        if (view.isEmpty()) {
            ListView<PickItem> made = new ListView<>();
            made.getStyleClass().add("bs-pick-list");
            made.setFocusTraversable(false);
            made.setCellFactory(_ -> new Cell());
            made.setOnMouseReleased(_ -> marked().ifPresent(pick));
            view = Optional.of(made);
        }
        return view.get();
    }

    private static Popup popup() {
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        // Shadows reach out around the list: it is what is shown that stands beneath the field.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        return popup;
    }

    /** Shows them beneath the node, with one of them marked; nothing is shown where there are none. */
    public void show(Node below, List<PickItem> found, Optional<PickItem> marked) {
        if (found.isEmpty() || below.getScene() == null) {
            view.ifPresent(v -> v.getItems().clear());
            popup.ifPresent(Popup::hide);
            return;
        }
        if (popup.isEmpty()) {
            popup = Optional.of(popup());
            popup.get().getContent().add(view());
        }
        Popup list = popup.get();
        view().getItems().setAll(found);
        dress(list, below.getScene());
        telling.ifPresent(Popup::hide);
        double row = Math.max(ROW, sizeOf(below) * ROW_EM);
        view().getSelectionModel().clearSelection();
        marked.ifPresent(view().getSelectionModel()::select);
        view().scrollTo(Math.max(0, view().getSelectionModel().getSelectedIndex()));
        Bounds at = below.localToScreen(below.getLayoutBounds());
        view().setPrefSize(Math.max(LEAST_WIDTH, at.getWidth()), Math.min(MOST_ROWS, found.size()) * row + EDGES);
        if (!list.isShowing()) {
            list.show(below, at.getMinX(), at.getMaxY() + 2);
        }
    }

    /** Says something beneath the node where a list would stand, until the next key. */
    public void tell(Node beneath, String words) {
        hide();
        if (beneath.getScene() == null) {
            return;
        }
        Label said = new Label(words);
        said.getStyleClass().add("bs-pick-said");
        said.setWrapText(true);
        said.setMaxWidth(MOST_WIDTH);
        Bounds at = beneath.localToScreen(beneath.getLayoutBounds());
        telling = telling.or(() -> Optional.of(popup()));
        telling.get().getContent().setAll(said);
        dress(telling.get(), beneath.getScene());
        telling.get().show(beneath, at.getMinX(), at.getMaxY() + 2);
    }

    /** A pop-up is a scene of its own: it takes over colours and the size of the type. */
    private static void dress(Popup popup, Scene of) {
        Scene own = popup.getScene();
        if (!own.getStylesheets().equals(of.getStylesheets())) {
            own.getStylesheets().setAll(of.getStylesheets());
        }
        own.getRoot().setStyle(of.getRoot().getStyle());
    }

    private static double sizeOf(Node node) {
        return switch (node) {
            case TextInputControl input -> input.getFont().getSize();
            case Labeled labeled -> labeled.getFont().getSize();
            default -> 0;
        };
    }

    public void hide() {
        popup.ifPresent(Popup::hide);
        telling.ifPresent(Popup::hide);
    }

    /** Whether {@link #tell something is said}. */
    public boolean isTelling() {
        return telling.filter(Popup::isShowing).isPresent();
    }

    /** Marks the line of this value. */
    public void mark(PickItem choice) {
        view().getSelectionModel().select(choice);
        view().scrollTo(Math.max(0, view().getItems().indexOf(choice) - MOST_ROWS + 2));
    }

    public boolean isShowing() {
        return popup.filter(Popup::isShowing).isPresent();
    }

    public void move(int by) {
        int last = view().getItems().size() - 1;
        int next = Math.clamp(view().getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        view().getSelectionModel().select(next);
        view().scrollTo(Math.max(0, next - MOST_ROWS + 2));
    }

    /** Empty where none is. */
    public Optional<PickItem> marked() {
        return view.map(v -> v.getSelectionModel().getSelectedItem());
    }

    private static final class Cell extends ListCell<PickItem> {
        private final Label label = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(8, label, detail);

        Cell() {
            detail.getStyleClass().add("bs-pick-detail");
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            row.setAlignment(Pos.CENTER_LEFT);
            // It stays where it is: words outside the list would look for their colours in vain.
            setGraphic(row);
        }

        @Override
        protected void updateItem(PickItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            row.setVisible(!empty);
            if (!empty) {
                label.setText(item.label());
                detail.setText(item.detail());
            }
        }
    }
}
