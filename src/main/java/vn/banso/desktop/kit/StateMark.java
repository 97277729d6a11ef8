package vn.banso.desktop.kit;

import javafx.scene.control.Label;
import vn.banso.store.batches.RecordState;

/** How far a record has come: a picture, a word and a colour. */
public final class StateMark extends Label {
    public StateMark(Ui ui, RecordState state) {
        super(ui.say("state." + state), ui.icon(switch (state) {
            case DRAFT -> Icon.DRAFT;
            case HERE -> Icon.HERE;
            case HANDED_OVER -> Icon.HAND_OVER;
            case COMMUNE -> Icon.OFFICE;
            case PROVINCE -> Icon.PROVINCE;
        }));
        getStyleClass().addAll("bs-mark", switch (state) {
            case DRAFT, HERE, HANDED_OVER -> "bs-waiting";
            case COMMUNE, PROVINCE -> "bs-received";
        });
    }
}
