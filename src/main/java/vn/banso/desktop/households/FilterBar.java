package vn.banso.desktop.households;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WordedNames;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdFilter.ToVisit;
import vn.banso.store.search.NamedVillage;

/** What narrows the list down: village, answers, how far the records have come; and the number one came from, to be put away. */
final class FilterBar extends WrapRow {
    private static final double GAP = 8;
    /** Width of the arrow and what is around it, in heights of a letter. */
    private static final double ARROW = 3.5;

    private final Ui ui;
    private final HouseholdsModel model;
    private final ComboBox<Optional<NamedVillage>> village = new ComboBox<>();
    private final ComboBox<Narrowing.Fibre> fibre;
    private final ComboBox<Narrowing.Phone> phone;
    private final ComboBox<Narrowing.Poverty> poverty;
    private final ComboBox<Narrowing.State> state;
    private final Button behind;
    private boolean following;

    FilterBar(Ui ui, HouseholdsModel model) {
        super(GAP, GAP);
        this.ui = ui;
        this.model = model;
        fibre = box(Narrowing.Fibre.values(), "households.column.fibre");
        phone = box(Narrowing.Phone.values(), "households.column.phone");
        poverty = box(Narrowing.Poverty.values(), "households.column.poverty");
        state = box(Narrowing.State.values(), "households.column.state");
        village.setConverter(new WordedNames<>((Optional<NamedVillage> one) -> named(one)));
        village.setAccessibleText(ui.say("households.village"));
        village.setVisibleRowCount(14);
        fitted(village);
        village.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.narrow(f -> chosen.map(v -> f.withVillage(v.scope(), v.id())).orElse(f.withoutVillage()));
            }
        });
        behind = ui.button(Icon.CLOSE, "households.widen", () -> model.narrow(f -> f.withVisit(Optional.empty()).withIds(java.util.Set.of())));
        behind.getStyleClass().add("households-behind");
        behind.managedProperty().bind(behind.visibleProperty());
        getChildren().addAll(behind, village, fibre, phone, poverty, state);
        WhileShown.follow(this, model.villages(), this::follow);
        WhileShown.follow(this, model.filter(), this::follow);
        follow();
    }

    /** Where the keyboard begins. */
    Node first() {
        return village;
    }

    private <N extends Narrowing> ComboBox<N> box(N[] all, String nameKey) {
        ComboBox<N> box = new ComboBox<>(FXCollections.observableArrayList(all));
        box.setConverter(new WordedNames<>(n -> ui.say(n.textKey())));
        box.setAccessibleText(ui.say(nameKey));
        fitted(box);
        box.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.narrow(chosen::in);
            }
        });
        return box;
    }

    /** As wide as what it says now, not as the longest that it could say. */
    private static <T> void fitted(ComboBox<T> box) {
        box.valueProperty().addListener((_, _, chosen) -> {
            double words = Ui.width(chosen == null ? "" : box.getConverter().toString(chosen));
            box.setStyle(String.format(Locale.ROOT, "-fx-pref-width: %.2fem;", words + ARROW));
            box.getStyleClass().remove("households-narrowed");
            if (box.getSelectionModel().getSelectedIndex() > 0) {
                box.getStyleClass().add("households-narrowed");
            }
        });
    }

    private String named(Optional<NamedVillage> one) {
        boolean several = model.villages().get().stream().map(NamedVillage::scope).distinct().count() > 1;
        return one.map(v -> several ? ui.say("households.village.in", v.name(),
                        Units.find(v.scope()).map((Unit u) -> u.named(ui.texts())).orElse("")) : v.name())
                .orElseGet(() -> ui.say("households.village.all"));
    }

    /** Shows what the model filters by. */
    private void follow() {
        following = true;
        HouseholdFilter filter = model.filter().get();
        List<Optional<NamedVillage>> villages = new java.util.ArrayList<>(List.of(Optional.empty()));
        model.villages().get().forEach(v -> villages.add(Optional.of(v)));
        if (!village.getItems().equals(villages)) {
            village.getItems().setAll(villages);
        }
        village.setValue(villages.stream().filter(v -> v.map(NamedVillage::id).equals(filter.village())).findFirst().orElse(Optional.empty()));
        fibre.setValue(Narrowing.of(Narrowing.Fibre.values(), filter));
        phone.setValue(Narrowing.of(Narrowing.Phone.values(), filter));
        poverty.setValue(Narrowing.of(Narrowing.Poverty.values(), filter));
        state.setValue(Narrowing.of(Narrowing.State.values(), filter));
        behind.setVisible(filter.visit().isPresent() || !filter.ids().isEmpty());
        behind.setText(filter.visit().map(this::named).orElseGet(() -> ui.say("households.behind")));
        behind.setAccessibleText(ui.say("households.put_away", behind.getText()));
        following = false;
    }

    private String named(ToVisit due) {
        return ui.say("visit." + due.why(), ui.formats().day(due.window().from()));
    }
}
