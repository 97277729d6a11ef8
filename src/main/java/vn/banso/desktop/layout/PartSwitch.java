package vn.banso.desktop.layout;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Ui;

/** The parts of a page side by side; one of them is looked at. */
public final class PartSwitch<P> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<P> part;

    /** @param names what each part is called, in the order of the row */
    public PartSwitch(ObjectProperty<P> part, Map<P, String> names) {
        getStyleClass().add("bs-parts");
        names.forEach((which, name) -> {
            ToggleButton button = Ui.styled(new ToggleButton(name), "bs-part");
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setUserData(which);
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                part.set(which);
                button.setSelected(true);
            });
            getChildren().add(button);
        });
        this.part = part;
        light(part.get());
    }

    /** Follows which part is looked at, until the page is put away. */
    public Subscription follow() {
        return part.subscribe(this::light);
    }

    private void light(P part) {
        group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(part)));
    }

    /** A part is called otherwise now: it tells how much there is. */
    public void rename(P part, String name) {
        group.getToggles().stream().filter(t -> t.getUserData().equals(part)).forEach(t -> ((ToggleButton) t).setText(name));
    }
}
