package vn.banso.desktop.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.register.CodeList;
import vn.banso.register.Field;
import vn.banso.register.Texts;
import vn.banso.register.Value;

/** A choice in a table: one word. 1 to 9 or its first letters choose, the space bar or a click opens the list, Delete empties, Enter goes on. */
final class CodeCellControl implements FieldControl {
    private final EntryModel model;
    private final Field field;
    private final Texts texts;
    private final List<Integer> codes;
    private final Label label = new Label();
    private final PickList list = new PickList(this::take);
    private final FirstLetters letters;

    CodeCellControl(EntryModel model, Field field, Texts texts) {
        this.model = model;
        this.field = field;
        this.texts = texts;
        this.codes = new ArrayList<>(choices().codes().keySet());
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
            letters.forget();
            if (!is) {
                list.hide();
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

    private void open() {
        List<Choice> all = IntStream.range(0, codes.size())
                .mapToObj(i -> new Choice(new Value.Code(codes.get(i)), texts.code(choices(), new Value.Code(codes.get(i))), String.valueOf(i + 1)))
                .toList();
        list.show(label, all, all.stream().filter(c -> c.value().equals(model.valueOf(field))).findFirst().or(() -> Optional.of(all.getFirst())));
    }

    private void pressed(KeyEvent e) {
        int digit = CodeWords.digit(e);
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        if (digit > 0 && digit <= codes.size()) {
            letters.forget();
            list.hide();
            model.commit(field, new Value.Code(codes.get(digit - 1)));
        } else if (list.isShowing() && (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP)) {
            list.move(e.getCode() == KeyCode.DOWN ? 1 : -1);
        } else if (list.isShowing() && e.getCode() == KeyCode.ESCAPE) {
            list.hide();
        } else if (e.getCode() == KeyCode.SPACE && !list.isShowing()) {
            open();
        } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            if (list.isShowing()) {
                list.marked().ifPresent(this::take);
            }
            Walking.on(label);
        } else if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
            if (e.getCode() == KeyCode.DELETE || !letters.takeBack()) {
                letters.forget();
                model.commit(field, Value.BLANK);
            }
        } else {
            return;
        }
        e.consume();
    }

    private void typed(KeyEvent e) {
        String letter = e.getCharacter();
        if (e.isShortcutDown() || e.isAltDown() || letter.isEmpty() || !letter.codePoints().allMatch(Character::isLetter)) {
            return;
        }
        int now = model.valueOf(field) instanceof Value.Code c ? codes.indexOf(c.number()) : -1;
        letters.choose(letter, now).ifPresent(chosen -> {
            list.hide();
            model.commit(field, new Value.Code(codes.get(chosen)));
        });
        e.consume();
    }

    private void take(Choice choice) {
        list.hide();
        model.commit(field, choice.value());
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
        return IntStream.range(0, codes.size()).mapToObj(i -> (i + 1) + " " + CodeWords.brief(texts, choices(), codes.get(i)))
                .collect(Collectors.joining("  ·  "));
    }
}
