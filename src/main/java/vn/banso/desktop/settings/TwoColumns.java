package vn.banso.desktop.settings;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Cards beneath each other, in two columns where each is wide enough to read; every card goes where there is more room. */
final class TwoColumns extends Pane {
    private static final double GAP = 16;
    private static final double SCROLL_BAR = 14;
    /** Of one column, in the width of its letters. */
    private static final double LEAST_EM = 26;

    private final List<Node> cards;
    private final Label measure = new Label();

    TwoColumns(List<Node> cards) {
        this.cards = cards;
        getStyleClass().add("bs-settings-columns");
        measure.setVisible(false);
        measure.setManaged(false);
        measure.fontProperty().subscribe(() -> requestLayout());
        getChildren().addAll(cards);
        getChildren().add(measure);
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double whole, boolean place) {
        double width = whole - SCROLL_BAR;
        boolean two = width >= 2 * LEAST_EM * em() + GAP;
        double column = two ? Math.floor((width - GAP) / 2) : width;
        double[] height = {0, 0};
        for (Node card : cards) {
            int at = two && height[1] < height[0] ? 1 : 0;
            double own = ((Region) card).prefHeight(column);
            if (place) {
                card.resizeRelocate(at * (column + GAP), height[at], column, own);
            }
            height[at] += own + GAP;
        }
        return Math.max(height[0], height[1]);
    }

    /** The size of the text as it was chosen. */
    private double em() {
        return measure.getFont().getSize();
    }
}
