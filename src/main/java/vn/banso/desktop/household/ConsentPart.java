package vn.banso.desktop.household;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/** The notice as it is read to the household, and its answer. */
final class ConsentPart extends VBox implements HouseholdPage.Opening {
    private static final double NOTICE_WIDTH = 560;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final Field BASIS = Catalogue.HOUSEHOLD.field("consent_basis");
    private static final Value BY_LAW = Codes.CONSENT_BASIS.code("statutory_task").orElseThrow();

    private final DoorstepModel model;
    private final HouseholdForm form;
    private final Button yes;
    private final FieldBox purposes;
    private final List<FieldBox> boxes;

    ConsentPart(Ui ui, DoorstepModel model, HouseholdForm form) {
        this.model = model;
        this.form = form;
        VBox notice = ui.card(ui.heading("household.consent.heading"), ui.text(ui.say("household.consent.purpose")),
                purposes(ui), ui.text(ui.say("household.consent.task")),
                ui.text(ui.say("household.consent.readers")), ui.text(ui.say("household.consent.free")),
                ui.text(ui.say("household.consent.withdraw")), ui.soft(ui.say("household.consent.version", Consent.NOTICE)));
        notice.setPrefWidth(NOTICE_WIDTH);
        notice.setMaxWidth(NOTICE_WIDTH);
        yes = answer(ui, Icon.DONE, "household.consent.yes", Consent.GIVEN);
        Button no = answer(ui, Icon.CLOSE, "household.consent.no", Consent.REFUSED);
        Button some = ui.button(Icon.EDIT, "household.consent.some", this::agreeInPart);
        Button back = answer(ui, Icon.UNDO, "household.consent.back", Consent.WITHDRAWN);
        Label said = ui.text("");
        Runnable word = () -> {
            Consent now = Consent.of(form.household());
            back.setVisible(now == Consent.GIVEN);
            back.setManaged(now == Consent.GIVEN);
            some.pseudoClassStateChanged(CHOSEN, now == Consent.GIVEN && !isWhole());
            yes.pseudoClassStateChanged(CHOSEN, now == Consent.GIVEN && isWhole());
            no.pseudoClassStateChanged(CHOSEN, now == Consent.REFUSED);
            said.setText(ui.say("household.consent.said." + now, date(form, now)));
        };
        List.of(Consent.ANSWER, Consent.PURPOSES, Consent.DATE, Consent.WITHDRAWN_ON).forEach(f -> form.household().value(f).subscribe(word));
        word.run();
        purposes = Fields.of(form.household(), "consent_purposes", ui.texts());
        FieldBox task = Fields.of(form.household(), "consent_task", ui.texts());
        task.managedProperty().bind(task.visibleProperty());
        form.household().value(BASIS).subscribe(basis -> task.setVisible(BY_LAW.equals(basis)));
        boxes = List.of(purposes, Fields.of(form.household(), "consent_method", ui.texts()), Fields.of(form.household(), "consent_basis", ui.texts()),
                task, Fields.of(form.household(), "consent_date", ui.texts()));
        VBox answers = ui.column(ui.heading("household.consent.answer"), said, ui.row(yes, no), ui.row(some, back));
        answers.getChildren().addAll(boxes);
        HBox.setHgrow(answers, Priority.ALWAYS);
        answers.setMaxWidth(420);
        HBox both = Ui.styled(new HBox(notice, answers), "bs-consent");
        both.setFillHeight(false);
        Node scrolled = Ui.scrolled(both);
        setVgrow(scrolled, Priority.ALWAYS);
        getChildren().add(scrolled);
    }

    /** What is asked for, one by one, as it stands beside the ticks. */
    private static VBox purposes(Ui ui) {
        VBox list = Ui.styled(new VBox(), "bs-consent-purposes");
        Codes.CONSENT_PURPOSE.codes().values().forEach(key -> list.getChildren().add(ui.text(ui.say("household.consent.for." + key))));
        return list;
    }

    private static String date(HouseholdForm form, Consent now) {
        return form.household().valueOf(now == Consent.WITHDRAWN ? Consent.WITHDRAWN_ON : Consent.DATE) instanceof Value.Day d
                ? Texts.day(d) : "";
    }

    private Button answer(Ui ui, Icon icon, String key, Consent answer) {
        return ui.button(icon, key, () -> new HouseholdActs(model).consent(form, answer));
    }

    private void agreeInPart() {
        Consent.agreeInPart(form.household(), form.today());
        purposes.focus();
    }

    private boolean isWhole() {
        return form.household().valueOf(Consent.PURPOSES) instanceof Value.Items i && i.items().containsAll(Codes.CONSENT_PURPOSE.codes().values());
    }

    @Override
    public void begin() {
        if (Consent.of(form.household()) == Consent.GIVEN && !isWhole()) {
            purposes.focus();
        } else {
            yes.requestFocus();
        }
    }

    @Override
    public boolean show(FieldLocation spot) {
        return boxes.stream().filter(b -> spot.entry() == form.household() && b.field().equals(spot.field())).findFirst().map(b -> {
            b.focus();
            return true;
        }).orElse(spot.entry() == form.household() && spot.field().equals(Consent.ANSWER));
    }
}
