package vn.banso.desktop.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Field;
import vn.banso.register.names.Names;
import vn.banso.register.values.Value;

/**
 * A longer list to pick from: two or three letters, with or without marks, narrow the list beneath; Enter or Tab takes the marked
 * line. What is typed is never completed in place.
 */
final class PickControl implements FieldControl {
    private final EntryModel model;
    private final Field field;
    private final ObservableList<PickItem> choices;
    private final TextField input = Ui.input();
    private final PickList list = new PickList(this::take);
    private final Optional<Adding> adding;
    private final Function<Value, String> words;
    private Optional<PickItem> offer = Optional.empty();
    private boolean showing;

    PickControl(EntryModel model, Field field, ObservableList<PickItem> choices) {
        this(model, field, choices, Optional.empty(), _ -> "");
    }

    /** @param words how a value is said that is no longer offered, or not known here */
    PickControl(EntryModel model, Field field, ObservableList<PickItem> choices, Function<Value, String> words) {
        this(model, field, choices, Optional.empty(), words);
    }

    /** @param adding what is offered where the list does not have what was typed */
    PickControl(EntryModel model, Field field, ObservableList<PickItem> choices, Optional<Adding> adding) {
        this(model, field, choices, adding, _ -> "");
    }

    private PickControl(EntryModel model, Field field, ObservableList<PickItem> choices, Optional<Adding> adding, Function<Value, String> words) {
        this.words = words;
        this.adding = adding;
        this.model = model;
        this.field = field;
        this.choices = choices;
        input.getStyleClass().add("bs-pick");
        model.value(field).subscribe(this::show);
        model.typed(field).subscribe(this::show);
        choices.subscribe(this::show);
        show();
        input.textProperty().subscribe((_, now) -> {
            if (!showing) {
                model.typing(field, now);
                open(now);
            }
        });
        input.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                finish();
            } else if (is) {
                input.selectAll();
            }
        });
        input.setOnMouseClicked(_ -> open(""));
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void open(String typed) {
        List<PickItem> found = choices.stream().filter(c -> typed.isBlank() || Names.matches(typed, c.label() + " " + c.detail())).toList();
        offer = adding.filter(_ -> !typed.isBlank() && named(typed).isEmpty()).map(a -> PickItem.of(Value.BLANK, a.offer(typed)));
        List<PickItem> all = Stream.concat(found.stream(), offer.stream()).toList();
        list.show(input, all, typed.isBlank() ? current() : all.stream().limit(adding.isPresent() && adding.get().isPossible() ? 1 : found.size()).findFirst());
    }

    private Optional<PickItem> current() {
        return choices.stream().filter(c -> c.value().equals(model.valueOf(field))).findFirst();
    }

    private String said() {
        return current().map(PickItem::label).orElseGet(() -> model.valueOf(field) instanceof Value.Blank ? "" : words.apply(model.valueOf(field)));
    }

    private void show() {
        String text = model.typed(field).get().orElseGet(this::said);
        if (!text.equals(input.getText())) {
            showing = true;
            input.setText(text);
            input.end();
            showing = false;
        }
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN, UP -> {
                if (list.isShowing()) {
                    list.move(e.getCode() == KeyCode.DOWN ? 1 : -1);
                } else if (e.getCode() == KeyCode.DOWN) {
                    open("");
                } else {
                    return;
                }
            }
            case ENTER -> enter();
            case ESCAPE -> {
                if (!list.isShowing()) {
                    return;
                }
                list.hide();
                model.typing(field, "");
                model.commit(field, model.valueOf(field));
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void take(PickItem choice) {
        list.hide();
        if (!isOffer(choice)) {
            model.commit(field, choice.value());
        } else if (adding.orElseThrow().isPossible()) {
            adding.orElseThrow().add(input.getText(), added -> {
                choices.add(added);
                model.commit(field, added.value());
            });
        }
    }

    /** Whoever only goes on adds nothing: that takes Enter or a click on the line. */
    private boolean isOffer(PickItem choice) {
        return offer.filter(o -> o == choice).isPresent();
    }

    private void enter() {
        Optional<PickItem> added = list.isShowing() ? list.marked().filter(this::isOffer) : Optional.empty();
        added.ifPresentOrElse(this::take, this::finish);
        EnterKey.goOn(input);
    }

    @Override
    public void finish() {
        Optional<PickItem> marked = list.isShowing() ? list.marked().filter(c -> !isOffer(c)) : Optional.empty();
        list.hide();
        String text = input.getText();
        if (marked.isPresent()) {
            take(marked.get());
        } else if (model.typed(field).get().isPresent() || !text.equals(said())) {
            named(text).ifPresentOrElse(this::take, () -> model.commitText(field, text));
        }
    }

    /** The one that is meant where the whole name was typed. */
    private Optional<PickItem> named(String text) {
        List<PickItem> same = choices.stream().filter(c -> !text.isBlank() && Names.fold(c.label()).equals(Names.fold(text))).toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    @Override
    public Node node() {
        return input;
    }
}
