package vn.banso.desktop.today;

import javafx.scene.control.Label;
import vn.banso.desktop.kit.Ui;

/** A number before a line: as wide as its neighbours above and below, and wider where it is long. It is never cut. */
final class Figure extends Label {
    private final double least;

    /** @param least width in heights of a letter */
    Figure(String number, double least, String... styles) {
        super(number);
        this.least = least;
        Ui.styled(this, styles);
        setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(super.computePrefWidth(height), Math.ceil(least * getFont().getSize()));
    }
}
