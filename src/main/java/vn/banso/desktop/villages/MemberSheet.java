package vn.banso.desktop.villages;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Facts;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldColumns;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.register.catalogue.Catalogue;

/** One member of a team, to be written: who, from where, and the training. */
final class MemberSheet extends VBox {
    private static final List<String> ALL = List.of("name", "role", "organisation", "phone", "trained", "training_course", "training_date",
            "training_hours", "training_result", "active_from", "active_to");

    private final Ui ui;
    private final EntryModel entry;
    private final List<FieldBox> boxes = new ArrayList<>();

    MemberSheet(Ui ui, TeamModel model, TeamModel.Open open) {
        this.ui = ui;
        this.entry = open.entry();
        getStyleClass().addAll("bs-card", "bs-member-sheet");
        if (!model.mayWriteMembers()) {
            entry.before().ifPresent(before -> getChildren().addAll(ui.soft(ui.say("villages.members_read_only")),
                    new Facts(ui, Catalogue.TEAM_MEMBER, before, ALL)));
            return;
        }
        getChildren().addAll(box("name"), box("role"), new FieldColumns(box("organisation"), box("phone")), box("trained"),
                box("training_course"), new FieldColumns(box("training_date"), box("training_hours")), box("training_result"),
                new FieldColumns(box("active_from"), box("active_to")));
        HBox foot = ui.row(new SavedLine(ui, model.workplace(), open.saving()), Ui.spring());
        entry.before().filter(model::isActive).ifPresent(before ->
                foot.getChildren().add(Ui.styled(ui.button("villages.end_member", () -> model.end(before)), "bs-quiet")));
        if (entry.before().isEmpty()) {
            foot.getChildren().add(ui.primary("villages.save_member", () -> {
                boxes.forEach(FieldBox::finish);
                model.saveMember();
            }));
        }
        foot.getChildren().add(ui.button("villages.close_member", model::close));
        getChildren().add(foot);
        FormKeys.install(this, entry.undoStack(), entry::keepAll, spot -> boxes.stream()
                .filter(b -> b.field().id() == spot.field().id()).findFirst().ifPresent(FieldBox::focus));
        if (entry.before().isEmpty()) {
            Platform.runLater(boxes.getFirst()::focus);
        }
    }

    private FieldBox box(String key) {
        FieldBox box = Fields.of(entry, key, ui.texts());
        boxes.add(box);
        return box;
    }
}
