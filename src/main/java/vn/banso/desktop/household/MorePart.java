package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;

/** Everything of a household that is not asked at the door, as the catalogue has it: a field added there stands here too. */
final class MorePart extends VBox implements HouseholdPage.Opening {
    /** Links that this page sets by itself. */
    private static final Set<String> BY_ITSELF = Set.of("visitor");
    private static final int COLUMNS = 3;

    private final List<FieldBox> boxes = new ArrayList<>();
    private final HouseholdForm form;

    MorePart(Ui ui, HouseholdForm form) {
        this.form = form;
        GridPane grid = Ui.styled(new GridPane(), "bs-more-fields");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        fields().forEach(field -> {
            FieldBox box = DoorPart.box(ui, form, field);
            grid.add(box, boxes.size() % COLUMNS, boxes.size() / COLUMNS);
            boxes.add(box);
        });
        Node scrolled = Ui.scrolled(grid);
        setVgrow(scrolled, Priority.ALWAYS);
        getChildren().add(scrolled);
    }

    static List<Field> fields() {
        return Catalogue.HOUSEHOLD.fields().stream().filter(f -> !DoorPart.ASKED.contains(f.key()) && !BY_ITSELF.contains(f.key())
                && !f.key().startsWith("consent")).toList();
    }

    @Override
    public void begin() {
        boxes.getFirst().focus();
    }

    @Override
    public boolean show(FieldLocation spot) {
        return boxes.stream().filter(b -> spot.entry() == form.household() && b.field().equals(spot.field())).findFirst().map(b -> {
            b.focus();
            return true;
        }).orElse(false);
    }
}
