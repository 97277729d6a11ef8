package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.form.Asked;
import vn.banso.desktop.form.Cell;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Reveal;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.register.catalogue.Catalogue;

/** The members as a table: Tab and Enter walk as in a spreadsheet, up and down too; the last, empty line is the next person. */
final class MembersGrid extends VBox {
    private static final double SMALL = 0.87;

    private final Ui ui;
    private final DoorstepModel model;
    private final HouseholdForm form;
    private final MemberColumns columns;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = Ui.scrolled(rows);
    /** Where type is large, the table is wider than the page. */
    private final ScrollPane aside = aside();
    private final Label keys = Ui.styled(new Label(), "bs-soft", "bs-small", "bs-member-keys");

    private Runnable onward = this::begin;
    private Subscription watching = Subscription.EMPTY;

    MembersGrid(Ui ui, DoorstepModel model, HouseholdForm form) {
        this.ui = ui;
        this.model = model;
        this.form = form;
        getStyleClass().add("bs-members");
        columns = new MemberColumns(ui);
        GridPane titles = columns.grid();
        titles.getStyleClass().add("bs-member-titles");
        for (int i = 0; i < MemberColumns.KEYS.size(); i++) {
            Label title = Ui.styled(new Label(ui.say("household.column." + MemberColumns.KEYS.get(i))), "bs-small", "bs-soft");
            title.setTooltip(new Tooltip(ui.texts().field(Catalogue.PERSON, Catalogue.PERSON.field(MemberColumns.KEYS.get(i)))));
            titles.add(title, i, 0);
        }
        scroll.setFocusTraversable(false);
        // Where the lines leave room for a scroll bar, the titles do too.
        rows.widthProperty().subscribe(width -> Platform.runLater(() -> titles.setMaxWidth(width.doubleValue() > 0 ? width.doubleValue() : -1)));
        VBox table = Ui.styled(new VBox(titles, scroll), "bs-member-table");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        aside.setContent(table);
        VBox.setVgrow(aside, Priority.ALWAYS);
        keys.setWrapText(true);
        getChildren().addAll(aside, keys);
        form.members().forEach(m -> rows.getChildren().add(row(m)));
        rows.widthProperty().subscribe(this::fit);
        keys.fontProperty().subscribe(this::fit);
        WhileShown.follow(this, form.edits(), this::fitUnlessTyping);
        form.members().addListener((ListChangeListener<EntryModel>) _ -> follow());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().subscribe(scene -> {
            // The window outlives this table.
            watching.unsubscribe();
            watching = scene == null ? Subscription.EMPTY : scene.focusOwnerProperty().subscribe(this::at);
        });
    }

    /** Nothing moves beside what one writes: it waits for the next step of the keyboard. */
    private void fitUnlessTyping() {
        if (here().filter(TextInputControl.class::isInstance).isEmpty()) {
            fit();
        }
    }

    private void fit() {
        if (rows.getWidth() > 0) {
            columns.fit(lines().stream().map(MemberRow::words).toList(), rows.getWidth(), keys.getFont().getSize() / SMALL);
        }
    }

    private static ScrollPane aside() {
        ScrollPane pane = Ui.scrollPane();
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        return pane;
    }

    private MemberRow row(EntryModel member) {
        return new MemberRow(ui, model, form, member, columns);
    }

    private List<MemberRow> lines() {
        List<MemberRow> lines = new ArrayList<>();
        rows.getChildren().forEach(n -> lines.add((MemberRow) n));
        return lines;
    }

    /** Only lines that came or went are built or thrown away: the keyboard stays where it is. */
    private void follow() {
        rows.getChildren().removeIf(n -> !form.members().contains(((MemberRow) n).member()));
        for (int i = 0; i < form.members().size(); i++) {
            EntryModel member = form.members().get(i);
            if (i >= rows.getChildren().size() || lines().get(i).member() != member) {
                rows.getChildren().add(i, row(member));
            }
        }
    }

