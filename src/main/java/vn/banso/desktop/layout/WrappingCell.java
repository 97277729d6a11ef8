package vn.banso.desktop.layout;

import javafx.scene.control.ListCell;

/** A cell of a list whose words wrap: as high as they are at the width of the list. The toolkit asks what a cell shows without a width. */
public abstract class WrappingCell<T> extends ListCell<T> {
    protected WrappingCell() {
        // No wider than the list, however long its words.
        setPrefWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double room = (getWidth() > 0 ? getWidth() : getListView().getWidth()) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + getGraphic().prefHeight(room) + snappedBottomInset();
    }
}
