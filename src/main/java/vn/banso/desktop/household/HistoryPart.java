package vn.banso.desktop.household;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** The history of a household: what waits for a decision side by side, then every act, newest first. */
final class HistoryPart extends VBox {
    private static final int MOST = 200;
    private static final int FIRST_FACTS = 6;

    private final Ui ui;
    private final DoorstepModel page;
    private final HistoryModel model;
    private final VBox list = Ui.styled(new VBox(), "bs-history");

    HistoryPart(Ui ui, DoorstepModel page, HouseholdForm form) {
        this.ui = ui;
        this.page = page;
        this.model = new HistoryModel(page.workplace(), form);
        getChildren().setAll(ui.loading("household.history.loading"));
        model.read(this::show);
    }

    private void show() {
        list.getChildren().clear();
        model.conflicts().forEach(c -> list.getChildren().add(conflict(c)));
        model.acts().stream().limit(MOST).forEach(a -> list.getChildren().add(act(a)));
        if (model.acts().isEmpty()) {
            list.getChildren().add(ui.soft(ui.say("household.history.none")));
        }
        ScrollPane scrolled = Ui.scrolled(list);
        setVgrow(scrolled, Priority.ALWAYS);
        getChildren().setAll(scrolled);
        scrolled.requestFocus();
    }

    private Node conflict(HistoryModel.Conflict conflict) {
        String what = label(conflict.type() == Catalogue.PERSON ? conflict.person() : "", ui.texts().field(conflict.type(), conflict.field()));
        HBox sides = Ui.styled(new HBox(), "bs-row");
        boolean may = page.workplace().mayWrite(conflict.type(), Kind.SET);
        for (HistoryModel.Side side : conflict.sides()) {
            Label value = Ui.styled(ui.text(value(conflict.field(), side.value())), "bs-strong");
            VBox card = ui.card(value, Ui.styled(ui.soft(who(side.author()) + "\n" + when(side.at())), "bs-small"));
            if (side == conflict.sides().getFirst()) {
                card.getChildren().add(Ui.styled(ui.soft(ui.say("household.conflict.shown")), "bs-small"));
            }
            if (may) {
                card.getChildren().add(ui.button(Icon.DONE, "household.conflict.choose", () -> model.decide(conflict, side, this::show)));
            }
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setMaxWidth(340);
            sides.getChildren().add(card);
        }
        VBox box = ui.card(Ui.styled(ui.text(ui.say("household.conflict", what)), "bs-strong"), sides);
        box.getStyleClass().add("bs-card-wait");
        return box;
    }

    private Node act(HistoryModel.Act act) {
        Label when = Ui.styled(ui.line(when(act.at())), "bs-small", "bs-soft", "bs-history-when");
        Label who = Ui.styled(ui.line(who(act.author())), "bs-small", "bs-soft", "bs-history-who");
        String title = ui.say("household.act.kind." + act.kind().map(Kind::name).orElse("OTHER"),
                act.person().isEmpty() ? ui.texts().type(act.type()) : act.person());
        VBox what = new VBox(Ui.styled(ui.text(title), "bs-strong"));
        if (!act.words().isEmpty()) {
            what.getChildren().add(ui.soft(ui.say("household.history.reason", act.words())));
        }
        act.refused().ifPresent(reason -> what.getChildren().add(
                Ui.styled(ui.text(ui.say("household.history.refused", ui.say("reason." + reason))), "bs-small", "bs-history-refused")));
        List<HistoryModel.Difference> shown = act.differences().stream().filter(d -> !d.field().equals(HouseholdForm.HOUSEHOLD)).toList();
        if (act.kind().filter(Kind.CREATE::equals).isPresent()) {
            facts(what, act, shown, FIRST_FACTS);
        } else {
            shown.forEach(d -> what.getChildren().add(ui.text(ui.say("household.history.change", ui.texts().field(act.type(), d.field()),
                    value(d.field(), d.before()), value(d.field(), d.after())))));
        }
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = Ui.styled(new HBox(new VBox(when, who), what), "bs-history-act");
        if (model.mayUndo(act)) {
            line.getChildren().add(Ui.styled(ui.button(Icon.UNDO, "household.history.undo", () -> model.undo(act, this::show)), "bs-quiet"));
        }
        return line;
    }

    /** What was written down first is long: the beginning, and the rest where somebody wants it. */
    private void facts(VBox what, HistoryModel.Act act, List<HistoryModel.Difference> all, int most) {
        Label facts = ui.soft(String.join("  ·  ", all.stream().limit(most)
                .map(d -> label(ui.texts().field(act.type(), d.field()), value(d.field(), d.after()))).toList()));
        what.getChildren().add(facts);
        if (all.size() > most) {
            Hyperlink rest = ui.link(ui.say("household.history.rest", all.size() - most), () -> { });
            rest.setOnAction(_ -> {
                what.getChildren().removeAll(facts, rest);
                facts(what, act, all, Integer.MAX_VALUE);
            });
            what.getChildren().add(rest);
        }
    }

    private String label(String first, String second) {
        return first.isEmpty() ? second : ui.say("household.pair", first, second);
    }

    private String value(Field field, Value value) {
        if (value instanceof Value.Ref r) {
            String name = model.called(r.entry());
            return name.isEmpty() ? ui.say("household.history.unnamed") : name;
        }
        return value instanceof Value.Blank ? ui.say("value.blank") : ui.texts().value(field, value);
    }

    private String who(HistoryModel.Author author) {
        return author.holder().isEmpty() ? ui.say("household.history.laptop", author.device())
                : ui.say("household.history.by", author.holder(), author.device());
    }

    private String when(Instant at) {
        var zone = page.workplace().clock().getZone();
        return ui.formats().day(at.atZone(zone).toLocalDate()) + " " + ui.formats().time(at, zone);
    }
}
