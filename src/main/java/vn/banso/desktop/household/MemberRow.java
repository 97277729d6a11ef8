package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass BLOCK = PseudoClass.getPseudoClass("block");

    private final EntryModel member;
    private final Ui ui;
    private final List<Cell> cells = new ArrayList<>();
    private final Label message;

    MemberRow(Ui ui, DoorstepModel model, HouseholdForm form, EntryModel member, MemberColumns columns) {
        this.member = member;
        this.ui = ui;
        getStyleClass().add("bs-member");
        GridPane grid = columns.grid();
        for (int i = 0; i < MemberColumns.KEYS.size(); i++) {
            Cell cell = Fields.cell(member, Catalogue.PERSON.field(MemberColumns.KEYS.get(i)), ui.texts());
            cells.add(cell);
            grid.add(cell, i, 0);
            member.findings(cell.field()).subscribe(_ -> say());
        }
        if (member.before().isEmpty()) {
            cells.getFirst().prompt(ui.say("household.member.next"));
        }
        grid.add(act(model, form), MemberColumns.KEYS.size(), 0);
        message = Ui.styled(ui.text(""), "bs-small", "bs-member-message");
        message.managedProperty().bind(message.visibleProperty());
        getChildren().addAll(grid, message);
        say();
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

    /** What its cells say, as the columns stand. */
    List<String> words() {
        return cells.stream().map(Cell::words).toList();
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
