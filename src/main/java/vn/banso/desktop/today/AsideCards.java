package vn.banso.desktop.today;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;
import vn.banso.store.ledger.LastReceipt;

/** What stands beside the villages: where the work lies, what was left half done, what comes next, what somebody should look at. */
final class AsideCards {
    private static final int FEW = 4;
    private static final double NARROW = 1.6;

    private final Ui ui;
    private final TodayModel model;

    AsideCards(Ui ui, TodayModel model) {
        this.ui = ui;
        this.model = model;
    }

    VBox waiting() {
        VBox card = card();
        WhileShown.follow(card, model.waiting(), () -> showWaiting(card));
        showWaiting(card);
        return card;
    }

    private void showWaiting(VBox card) {
        card.getChildren().setAll(ui.heading("today.waiting"));
        model.waiting().get().ifPresent(waiting -> {
            List<String> words = new ArrayList<>();
            if (waiting.here() > 0) {
                words.add(ui.say("today.waiting.here", waiting.here()));
            }
            if (waiting.under() > 0) {
                words.add(ui.say("today.waiting.under", waiting.under()));
            }
            if (words.isEmpty()) {
                words.add(ui.say(waiting.isNothing() ? "today.waiting.nothing" : "today.waiting.all"));
            }
            card.getChildren().add(ui.text(String.join("\n", words)));
            waiting.receipt().filter(_ -> !waiting.isNothing()).ifPresent(r -> {
                Label receipt = ui.soft(received(r));
                WhileShown.follow(receipt, model.workplace().minutes(), () -> receipt.setText(received(r)));
                card.getChildren().add(receipt);
            });
            if (waiting.here() + waiting.under() > 0) {
                card.getChildren().add(ui.button(Icon.HAND_OVER, "today.hand_over", () -> model.open(new Place.HandOver())));
            }
        });
    }

    private String received(LastReceipt receipt) {
        return ui.say("today.waiting.receipt", ui.formats().ago(receipt.at(), model.workplace().clock().instant(), model.workplace().clock().getZone()));
    }

    VBox unfinished() {
        VBox card = card();
        WhileShown.follow(card, model.unfinished(), () -> showUnfinished(card));
        showUnfinished(card);
        return card;
    }

    private void showUnfinished(VBox card) {
        List<Unfinished> forms = model.unfinished().get().orElse(List.of());
        shown(card, !forms.isEmpty());
        card.getChildren().setAll(ui.heading("today.unfinished"));
        int shown = model.unfolded().get() || forms.size() <= FEW + 1 ? forms.size() : FEW;
        forms.stream().limit(shown).forEach(form -> {
            String name = form.name().isEmpty() ? ui.say("today.unfinished.nameless") : form.name();
            String type = ui.say("type." + form.type().key());
            String where = model.workplace().communes().told(form.where(), form.form().scope(), ui.texts());
            Label words = new Label(where.isEmpty() ? ui.say("today.unfinished.form", type, name)
                    : ui.say("today.unfinished.form_at", type, name, where));
            card.getChildren().add(new DoorLine(ui, List.of(ui.icon(Icon.DRAFT)), words, List.of(), () -> model.open(form.place())));
        });
        if (forms.size() > shown) {
            card.getChildren().add(ui.link(ui.say("today.unfinished.more", forms.size() - shown), () -> {
                model.unfolded().set(true);
                showUnfinished(card);
                // The keyboard goes on where the list goes on: after the heading and those that stood there.
                card.getChildren().get(shown + 1).requestFocus();
            }));
        }
    }

    VBox sessions() {
        VBox card = card();
        WhileShown.follow(card, model.planned(), () -> showSessions(card));
        showSessions(card);
        return card;
    }

    private void showSessions(VBox card) {
        card.getChildren().setAll(ui.heading("today.sessions"));
        Optional<List<Planned>> planned = model.planned().get();
        planned.ifPresent(all -> {
            all.stream().filter(Planned::past).limit(FEW).forEach(p -> card.getChildren().add(session(p)));
            all.stream().filter(p -> !p.past()).limit(FEW).forEach(p -> card.getChildren().add(session(p)));
            if (all.isEmpty()) {
                card.getChildren().add(ui.soft(ui.say("today.sessions.none")));
            }
            if (all.isEmpty() || all.size() > card.getChildren().size() - 1) {
                card.getChildren().add(ui.link(ui.say("today.sessions.go"), () -> model.open(new Place.Classes())));
            }
        });
    }

    private Node session(Planned planned) {
        List<String> words = new ArrayList<>();
        words.add(day(planned.day()) + planned.minutes().map(m -> " " + Texts.clock(m)).orElse(""));
        String name = model.workplace().communes().told(planned.name(), planned.scope(), ui.texts());
        if (!name.isEmpty()) {
            words.add(name);
        }
        if (!planned.place().isEmpty()) {
            words.add(planned.place());
        }
        String line = String.join(" · ", words);
        Label note = Ui.styled(new Label(ui.say("today.sessions.past")), "bs-mark", "bs-waiting");
        return new DoorLine(ui, List.of(ui.icon(planned.past() ? Icon.WARNING : Icon.CALENDAR)), new Label(line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1)),
                planned.past() ? List.of(note) : List.of(), () -> model.open(new Place.Session(planned.scope(), planned.id())));
    }

    private String day(Value.Day day) {
        if (day.day() == 0) {
            return ui.formats().day(day);
        }
        LocalDate date = LocalDate.of(day.year(), day.month(), day.day());
        return date.equals(model.today()) ? ui.say("today.now")
                : date.equals(model.today().plusDays(1)) ? ui.say("today.tomorrow")
                : ui.say("today.on", weekday(ui, date.getDayOfWeek()), ui.formats().day(date));
    }

    static String weekday(Ui ui, DayOfWeek day) {
        return ui.say(switch (day) {
            case MONDAY -> "today.monday";
            case TUESDAY -> "today.tuesday";
            case WEDNESDAY -> "today.wednesday";
            case THURSDAY -> "today.thursday";
            case FRIDAY -> "today.friday";
            case SATURDAY -> "today.saturday";
            case SUNDAY -> "today.sunday";
        });
    }

    VBox attention() {
        VBox card = card();
        WhileShown.follow(card, model.attention(), () -> showAttention(card));
        showAttention(card);
        return card;
    }

    private void showAttention(VBox card) {
        card.getChildren().setAll(ui.heading("today.attention"));
        model.attention().get().ifPresentOrElse(kinds -> {
            kinds.forEach((kind, count) -> {
                Label number = new Figure(ui.formats().number(count), NARROW, "today-number", "today-look");
                DoorLine line = new DoorLine(ui, List.of(number), new Label(ui.say("attention." + kind)), List.of(),
                        () -> model.open(new Place.Attention()));
                line.setAccessibleText(count + " " + ui.say("attention." + kind));
                card.getChildren().add(line);
            });
            if (kinds.isEmpty()) {
                card.getChildren().add(ui.soft(ui.say("today.attention.none")));
            }
        }, () -> card.getChildren().add(Ui.late(ui.soft(ui.say("today.counting")))));
    }

    private VBox card() {
        return Ui.styled(new VBox(), "bs-card", "today-card");
    }

    private static void shown(Node node, boolean here) {
        node.setVisible(here);
        node.setManaged(here);
    }
}
