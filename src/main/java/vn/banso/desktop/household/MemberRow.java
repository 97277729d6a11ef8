package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.Cell;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Finding;

/** One person in the table of members; what there is to say stands beneath the line. */
final class MemberRow extends VBox {
    /** Keys of the fields, as the columns stand. */
    static final List<String> COLUMNS = List.of("name", "born", "sex", "relation", "smartphone", "vneid", "account", "level");
    /** In heights of a letter, as wide as the longest answer in either language; the name has what is left of the narrowest table. */
    private static final List<Double> WIDTHS = List.of(12.3, 6.4, 3.1, 6.6, 6.3, 5.4, 5.8, 6.8);
    private static final double ALL = WIDTHS.stream().mapToDouble(w -> w).sum();
    private static final double BUTTON = 30;
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass BLOCK = PseudoClass.getPseudoClass("block");

    private final EntryModel member;
    private final Ui ui;
    private final List<Cell> cells = new ArrayList<>();
    private final Label message;

    MemberRow(Ui ui, DoorstepModel model, HouseholdForm form, EntryModel member) {
        this.member = member;
        this.ui = ui;
        getStyleClass().add("bs-member");
        GridPane grid = grid();
        for (int i = 0; i < COLUMNS.size(); i++) {
            Cell cell = Fields.cell(member, Catalogue.PERSON.field(COLUMNS.get(i)), ui.texts());
            cells.add(cell);
            grid.add(cell, i, 0);
            member.findings(cell.field()).subscribe(_ -> say());
        }
        if (member.before().isEmpty()) {
            cells.getFirst().prompt(ui.say("household.member.next"));
        }
        grid.add(act(model, form), COLUMNS.size(), 0);
        message = Ui.styled(ui.text(""), "bs-small", "bs-member-message");
        message.managedProperty().bind(message.visibleProperty());
        getChildren().addAll(grid, message);
        say();
    }

    /** Titles and lines share it, so that they stand above each other. */
    static GridPane grid() {
        GridPane grid = Ui.styled(new GridPane(), "bs-member-grid");
        WIDTHS.forEach(width -> {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width / ALL * (100 - 3.6));
            grid.getColumnConstraints().add(column);
        });
        ColumnConstraints last = new ColumnConstraints(BUTTON);
        grid.getColumnConstraints().add(last);
        return grid;
    }

    /** A person in the register has a page; one who is not yet there can be taken out again. */
    private Button act(DoorstepModel model, HouseholdForm form) {
        Button act = member.before().isPresent()
                ? ui.iconButton(Icon.NEXT, "household.member.open", () -> model.navigator().go(new Place.Person(member.scope(), member.id())))
                : ui.iconButton(Icon.CLOSE, "household.member.drop", () -> form.drop(member));
        act.getStyleClass().add("bs-member-act");
        act.setFocusTraversable(false);
        if (member.before().isEmpty()) {
            member.edits().subscribe((_, _) -> act.setVisible(!HouseholdForm.isEmpty(member)));
            act.setVisible(!HouseholdForm.isEmpty(member));
        }
        return act;
    }

    EntryModel member() {
        return member;
    }

    Optional<Cell> cell(Field field) {
        return cells.stream().filter(c -> c.field().equals(field)).findFirst();
    }

    private void say() {
        if (message == null) {
            return;
        }
        List<Finding> findings = Catalogue.PERSON.fields().stream().flatMap(f -> member.findings(f).get().stream()).toList();
        boolean block = findings.stream().anyMatch(Finding::blocks);
        message.setText(findings.stream().map(f -> f.text(ui.texts(), Catalogue.PERSON)).collect(Collectors.joining(" ")));
        message.setVisible(!findings.isEmpty());
        pseudoClassStateChanged(BLOCK, block);
        pseudoClassStateChanged(WARN, !block && !findings.isEmpty());
    }
}
