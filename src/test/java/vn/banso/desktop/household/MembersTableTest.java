package vn.banso.desktop.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
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

    @Test
    void aLongNameTakesWhatTheOtherColumnsHaveToSpareAndNoMore() {
        Look.loadFonts();
        Ui ui = new Ui(Texts.of(Lang.VI));
        MemberColumns columns = new MemberColumns(ui);
        List<ColumnConstraints> widths = columns.grid().getColumnConstraints();
        double level = widths.get(7).getPercentWidth();
        columns.fit(List.of(List.of("Lò Thị Mai", "1993", "Nữ", "Con", "Riêng", "", "", "")), 855, 15);
        double usual = widths.getFirst().getPercentWidth();
        columns.fit(List.of(List.of("Nguyễn Thị Phương Thảo Nguyên", "1993", "Nữ", "Con", "Riêng", "", "", "")), 855, 15);
        assertThat(widths.getFirst().getPercentWidth() / 100 * 833).as("the name in full").isGreaterThan((Ui.width("Nguyễn Thị Phương Thảo Nguyên") + 0.8) * 15);
        assertThat(widths.get(7).getPercentWidth()).as("a column without answers gives way").isLessThan(level);
        columns.fit(List.of(List.of("Nguyễn Thị Phương Thảo Nguyên ".repeat(9), "13/04/1999", "Nữ", "Anh, chị, em", "Riêng", "Mức độ 2", "Ngân hàng", "Trung bình")), 855, 15);
        assertThat(widths.get(3).getPercentWidth() / 100 * 833).as("answers stay whole").isGreaterThan((Ui.width("Anh, chị, em") + 0.8) * 15);
        columns.fit(List.of(), 855, 15);
        assertThat(widths.getFirst().getPercentWidth()).as("and come back").isEqualTo(usual, within(0.01));
    }

    private static GridPane titles(Ui ui) {
        GridPane titles = Ui.styled(new MemberColumns(ui).grid(), "bs-member-titles");
        for (int i = 0; i < MemberColumns.KEYS.size(); i++) {
            titles.add(Ui.styled(new Label(ui.say("household.column." + MemberColumns.KEYS.get(i))), "bs-small", "bs-soft"), i, 0);
        }
        return titles;
    }

    /** @param answer which of the choices, in the order of their list; the last of those that have fewer */
    private static VBox line(Ui ui, int answer) {
        EntryModel person = new EntryModel(Catalogue.PERSON, new ScopeId(1), new EntryId(1, 2), Optional.empty(),
                () -> Validation.Context.on(LocalDate.of(2026, 11, 20)));
        GridPane grid = new MemberColumns(ui).grid();
        for (int i = 0; i < MemberColumns.KEYS.size(); i++) {
            Field field = Catalogue.PERSON.field(MemberColumns.KEYS.get(i));
            field.codes().map(list -> List.copyOf(list.codes().keySet()))
                    .ifPresent(codes -> person.commit(field, new Value.Code(codes.get(Math.min(answer, codes.size() - 1)))));
            grid.add(Fields.cell(person, field, ui.texts()), i, 0);
        }
        return Ui.styled(new VBox(grid), "bs-member");
    }
}
