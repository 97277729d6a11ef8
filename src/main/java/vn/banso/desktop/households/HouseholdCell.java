package vn.banso.desktop.households;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.StateMark;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdRow;

/** A household as one line; in a narrow list the place stands beneath the name. */
final class HouseholdCell extends ListCell<Optional<HouseholdRow>> {
    /** Neither poor nor near-poor: most are, and nothing needs to be said of it. */
    private static final int OUTSIDE = Catalogue.HOUSEHOLD.field("poverty").codes().orElseThrow().code("none").orElseThrow().number();

    /** So much of its line an address may take; the name of the village, whose middle can go, has the rest. */
    private static final double ADDRESS = 0.65;

    private final Ui ui;
    private final DoubleSupplier letter;
    private final Supplier<Map<Column, Double>> columns;
    private final RowLine line = new RowLine();
    private final Label number = Ui.styled(new Label(), "households-number");
    private final Function<HouseholdRow, String> where;
    private final Label head;
    private final Label foundBy = Ui.styled(new Label(), "bs-soft");
    private final Label village;
    private final Label address = Ui.styled(new Label(), "bs-soft");
    private final HBox place;
    private final VBox name;
    private final Pane placed = new StackPane();
    private final Label members = new Label();
    private final Label phone = new Label();
    private final Label fibre = new Label();
    private final Label poverty = new Label();
    private final Label visit = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox state = Ui.styled(new HBox(), "households-state");

    /** @param where the village, as far as there are several */
    HouseholdCell(Ui ui, Function<HouseholdRow, String> where, DoubleSupplier letter, Supplier<Map<Column, Double>> columns) {
        this.ui = ui;
        this.where = where;
        this.letter = letter;
        this.columns = columns;
        head = Ui.styled(ui.name(""), "bs-strong");
        village = ui.name("");
        head.setMinWidth(0);
        village.setMinWidth(0);
        // The name of the head goes before the one that it was found by: that takes what is left.
        foundBy.setMinWidth(0);
        foundBy.setPrefWidth(0);
        foundBy.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(foundBy, Priority.ALWAYS);
        place = Ui.styled(new HBox(village, address), "households-cell");
        place.setAlignment(Pos.CENTER_LEFT);
        name = new VBox(Ui.styled(new HBox(head, foundBy), "households-cell"));
        name.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(placed, Priority.ALWAYS);
        line.add(Column.NUMBER, number);
        line.add(Column.HEAD, name);
        line.add(Column.PLACE, placed);
        line.add(Column.MEMBERS, members);
        line.add(Column.PHONE, phone);
        line.add(Column.FIBRE, fibre);
        line.add(Column.POVERTY, poverty);
        line.add(Column.VISIT, visit);
        line.add(Column.STATE, state);
        getStyleClass().add("households-row");
        // The list is as wide as its window; a long name gives way, not the page.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Optional<HouseholdRow> item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        item.ifPresentOrElse(this::show, this::showWaiting);
        arrange(columns.get());
        setGraphic(line);
    }

    private void arrange(Map<Column, Double> widths) {
        line.arrange(widths, letter.getAsDouble());
        Pane holder = widths.containsKey(Column.PLACE) ? placed : name;
        if (place.getParent() != holder) {
            holder.getChildren().add(place);
        }
        double room = widths.getOrDefault(Column.PLACE, widths.getOrDefault(Column.HEAD, 0.0)) * ADDRESS;
        address.setMinWidth(Math.ceil(Math.min(Ui.width(address.getText()), room) * letter.getAsDouble()));
    }

    private void showWaiting() {
        Stream.of(number, head, foundBy, village, address, members, phone, fibre, poverty, visit).forEach(label -> label.setText(""));
        head.setText("…");
        state.getChildren().clear();
        setAccessibleText(ui.say("households.reading"));
    }

    private void show(HouseholdRow row) {
        number.setText(row.number() == 0 ? "" : String.valueOf(row.number()));
        head.setText(row.head().isEmpty() ? ui.say("households.no_head") : row.head());
        foundBy.setText(row.foundBy().map(name -> ui.say("households.found_by", name)).orElse(""));
        village.setText(where.apply(row));
        address.setText(row.address());
        members.setText(row.members() == 0 ? "" : ui.formats().number(row.members()));
        answer(phone, switch (row.smartphone()) {
            case CodeList.YES -> "households.phone.has";
            case CodeList.NO -> "households.phone.has_not";
            default -> "";
        });
        answer(fibre, row.fibreSubscribed() == CodeList.YES ? "households.fibre.in_use"
                : row.fibreAvailable() == CodeList.YES ? "households.fibre.possible"
                : row.fibreAvailable() == CodeList.NO ? "households.fibre.not_yet" : "");
        poverty.setText(row.poverty() == OUTSIDE ? "" : code("poverty", row.poverty()));
        visit.setText(row.lastVisit().map((Value.Day day) -> ui.formats().day(day)).orElse(ui.say("households.never")));
        soften(visit, row.lastVisit().isEmpty());
        state.getChildren().setAll(row.needsLook() ? look() : new StateMark(ui, row.state()));
        setAccessibleText(aloud(row));
        // The longest names and places have no room on one line.
        whole.setText(Stream.of(head.getText(), foundBy.getText(), where.apply(row), row.address()).filter(s -> !s.isBlank())
                .collect(Collectors.joining("\n")));
        setTooltip(whole);
    }

    /** @param key empty where nobody asked */
    private void answer(Label label, String key) {
        label.setText(key.isEmpty() ? ui.say("households.unasked") : ui.say(key));
        soften(label, key.isEmpty());
    }

    private static void soften(Label label, boolean soft) {
        label.getStyleClass().removeAll("bs-soft");
        if (soft) {
            label.getStyleClass().add("bs-soft");
        }
    }

    private String code(String field, int number) {
        var list = Catalogue.HOUSEHOLD.field(field).codes().orElseThrow();
        return list.keyOf(new Value.Code(number)).map(key -> ui.say("code." + list.key() + "." + key)).orElse("");
    }

    private Label look() {
        return Ui.styled(new Label(ui.say("households.needs_look"), ui.icon(Icon.ATTENTION)), "bs-mark", "bs-look");
    }

    private String aloud(HouseholdRow row) {
        return List.of(number.getText(), head.getText(), foundBy.getText(), where.apply(row), row.address(),
                ui.say("households.column.phone") + " " + phone.getText(), ui.say("households.column.fibre") + " " + fibre.getText(),
                ui.say("state." + row.state())).stream().filter(s -> !s.isBlank()).collect(Collectors.joining(", "));
    }
}
