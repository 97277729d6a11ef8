package vn.banso.desktop.kit;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.text.Text;

/** A line of text that ends in "…" where it is longer than its field, and is read whole where the mouse rests; while one types, it is as it is. */
final class InputSkin extends TextFieldSkin {
    /** Hides the letters beneath the ones that end in dots. */
    private static final String CUT = "bs-cut";

    private final TextField input;
    private final Text measured = new Text();
    private Label ending;

    InputSkin(TextField input) {
        super(input);
        this.input = input;
        input.textProperty().subscribe(_ -> input.requestLayout());
        input.focusedProperty().subscribe(_ -> input.requestLayout());
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        measured.setText(input.getText());
        measured.setFont(input.getFont());
        boolean cut = !input.isFocused() && width > 0 && measured.getLayoutBounds().getWidth() > width + 1;
        if (cut != input.getStyleClass().contains(CUT)) {
            mark(cut);
        }
        if (cut) {
            ending.setText(input.getText());
            input.getTooltip().setText(input.getText());
            ending.resizeRelocate(x, y, width, height);
        }
    }

    private void mark(boolean cut) {
        if (!cut) {
            input.getStyleClass().remove(CUT);
            getChildren().remove(ending);
            input.setTooltip(null);
            return;
        }
        input.getStyleClass().add(CUT);
        ending = new Label();
        ending.setManaged(false);
        ending.setMouseTransparent(true);
        ending.fontProperty().bind(input.fontProperty());
        getChildren().add(ending);
        input.setTooltip(new Tooltip());
    }
}
