package vn.banso.desktop.sessions;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.SideBySide;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.Choices;
import vn.banso.desktop.layout.Grid;
import vn.banso.desktop.layout.KeyboardStart;
import vn.banso.desktop.layout.Subscriptions;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.values.Value;
import vn.banso.store.training.Attendance;

/** Who came: at the left by typing, at the right by ticking the list of the class or of the village. */
final class AttendancePane extends StackPane implements KeyboardStart {
    private static final int VILLAGE_COLUMN = 3;

    private final Ui ui;
    private final AttendanceModel model;
    private final NameEntry entry;
    private final Grid<AttendanceRow> grid;
    private final Choices<AttendanceModel.Base> base;
    private final Label counts;
    private final StackPane list = new StackPane();
    private final Button rest;

    AttendancePane(Ui ui, AttendanceModel model, NameSearch search, Subscriptions ties) {
        this.ui = ui;
        this.model = model;
        this.entry = new NameEntry(ui, search, ties);
        this.grid = grid();
        this.counts = ui.text("");
        this.base = new Choices<>(ui.say("classes.list"), List.of(AttendanceModel.Base.values()), model.base(),
                b -> ui.say("classes.list." + b, b == AttendanceModel.Base.CLASS ? model.learners() : model.roll()));
        this.rest = ui.button("classes.rest_absent", model::restAbsent);
        Label keys = ui.soft(ui.say("classes.tick_keys"));
        keys.visibleProperty().bind(Bindings.isEmpty(search.suggestions()));
        keys.managedProperty().bind(keys.visibleProperty());
        VBox left = Ui.styled(new VBox(entry, counts, keys), "bs-column", "bs-tick-left");
        WrapRow bar = Ui.styled(new WrapRow(base, Ui.spring(), rest), "bs-bar");
        VBox right = Ui.styled(new VBox(bar, list), "bs-tick-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        SideBySide parts = SideBySide.growingRight(left, right);
        ScrollPane both = Ui.scrolled(parts);
        Ui.ringed(parts, both);
        both.setFitToHeight(true);
        getChildren().add(both);
        ties.add(model.edits().subscribe(this::count));
        ties.add(model.last().subscribe(this::follow));
        count();
    }

    private Grid<AttendanceRow> grid() {
        Grid<AttendanceRow> table = new Grid<AttendanceRow>(model.rows(), ui.say("classes.part.ATTENDANCE"))
                .<Number>drawn(ui.say("classes.col.number"), 3.6, AttendanceRow::number, (_, n) -> new Label(String.valueOf(n)))
                .atLeast(2.8)
                .text(ui.say("classes.col.name"), 14, t -> t.person().name()).atLeast(6.5)
                .middle(ui.say("classes.col.born"), 5.4, t -> t.person().year()).atLeast(3.6)
                .text(ui.say("classes.col.village"), 8, t -> t.person().village().map(v -> v.in(ui.texts())).orElse("")).atLeast(4.8)
                .<Number>drawn(ui.say("classes.col.presence"), 8, AttendanceRow::presence, this::presence).atLeast(5.8)
                .<Number>drawn(ui.say("classes.col.practice"), 7, AttendanceRow::practised, this::practice).atLeast(4.6)
                .opening(model::toggle);
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            AttendanceRow tick = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && tick != null) {
                model.toggle(tick);
                e.consume();
            }
        });
        return table;
    }

    private Label presence(AttendanceRow tick, Number code) {
        int presence = code.intValue();
        Label label = presence == AttendanceRow.NONE ? new Label("", box()) : new Label(
                ui.texts().code(Codes.PRESENCE, new Value.Code(presence)),
                ui.icon(presence == Attendance.PRESENT ? Icon.DONE : presence == Attendance.LATE ? Icon.HISTORY : Icon.CLOSE));
        label.getStyleClass().addAll("bs-mark", presence == Attendance.PRESENT ? "bs-received" : presence == Attendance.LATE ? "bs-waiting" : "bs-soft");
        return clickable(label, () -> model.toggle(tick), ui.say("classes.col.presence"));
    }

    private Label practice(AttendanceRow tick, Number answer) {
        Label label = answer.intValue() == CodeList.YES ? new Label(ui.say("classes.practised"), ui.icon(Icon.DONE)) : new Label("", box());
        label.getStyleClass().addAll("bs-mark", answer.intValue() == CodeList.YES ? "bs-received" : "bs-soft");
        return clickable(label, () -> model.practise(tick), ui.say("classes.col.practice"));
    }

    /** An empty box to tick. */
    private static Node box() {
        return Ui.styled(new StackPane(), "bs-tick-box");
    }

    private static Label clickable(Label label, Runnable act, String name) {
        label.setAccessibleText(label.getText().isEmpty() ? name : label.getText());
        label.setOnMouseClicked(e -> {
            act.run();
            e.consume();
        });
        return label;
    }

    private void count() {
        AttendanceModel.Count c = model.count();
        counts.setText(ui.say("classes.count", c.came(), c.women(), c.elderly(), c.practised())
                + model.farAbovePlan().map(planned -> "\n" + ui.say("classes.count_far_above_plan", planned)).orElse(""));
        base.reword();
        grid.showColumn(VILLAGE_COLUMN, model.rows().stream().map(t -> t.person().village()).distinct().count() > 1);
        rest.setDisable(model.rows().stream().noneMatch(t -> t.presence().get() == AttendanceRow.NONE));
        boolean none = model.rows().isEmpty();
        Node shown = none ? ui.empty(Icon.PEOPLE, "classes.list_empty",
                model.base().get() == AttendanceModel.Base.CLASS ? "classes.list_empty_class" : "classes.list_empty_village") : grid;
        if (list.getChildren().isEmpty() || list.getChildren().getFirst() != shown) {
            list.getChildren().setAll(shown);
        }
    }

    /** The line that was ticked just now comes into sight. */
    private void follow(Optional<AttendanceRow> tick) {
        tick.filter(t -> !grid.isFocused()).ifPresent(t -> {
            grid.getSelectionModel().select(t);
            grid.scrollTo(t);
        });
    }

    /** The line that the keys for late, absent and practice mean. */
    Optional<AttendanceRow> meant() {
        return grid.isFocused() ? Optional.ofNullable(grid.getSelectionModel().getSelectedItem()) : model.last().get();
    }

    @Override
    public void enter() {
        entry.focus();
    }
}
