package vn.banso.desktop.start;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
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
        Button invited = choice(ui, Icon.KEY, "start.choose.invited", "start.choose.invited.text", model::invited);
        Button tryOut = choice(ui, Icon.PLAY, "start.choose.try", model.canTryOut() ? "start.choose.try.text" : "start.choose.try.missing",
                model::tryItOut);
        tryOut.setDisable(!model.canTryOut());
        FlowPane quiet = Ui.styled(new FlowPane(ui.link(ui.say("start.choose.restore"), model::restore),
                ui.link(ui.say("start.choose.other"), model::openOther)), "bs-start-quiet");
        return new StartView.Sheet("start.choose.title", ui.column(ui.soft(ui.say("start.choose.text")), invited, tryOut, quiet),
                invited::requestFocus);
    }

    private static Button choice(Ui ui, Icon icon, String title, String text, Runnable act) {
        Label name = Ui.styled(new Label(ui.say(title)), "bs-heading");
        VBox words = new VBox(4, name, ui.soft(ui.say(text)));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox inside = new HBox(16, Ui.styled(ui.icon(icon), "bs-start-icon"), words);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button choice = Ui.styled(new Button(), "bs-start-choice");
        choice.setGraphic(inside);
        choice.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(ui.say(title) + ". " + ui.say(text));
        inside.prefWidthProperty().bind(choice.widthProperty().subtract(34));
        choice.setOnAction(_ -> act.run());
        return choice;
    }
}
