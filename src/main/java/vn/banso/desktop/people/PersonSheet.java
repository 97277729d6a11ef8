package vn.banso.desktop.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Facts;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.SideBySide;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.ValueType;
import vn.banso.register.units.Cccd;

/** The fields of a person in two columns: who it is at the left, what they have and do at the right. */
final class PersonSheet extends VBox {
    private static final Field CCCD = Catalogue.PERSON.field("cccd");
    private static final List<String> WHO = List.of("name", "born", "sex", "relation", "residence", "phone", "audience", "level");
    /** The identity number is shown masked and asked for nowhere. */
    private static final List<String> NOT_HERE = List.of("cccd", "note");

    private final Ui ui;
    private final EntryModel sheet;
    private final List<FieldBox> boxes = new ArrayList<>();

    PersonSheet(Ui ui, PersonModel model, PersonModel.Open open) {
        this.ui = ui;
        this.sheet = open.sheet();
        getStyleClass().add("bs-person-sheet");
        if (!model.mayWrite()) {
            getChildren().add(new Facts(ui, Catalogue.PERSON, open.now(),
                    Stream.of(WHO, has(), List.of("note")).flatMap(List::stream).toList()));
            addCccd(open);
            return;
        }
        VBox who = column(WHO);
        addCccdTo(who, open);
        who.getChildren().add(box("note"));
        getChildren().add(SideBySide.alike(who, column(has())));
        FormKeys.install(this, sheet.undoStack(), sheet::keepAll, spot -> boxes.stream()
                .filter(b -> b.field().id() == spot.field().id()).findFirst().ifPresent(FieldBox::focus));
    }

    /** All that the catalogue asks besides, newer questions included. */
    private static List<String> has() {
        return Catalogue.PERSON.fields().stream().filter(f -> f.type() != ValueType.REF && f.type() != ValueType.BYTES).map(Field::key)
                .filter(key -> !WHO.contains(key) && !NOT_HERE.contains(key)).toList();
    }

    private VBox column(List<String> keys) {
        VBox column = Ui.styled(new VBox(), "bs-person-sheet");
        keys.forEach(key -> column.getChildren().add(box(key)));
        return column;
    }

    private FieldBox box(String key) {
        FieldBox box = Fields.of(sheet, key, ui.texts());
        boxes.add(box);
        return box;
    }

    private void addCccd(PersonModel.Open open) {
        addCccdTo(this, open);
    }

    private void addCccdTo(VBox column, PersonModel.Open open) {
        open.now().text(CCCD).ifPresent(number -> column.getChildren().add(new VBox(2,
                Ui.styled(new Label(ui.texts().field(Catalogue.PERSON, CCCD)), "bs-soft", "bs-small"), new Label(Cccd.masked(number)))));
    }

    /** The cursor into the first field. */
    void start() {
        boxes.stream().findFirst().ifPresent(FieldBox::focus);
    }
}
