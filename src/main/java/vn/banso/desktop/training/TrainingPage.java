package vn.banso.desktop.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.layout.Blocked;
import vn.banso.desktop.layout.Choices;
import vn.banso.desktop.layout.Entering;
import vn.banso.desktop.layout.Subscriptions;
import vn.banso.desktop.saving.SavedLine;

/**
 * What the page of a class and the page of a session are alike in: a head, one part of it at a time, and a new one as a form.
 *
 * @param <P> the parts of the page
 */
public abstract class TrainingPage<P extends Enum<P>> implements Page {
    public final Ui ui;
    public final Navigator navigator;
    public final Subscriptions ties = new Subscriptions();
    public final BorderPane page = new BorderPane();
    public final VBox top = new VBox();
    public final Choices<P> parts;
    private final TrainingModel<?, P> model;
    private final String title;
    private final Button save;
    private final SavedLine kept;
    private Optional<LearnersPane> learners = Optional.empty();
    private Optional<Object> shown = Optional.empty();
    private boolean arriving;

    /**
     * @param title its text key
     * @param save the text key of the one act that writes a new one down
     * @param words what a part is called
     */
    public TrainingPage(Ui ui, TrainingModel<?, P> model, Navigator navigator, String title, String save, List<P> values, Function<P, String> words) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        this.title = title;
        this.save = ui.primary(save, this::create);
        this.kept = new SavedLine(ui, model.workplace(), model.state(), () -> "");
        this.parts = new Choices<>(ui.say("classes.parts"), values, model.part(), words).asTabs();
        this.save.visibleProperty().bind(model.isNew());
        this.save.managedProperty().bind(this.save.visibleProperty());
        page.setTop(top);
        page.setCenter(ui.loading("classes.reading"));
    }

    /** Once all that it draws is there. */
    public final void follow() {
        ties.add(model.form().subscribe(this::lay));
        ties.add(model.failing().subscribe(this::failing));
        ties.add(model.isNew().subscribe(this::lay));
        ties.add(model.leftOff().subscribe(this::head));
        ties.add(model.sheet().subscribe(this::lay));
        ties.add(model.part().subscribe(this::turn));
        ties.add(model.learners().reads().subscribe(parts::reword));
        lay();
    }

    public final void lay() {
        head();
        body();
    }

    /** Another part: the keyboard goes there too. */
    private void turn() {
        arriving = true;
        body();
    }

    private boolean isRead() {
        return model.sheet().get().isPresent() && model.form().get().isPresent();
    }

    protected final void head() {
        if (isRead()) {
            top.getChildren().clear();
            drawHead();
            model.leftOff().get().filter(_ -> model.isNew().get()).ifPresent(other -> top.getChildren().add(new LeftOffBand(ui, other, navigator)));
            parts.reword();
        }
    }

    public final void body() {
        if (!isRead()) {
            return;
        }
        Object now = now();
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            arriving = comesIn();
            page.setCenter(drawBody());
        }
        if (arriving) {
            arriving = false;
            Entering.into(page, page.getCenter());
        }
    }

    /** The lines above the part that is shown. */
    protected abstract void drawHead();

    /** What stands on the page now: drawn anew only where this becomes another, so that the cursor stays where it is. */
    protected abstract Object now();

    protected abstract Node drawBody();

    /** Whether the keyboard comes into what is drawn anew. */
    protected boolean comesIn() {
        return true;
    }

    public final EntryModel form() {
        return model.form().get().orElseThrow();
    }

    /** @param ofClass whether how far one came in a class means something here */
    public final Node learners(boolean ofClass) {
        if (learners.isEmpty()) {
            learners = Optional.of(new LearnersPane(ui, model.learners(), ofClass, ties));
        }
        return learners.get();
    }

    /** Fields that somebody who is no trainer sees but does not write. */
    public final Node readable(Node content) {
        if (!model.mayWrite()) {
            content.setDisable(true);
        }
        VBox column = model.mayWrite() ? ui.column(content) : ui.column(ui.text(ui.say("classes.read_only")), content);
        ScrollPane scrolled = Ui.scrolled(column);
        Ui.ringed(column, scrolled);
        // What is around it leaves the room beside it.
        return new StackPane(scrolled);
    }

    /** Where nothing has been read yet, the page says why; where something has, it stays and the next reading tries again. */
    private void failing() {
        if (!model.failing().get().isEmpty() && model.sheet().get().isEmpty()) {
            page.setCenter(ui.failing(model.failing().get(), ui.button(Icon.RETRY, "classes.retry", model::open)));
        }
    }

    private void create() {
        page.requestFocus();
        if (!model.create()) {
            Blocked.enter(page.getCenter());
        }
    }

    @Override
    public String title() {
        return ui.say(title);
    }

    @Override
    public Node node() {
        return page;
    }

    /** @param between whether it is saved and the act that saves a new one */
    public final List<Node> actions(List<? extends Node> between) {
        List<Node> all = new ArrayList<>(List.of(kept));
        all.addAll(between);
        all.add(save);
        return all;
    }

    /** @param more what only this page has */
    public final List<Shortcut> shortcuts(List<Shortcut> more) {
        List<Shortcut> all = new ArrayList<>(List.of(Shortcut.saving("classes.key.save", () -> {
            if (model.isNew().get()) {
                create();
            } else {
                learners.ifPresent(LearnersPane::save);
            }
        })));
        all.addAll(more);
        all.addAll(List.of(Shortcut.of("F5", "classes.key.left_off", () -> LeftOffBand.focus(top)),
                Shortcut.of("Shortcut+Page Down", "classes.key.part", () -> parts.step(1)),
                Shortcut.of("Shortcut+Page Up", "classes.key.part_back", () -> parts.step(-1))));
        return all;
    }

    @Override
    public void shown() {
        arriving = true;
        model.open();
    }

    @Override
    public void changed() {
        model.reread();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return Bindings.createBooleanBinding(() -> model.form().get().isEmpty() && model.failing().get().isEmpty(), model.form(), model.failing());
    }

    @Override
    public void leaving() {
        page.requestFocus();
        model.leave();
        ties.cut();
        kept.release();
    }
}
