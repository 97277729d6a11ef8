package vn.banso.desktop.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.kit.CommuneQuestion;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WordedNames;
import vn.banso.desktop.units.UnitsState.VillageLine;
import vn.banso.desktop.layout.PartSwitch;
import vn.banso.register.values.ScopeId;
import vn.banso.say.VillageSentences;
import vn.banso.store.writing.VillageChange.Act;
import vn.banso.store.writing.VillagePreview;

/** What is to be done with the villages chosen, and what it would touch. */
final class PlanCard extends VBox {
    private final Ui ui;
    private final UnitsModel model;
    private final PartSwitch<Act> acts;
    private final Label chosen;
    private final VBox fields = new VBox(12);
    private final Label touches;

    PlanCard(Ui ui, UnitsModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("bs-card");
        Map<Act, String> names = new LinkedHashMap<>();
        for (Act act : Act.values()) {
            names.put(act, ui.say("code.village_act." + act.name().toLowerCase(Locale.ROOT)));
        }
        acts = new PartSwitch<>(model.act(), names);
        chosen = ui.text("");
        touches = ui.soft("");
        getChildren().addAll(acts, chosen, fields, touches);
    }

    /** Follows the model until the page is put away. */
    Subscription follow() {
        return Subscription.combine(acts.follow(), model.act().subscribe(_ -> showFields()), model.chosen().subscribe(_ -> showFields()),
                model.preview().subscribe(_ -> showPreview()));
    }

    private void showFields() {
        List<VillageLine> these = model.chosen().get();
        boolean several = model.act().get() == Act.MERGE;
        chosen.setText(these.isEmpty() ? ui.say(several ? "units.choose_several" : "units.choose")
                : several && these.size() < 2 ? ui.say("units.choose_several") : !several && these.size() > 1 ? ui.say("units.choose_one")
                : ui.say("units.chosen", String.join(", ", these.stream().map(VillageLine::name).toList())));
        List<Node> now = new ArrayList<>();
        switch (model.act().get()) {
            case RENAME -> now.add(typed("units.name", Ui.input(), model.names()));
            case MERGE -> {
                if (these.size() > 1) {
                    now.add(field("units.into", into(these)));
                }
                now.add(typed("units.name_merged", Ui.input(), model.names()));
            }
            case SPLIT -> {
                now.add(typed("units.names", Ui.styled(Ui.area(), "units-names"), model.names()));
                now.add(Ui.styled(ui.soft(ui.say("units.split_hint")), "bs-small"));
            }
            case MOVE -> now.add(model.workplace().communes().writable().size() < 2 ? ui.soft(ui.say("units.no_other")) : field("units.to", to(these)));
        }
        now.add(typed("units.decision", Ui.input(), model.decision()));
        fields.getChildren().setAll(now);
    }

    private Node field(String key, Node control) {
        Label label = ui.text(ui.say(key));
        label.setLabelFor(control);
        return Ui.styled(new VBox(label, control), "units-field");
    }

    private Node typed(String key, TextInputControl input, StringProperty into) {
        input.setText(into.get());
        input.setAccessibleText(ui.say(key));
        input.textProperty().addListener((_, _, now) -> into.set(now));
        // The tabulator goes on to the next field; no name holds one.
        input.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.TAB && input instanceof TextArea) {
                input.requestFocusTraversal(pressed.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                pressed.consume();
            }
        });
        // Emptied once it is done.
        into.subscribe(now -> {
            if (now.isEmpty() && !input.getText().isEmpty()) {
                input.clear();
            }
        });
        return field(key, input);
    }

    private ChoiceBox<VillageLine> into(List<VillageLine> these) {
        ChoiceBox<VillageLine> choice = new ChoiceBox<>();
        choice.getItems().setAll(these);
        choice.setValue(these.getFirst());
        choice.setConverter(new WordedNames<>(VillageLine::name));
        choice.setAccessibleText(ui.say("units.into"));
        choice.setOnAction(_ -> {
            List<VillageLine> ordered = new ArrayList<>(these);
            ordered.remove(choice.getValue());
            ordered.addFirst(choice.getValue());
            model.chosen().set(List.copyOf(ordered));
        });
        return choice;
    }

    private ChoiceBox<ScopeId> to(List<VillageLine> these) {
        ChoiceBox<ScopeId> choice = new ChoiceBox<>();
        choice.getItems().setAll(CommuneQuestion.ordered(ui, model.workplace().communes().writable()).stream()
                .filter(c -> these.stream().noneMatch(v -> v.scope().equals(c))).toList());
        choice.setConverter(new WordedNames<>(scope -> Communes.name(scope, ui.texts())));
        model.to().get().filter(choice.getItems()::contains).ifPresent(choice::setValue);
        choice.setAccessibleText(ui.say("units.to"));
        choice.setOnAction(_ -> model.to().set(Optional.ofNullable(choice.getValue())));
        return choice;
    }

    private void showPreview() {
        Optional<VillagePreview> preview = model.preview().get();
        touches.getStyleClass().remove("units-against");
        touches.setText(preview.map(p -> p.isPossible() ? VillageSentences.touches(p).in(ui.texts())
                : ui.say(p.obstacles().stream().map(VillageSentences::against).toList())).orElse(""));
        if (preview.filter(p -> !p.isPossible()).isPresent()) {
            touches.getStyleClass().add("units-against");
        }
        touches.setVisible(preview.isPresent());
        touches.setManaged(preview.isPresent());
    }
}
