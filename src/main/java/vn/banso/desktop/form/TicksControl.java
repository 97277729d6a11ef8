package vn.banso.desktop.form;

import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/** A set to tick from a list that is known. Items of newer versions, and days noted behind a tag, stay as they are. */
final class TicksControl implements FieldControl {
    private static final double GAP = 6;

    private final FlowPane pane = new FlowPane(2 * GAP, GAP);
    private final EntryModel model;
    private final Field field;
    private boolean showing;

    TicksControl(EntryModel model, Field field, Texts texts) {
        this.model = model;
        this.field = field;
        CodeList list = field.codes().orElseThrow();
        pane.getStyleClass().add("bs-ticks");
        model.offered(field).stream().map(list.codes()::get).forEach(key -> {
            CheckBox box = new CheckBox(texts.label(list, key).orElse(key));
            box.setUserData(key);
            box.selectedProperty().subscribe((_, ticked) -> {
                if (!showing) {
                    tick(key, ticked);
                }
            });
            box.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                if (e.getCode() == KeyCode.ENTER) {
                    EnterKey.goOn(box);
                    e.consume();
                }
            });
            pane.getChildren().add(box);
        });
        model.value(field).subscribe(this::show);
        show();
    }

    private SortedSet<String> items() {
        return model.valueOf(field) instanceof Value.Items i ? i.items() : new TreeSet<>();
    }

    private static boolean is(String key, String item) {
        return item.equals(key) || item.startsWith(key + "@");
    }

    private void show() {
        showing = true;
        pane.getChildren().forEach(n -> ((CheckBox) n).setSelected(items().stream().anyMatch(i -> is((String) n.getUserData(), i))));
        showing = false;
    }

    private void tick(String key, boolean ticked) {
        SortedSet<String> after = new TreeSet<>(items());
        after.removeIf(i -> is(key, i));
        if (ticked) {
            after.add(key);
        }
        model.commit(field, after.isEmpty() ? Value.BLANK : new Value.Items(after));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public Node focus() {
        return pane.getChildren().getFirst();
    }
}
