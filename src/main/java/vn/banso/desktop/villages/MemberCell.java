package vn.banso.desktop.villages;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;

/** A member in two lines: who it is and from where, and whether they were trained. */
final class MemberCell extends ListCell<Entry> {
    private static final Field TRAINED = Catalogue.TEAM_MEMBER.field("trained");
    private static final int YES = 1;
    private static final int NO = 2;

    private final Ui ui;
    private final TeamModel model;

    MemberCell(Ui ui, TeamModel model) {
        this.ui = ui;
        this.model = model;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Entry member, boolean empty) {
        super.updateItem(member, empty);
        setText(null);
        setGraphic(empty || member == null ? null : row(member));
    }

    private HBox row(Entry member) {
        Label name = Ui.styled(ui.name(TeamModel.name(member)), "bs-strong");
        String detail = Stream.of("role", "organisation", "phone").map(key -> said(member, key)).filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
        VBox who = new VBox(1, name, Ui.styled(ui.name(detail), "bs-soft", "bs-small"));
        who.setMinWidth(0);
        who.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(who, Priority.ALWAYS);
        Label right = model.isActive(member) ? trained(member) : Ui.styled(new Label(ended(member)), "bs-soft", "bs-small");
        right.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, who, right);
        row.setAlignment(Pos.CENTER_LEFT);
        if (!model.isActive(member)) {
            name.getStyleClass().setAll("label", "bs-line", "bs-name", "bs-soft");
        }
        return row;
    }

    private String said(Entry member, String key) {
        Field field = Catalogue.TEAM_MEMBER.field(key);
        return member.value(field).map(v -> ui.texts().value(field, v)).orElse("");
    }

    private String ended(Entry member) {
        return ui.say("villages.left_on", member.day(Catalogue.TEAM_MEMBER.field("active_to")).map(Texts::day).orElse(""));
    }

    private Label trained(Entry member) {
        int answer = member.code(TRAINED);
        boolean passed = Codes.TRAINING_RESULT.code("not_passed").filter(c -> c.number() == member.code(
                Catalogue.TEAM_MEMBER.field("training_result"))).isEmpty();
        VillageWords words = new VillageWords(ui);
        return answer == YES && passed ? words.mark(Icon.DONE, ui.say("villages.trained"), "bs-received")
                : answer == YES ? words.mark(Icon.WARNING, ui.say("villages.trained_not_passed"), "bs-waiting")
                : answer == NO ? words.mark(Icon.WARNING, ui.say("villages.untrained"), "bs-waiting")
                : Ui.styled(new Label(ui.say("villages.training_unknown")), "bs-soft", "bs-small");
    }
}
