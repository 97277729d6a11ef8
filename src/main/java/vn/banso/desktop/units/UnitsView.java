package vn.banso.desktop.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.units.UnitsState.ChangeLine;
import vn.banso.register.values.EntryId;
import vn.banso.store.writing.VillagePreview;

/** Changes of villages: choose, look, do; below, what was done, to be finished or taken back. */
public final class UnitsView implements Page {
    private final Ui ui;
    private final UnitsModel model;
    private final BorderPane page = new BorderPane();
    private final VillageChoiceList villages;
    private final PlanCard plan;
    private final VBox assign = new VBox();
    private final VBox trace = new VBox(10);
    private final Node work;
    private final Button act;
    private Optional<EntryId> assigning = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    public UnitsView(Ui ui, UnitsModel model) {
        this.ui = ui;
        this.model = model;
        villages = new VillageChoiceList(ui, model);
        plan = new PlanCard(ui, model);
        act = ui.primary("units.do.RENAME", model::carryOut);
        assign.managedProperty().bind(assign.visibleProperty());
        VBox right = Ui.styled(new VBox(assign, plan, trace), "units-work");
        var scrolled = Ui.scrolled(right);
        HBox.setHgrow(scrolled, Priority.ALWAYS);
        work = Ui.styled(new HBox(villages, scrolled), "units-page");
    }

    private Subscription follow() {
        return Subscription.combine(plan.follow(), model.state().subscribe(_ -> show()), model.assigning().subscribe(_ -> show()),
                model.act().subscribe(now -> act.setText(ui.say("units.do." + now))),
                model.preview().subscribe(now -> act.setDisable(now.filter(VillagePreview::isPossible).isEmpty())));
    }

    private void show() {
        if (model.state().get().isEmpty()) {
            page.setCenter(ui.loading("units.loading"));
            return;
        }
        UnitsState state = model.state().get().get();
        if (state.villages().isEmpty() && state.changes().isEmpty()) {
            page.setCenter(ui.empty(Icon.VILLAGES, "units.empty_title", "units.empty_text"));
            return;
        }
        page.setCenter(work);
        act.setVisible(model.mayWrite());
        plan.setVisible(model.mayWrite());
        plan.setManaged(model.mayWrite());
        villages.fill();
        showAssigning(state);
        List<Node> rows = new ArrayList<>(List.of(ui.heading("units.trace")));
        if (!model.mayWrite()) {
            rows.addFirst(ui.soft(ui.say("units.reader")));
        }
        state.changes().forEach(change -> rows.add(row(change)));
        if (state.changes().isEmpty()) {
            rows.add(ui.soft(ui.say("units.trace_none")));
        }
        trace.getChildren().setAll(rows);
    }

    private void showAssigning(UnitsState state) {
        Optional<ChangeLine> open = model.assigning().get().flatMap(state::change).filter(c -> !c.waiting().isEmpty() && model.mayWrite());
        boolean within = isWithin(assign);
        assign.setVisible(open.isPresent());
        assign.getChildren().setAll(open.map(split -> new AssignCard(ui, model, split)).stream().toList());
        boolean fresh = open.isPresent() && !open.map(c -> c.change().id()).equals(assigning);
        assigning = open.map(c -> c.change().id());
        if (fresh || within && open.isPresent()) {
            ((AssignCard) assign.getChildren().getFirst()).begin();
        }
    }

    /** Whether the keyboard is in there: it stays there when its rows are made anew. */
    private static boolean isWithin(Node part) {
        Node at = part.getScene() == null ? null : part.getScene().getFocusOwner();
        while (at != null && at != part) {
            at = at.getParent();
        }
        return at != null;
    }

    private Node row(ChangeLine line) {
        String where = model.workplace().communes().shown().size() < 2 ? "" : Communes.name(line.change().scope(), ui.texts()) + " · ";
        VBox words = new VBox(2, ui.text(line.did()), Ui.styled(ui.soft(where + line.trace()), "bs-small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Ui.styled(new HBox(words), "units-trace");
        if (!line.waiting().isEmpty() && model.mayWrite()) {
            row.getChildren().add(ui.link(ui.say("units.place", line.waiting().size()), () -> model.assigning().set(Optional.of(line.change().id()))));
        }
        if (line.against().isEmpty() && model.mayWrite()) {
            row.getChildren().add(Ui.styled(ui.button(Icon.UNDO, "units.undo", () -> model.undo(line)), "bs-quiet"));
        }
        return row;
    }

    @Override
    public String title() {
        return ui.say("units.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Node> actions() {
        return List.of(act);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.saving("units.key.do", model::carryOut));
    }

    @Override
    public void shown() {
        following.unsubscribe();
        model.shown();
        following = follow();
        villages.begin();
    }

    @Override
    public void leaving() {
        model.hidden();
        following.unsubscribe();
        following = Subscription.EMPTY;
    }
}
