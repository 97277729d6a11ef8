package vn.banso.desktop.attention;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.attention.Detail.Answer;
import vn.banso.desktop.attention.Detail.Apart;
import vn.banso.desktop.attention.Detail.Differ;
import vn.banso.desktop.attention.Detail.Question;
import vn.banso.desktop.attention.Detail.Twice;
import vn.banso.desktop.attention.Detail.Way;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.store.lists.Attention;

/** What the selected thing means, what stands side by side, and the way on. */
final class DetailPane extends VBox {
    private static final int MOST_THINGS = 8;

    private final Ui ui;
    private final AttentionWords words;
    private final AttentionModel model;

    private final Runnable focusLost;
    /** What can be done is numbered, from 1. */
    private int numbered;

    /** @param focusLost called where what had the focus is not there any more */
    DetailPane(Ui ui, AttentionWords words, AttentionModel model, Runnable focusLost) {
        this.focusLost = focusLost;
        this.ui = ui;
        this.words = words;
        this.model = model;
        getStyleClass().addAll("bs-card", "attention-detail");
        WhileShown.follow(this, model.detail(), this::show);
        show();
    }

    private void show() {
        boolean hadFocus = isFocusWithin();
        getChildren().clear();
        numbered = 0;
        setVisible(false);
        model.selected().get().ifPresent(item -> model.detail().get().ifPresent(detail -> {
            setVisible(true);
            show(item, detail);
        }));
        if (hadFocus) {
            focusLost.run();
        }
    }

    private void show(Item item, Detail detail) {
        Attention about = item.about();
        getChildren().addAll(new VBox(Ui.styled(ui.text(words.title(item)), "bs-heading"), ui.soft(words.placed(item))),
                ui.text(words.meaning(item, detail)));
        about.reason().filter(_ -> about.kind() != Attention.Kind.REVOKED).ifPresent(reason -> getChildren().add(ui.text(ui.say("attention.because", ui.say("reason." + reason)))));
        switch (detail) {
            case Differ differ -> differ.questions().forEach(question -> getChildren().add(question(about, question)));
            case Twice twice -> getChildren().add(new TwiceGrid(ui, words, model, twice));
            case Apart apart -> getChildren().add(apart(apart));
            case Detail.AfterRevocation after -> getChildren().add(after(after));
            case Detail.Helped helped -> getChildren().add(helped(helped));
            case Detail.Plain _ -> { }
        }
        boolean decidable = switch (about.kind()) {
            case CONFLICT, DUPLICATE, LEFT_BEHIND, ORPHANED, REVOKED, HELPED -> true;
            case UNPLACED, SET_ASIDE, GAP, WAITING, FORK, UNSEALED, CLOCK -> false;
        };
        if (decidable && !model.mayDecide()) {
            getChildren().add(ui.row(ui.icon(Icon.LOCK), ui.soft(ui.say("attention.officer_decides"))));
        }
        getChildren().add(way(about));
    }

    private VBox helped(Detail.Helped helped) {
        VBox column = new VBox(12);
        helped.by().forEach(by -> column.getChildren().add(ui.text(words.helper(by))));
        Button button = ui.button(Icon.DONE, "attention.know_help", () -> model.knows(helped));
        button.setText(ui.say("attention.numbered", ++numbered, button.getText()));
        column.getChildren().add(new WrapRow(button));
        return column;
    }

    private VBox after(Detail.AfterRevocation after) {
        VBox column = new VBox(12);
        if (!after.reason().isEmpty()) {
            column.getChildren().add(ui.soft(ui.say("attention.revoked_because", after.reason())));
        }
        if (model.mayDecide()) {
            Button button = ui.button(Icon.DONE, "attention.let_count", () -> model.letCount(after));
            button.setText(ui.say("attention.numbered", ++numbered, button.getText()));
            column.getChildren().add(new WrapRow(button));
        }
        column.setManaged(!column.getChildren().isEmpty());
        return column;
    }

    private VBox apart(Apart apart) {
        VBox column = new VBox(12);
        VBox things = new VBox(4);
        apart.things().stream().limit(MOST_THINGS).forEach(thing -> things.getChildren().add(ui.text(words.thing(thing))));
        if (apart.things().size() > MOST_THINGS) {
            things.getChildren().add(ui.soft(ui.say("attention.more_things", apart.things().size() - MOST_THINGS)));
        }
        if (!apart.things().isEmpty()) {
            column.getChildren().add(things);
        }
        WrapRow ways = new WrapRow();
        if (model.mayDecide()) {
            for (Way way : apart.ways()) {
                var button = ui.button(Icon.DONE, "attention.way." + way, () -> model.part(way));
                button.setText(ui.say("attention.numbered", ++numbered, words.way(way, apart)));
                ways.getChildren().add(button);
            }
        }
        if (!ways.getChildren().isEmpty()) {
            column.getChildren().add(ways);
        }
        column.setManaged(!column.getChildren().isEmpty());
        return column;
    }

    private VBox question(Attention about, Question question) {
        FlowPane side = new FlowPane(12, 12);
        side.getStyleClass().add("attention-side");
        for (Answer answer : question.answers()) {
            side.getChildren().add(answer(about, question, answer));
        }
        return new VBox(8, Ui.styled(new Label(words.field(about, question.field())), "bs-strong"), side);
    }

    private VBox answer(Attention about, Question question, Answer answer) {
        boolean shown = question.shown().equals(answer);
        VBox card = Ui.styled(new VBox(), "attention-answer");
        Label value = Ui.styled(ui.text(words.value(about, question.field(), answer)), "attention-value");
        card.getChildren().addAll(value, ui.soft(words.writers(question, answer)),
                Ui.styled(ui.text(ui.say(shown ? "attention.shown" : "attention.kept")), "bs-small", "bs-soft"));
        if (model.mayDecide()) {
            var choose = ui.button(Icon.DONE, "attention.choose", () -> model.decide(question, answer));
            if (question.isAct()) {
                choose.setText(ui.say("attention.choose_act"));
            }
            choose.setText(ui.say("attention.numbered", ++numbered, choose.getText()));
            choose.setAccessibleText(choose.getText() + ": " + value.getText());
            card.getChildren().add(choose);
        }
        return card;
    }

    private Node way(Attention about) {
        WrapRow way = new WrapRow();
        // Of two that may be one, each has its own link.
        model.page().filter(_ -> about.other().isEmpty()).ifPresent(place -> way.getChildren().add(ui.link(ui.say("attention.open"), () -> model.go(place))));
        switch (about.kind()) {
            case GAP, WAITING, UNSEALED, FORK -> way.getChildren().add(
                    ui.button(Icon.HAND_OVER, "attention.hand_over", () -> model.go(new Place.HandOver())));
            case CONFLICT, DUPLICATE, LEFT_BEHIND, ORPHANED, UNPLACED, SET_ASIDE, REVOKED, CLOCK, HELPED -> { }
        }
        way.setManaged(!way.getChildren().isEmpty());
        return way;
    }
}
