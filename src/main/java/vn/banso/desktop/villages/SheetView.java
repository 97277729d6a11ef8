package vn.banso.desktop.villages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Facts;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldColumns;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.ValueType;

/** The infrastructure sheet of a village, drawn from the catalogue: signal at the left, what stands in the village at the right. */
final class SheetView extends VBox {
    private static final List<String> SIGNAL = List.of("coverage", "coverage_viettel", "coverage_vinaphone", "coverage_mobifone",
            "coverage_vietnamobile");
    private static final List<String> STANDING = List.of("grid_power", "fixed_broadband", "public_wifi", "village_hall", "loudspeaker");
    private static final List<String> COUNTS = List.of("household_count", "best_technology", "distance");
    private static final List<String> ABOUT = List.of("name", "kind", "status", "region");
    /** What the commune says, not the village. */
    private static final List<String> HIDDEN = List.of("unit_list", "commune", "predecessors");

    private final Ui ui;
    private final EntryModel sheet;
    private final List<FieldBox> boxes = new ArrayList<>();

    SheetView(Ui ui, VillageModel model, VillageModel.Open open) {
        this.ui = ui;
        this.sheet = open.sheet();
        getStyleClass().add("bs-sheet");
        if (!model.mayWrite()) {
            getChildren().addAll(ui.soft(ui.say("villages.sheet_read_only")), new Facts(ui, Catalogue.VILLAGE, open.now(),
                    Stream.of(COUNTS, SIGNAL, STANDING, ABOUT, rest()).flatMap(List::stream).toList()));
            return;
        }
        getChildren().add(row(COUNTS));
        for (int i = 0; i < SIGNAL.size(); i++) {
            getChildren().add(row(List.of(SIGNAL.get(i), STANDING.get(i))));
        }
        getChildren().addAll(part("villages.about"), row(List.of("name", "kind", "region")), row(List.of("status", "valid_from", "valid_to")));
        rest().stream().filter(key -> !key.startsWith("valid_")).forEach(key -> getChildren().add(box(key)));
        FormKeys.install(this, sheet.undoStack(), sheet::keepAll, this::show);
    }

    /** The line that tells whether it is saved. */
    Node saved(VillageModel model, VillageModel.Open open) {
        return new SavedLine(ui, model.workplace(), open.saving());
    }

    private Label part(String key) {
        return Ui.styled(ui.heading(key), "bs-sheet-part");
    }

    /** What the catalogue has besides, newer questions included. */
    private List<String> rest() {
        return Catalogue.VILLAGE.fields().stream().filter(f -> f.type() != ValueType.REF && f.type() != ValueType.BYTES).map(Field::key)
                .filter(key -> Stream.of(SIGNAL, STANDING, COUNTS, ABOUT, HIDDEN).noneMatch(known -> known.contains(key))).toList();
    }

    private FieldColumns row(List<String> keys) {
        return new FieldColumns(keys.stream().map(this::box).toArray(FieldBox[]::new));
    }

    private FieldBox box(String key) {
        Field field = Catalogue.VILLAGE.field(key);
        boolean side = SIGNAL.contains(key) || STANDING.contains(key);
        FieldBox box = side ? Fields.segments(sheet, field, ui.texts()) : Fields.of(sheet, field, ui.texts());
        boxes.add(box);
        return box;
    }

    /** The cursor into the first field, or where something was just taken back. */
    void start() {
        boxes.stream().findFirst().ifPresent(FieldBox::focus);
    }

    private void show(FieldLocation spot) {
        find(spot.field()).ifPresent(FieldBox::focus);
    }

    private Optional<FieldBox> find(Field field) {
        return boxes.stream().filter(b -> b.field().id() == field.id()).findFirst();
    }
}
