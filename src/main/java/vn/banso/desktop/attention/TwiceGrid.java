package vn.banso.desktop.attention;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import vn.banso.desktop.attention.Detail.Twice;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;

/** Two households side by side, line by line; what differs stands out. */
final class TwiceGrid extends VBox {
    private final Ui ui;
    private final AttentionWords words;
    private final GridPane grid = new GridPane(16, 6);
    private int rows;

    TwiceGrid(Ui ui, AttentionWords words, AttentionModel model, Twice twice) {
        this.ui = ui;
        this.words = words;
        getStyleClass().add("bs-column");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(names, half(), half());
        line("attention.twice.head", twice, f -> orDash(f.head()));
        line("attention.twice.village", twice, f -> orDash(f.village()));
        line("attention.twice.number", twice, f -> f.number() == 0 ? ui.say("kit.none") : String.valueOf(f.number()));
        line("attention.twice.address", twice, f -> orDash(f.address()));
        line("attention.twice.phone", twice, f -> orDash(f.phone()));
        grid.addRow(rows++, ui.soft(ui.say("attention.twice.people")), people(twice.one(), twice.other()), people(twice.other(), twice.one()));
        top();
        line("attention.twice.first", twice, f -> f.first().map(words::writer).orElse(ui.say("kit.none")));
        grid.addRow(rows++, new Label(), open(model, twice.one()), open(model, twice.other()));
        getChildren().add(grid);
        if (model.mayDecide()) {
            WrapRow ways = new WrapRow(numbered(1, ui.button(Icon.DONE, "attention.twice.keep_left", () -> model.merge(twice.one()))),
                    numbered(2, ui.button(Icon.DONE, "attention.twice.keep_right", () -> model.merge(twice.other()))),
                    numbered(3, ui.button("attention.twice.both", model::keepBoth)));
            getChildren().add(ways);
            twice.other().people().stream().filter(p -> twice.one().same(p).isPresent()).map(Family.Person::name)
                    .reduce((a, b) -> a + ", " + b)
                    .ifPresent(same -> getChildren().add(1, ui.soft(ui.say("attention.twice.same_people", same))));
        }
    }

    private Button numbered(int number, Button button) {
        button.setText(ui.say("attention.numbered", number, button.getText()));
        return button;
    }

    private static ColumnConstraints half() {
        ColumnConstraints half = new ColumnConstraints();
        half.setHgrow(Priority.ALWAYS);
        // Both alike, whatever stands in them.
        half.setMinWidth(0);
        half.setPrefWidth(1);
        return half;
    }

    private Hyperlink open(AttentionModel model, Family family) {
        return ui.link(ui.say("attention.open"), () -> model.open(family.id()));
    }

    private void line(String key, Twice twice, Function<Family, String> part) {
        String one = part.apply(twice.one());
        String other = part.apply(twice.other());
        if (one.equals(other) && one.equals(ui.say("kit.none"))) {
            return;
        }
        Label name = ui.soft(ui.say(key));
        List<Label> both = List.of(ui.text(one), ui.text(other));
        if (!one.equals(other)) {
            both.forEach(label -> label.getStyleClass().add("bs-strong"));
        }
        grid.addRow(rows++, name, both.getFirst(), both.getLast());
        top();
    }

    private void top() {
        RowConstraints top = new RowConstraints();
        top.setValignment(VPos.TOP);
        grid.getRowConstraints().add(top);
    }

    /** Who is on one side alone stands out. */
    private VBox people(Family family, Family other) {
        VBox people = new VBox();
        for (Family.Person person : family.people()) {
            Label line = ui.text(person.born().map(born -> ui.say("attention.twice.person", person.name(), ui.formats().day(born)))
                    .orElse(person.name()));
            if (other.same(person).isEmpty()) {
                line.getStyleClass().add("bs-strong");
            }
            people.getChildren().add(line);
        }
        if (family.people().isEmpty()) {
            people.getChildren().add(ui.text(ui.say("kit.none")));
        }
        return people;
    }

    private String orDash(String shown) {
        return shown.isEmpty() ? ui.say("kit.none") : shown;
    }
}
