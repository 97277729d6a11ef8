package vn.banso.desktop.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WordedNames;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.store.lists.Attention.Kind;

/** What narrows the list down, each choice with its count; and the keys. */
final class NarrowBar extends WrapRow {
    private final Ui ui;
    private final AttentionWords words;
    private final AttentionModel model;
    private final ComboBox<Optional<Kind>> kind;
    private final ComboBox<Optional<Item.Where>> village;
    private boolean following;

    NarrowBar(Ui ui, AttentionWords words, AttentionModel model) {
        this.ui = ui;
        this.words = words;
        this.model = model;
        kind = box("attention.kind", this::named, chosen -> model.narrow(model.narrowed().get().to(chosen)));
        village = box("attention.village", this::placed, chosen -> model.narrow(model.narrowed().get().in(chosen.map(Item.Where::village))));
        getChildren().addAll(kind, village, ui.soft(ui.say("attention.keys")));
        WhileShown.follow(this, model.items(), this::follow);
        WhileShown.follow(this, model.narrowed(), this::follow);
        follow();
    }

    private <T> ComboBox<Optional<T>> box(String nameKey, Function<Optional<T>, String> named, Consumer<Optional<T>> narrow) {
        ComboBox<Optional<T>> box = Ui.styled(new ComboBox<>(), "attention-choice");
        box.setConverter(new WordedNames<>(named));
        box.setAccessibleText(ui.say(nameKey));
        box.setVisibleRowCount(14);
        box.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                narrow.accept(chosen);
            }
        });
        return box;
    }

    private String named(Optional<Kind> one) {
        long count = model.count(model.narrowed().get().to(one));
        return ui.say("attention.counted", one.map(words::kind).orElseGet(() -> ui.say("attention.kind.all")), count);
    }

    private String placed(Optional<Item.Where> one) {
        long count = model.count(model.narrowed().get().in(one.map(Item.Where::village)));
        return ui.say("attention.counted", one.map(Item.Where::name).orElseGet(() -> ui.say("attention.village.all")), count);
    }

    /** Built anew each time: the counts change with every decision. */
    private void follow() {
        following = true;
        Narrowed now = model.narrowed().get();
        fill(kind, model.kinds(), one -> now.kind().equals(Optional.of(one)));
        fill(village, model.villages(), one -> now.village().equals(Optional.of(one.village())));
        following = false;
    }

    private static <T> void fill(ComboBox<Optional<T>> box, List<T> all, Function<T, Boolean> chosen) {
        List<Optional<T>> choices = new ArrayList<>(List.of(Optional.empty()));
        all.forEach(one -> choices.add(Optional.of(one)));
        box.setValue(null);
        box.getItems().setAll(choices);
        box.setValue(choices.stream().filter(one -> one.filter(chosen::apply).isPresent()).findFirst().orElse(Optional.empty()));
    }
}
