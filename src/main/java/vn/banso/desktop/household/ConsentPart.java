package vn.banso.desktop.household;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.Spot;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.Texts;
import vn.banso.register.Value;

/** The notice as it is read to the household, and its answer. */
final class ConsentPart extends HBox implements HouseholdPage.Opening {
    private static final double NOTICE_WIDTH = 560;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final DoorstepModel model;
    private final HouseholdForm form;
    private final Button yes;
    private final List<FieldBox> boxes;

    ConsentPart(Ui ui, DoorstepModel model, HouseholdForm form) {
        this.model = model;
        this.form = form;
        getStyleClass().add("bs-consent");
        VBox notice = ui.card(ui.heading("household.consent.heading"), ui.text(ui.say("household.consent.purpose")),
                ui.text(ui.say("household.consent.readers")), ui.text(ui.say("household.consent.free")),
                ui.text(ui.say("household.consent.withdraw")), ui.soft(ui.say("household.consent.version", Consent.NOTICE)));
        notice.setPrefWidth(NOTICE_WIDTH);
        notice.setMaxWidth(NOTICE_WIDTH);
        setFillHeight(false);
        yes = answer(ui, Icon.DONE, "household.consent.yes", Consent.GIVEN);
        Button no = answer(ui, Icon.CLOSE, "household.consent.no", Consent.REFUSED);
        Button back = answer(ui, Icon.UNDO, "household.consent.back", Consent.WITHDRAWN);
        Label said = ui.text("");
        Runnable word = () -> {
            Consent now = Consent.of(form.household());
            back.setVisible(now == Consent.GIVEN);
            back.setManaged(now == Consent.GIVEN);
            yes.pseudoClassStateChanged(CHOSEN, now == Consent.GIVEN);
            no.pseudoClassStateChanged(CHOSEN, now == Consent.REFUSED);
            said.setText(ui.say("household.consent.said." + now, date(form, now)));
        };
        List.of(Consent.ANSWER, Consent.DATE, Consent.WITHDRAWN_ON).forEach(f -> form.household().value(f).subscribe(word));
        word.run();
        boxes = List.of(Fields.of(form.household(), "consent_method", ui.texts()), Fields.of(form.household(), "consent_basis", ui.texts()),
                Fields.of(form.household(), "consent_date", ui.texts()));
        VBox answers = ui.column(ui.heading("household.consent.answer"), said, ui.row(yes, no), back);
        answers.getChildren().addAll(boxes);
        HBox.setHgrow(answers, Priority.ALWAYS);
        answers.setMaxWidth(420);
        getChildren().addAll(notice, answers);
    }

    private static String date(HouseholdForm form, Consent now) {
        return form.household().valueOf(now == Consent.WITHDRAWN ? Consent.WITHDRAWN_ON : Consent.DATE) instanceof Value.Day d
                ? Texts.day(d) : "";
    }

    private Button answer(Ui ui, Icon icon, String key, Consent answer) {
        return ui.button(icon, key, () -> new HouseholdActs(model).consent(form, answer));
    }

    @Override
    public void begin() {
        yes.requestFocus();
    }

    @Override
    public boolean show(Spot spot) {
        return boxes.stream().filter(b -> spot.entry() == form.household() && b.field().equals(spot.field())).findFirst().map(b -> {
            b.focus();
            return true;
        }).orElse(spot.entry() == form.household() && spot.field().equals(Consent.ANSWER));
    }
}
