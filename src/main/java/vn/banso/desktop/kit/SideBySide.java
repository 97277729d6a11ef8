package vn.banso.desktop.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two parts of a page, side by side where both have the room they need at least; else one below the other. */
public final class SideBySide extends Pane {
    private static final double GAP = 20;

    private final Region first;
    private final Region second;
    private final Region grows;

    private SideBySide(Region first, Region second, Region grows) {
        super(first, second);
        this.first = first;
        this.second = second;
        this.grows = grows;
    }

    /** The first takes what room is left. */
    public static SideBySide growingLeft(Region first, Region second) {
        return new SideBySide(first, second, first);
    }

    /** The second takes what room is left. */
    public static SideBySide growingRight(Region first, Region second) {
        return new SideBySide(first, second, second);
    }

    /** Both are as wide as each other. */
    public static SideBySide alike(Region first, Region second) {
        return new SideBySide(first, second, null);
    }

    private boolean fits(double width) {
        double least = grows == null ? 2 * Math.max(first.minWidth(-1), second.minWidth(-1)) : first.minWidth(-1) + second.minWidth(-1);
        return width + 0.5 >= least + GAP;
    }

    private double firstWidth(double width) {
        if (grows == null) {
            return Math.floor((width - GAP) / 2);
        }
        Region fixed = grows == first ? second : first;
        double side = Math.clamp(width - GAP - grows.minWidth(-1), fixed.minWidth(-1), Math.max(fixed.minWidth(-1), fixed.prefWidth(-1)));
        return Math.floor(grows == first ? width - GAP - side : side);
    }

    private double inner(double width) {
        Insets around = getInsets();
        return (width < 0 ? prefWidth(-1) : width) - around.getLeft() - around.getRight();
    }

    private double padding() {
        return getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + getInsets().getRight() + Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + getInsets().getRight() + first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        double room = inner(width);
        if (fits(room)) {
            return padding() + Math.max(first.minHeight(firstWidth(room)), second.minHeight(room - GAP - firstWidth(room)));
        }
        return padding() + (first == grows ? first.minHeight(room) : first.prefHeight(room)) + GAP
                + (second == grows ? second.minHeight(room) : second.prefHeight(room));
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = inner(width);
        return padding() + (fits(room) ? Math.max(first.prefHeight(firstWidth(room)), second.prefHeight(room - GAP - firstWidth(room)))
                : first.prefHeight(room) + GAP + second.prefHeight(room));
    }

    @Override
    protected void layoutChildren() {
        double x = getInsets().getLeft();
        double y = getInsets().getTop();
        double room = inner(getWidth());
        double high = getHeight() - padding();
        if (fits(room)) {
            double wide = firstWidth(room);
            first.resizeRelocate(x, y, wide, high);
            second.resizeRelocate(x + wide + GAP, y, room - wide - GAP, high);
            return;
        }
        double above = first == grows ? Math.max(first.minHeight(room), high - GAP - second.prefHeight(room)) : first.prefHeight(room);
        first.resizeRelocate(x, y, room, above);
        second.resizeRelocate(x, y + above + GAP, room, Math.max(0, high - above - GAP));
    }
}
