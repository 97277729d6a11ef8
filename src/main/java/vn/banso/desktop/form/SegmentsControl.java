package vn.banso.desktop.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/**
 * A short list of choices side by side, such as Có · Không · Chưa hỏi · Từ chối. One stop for the keyboard: a digit, the
 * first letter or the arrows choose, the space bar tells the keys, Enter goes on, Delete empties where that is an answer.
 */
final class SegmentsControl implements FieldControl {
    static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /** "Not asked" is chosen where nothing was said; it stands back behind answers. */
    static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** With more choices than these they stand closer. */
    private static final int ROOMY = 4;

    private final HBox row = new HBox();
    private final List<Integer> codes = new ArrayList<>();
    private final EntryModel model;
    private final Field field;
    private final boolean asked;
    private final Texts texts;
    private final ChoiceKeys keys;
    private final String said;
    private final FirstLetters letters;
    /** Only what there is to say: the choices stand side by side. */
    private final PickList note = new PickList(_ -> { });

    SegmentsControl(EntryModel model, Field field, Texts texts) {
        this.model = model;
        this.field = field;
        this.asked = FieldText.isAsked(field);
        this.texts = texts;
        CodeList list = field.codes().orElseThrow();
        List<Integer> offered = model.offered(field);
        this.keys = new ChoiceKeys(list, offered, texts);
        this.said = keys.said(list, texts);
        this.letters = new FirstLetters(offered.stream()
                .map(code -> List.of(CodeWords.brief(texts, list, code), texts.code(list, new Value.Code(code)))).toList());
        offered.forEach(code -> {
            Label segment = new Label(CodeWords.brief(texts, list, code));
            segment.getStyleClass().add("bs-segment");
            segment.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(segment, Priority.ALWAYS);
            segment.setOnMouseClicked(_ -> {
                row.requestFocus();
                model.commit(field, new Value.Code(code));
            });
            codes.add(code);
            row.getChildren().add(segment);
        });
        row.getChildren().getFirst().getStyleClass().add("first");
        row.getChildren().getLast().getStyleClass().add("last");
        row.getStyleClass().add("bs-segments");
        if (codes.size() > ROOMY) {
            row.getStyleClass().add("tight");
        }
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.COMBO_BOX);
        row.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        row.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        row.focusedProperty().subscribe((_, _) -> {
            letters.forget();
            note.hide();
        });
        model.value(field).subscribe(this::show);
        show();
    }

    private void show() {
        int at = at();
        for (int i = 0; i < codes.size(); i++) {
            row.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == at);
            row.getChildren().get(i).pseudoClassStateChanged(OPEN, asked && codes.get(i) == CodeList.NOT_ASKED);
        }
        row.setAccessibleRoleDescription(at < 0 ? texts.get("value.blank")
                : texts.code(field.codes().orElseThrow(), new Value.Code(codes.get(at))));
        row.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Nothing written is "not asked", where there is such a choice. */
    private int at() {
        return switch (model.valueOf(field)) {
            case Value.Code c -> codes.indexOf(c.number());
            default -> asked ? codes.indexOf(CodeList.NOT_ASKED) : -1;
        };
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        boolean told = note.isTelling();
        note.hide();
        Optional<Integer> digit = ChoiceKeys.typed(e);
        if (digit.isPresent()) {
            keys.code(e).ifPresentOrElse(code -> model.commit(field, new Value.Code(code)), () -> say("form.no_key", digit.get()));
        } else if (e.getCode() == KeyCode.LEFT) {
            choose(Math.max(0, at() - 1));
        } else if (e.getCode() == KeyCode.RIGHT) {
            choose(Math.min(codes.size() - 1, at() + 1));
        } else if (e.getCode() == KeyCode.ENTER) {
            EnterKey.goOn(row);
        } else if (e.getCode() == KeyCode.SPACE) {
            note.tell(row, said);
        } else if ((e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) && !asked) {
            letters.forget();
            model.commit(field, Value.BLANK);
        } else if (e.getCode() != KeyCode.ESCAPE || !told) {
            return;
        }
        e.consume();
    }

    /** First letters choose as well; whatever else is typed here is answered with the keys that choose. */
    private void typed(KeyEvent e) {
        String letter = e.getCharacter();
        if (e.isShortcutDown() || e.isAltDown() || letter.isEmpty() || !letter.codePoints().allMatch(Character::isLetter)) {
            return;
        }
        letters.choose(letter).ifPresentOrElse(this::choose, () -> say("form.no_letter", letter));
        e.consume();
    }

    private void say(String key, Object what) {
        note.tell(row, texts.get(key, what, said));
    }

    private void choose(int at) {
        model.commit(field, new Value.Code(codes.get(at)));
    }

    @Override
    public Node node() {
        return row;
    }
}
