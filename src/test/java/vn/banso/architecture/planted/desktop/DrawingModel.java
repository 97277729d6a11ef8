package vn.banso.architecture.planted.desktop;

import javafx.scene.control.Label;

/** A model that draws: the fault that the rule about models must catch. */
public final class DrawingModel {
    private final Label drawn = new Label();

    public Label drawn() {
        return drawn;
    }
}
