package vn.banso.desktop.start;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;

/** The first start: two choices in plain words. */
final class ChooseSheet {
    private ChooseSheet() {}

    static StartView.Sheet of(Ui ui, StartModel model) {
        HBox invited = choice(ui, Icon.KEY, "start.choose.invited", "start.choose.invited.text", model::invited);
        HBox tryOut = choice(ui, Icon.PLAY, "start.choose.try", model.canTryOut() ? "start.choose.try.text" : "start.choose.try.missing",
                model::tryItOut);
        tryOut.setDisable(!model.canTryOut());
        FlowPane quiet = Ui.styled(new FlowPane(ui.link(ui.say("start.choose.restore"), model::restore),
                ui.link(ui.say("start.choose.other"), model::openOther)), "bs-start-quiet");
        return new StartView.Sheet("start.choose.title", ui.column(ui.soft(ui.say("start.choose.text")), invited, tryOut, quiet),
                invited::requestFocus);
    }

    /** As wide as the sheet and as high as its words; a button with a text that wraps would not know its height. */
    private static HBox choice(Ui ui, Icon icon, String title, String text, Runnable act) {
        VBox words = new VBox(2, Ui.styled(new Label(ui.say(title)), "bs-heading"), ui.soft(ui.say(text)));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox choice = Ui.styled(new HBox(Ui.styled(ui.icon(icon), "bs-start-icon"), words), "bs-start-choice", "bs-focus");
        choice.setFocusTraversable(true);
        choice.setAccessibleRole(AccessibleRole.BUTTON);
        choice.setAccessibleText(ui.say(title) + ". " + ui.say(text));
        choice.setOnMouseClicked(_ -> act.run());
        choice.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                act.run();
            }
        });
        return choice;
    }
}
