package vn.banso.desktop.form;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/** The right control for each field, from what the catalogue says of it. */
public final class Fields {
    /** As many choices stand side by side, where their words are short. */
    private static final int MOST_SEGMENTS = 5;
    private static final int MOST_LETTERS = 34;

    private Fields() {}

    /** Any field but a {@link Field.ValueType#REF}. */
    public static FieldBox of(EntryModel model, Field field, Texts texts) {
        FieldControl control = switch (field.type()) {
            case CODE -> isSegmented(field, texts) ? new SegmentsControl(model, field, texts) : new PickControl(model, field, codes(model, field, texts), value -> texts.value(field, value));
            case ITEMS -> field.codes().isPresent() ? new TicksControl(model, field, texts) : new TextControl(model, field);
            case TEXT, WHOLE, DECIMAL, DAY -> new TextControl(model, field);
            case REF, BYTES -> throw new IllegalArgumentException("no choices for the field " + field.key());
        };
        return new FieldBox(model, field, control, texts);
    }

    /** The same by the field's key. */
    public static FieldBox of(EntryModel model, String key, Texts texts) {
        return of(model, model.type().field(key), texts);
    }

    /**
     * A field that points to something, or whose choices the page knows better.
     *
     * @param choices may be filled later: the control follows
     */
    public static FieldBox of(EntryModel model, Field field, Texts texts, ObservableList<PickItem> choices) {
        return new FieldBox(model, field, new PickControl(model, field, choices), texts);
    }

    /** The same, and offers to add what the list does not have. */
    public static FieldBox of(EntryModel model, Field field, Texts texts, ObservableList<PickItem> choices, Adding adding) {
        return new FieldBox(model, field, new PickControl(model, field, choices, Optional.of(adding)), texts);
    }

    /** Choices side by side even where their words are long. */
    public static FieldBox segments(EntryModel model, Field field, Texts texts) {
        return new FieldBox(model, field, new SegmentsControl(model, field, texts), texts);
    }

    /** Any field but a {@link Field.ValueType#REF} as a cell of a table. */
    public static Cell cell(EntryModel model, Field field, Texts texts) {
        return new Cell(model, field, field.type() == Field.ValueType.CODE ? new CodeCellControl(model, field, texts)
                : new TextControl(model, field), texts);
    }

    /** The choices of a code field that are offered, in the order of its list, with the digit that finds each. */
    public static ObservableList<PickItem> codes(EntryModel model, Field field, Texts texts) {
        CodeList list = field.codes().orElseThrow();
        List<Integer> offered = model.offered(field);
        ChoiceKeys keys = new ChoiceKeys(list, offered, texts);
        return FXCollections.observableArrayList(offered.stream()
                .map(code -> new PickItem(new Value.Code(code), texts.code(list, new Value.Code(code)), keys.key(code))).toList());
    }

    private static boolean isSegmented(Field field, Texts texts) {
        CodeList list = field.codes().orElseThrow();
        return list.codes().size() <= MOST_SEGMENTS
                && list.codes().keySet().stream().mapToInt(c -> CodeWords.brief(texts, list, c).length()).sum() <= MOST_LETTERS;
    }
}
