package vn.banso.desktop.villages;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldColumns;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;

/** What the decision that set up a team says: in one line, and for officers as fields to write. */
final class TeamFacts extends VBox {
    private static final List<String> ABOVE = List.of("name", "decision_number", "decision_date");
    private static final List<String> BELOW = List.of("active_from", "active_to", "note");

    private final Ui ui;

    TeamFacts(Ui ui, TeamModel model, Entry team) {
        this.ui = ui;
        getStyleClass().addAll("bs-team-facts");
        Label line = ui.text(told(team));
        line.setMinWidth(0);
        HBox head = ui.row(ui.icon(Icon.SHIELD), line, Ui.spring());
        getChildren().add(head);
        if (!model.mayWriteTeam()) {
            getChildren().add(Ui.styled(ui.soft(ui.say("villages.team_read_only")), "bs-small"));
            return;
        }
        VBox fields = new VBox(8);
        fields.getStyleClass().add("bs-card");
        fields.managedProperty().bind(fields.visibleProperty());
        fields.setVisible(team.text(Catalogue.TEAM.field("decision_number")).isEmpty());
        model.facts().get().ifPresent(open -> {
            fields.getChildren().setAll(row(open, ABOVE), row(open, BELOW), new SavedLine(ui, model.workplace(), open.saving()));
            FormKeys.install(fields, open.entry().undoStack(), open.entry()::keepAll, _ -> { });
            open.entry().edits().addListener(_ -> line.setText(told(open.entry().draft().over(open.entry().before()))));
        });
        head.getChildren().add(ui.button(Icon.EDIT, "villages.edit_decision", () -> fields.setVisible(!fields.isVisible())));
        getChildren().add(fields);
    }

    private FieldColumns row(TeamModel.Open open, List<String> keys) {
        return new FieldColumns(keys.stream().map(key -> Fields.of(open.entry(), key, ui.texts())).toArray(FieldBox[]::new));
    }

    /** "Tổ … · quyết định số 12/QĐ-UBND ngày 12/05/2024 · hoạt động từ 01/06/2024". */
    private String told(Entry team) {
        String number = said(team, "decision_number");
        String day = said(team, "decision_date");
        String decision = number.isEmpty() ? ui.say("villages.decision_unknown")
                : day.isEmpty() ? ui.say("villages.decision", number) : ui.say("villages.decision_on", number, day);
        String from = said(team, "active_from");
        String to = said(team, "active_to");
        return Stream.of(said(team, "name"), decision, from.isEmpty() ? "" : ui.say("villages.active_from", from),
                to.isEmpty() ? "" : ui.say("villages.active_to", to)).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String said(Entry team, String key) {
        Field field = Catalogue.TEAM.field(key);
        Texts texts = ui.texts();
        return team.value(field).map(v -> texts.value(field, v)).orElse("");
    }
}
