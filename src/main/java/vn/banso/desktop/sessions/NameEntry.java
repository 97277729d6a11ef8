package vn.banso.desktop.sessions;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.layout.Subscriptions;
import vn.banso.store.register.PersonLine;

/** The field one types letters of names or numbers of a printed list into, and the suggestions below it. */
final class NameEntry extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Ui ui;
    private final NameSearch search;
    private final TextField field = new TextField();
    private final VBox suggestions = Ui.styled(new VBox(), "bs-suggestions");
    private final Label entered;

    NameEntry(Ui ui, NameSearch search, Subscriptions ties) {
        this.ui = ui;
        this.search = search;
        this.entered = ui.text("");
        Label label = Ui.styled(new Label(ui.say("classes.type_name")), "bs-field-label");
        label.setLabelFor(field);
        field.setAccessibleText(ui.say("classes.type_name"));
        field.setAccessibleHelp(ui.say("classes.type_name_hint"));
        field.setId("classes-name");
        field.textProperty().subscribe((_, typed) -> search.type(typed));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getStyleClass().add("bs-name-entry");
        getChildren().addAll(label, Ui.styled(ui.soft(ui.say("classes.type_name_hint")), "bs-small"), field, suggestions, entered);
        ties.add(search.suggestions().subscribe(this::list));
        ties.add(search.marked().subscribe(this::list));
        ties.add(search.entered().subscribe(e -> e.ifPresentOrElse(this::say, () -> entered.setText(""))));
        entered.managedProperty().bind(entered.textProperty().isNotEmpty());
        list();
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> search.move(1);
            case UP -> search.move(-1);
            case ENTER -> {
                if (search.enter()) {
                    field.clear();
                }
            }
            case ESCAPE -> {
                if (field.getText().isEmpty()) {
                    return;
                }
                field.clear();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void list() {
        suggestions.getChildren().clear();
        for (int i = 0; i < search.suggestions().size(); i++) {
            suggestions.getChildren().add(line(search.suggestions().get(i), i == search.marked().get()));
        }
        suggestions.setVisible(!suggestions.getChildren().isEmpty());
        suggestions.setManaged(suggestions.isVisible());
        if (suggestions.isVisible()) {
            entered.setText("");
        }
    }

    private Node line(NameSearch.Suggestion suggestion, boolean marked) {
        PersonLine person = suggestion.tick().person();
        Label name = ui.name(person.name());
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label detail = Ui.styled(new Label(suggestion.elsewhere() ? ui.say("classes.suggested_elsewhere", person.year(),
                person.village().map(v -> v.in(ui.texts())).orElse("")) : person.year()), "bs-soft", "bs-small");
        detail.setMinWidth(suggestion.elsewhere() ? 0 : USE_PREF_SIZE);
        HBox line = Ui.styled(new HBox(name, detail), "bs-suggestion");
        if (suggestion.tick().came()) {
            line.getChildren().add(ui.icon(Icon.DONE));
        }
        line.pseudoClassStateChanged(MARKED, marked);
        line.setOnMouseClicked(_ -> {
            search.take(suggestion.tick());
            field.clear();
            field.requestFocus();
        });
        return line;
    }

    private void say(NameSearch.Entered what) {
        entered.setText(ui.say("classes.entered." + what.outcome(), what.name()));
        entered.getStyleClass().removeAll("bs-received-text", "bs-waiting-text");
        entered.getStyleClass().add(what.outcome() == NameSearch.Outcome.TICKED ? "bs-received-text" : "bs-waiting-text");
    }

    void focus() {
        field.requestFocus();
    }
}
