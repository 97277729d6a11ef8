package vn.banso.desktop.households;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A line of cells under the same columns as the line above it. */
final class RowLine extends HBox {
    private final Map<Column, Region> cells = new EnumMap<>(Column.class);

    RowLine() {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("households-line");
    }

    /** Puts this under a column; its columns are given in their order. */
    void add(Column column, Node... content) {
        HBox cell = new HBox(content);
        cell.setAlignment(column == Column.NUMBER || column == Column.MEMBERS ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        cell.getStyleClass().add("households-cell");
        cells.put(column, cell);
        getChildren().add(cell);
    }

    /** @param letter height of a letter in pixels */
    void arrange(Map<Column, Double> shown, double letter) {
        setSpacing(Column.GAP * letter);
        cells.forEach((column, cell) -> {
            boolean here = shown.containsKey(column);
            cell.setVisible(here);
            cell.setManaged(here);
            double width = Math.floor(shown.getOrDefault(column, 0.0) * letter);
            cell.setMinWidth(width);
            cell.setMaxWidth(width);
        });
    }
}
