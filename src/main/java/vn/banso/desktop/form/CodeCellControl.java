package vn.banso.desktop.form;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/**
 * A choice in a table: one word. A digit chooses; first letters mark a line of the list, which going on takes; the space bar or a click
 * opens the list, Delete empties, Enter goes on. What is typed and means nothing here is answered with the keys that do.
 */
final class CodeCellControl implements FieldControl {
    private final EntryModel model;
    private final Field field;
    private final Texts texts;
    private final List<Integer> codes;
    private final Label label = new Label();
    private final PickList list = new PickList(choice -> commit(choice.value()));
    private final FirstLetters letters;
    private final ChoiceKeys keys;
    /** Letters or arrows have marked a line of the list: it is meant. */
    private boolean marking;

    CodeCellControl(EntryModel model, Field field, Texts texts) {
        this.model = model;
        this.field = field;
        this.texts = texts;
        this.codes = model.offered(field);
        this.keys = new ChoiceKeys(choices(), codes, texts);
        this.letters = new FirstLetters(codes.stream().map(code -> List.of(CodeWords.brief(texts, choices(), code),
                texts.code(choices(), new Value.Code(code)))).toList());
        label.getStyleClass().add("bs-code-cell");
        label.setFocusTraversable(true);
        label.setAccessibleRole(AccessibleRole.COMBO_BOX);
        label.setOnMousePressed(e -> {
            label.requestFocus();
            open();
            e.consume();
        });
        label.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        label.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        label.focusedProperty().subscribe((_, is) -> {
            if (!is) {
                finish();
            }
        });
        model.value(field).subscribe(this::show);
        show();
    }

    private CodeList choices() {
        return field.codes().orElseThrow();
    }

    private void show() {
        String word = model.valueOf(field) instanceof Value.Code c ? CodeWords.brief(texts, choices(), c.number()) : "";
        label.setText(word);
        label.setAccessibleRoleDescription(word.isEmpty() ? texts.get("value.blank") : word);
        label.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private List<PickItem> all() {
        return codes.stream().map(code -> new PickItem(new Value.Code(code), texts.code(choices(), new Value.Code(code)), keys.key(code))).toList();
    }

    private void open() {
        List<PickItem> all = all();
        list.show(label, all, all.stream().filter(c -> c.value().equals(model.valueOf(field))).findFirst().or(() -> Optional.of(all.getFirst())));
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        Optional<Integer> digit = ChoiceKeys.typed(e);
        if (digit.isPresent()) {
            keys.code(e).ifPresentOrElse(code -> commit(new Value.Code(code)), () -> list.tell(label, texts.get("form.no_key", digit.get(), keys())));
        } else if (list.isShowing() && (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP)) {
            list.move(e.getCode() == KeyCode.DOWN ? 1 : -1);
            marking = true;
        } else if (list.isShowing() && e.getCode() == KeyCode.ESCAPE) {
            forget();
        } else if (e.getCode() == KeyCode.SPACE && !list.isShowing()) {
            open();
        } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            marking |= e.getCode() == KeyCode.SPACE;
            finish();
            EnterKey.goOn(label);
        } else if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
            empty(e.getCode() == KeyCode.BACK_SPACE);
        } else {
            return;
        }
        e.consume();
    }

    /** Takes a typed letter back; where none was typed, the cell is emptied. */
    private void empty(boolean letter) {
        if (letter && marking) {
            if (!letters.takeBack()) {
                forget();
            }
        } else {
            commit(Value.BLANK);
        }
    }

    /** Shows what the letters mean; it is taken by going on. */
    private void typed(KeyEvent e) {
        String letter = e.getCharacter();
        if (e.isShortcutDown() || e.isAltDown() || letter.isEmpty() || !letter.codePoints().allMatch(Character::isLetter)) {
            return;
        }
        letters.choose(letter).ifPresentOrElse(at -> {
            if (!list.isShowing()) {
                open();
            }
            list.mark(all().get(at));
            marking = true;
        }, () -> {
            forget();
            list.tell(label, texts.get("form.no_letter", letter, keys()));
        });
        e.consume();
    }

    private void commit(Value value) {
        forget();
        model.commit(field, value);
    }

    private void forget() {
        letters.forget();
        list.hide();
        marking = false;
    }

    @Override
    public void finish() {
        Optional<PickItem> marked = marking && list.isShowing() ? list.marked() : Optional.empty();
        forget();
        marked.ifPresent(choice -> model.commit(field, choice.value()));
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public boolean isBusy() {
        return list.isShowing();
    }

    @Override
    public String keys() {
        return keys.said(choices(), texts);
    }
}