    private void at(Node focused) {
        fit();
        Optional<Cell> cell = cell(focused);
        keys.setText(cell.map(Cell::keys).filter(k -> !k.isEmpty()).map(k -> ui.say("household.members.keys", k))
                .orElse(ui.say(isHere(focused) ? "household.members.walk" : "household.members.hint", Catalogue.PERSON.fields().size())));
        if (isHere(focused)) {
            Reveal.in(scroll, focused);
            revealAside(focused);
        }
    }

    private Optional<Cell> cell(Node focused) {
        return isHere(focused) ? FormKeys.here(focused).filter(Cell.class::isInstance).map(Cell.class::cast) : Optional.empty();
    }

    private boolean isHere(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == rows) {
                return true;
            }
        }
        return false;
    }

    private void revealAside(Node node) {
        Bounds in = rows.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = aside.getContent().getBoundsInLocal().getWidth() - aside.getViewportBounds().getWidth();
        if (hidden > 1) {
            double left = aside.getHvalue() * hidden;
            double right = left + aside.getViewportBounds().getWidth();
            if (in.getMinX() < left) {
                aside.setHvalue(Math.max(0, in.getMinX() / hidden));
            } else if (in.getMaxX() > right) {
                aside.setHvalue(Math.min(1, (in.getMaxX() - aside.getViewportBounds().getWidth()) / hidden));
            }
        }
    }

    private void pressed(KeyEvent e) {
        Optional<Cell> cell = cell(e.getTarget() instanceof Node n ? n : null).filter(c -> !c.isBusy());
        boolean up = e.getCode() == KeyCode.UP;
        if (cell.isEmpty() || !up && e.getCode() != KeyCode.DOWN || e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
            return;
        }
        int row = form.members().indexOf(cell.get().model()) + (up ? -1 : 1);
        if (row >= 0 && row < rows.getChildren().size()) {
            lines().get(row).cell(cell.get().field()).ifPresent(Asked::focus);
        }
        e.consume();
    }

    /** The cell the keyboard is in. */
    Optional<Node> here() {
        return Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(this::isHere);
    }

    /** Notes where the keyboard goes on after a question that came up in this cell: the key that answered it may have moved on already. */
    void remember(Node asked) {
        Optional<Node> now = here();
        onward = now.filter(node -> node == asked).isPresent() ? () -> {
            asked.requestFocus();
            EnterKey.goOn(asked);
        } : () -> now.ifPresentOrElse(Node::requestFocus, this::begin);
    }

    /** To where it was remembered. */
    void goOn() {
        onward.run();
    }

    /** To the next person's name. */
    void begin() {
        lines().getLast().cell(HouseholdForm.NAME).ifPresent(Asked::focus);
    }

    /** Takes the line out that the keyboard is in, where the register does not know the person yet. */
    void drop() {
        here().flatMap(this::cell).map(Cell::model).ifPresent(member -> {
            if (member.before().isPresent()) {
                model.workplace().tell(Notice.wait("household.member.stays"));
                return;
            }
            int at = form.members().indexOf(member);
            form.drop(member);
            lines().get(Math.min(at, lines().size() - 1)).cell(HouseholdForm.NAME).ifPresent(Asked::focus);
        });
    }

    /** The page of the person whose line the keyboard is in. */
    void person() {
        here().flatMap(this::cell).map(Cell::model).ifPresent(member -> {
            if (member.before().isPresent()) {
                model.navigator().go(new Place.Person(member.scope(), member.id()));
            } else {
                model.workplace().tell(Notice.wait("household.member.after_saving"));
            }
        });
    }

    boolean show(FieldLocation spot) {
        Optional<Cell> cell = lines().stream().filter(r -> r.member() == spot.entry()).findFirst().flatMap(r -> r.cell(spot.field()));
        cell.ifPresent(Asked::focus);
        return cell.isPresent();
    }
}
