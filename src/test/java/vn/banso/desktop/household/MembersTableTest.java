package vn.banso.desktop.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.shell.Look;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.CutWords;

/** Every answer of the table of members has room in its column, at its narrowest and in the largest type. */
@ExtendWith(ApplicationExtension.class)
class MembersTableTest {
    /** What the bar that scrolls the lines takes. */
    private static final double BAR = 16;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsReadWhole(Lang lang, FxRobot robot) {
        List<String> cut = new ArrayList<>();
        robot.interact(() -> {
            Look.loadFonts();
            Ui ui = new Ui(Texts.of(lang));
            VBox table = new VBox(titles(ui));
            for (int line = 0; line < 12; line++) {
                table.getChildren().add(line(ui, line));
            }
            double width = 57 * Settings.LARGEST - BAR;
            stage.setScene(new Scene(Ui.styled(table, "bs-members"), width, 700));
            Look.apply(stage.getScene(), Settings.USUAL.withTextSize(Settings.LARGEST));
            stage.show();
            cut.addAll(CutWords.in(stage.getScene()));
        });
        assertThat(cut).isEmpty();
    }

    private static GridPane titles(Ui ui) {
        GridPane titles = Ui.styled(MemberRow.grid(), "bs-member-titles");
        for (int i = 0; i < MemberRow.COLUMNS.size(); i++) {
            titles.add(Ui.styled(new Label(ui.say("household.column." + MemberRow.COLUMNS.get(i))), "bs-small", "bs-soft"), i, 0);
        }
        return titles;
    }

    /** @param answer which of the choices, in the order of their list; the last of those that have fewer */
    private static VBox line(Ui ui, int answer) {
        EntryModel person = new EntryModel(Catalogue.PERSON, new ScopeId(1), new EntryId(1, 2), Optional.empty(),
                () -> Validation.Context.on(LocalDate.of(2026, 11, 20)));
        GridPane grid = MemberRow.grid();
        for (int i = 0; i < MemberRow.COLUMNS.size(); i++) {
            Field field = Catalogue.PERSON.field(MemberRow.COLUMNS.get(i));
            field.codes().map(list -> List.copyOf(list.codes().keySet()))
                    .ifPresent(codes -> person.commit(field, new Value.Code(codes.get(Math.min(answer, codes.size() - 1)))));
            grid.add(Fields.cell(person, field, ui.texts()), i, 0);
        }
        return Ui.styled(new VBox(grid), "bs-member");
    }
}
