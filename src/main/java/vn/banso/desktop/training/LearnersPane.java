package vn.banso.desktop.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.SideBySide;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.Choices;
import vn.banso.desktop.layout.Grid;
import vn.banso.desktop.layout.KeyboardStart;
import vn.banso.desktop.layout.Subscriptions;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.values.Value;
import vn.banso.store.training.Learner;

/** Those who learn, by list; at the right the card of one of them, or the sheet on which one is assessed. */
public final class LearnersPane extends VBox implements KeyboardStart {
    private final Ui ui;
    private final LearnersModel model;
    private final TrainingWords words;
    private final Grid<Learner> grid;
    private final Choices<LearnersModel.Filter> filter;
    private final StackPane list = new StackPane();
    private final ScrollPane both;
    private final ScrollPane side = Ui.scrolled(new StackPane());
    private Optional<AssessPane> sheet = Optional.empty();

    /** @param ofClass whether how far one came in a class means something here */
    public LearnersPane(Ui ui, LearnersModel model, boolean ofClass, Subscriptions ties) {
        this.ui = ui;
        this.model = model;
        this.words = new TrainingWords(ui);
        this.grid = grid(ofClass);
        this.filter = new Choices<>(ui.say("classes.filter"), List.of(LearnersModel.Filter.values()), model.filter(),
                this::filter);
        both = Ui.scrolled(SideBySide.growingLeft(Ui.styled(list, "bs-learners"), side));
        both.setFitToHeight(true);
        VBox.setVgrow(both, Priority.ALWAYS);
        setMinHeight(0);
        side.getStyleClass().add("bs-side");
        getChildren().addAll(Ui.styled(new WrapRow(filter), "bs-bar"), both);
        grid.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            // The same person, of whom more is known by now, is no other one.
            if (now != null && model.selected().get().filter(l -> l.person().id().equals(now.person().id())).isEmpty()) {
                model.assess().leave();
                model.selected().set(Optional.of(now));
            }
        });
        ties.add(model.reads().subscribe(this::count));
        ties.add(model.shown().subscribe(this::count));
        ties.add(model.selected().subscribe(this::side));
        ties.add(model.assess().sheet().subscribe(this::side));
        count();
    }

    private Grid<Learner> grid(boolean ofClass) {
        Grid<Learner> table = new Grid<>(model.shown(), ui.say("classes.room.LEARNERS", 0))
                .text(ui.say("classes.col.name"), 12.5, l -> l.person().name()).atLeast(5.8)
                .middle(ui.say("classes.col.born"), 5.4, l -> l.person().year()).atLeast(3.5);
        if (ofClass) {
            table.<Learner>drawn(ui.say("classes.col.came"), 5, ReadOnlyObjectWrapper::new, (l, _) -> completed(l)).atLeast(4.2);
        }
        return table.<Learner>drawn(ui.say("classes.col.result"), 8.5, ReadOnlyObjectWrapper::new, (l, _) -> result(l)).atLeast(6)
                .<Learner>drawn(ui.say("classes.col.vneid"), 5.5, ReadOnlyObjectWrapper::new, (l, _) -> vneid(l)).atLeast(4.5)
                .opening(_ -> model.assessSelected());
    }

    private String filter(LearnersModel.Filter of) {
        boolean soFar = of == LearnersModel.Filter.COMPLETED && model.isUnderWay();
        return ui.say(soFar ? "classes.filter.so_far" : "classes.filter." + of, model.count(of));
    }

    private Label completed(Learner l) {
        if (l.progress().held() == 0) {
            // No session has been held yet: nobody came to none of none.
            return new Label();
        }
        String came = ui.say("classes.of", l.progress().came(), l.progress().held());
        if (!l.hasCompleted()) {
            return new Label(came);
        }
        Label mark = model.isUnderWay() ? mark("classes.completed_so_far", Icon.CALENDAR, "bs-soft")
                : mark("classes.completed", Icon.DONE, "bs-received");
        mark.setAccessibleText(came + ", " + mark.getText());
        mark.setText(came);
        return mark;
    }

    private Label result(Learner l) {
        if (l.latest().isEmpty()) {
            return Ui.styled(new Label(ui.say("classes.not_assessed")), "bs-mark", "bs-soft");
        }
        Label mark = l.hasPassed() ? mark("classes.completed", l.isCommended() ? Icon.AWARD : Icon.DONE, "bs-received")
                : mark("classes.not_assessed", Icon.CLOSE, "bs-waiting");
        mark.setText(l.hasPassed() && l.level() != 0 ? words.level(l.level())
                : ui.texts().code(Codes.RESULT, new Value.Code(l.latest().orElseThrow().code(Learner.RESULT))));
        return mark;
    }

    private Label vneid(Learner l) {
        return l.isConfirmed() ? mark("classes.confirmed", Icon.DONE, "bs-received")
                : l.isToBeConfirmed() ? mark("classes.to_confirm", Icon.PHONE, "bs-waiting") : new Label();
    }

    private Label mark(String key, Icon icon, String style) {
        return Ui.styled(new Label(ui.say(key), ui.icon(icon)), "bs-mark", style);
    }

    private void count() {
        filter.reword();
        boolean entering = !list.getChildren().contains(grid) && !model.shown().isEmpty() && isVisible() && getScene() != null;
        list.getChildren().setAll(!model.shown().isEmpty() ? grid : model.all().isEmpty()
                ? ui.empty(Icon.PEOPLE, "classes.no_learners", "classes.no_learners_text")
                : ui.empty(Icon.PEOPLE, "classes.nobody_here", "classes.nobody_here_text"));
        if (entering) {
            grid.enter();
        }
        side();
    }

    private void side() {
        model.selected().get().filter(l -> grid.getSelectionModel().getSelectedItem() != l)
                .ifPresent(l -> grid.getSelectionModel().select(l));
        Optional<AssessModel.Sheet> open = model.assess().sheet().get();
        sheet = open.filter(s -> sheet.filter(p -> p.sheet() == s).isEmpty()).map(s -> new AssessPane(ui, model, s))
                .or(() -> open.flatMap(_ -> sheet));
        Node before = side.getContent();
        side.setContent(sheet.<Node>map(s -> s).orElseGet(() -> model.selected().get()
                .<Node>map(l -> new LearnerCard(ui, model, l)).orElseGet(() -> ui.soft(ui.say("classes.pick_learner")))));
        if (side.getContent() != before) {
            sheet.ifPresentOrElse(AssessPane::focus, () -> goOn(before));
        }
        // Where it stands below the list, it comes into sight.
        both.setVvalue(sheet.isPresent() ? 1 : 0);
        // Whoever it is about stands above: the next one begins there, not where the last one was left.
        if (side.getContent() != before) {
            side.setVvalue(0);
        }
    }

    /** After the last sheet the keyboard goes on in the list, and not to whatever stands first on the page. */
    private void goOn(Node before) {
        if (before instanceof AssessPane && getScene() != null && list.getChildren().contains(grid)) {
            grid.requestFocus();
        }
    }

    /** Writes the sheet that is open. */
    public void save() {
        sheet.ifPresentOrElse(AssessPane::save, model::assessSelected);
    }

    @Override
    public void enter() {
        grid.enter();
    }
}
