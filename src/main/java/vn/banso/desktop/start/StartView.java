package vn.banso.desktop.start;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.values.Lang;

/** Before the register is open: one calm sheet, one thing to do on it. */
public final class StartView extends BorderPane {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    private final Ui ui;
    private final StartModel model;
    private final VBox sheet = Ui.styled(new VBox(), "bs-start-sheet");
    private final VBox said = new VBox();
    private final VBox working = Ui.styled(new VBox(), "bs-start-work");
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private String workKey = "";
    /** Where the cursor was when something was begun. */
    private Node before = this;
    private Sheet now;

    /**
     * What stands on the sheet.
     *
     * @param title text key
     * @param focus puts the cursor where one begins
     * @param again where the cursor goes when something was said; it stays where it is unless a sheet says otherwise
     */
    record Sheet(String title, Node body, Runnable focus, Runnable again) {
        Sheet(String title, Node body, Runnable focus) {
            this(title, body, focus, () -> { });
        }
    }

    public StartView(Ui ui, StartModel model) {
        this.ui = ui;
        this.model = model;
        this.stop = ui.button("start.stop", model::giveUp);
        bar.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("bs-start");
        setTop(top());
        HBox middle = Ui.styled(new HBox(sheet), "bs-start-middle");
        HBox.setHgrow(sheet, Priority.SOMETIMES);
        setCenter(Ui.scrolled(middle));
        // A little above the middle of a high window, at the top of a low one.
        heightProperty().subscribe(height -> middle.setPadding(new Insets(Math.max(4, (height.doubleValue() - 600) * 0.3), 24, 24, 24)));
        now = build(model.step().get());
        for (VBox sometimes : List.of(said, working)) {
            sometimes.managedProperty().bind(Bindings.isNotEmpty(sometimes.getChildren()));
        }
        addEventFilter(KeyEvent.ANY, this::key);
        model.step().subscribe(this::show);
        model.said().subscribe(this::say);
        model.work().subscribe(this::work);
    }

    private Node top() {
        Lang other = ui.texts().lang() == Lang.VI ? Lang.EN : Lang.VI;
        Hyperlink language = ui.link(ui.say("start.language." + other.code()), () -> model.settings().set(model.settings().get().withLang(other)));
        HBox top = Ui.styled(new HBox(Ui.styled(new Label(ui.say("shell.brand")), "bs-brand"), Ui.spring(), language), "bs-start-top");
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private void show(Step step) {
        now = build(step);
        sheet.pseudoClassStateChanged(WIDE, step instanceof Step.Waiting);
        Label title = Ui.styled(wrapped(ui.say(now.title())), "bs-title");
        // What is said stands beneath a short sheet, and at the head of one that may be longer than the window.
        if (step instanceof Step.Waiting) {
            sheet.getChildren().setAll(title, working, said, now.body());
        } else {
            sheet.getChildren().setAll(title, now.body(), working, said);
        }
        Platform.runLater(this::focus);
    }

    /**
     * Escape goes back. While something is under way the cursor stays where it is and no key does anything there: an impatient Enter
     * must not press what comes next. Only what is under way can be stopped: by Escape, or on its button, where Tab leads.
     */
    private void key(KeyEvent event) {
        boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
        boolean busy = model.work().get().isPresent();
        if (pressed && event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.escape();
        } else if (busy && !(event.getTarget() == stop && !isWalk(event))) {
            event.consume();
            if (pressed && isWalk(event)) {
                (event.getTarget() == stop ? before : stop).requestFocus();
            }
        }
    }

    private static boolean isWalk(KeyEvent event) {
        return event.getCode() == KeyCode.TAB;
    }

    private void focus() {
        // What scrolls takes its content in only when it is styled for the first time.
        applyCss();
        layout();
        now.focus().run();
    }

    private Label wrapped(String text) {
        Label label = ui.text(text);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private Sheet build(Step step) {
        return switch (step) {
            case Step.Choose _ -> ChooseSheet.of(ui, model);
            case Step.Invite _ -> InviteSheet.passphrase(ui, model);
            case Step.Waiting _ -> InviteSheet.waiting(ui, model.invite());
            case Step.Joined joined -> InviteSheet.joined(ui, model.invite(), joined);
            case Step.TryOut _ -> TryOutSheet.of(ui, model);
            case Step.Unlock at -> UnlockSheet.of(ui, model, at.folder());
            case Step.Forgot _ -> ForgotSheet.of(ui, model);
            case Step.Told told -> RecoveredSheet.of(ui, model, told.recovered());
            case Step.Trouble trouble -> TroubleSheet.of(ui, model, trouble.reason());
        };
    }

    private void say(Optional<Notice> notice) {
        said.getChildren().clear();
        notice.ifPresent(n -> {
            VBox card = Ui.styled(new VBox(ui.text(ui.say(n.sentences()))), "bs-card", switch (n.tone()) {
                case DONE -> "bs-card-done";
                case WAIT -> "bs-card-wait";
                case LOOK -> "bs-card-look";
            });
            card.setFocusTraversable(false);
            said.getChildren().add(card);
            Platform.runLater(now.again());
        });
    }

    private void work(Optional<Entrance.Work> work) {
        // While something is under way nothing else is begun; the page itself stays readable, and the cursor in it.
        sheet.pseudoClassStateChanged(BUSY, work.isPresent());
        now.body().setMouseTransparent(work.isPresent());
        if (work.isEmpty()) {
            if (stop.isFocused()) {
                before.requestFocus();
            }
            working.getChildren().clear();
            workKey = "";
            return;
        }
        Entrance.Work begun = work.get();
        if (!workKey.equals(begun.key())) {
            workKey = begun.key();
            before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(owner -> owner != stop).orElse(before);
            working.getChildren().setAll(ui.soft(ui.say(begun.key())), bar, stop);
        }
        bar.setProgress(begun.share());
        stop.setVisible(begun.running().isPresent());
        stop.setManaged(stop.isVisible());
    }
}
